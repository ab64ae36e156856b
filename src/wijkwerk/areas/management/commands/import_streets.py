"""`wijkwerk import_streets PATH`: take in the streets by which an address is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkwerk.areas.actions import import_streets
from wijkwerk.areas.management.reading import refusing, told


class Command(BaseCommand):
    """Parses arguments, calls the action, prints what changed."""

    help = "Take in streets from a table postcode;street;area;buurt;lon;lat (area and buurt may be left out)."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be given."""
        parser.add_argument("path", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="do the work, say what changed, undo it")

    def handle(self, *_arguments: Any, **options: Any) -> str:
        """Run it."""
        with refusing():
            outcome = import_streets(path=options["path"], dry_run=options["dry_run"])
        return told(outcome, dry_run=options["dry_run"])
