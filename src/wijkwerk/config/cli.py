"""The console command `wijkwerk`: Django's commands with our settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Run `wijkwerk COMMAND …`; the commands that need no database answer without starting Django."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["approaches"]:
        from wijkwerk.approaches.cli import main as approaches
        from wijkwerk.approaches.loading import add_directory

        add_directory(Path(os.environ.get("WIJKWERK_DATA_DIR", "data")).absolute() / "approaches")
        raise SystemExit(approaches(arguments[1:]))
    if arguments[:1] == ["choose"]:
        from wijkwerk.choice.cli import main as choose

        raise SystemExit(choose(arguments[1:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkwerk.config.settings")
    if arguments[:1] == ["demo"]:
        # The demo's settings follow from its own arguments, so they are read before Django starts.
        from wijkwerk.config.demo_environment import prepare

        prepare(arguments[1:])
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError

    try:
        execute_from_command_line(["wijkwerk", *arguments])
    except DatabaseError as error:
        if not cannot_be_used(error):
            raise
        raise SystemExit(
            f"The database cannot be used: {str(error).strip()}\n"
            "Look at WIJKWERK_DATABASE_URL and WIJKWERK_DATA_DIR; docs/reference/settings.md explains."
        ) from None


def cannot_be_used(error: Exception) -> bool:
    """Whether the database itself is out of reach, locked, full, unreadable or behind: nothing of ours to mend."""
    from django.db import OperationalError

    return isinstance(error, OperationalError) or "not a database" in str(error)
