"""Opening a page as a visitor does, through the whole application, and what it took."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.pages.filling import Filled
from wijkwerk.answers.composing import secret_path


class Visitor:
    """Knows how to get to each page."""

    def __init__(self, filled: Filled) -> None:
        self._filled = filled
        self._client = Client(HTTP_HOST="localhost")
        self._number = count(1)
        self._addresses = {
            "home": "/",
            "area": reverse("portal:area", args=[filled.area.code]),
            "thread": filled.signal.get_absolute_url(),
            "need": filled.need.get_absolute_url(),
            "asker": secret_path(filled.asker),
        }

    def measure(self, page: str, times: int) -> dict[str, Any]:
        """Open it so many times; the first two times do not count."""
        for _ in range(2):
            self._ready(page)()
        act = self._ready(page)
        with CaptureQueriesContext(connection) as queries:
            act()
        asked = [query["sql"].upper() for query in queries.captured_queries]
        server, wall = [], []
        for _ in range(times):
            act = self._ready(page)
            started, used = time.perf_counter(), time.process_time()
            act()
            server.append((time.process_time() - used) * 1000)
            wall.append((time.perf_counter() - started) * 1000)
        counting = sum("COUNT(" in sql for sql in asked)
        return {"server_ms": server, "wall_ms": wall, "queries": len(asked), "counting": counting}

    def _ready(self, page: str) -> Callable[[], HttpResponse]:
        """Everything up to the press of the button."""
        if page == "create":
            return self._filled_in()
        return lambda: _opened(self._client, self._addresses[page])

    def _filled_in(self) -> Callable[[], HttpResponse]:
        number = next(self._number)
        # Another address each time: nobody here reports too often.
        client = Client(
            HTTP_HOST="localhost", REMOTE_ADDR=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        )
        client.post(reverse("signals:report"), {"text": f"De lamp bij nummer {number} is stuk."})
        client.post(reverse("signals:report-place"), {"area": self._filled.area.code, "action": "next"})
        client.post(reverse("signals:report-reply"), {"email": f"nieuw{number}@example.org"})

        def send() -> HttpResponse:
            response = client.post(reverse("signals:report-check"))
            assert response["Location"].endswith(reverse("signals:report-done")), response["Location"]
            return response

        return send


def _opened(client: Client, address: str) -> HttpResponse:
    response = client.get(address)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return response
