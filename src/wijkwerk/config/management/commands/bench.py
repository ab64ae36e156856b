"""`wijkwerk bench`: measure, from a checkout. What each benchmark measures stands in bench/README.md."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

CHECKOUT = Path(__file__).resolve().parents[5]


class Command(BaseCommand):
    """Every benchmark, or one; ratios are of things measured side by side in one run."""

    help = "Measure. Benchmarks are part of the checkout, not of the installed package."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Which, and how to print."""
        parser.add_argument("name", nargs="?", default="", help="one benchmark (default: all)")
        parser.add_argument("--json", action="store_true", help="print the rows as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and print."""
        known = benchmarks()
        name = options["name"]
        if name and name not in known:
            raise CommandError(f"There is no benchmark {name!r}; choose one of {', '.join(known)}.")
        rows: list[dict[str, Any]] = []
        for each in [name] if name else known:
            self.stderr.write(f"→ {each}")
            found = importlib.import_module(f"bench.{each}").run()
            rows += found
            if not options["json"]:
                for row in found:
                    self.stdout.write(in_words(row))
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=2))


def benchmarks() -> list[str]:
    """The benchmarks of this checkout: the modules of `bench` that can be run."""
    if not (CHECKOUT / "bench" / "__init__.py").is_file():
        raise CommandError("Benchmarks are not installed along; run this from a checkout of Wijkwerk.")
    if str(CHECKOUT) not in sys.path:
        sys.path.insert(0, str(CHECKOUT))
    names = sorted(module.name for module in pkgutil.iter_modules([str(CHECKOUT / "bench")]))
    return [name for name in names if hasattr(importlib.import_module(f"bench.{name}"), "run")]


def in_words(row: dict[str, Any]) -> str:
    """One measurement: its name, and under it each figure with what it is."""
    width = max(len(key) for key in row)
    lines = [f"  {key.replace('_', ' '):<{width}}  {value}" for key, value in row.items() if key != "name"]
    return "\n".join([str(row.get("name", "")), *lines])
