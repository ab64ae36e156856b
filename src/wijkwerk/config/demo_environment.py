"""What `wijkwerk demo` needs to know before Django starts: its folder decides the database, its port the address."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path


def arguments_parser(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add the arguments of `wijkwerk demo` (design §6) to a parser."""
    parser.add_argument(
        "--approach", default="deventer_1997", help="approach of the demo (default: %(default)s)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port on localhost (default: %(default)s)")
    parser.add_argument("--host", default="127.0.0.1", help="only change this if others may see the demo")
    parser.add_argument("--prepare-only", action="store_true", help="make the data and stop")
    parser.add_argument("--data", default="data/demo", help="folder of the demo (default: %(default)s)")
    parser.add_argument("--areas", help="GeoJSON with real outlines instead of those we drew")
    parser.add_argument("--today", help="the day the demo ends on, as 2026-11-21 (default: today)")
    parser.add_argument(
        "--seed", type=int, default=1997, help="another number, another year (default: %(default)s)"
    )
    return parser


def prepare(arguments: Sequence[str], environ: dict[str, str] | None = None) -> None:
    """Point the settings at the demo's own folder; leaves what an operator set by hand alone."""
    variables = os.environ if environ is None else environ
    parser = arguments_parser(argparse.ArgumentParser(add_help=False))
    options, _others = parser.parse_known_args(list(arguments))
    variables.setdefault("WIJKWERK_MODE", "demo")
    variables.setdefault("WIJKWERK_DATA_DIR", str(Path(options.data).absolute()))
    variables.setdefault("WIJKWERK_SITE_URL", f"http://localhost:{options.port}")
    variables.setdefault("WIJKWERK_MUNICIPALITY", "Deventer")
