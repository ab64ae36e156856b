"""The arguments of `wijkwerk demo`, read twice: before Django starts (they decide its settings) and by the command."""

from __future__ import annotations

import argparse

LOCAL = ("127.0.0.1", "localhost", "::1")


def add_arguments(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add the arguments to a parser."""
    parser.add_argument(
        "--approach", default="deventer_1997", help="approach of the demo (default: %(default)s)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port on localhost (default: %(default)s)")
    parser.add_argument("--host", default=LOCAL[0], help="change this only if others may see the demo")
    parser.add_argument("--prepare-only", action="store_true", help="make the data and stop")
    parser.add_argument("--data", default="data/demo", help="folder of the demo (default: %(default)s)")
    parser.add_argument("--areas", help="GeoJSON of buurten: real outlines instead of those we drew")
    parser.add_argument("--today", help="the day the demo ends on, as 2026-11-21 (default: today)")
    parser.add_argument(
        "--seed", type=int, default=1997, help="another number, another year (default: %(default)s)"
    )
    return parser
