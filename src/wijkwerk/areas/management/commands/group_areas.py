"""`wijkwerk group_areas PATH`: make own working areas out of statistical buurten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkwerk.areas.actions import group_areas
from wijkwerk.areas.management.reading import day, refusing, told


class Command(BaseCommand):
    """Parses arguments, calls the action, prints what changed."""

    help = (
        "Make working areas out of statistical buurten by a mapping:"
        " a table buurt_code;area_code;area_name;level, or TOML with [[areas]]."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be given."""
        parser.add_argument("path", type=Path)
        parser.add_argument("--valid-from", type=day, metavar="DATE", help="the day the grouping holds from")
        parser.add_argument("--dry-run", action="store_true", help="do the work, say what changed, undo it")

    def handle(self, *_arguments: Any, **options: Any) -> str:
        """Run it."""
        with refusing():
            outcome = group_areas(
                path=options["path"], valid_from=options["valid_from"], dry_run=options["dry_run"]
            )
        return told(outcome, dry_run=options["dry_run"])
