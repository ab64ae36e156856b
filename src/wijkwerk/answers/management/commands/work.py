"""`wijkwerk work`: deliver what was stored, until told to stop."""

from __future__ import annotations

import os
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkwerk.answers import worker


class Command(BaseCommand):
    """Run beside the server, as many as a site needs."""

    help = "Deliver answers and do what comes back. Stop with Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--once` empties the outbox and stops."""
        parser.add_argument("--once", action="store_true", help="do what waits now, and stop")
        parser.add_argument(
            "--pause", type=float, default=1.0, help="seconds between looks (default: %(default)s)"
        )
        parser.add_argument(
            "--with-parent",
            type=int,
            metavar="PROCESS",
            help="stop when the process of this number, which started this one, is gone",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        if options["once"]:
            while worker.work_once():
                pass
            return
        stopping = False
        parent = options["with_parent"]

        def stop(*_: object) -> None:
            nonlocal stopping
            stopping = True

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        worker.run(
            stop=lambda: stopping or (parent is not None and os.getppid() != parent),
            pause=options["pause"],
        )
