"""What `wijkwerk demo` needs to know before Django starts: its folder decides the database, its port the address."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from wijkwerk.demo.arguments import add_arguments

CONTACT = "Bel 14 0570 of kom langs: Grote Kerkhof 1, op werkdagen van 9 tot 17 uur."


def prepare(arguments: Sequence[str], environ: dict[str, str] | None = None) -> None:
    """Point the settings at the demo's own folder; what an operator set by hand is left alone."""
    variables = os.environ if environ is None else environ
    parser = add_arguments(argparse.ArgumentParser(add_help=False))
    options, _others = parser.parse_known_args(list(arguments))
    variables.setdefault("WIJKWERK_MODE", "demo")
    variables.setdefault("WIJKWERK_DATA_DIR", str(Path(options.data).absolute()))
    variables.setdefault("WIJKWERK_SITE_URL", f"http://localhost:{options.port}")
    variables.setdefault("WIJKWERK_MUNICIPALITY", "Deventer")
    variables.setdefault("WIJKWERK_CONTACT", CONTACT)
