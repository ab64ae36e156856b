"""`wijkwerk demo`: a neighbourhood year, made once and then served."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import locks
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from wijkwerk.approaches.values import ApproachErrors
from wijkwerk.areas.queries import size_warning, working_areas
from wijkwerk.demo.arguments import LOCAL, add_arguments
from wijkwerk.demo.building import build, write_accounts
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import FIRST_YEAR, LAST_YEAR
from wijkwerk.foundation.reasons import Refused

BEGUN, READY = "demo.begun", "demo.ready"
DATABASE = "wijkwerk.sqlite3"


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
        with _only_one(folder):
            # Looked at under the lock: who waited finds it ready.
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
        if not FIRST_YEAR <= today.year <= LAST_YEAR:
            raise CommandError(
                f"--today is {options['today']!r}; choose a year from {FIRST_YEAR} to {LAST_YEAR}."
            )
        outlines = Path(options["areas"]) if options["areas"] else None
        if outlines is not None and not outlines.is_file():
            raise CommandError(f"--areas {outlines}: there is no such file.")
        _clear(folder)
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
        except ApproachErrors as mistakes:
            raise CommandError(str(mistakes)) from mistakes
        write_accounts()
        (folder / READY).touch()
        console.print(f"Made in {time.monotonic() - started:.0f} s.", highlight=False)
        for area in working_areas():
            if warning := size_warning(area):
                console.print(f"[yellow]![/yellow] {warning.sentence}", highlight=False)


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Two that make a demo in one folder would make half of each."""
    with (folder / "demo.lock").open("w") as file:
        if not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB):
            raise CommandError(
                f"Another `wijkwerk demo` is at work in {folder}. Wait for it, or choose another --data."
            )
        try:
            yield
        finally:
            locks.unlock(file)


def _clear(folder: Path) -> None:
    """Take away a half-made demo (stopped on the way): it is made again from nothing. Nothing else is touched."""
    own = folder / DATABASE
    if own.exists() and not (folder / BEGUN).exists():
        raise CommandError(
            f"{own} is the database of a site that is no demo. Choose another folder with --data."
        )
    (folder / BEGUN).touch()
    for leftover in folder.glob(f"{DATABASE}*"):
        leftover.unlink()
    shutil.rmtree(folder / "media", ignore_errors=True)
    if connection.introspection.table_names():
        raise CommandError(
            "WIJKWERK_DATABASE_URL names a database that is in use. Give the demo an empty one."
        )
