"""The site under test: its own folder, its own processes, killed without warning and started again."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tests.source import ROOT

PATIENCE = 30.0


class Site:
    """`python -m wijkwerk serve` with its outbox child, in a process group of its own."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: subprocess.Popen[bytes] | None = None
        kept = {name: value for name, value in os.environ.items() if not name.startswith("WIJKWERK_")}
        self.environment: Mapping[str, str] = kept | {
            "DJANGO_SETTINGS_MODULE": "wijkwerk.config.settings",
            "WIJKWERK_MODE": "development",
            "WIJKWERK_DATA_DIR": str(folder),
            "WIJKWERK_SITE_URL": self.url,
            "WIJKWERK_LOG_LEVEL": "ERROR",
            **({"WIJKWERK_DATABASE_URL": database_url} if database_url else {}),
        }

    def run(self, *module: str) -> str:
        """Run one of our modules beside the site; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", *module],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def ask(self, *module: str) -> Any:
        """The same, for one that prints JSON."""
        return json.loads(self.run(*module))

    def beside(self, *module: str) -> subprocess.Popen[bytes]:
        """Start one of our modules beside the site, in the background."""
        return subprocess.Popen([sys.executable, "-m", *module], env=self.environment, cwd=ROOT)

    def start(self) -> None:
        """Start, and wait until it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "wijkwerk", "serve", "--port", str(self.port)],
                env=self.environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < until, (self.folder / "server.log").read_text()[-2000:]
            time.sleep(0.1)

    def kill(self) -> None:
        """Everything of it at once, as when a machine goes."""
        assert self._server is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait(timeout=10)

    def kill_server(self) -> None:
        """Only the process that was started; what it started itself must not stay behind."""
        assert self._server is not None
        children = self._processes()
        self._server.kill()
        self._server.wait(timeout=10)
        until = time.monotonic() + PATIENCE
        while left := [pid for pid in children if _alive(pid)]:
            assert time.monotonic() < until, f"left behind: {len(left)} processes"
            time.sleep(0.1)

    def kill_outbox(self, after: float) -> bool:
        """Only the child that delivers, so long after it began to; the server starts it again. False when none did."""
        until, mails = time.monotonic() + PATIENCE, self._mails()
        while time.monotonic() < until:
            if self._mails() > mails:
                time.sleep(after)
                for pid, command in self._processes().items():
                    if " work" in command:
                        os.kill(pid, signal.SIGKILL)
                        return True
            time.sleep(0.02)
        return False

    def _mails(self) -> int:
        folder = self.folder / "mail"
        return sum(file.stat().st_size for file in folder.iterdir()) if folder.is_dir() else 0

    def _processes(self) -> dict[int, str]:
        """What runs in our own group, by process id, the server itself left out."""
        assert self._server is not None
        listed = subprocess.run(
            ["ps", "-axww", "-o", "pid=,pgid=,command="], capture_output=True, text=True, check=True
        ).stdout
        rows = (line.split(None, 2) for line in listed.splitlines())
        return {
            int(pid): command
            for pid, group, command in rows
            if int(group) == self._server.pid != int(pid) and "defunct" not in command
        }

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/healthz", timeout=2) as response:  # loopback only
                return bool(response.status == 200)
        except (URLError, OSError):
            return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return not state.stdout.strip().startswith("Z") and bool(state.stdout.strip())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
