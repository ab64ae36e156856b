"""What this machine has for testing: a browser, PostgreSQL. Knows no Django."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# --no-sandbox: the sandbox refuses to run as root; the pages are our own. The rest keeps Chromium off the network.
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def required() -> set[str]:
    """What must not be left out (`browser`, `postgresql`)."""
    return {part.strip() for part in os.environ.get("WIJKWERK_TEST_REQUIRE", "").split(",") if part.strip()}


def chromium() -> str | None:
    """Where Chromium is, if it is."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def postgresql_programs() -> Path | None:
    """The folder with initdb and pg_ctl, if PostgreSQL is installed."""
    on_path = shutil.which("initdb")
    if on_path and shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        folder = Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip())
        if (folder / "initdb").exists():
            return folder
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL of our own in a temporary folder, gone afterwards; gives its address.

    PostgreSQL refuses to run as root: then it runs as its own user, in a folder that user may enter.
    """
    programs = postgresql_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed; Debian has it as `postgresql`")
    as_user: list[str] = []
    folder = Path(tempfile.mkdtemp(prefix="wijkwerk-pg-", dir=tempfile.gettempdir()))
    if os.geteuid() == 0:
        owner = "postgres" if _user_exists("postgres") else "nobody"
        shutil.chown(folder, owner)
        as_user = ["runuser", "-u", owner, "--"]
    folder.chmod(0o700)
    data, port = folder / "data", free_port()
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run(
        [
            *as_user,
            programs / "initdb",
            "-U",
            "wijkwerk",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "-D",
            data,
        ],
        **run,  # type: ignore[call-overload]
    )
    options = (
        f"-c listen_addresses='127.0.0.1' -p {port} -k {folder} -c fsync=off -c full_page_writes=off "
        "-c synchronous_commit=off -c max_connections=200"
    )
    subprocess.run(
        [*as_user, programs / "pg_ctl", "-w", "-D", data, "-l", folder / "log", "-o", options, "start"],
        **run,  # type: ignore[call-overload]
    )
    try:
        yield f"postgresql://wijkwerk@127.0.0.1:{port}/postgres"
    finally:
        pid = int((data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGINT)
        for _ in range(100):
            if not (data / "postmaster.pid").exists():
                break
            time.sleep(0.1)
        shutil.rmtree(folder, ignore_errors=True)


def _user_exists(name: str) -> bool:
    import pwd

    with contextlib.suppress(KeyError):
        return bool(pwd.getpwnam(name))
    return False


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
