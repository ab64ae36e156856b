"""One of the three sites, served by a process of its own: `python -m tests.screenshots.site STATE PORT`.

Its surroundings are set by `states.environment`. Writes the pages it has to `pages.json` in its folder, then serves.
"""

from __future__ import annotations

import json
import os
import sys
from contextvars import ContextVar
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class Server(ThreadingMixIn, WSGIServer):
    """Answers several requests at a time: a page and its pictures."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_about: object) -> None:
        """Nothing."""


def main(state: str, port: int) -> None:
    """Fill, find the pages, serve until stopped."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application
    from django.test.utils import setup_test_environment

    from tests.screenshots import finding, states

    folder = Path(os.environ["WIJKWERK_DATA_DIR"])
    setup_test_environment(debug=False)
    call_command("migrate", verbosity=0)
    states.fill(state)
    stand_still()
    found = finding.found_pages()
    told = {"pages": [asdict(page) for page in found], "never_met": finding.never_met(found)}
    unfinished = folder / "pages.unfinished"
    unfinished.write_text(json.dumps(told), encoding="utf-8")
    with make_server("127.0.0.1", port, get_wsgi_application(), Server, Quiet) as server:
        unfinished.rename(folder / "pages.json")
        server.serve_forever()


def stand_still() -> None:
    """It stays the moment of the last thing that happened, so that an older demo is not late with everything."""
    from wijkwerk.foundation import clock
    from wijkwerk.thread.models import JournalEntry

    last = JournalEntry.objects.order_by("-at").values_list("at", flat=True).first()
    clock._moment = ContextVar("wijkwerk_moment", default=last or datetime.now(UTC))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
