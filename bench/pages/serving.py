"""The process that serves one size: makes the site, then measures the pages named on its standard input."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from bench.pages.filling import fill  # noqa: E402
from bench.pages.visiting import Visitor  # noqa: E402


def main(size: int) -> None:
    """Serve until the questions end."""
    call_command("migrate", verbosity=0)
    visitor = Visitor(fill(size))
    for line in sys.stdin:
        page, times = line.split()
        print(json.dumps(visitor.measure(page, int(times))), flush=True)


main(int(sys.argv[1]))
