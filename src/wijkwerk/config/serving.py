"""The production server: granian for pages, and on a small site one supervised child for the outbox."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time

from granian.constants import Interfaces
from granian.server import Server

# WSGI with few threads was the cheapest of what was measured; more threads only queue for the interpreter's lock.
THREADS = 2
LONGEST_PAUSE = 30.0
# An outbox that lived so long did not die of starting.
STEADY = 5.0


class WorkerChild:
    """Keeps one `wijkwerk work` running beside the server: started again when it dies, gone when we are."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="outbox", daemon=True)
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, in the background."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the child to finish its message and stop."""
        self._stopping.set()
        if self._child is not None:
            self._child.terminate()
        self._thread.join(timeout=10)

    def _keep(self) -> None:
        pause = 1.0
        while not self._stopping.is_set():
            began = time.monotonic()
            # By number: it may be that we are gone before it has loaded.
            self._child = subprocess.Popen(
                [sys.executable, "-m", "wijkwerk", "work", "--with-parent", str(os.getpid())]
            )
            self._child.wait()
            # One that dies at once is not started again at once.
            pause = 1.0 if time.monotonic() - began > STEADY else min(pause * 2, LONGEST_PAUSE)
            self._stopping.wait(pause)


def require_free(host: str, port: int) -> None:
    """Stop with a sentence when nobody can listen here. Our server shares a port with another of its kind unasked:
    of two sites on one port a visitor would meet now the one, now the other."""
    try:
        if not 0 < port < 65_536:
            raise OverflowError("ports go from 1 to 65535")
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise SystemExit(
            f"Cannot listen on {host}, port {port}: {why}. Choose another --port or --host."
        ) from None


def serve(*, host: str, port: int, workers: int, with_outbox: bool) -> None:
    """Serve until stopped."""
    require_free(host, port)
    child = WorkerChild() if with_outbox else None
    if child:
        child.start()
    try:
        Server(
            "wijkwerk.config.served:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            log_access=False,  # addresses hold secret links
            log_level="warning",  # type: ignore[arg-type]
        ).serve()
    finally:
        if child:
            child.stop()
