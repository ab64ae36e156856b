"""Which pages there are, and for each of them someone who may read it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.addresses import Address

# Met by nobody as a page: they lead on to another one, or only take a form.
ANYONE = "anyone"


@dataclass(frozen=True)
class Page:
    """A page, and who reads it: the cookies are theirs."""

    name: str
    path: str
    reader: str
    cookies: dict[str, str] = field(default_factory=dict)


def first_reader(address: Address, arguments: dict[str, object], readers: dict[str, Client]) -> Page | None:
    """The page behind an address, read by the first who may; None when it is a page for none of them."""
    path = reverse(address.name, kwargs=arguments)
    for reader, client in readers.items():
        response = _open(client, path)
        if response.status_code == 405:
            return None
        kind = response.headers.get("Content-Type", "")
        if response.status_code == 200 and kind.startswith("text/html"):
            cookies = {name: morsel.value for name, morsel in client.cookies.items() if name != "taal"}
            return Page(address.name, path, reader, cookies)
        if response.status_code == 200:
            return None
    return None


def _open(client: Client, path: str) -> HttpResponseBase:
    with quiet(), transaction.atomic():
        response = client.get(path)
        transaction.set_rollback(True)
    response.close()
    return response


@contextmanager
def quiet() -> Iterator[None]:
    """A page that breaks is told by who looks at it; the log need not."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def residents() -> dict[str, Client]:
    """Who never signs in: a stranger, who is filling in a report, and who just handed one in."""
    anyone, reporting, reported = Client(), Client(), Client()
    for client in (reporting, reported):
        client.post(reverse("signals:report"), {"text": "De heg bij de school is te hoog.", "category": ""})
        client.post(reverse("signals:report-place"), {"area": "voorstad", "place_text": "bij de school"})
        client.post(reverse("signals:report-reply"), {"email": "buur@example.org"})
    reported.post(reverse("signals:report-check"))
    return {ANYONE: anyone, "who is reporting": reporting, "who reported": reported}
