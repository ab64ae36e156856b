"""`wijkwerk demo`: a neighbourhood year, made once and then served."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from wijkwerk.areas.queries import size_warning, working_areas
from wijkwerk.demo.arguments import LOCAL, add_arguments
from wijkwerk.demo.building import build, write_accounts
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Refused

READY = "demo.ready"


class Command(BaseCommand):
    """Thin: prepare where nothing stands yet, then serve."""

    help = "Play fourteen months of neighbourhood work in Deventer and serve them on localhost."

    def add_arguments(self, parser: CommandParser) -> None:
        """See `demo.arguments`."""
        add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the demo if this folder has none, and serve it unless `--prepare-only`."""
        if not settings.DEMO:
            raise CommandError("This is no demo: WIJKWERK_MODE says otherwise, so nothing was made.")
        folder = Path(settings.ENVIRONMENT.data_dir)
        console = Console(soft_wrap=True)
        if not (folder / READY).exists():
            self._prepare(folder, options, console)
        console.print(f"Accounts: {folder / 'accounts.json'}", highlight=False)
        if options["prepare_only"]:
            return
        if options["host"] not in LOCAL:
            console.print("[yellow]Others can reach this demo: its accounts are no secret.[/yellow]")
        console.print(f"Open http://localhost:{options['port']}/  (Ctrl-C stops)", highlight=False)
        call_command("serve", host=options["host"], port=options["port"], workers=1)

    def _prepare(self, folder: Path, options: dict[str, Any], console: Console) -> None:
        started = time.monotonic()
        try:
            today = date.fromisoformat(options["today"]) if options["today"] else clock.today()
        except ValueError:
            raise CommandError(f"--today is {options['today']!r}; write it as 2026-11-21.") from None
        outlines = Path(options["areas"]) if options["areas"] else None
        if outlines is not None and not outlines.is_file():
            raise CommandError(f"--areas {outlines}: there is no such file.")
        # A half-made demo (stopped on the way) is made again from nothing.
        for leftover in folder.glob("wijkwerk.sqlite3*"):
            leftover.unlink()
        call_command("migrate", verbosity=0)
        try:
            with Progress(
                TextColumn("Fourteen months in Deventer"), BarColumn(), TaskProgressColumn(), console=console
            ) as bar:
                task = bar.add_task("year", total=1.0)
                build(
                    approach_key=options["approach"],
                    today=today,
                    seed=options["seed"],
                    outlines=outlines,
                    progress=lambda share: bar.update(task, completed=share),
                )
        except Refused as refused:
            raise CommandError(str(refused.reason)) from refused
        write_accounts()
        (folder / READY).touch()
        console.print(f"Made in {time.monotonic() - started:.0f} s.", highlight=False)
        for area in working_areas():
            if warning := size_warning(area):
                console.print(f"[yellow]![/yellow] {warning.sentence}", highlight=False)
