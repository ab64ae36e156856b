"""What goes wrong where a site stands is said in a sentence."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from wijkwerk.config.serving import require_free


def test_a_port_that_is_in_use_is_not_shared() -> None:
    with socket.socket() as other:
        # As our own server listens.
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(SystemExit, match="Choose another --port"):
            require_free("127.0.0.1", other.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 99_999), ("127.0.0.1", -1), ("127.0.0.1", 0), ("203.0.113.1", 8000)]
)
def test_a_place_where_nobody_can_listen(host: str, port: int) -> None:
    with pytest.raises(SystemExit, match="Cannot listen on"):
        require_free(host, port)


@pytest.mark.parametrize("kind", ["missing", "no database", "folder"])
def test_a_database_that_cannot_be_used(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "site.sqlite3"
    if kind == "no database":
        file.write_text("This was a photo once. " * 100)
    elif kind == "folder":
        file.mkdir()
    else:
        file = tmp_path / "nowhere" / "site.sqlite3"
    ran = subprocess.run(
        [sys.executable, "-m", "wijkwerk", "migrate"],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("WIJKWERK_")},
            "WIJKWERK_DATA_DIR": str(tmp_path),
            "WIJKWERK_DATABASE_URL": f"sqlite:///{file}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "The database cannot be used" in ran.stderr
    assert "Traceback" not in ran.stderr
