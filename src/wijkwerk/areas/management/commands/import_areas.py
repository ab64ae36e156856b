"""`wijkwerk import_areas PATH --level LEVEL`: take in areas from GeoJSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkwerk.areas.actions import import_areas
from wijkwerk.areas.management.reading import day, refusing, told


class Command(BaseCommand):
    """Parses arguments, calls the action, prints what changed."""

    help = (
        "Take in areas from GeoJSON or GeoJSON.gz (WGS84), as published by CBS, PDOK or Esri or made by yourself."
        " Repeatable: the second time nothing changes. A file with a mistake is refused whole."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be given."""
        parser.add_argument("path", type=Path)
        parser.add_argument(
            "--level",
            required=True,
            help="gemeente, wijk or buurt, or a level of the approach (such as district)",
        )
        parser.add_argument(
            "--municipality", default="", metavar="CODE", help="only its areas, such as GM0150"
        )
        parser.add_argument(
            "--valid-from",
            type=day,
            metavar="DATE",
            help="the day these hold from; else 1 January of the year in the file, else today",
        )
        parser.add_argument("--source", default="", help="who published the outlines")
        parser.add_argument("--drawn", action="store_true", help="the outlines were drawn by hand")
        parser.add_argument("--dry-run", action="store_true", help="do the work, say what changed, undo it")

    def handle(self, *_arguments: Any, **options: Any) -> str:
        """Run it."""
        with refusing():
            outcome = import_areas(
                path=options["path"],
                level=options["level"],
                municipality=options["municipality"],
                valid_from=options["valid_from"],
                source=options["source"],
                drawn=options["drawn"],
                dry_run=options["dry_run"],
            )
        return told(outcome, dry_run=options["dry_run"])
