"""`wijkwerk serve`: the site, in production."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from wijkwerk.config.serving import serve


class Command(BaseCommand):
    """One command is a working site: pages, static files and the outbox."""

    help = (
        "Serve the site. On a small site this also delivers answers; a large one runs `wijkwerk work` apart."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port (default: %(default)s)")
        parser.add_argument("--workers", type=int, default=1, help="processes (default: %(default)s)")
        parser.add_argument("--no-outbox", action="store_true", help="leave delivering to `wijkwerk work`")

    def handle(self, *args: Any, **options: Any) -> None:
        """Gather static files where they must be, then serve."""
        if settings.PRODUCTION:
            call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(f"Wijkwerk on http://{options['host']}:{options['port']}/")
        serve(
            host=options["host"],
            port=options["port"],
            workers=options["workers"],
            with_outbox=not options["no_outbox"],
        )
