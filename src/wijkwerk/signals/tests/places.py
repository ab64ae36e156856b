"""A world with outlines and streets, and the steps a visitor takes through a report."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.world import LONG_AGO, World, make_world
from wijkwerk.areas.models import Address, Area
from wijkwerk.areas.tests.factories import square
from wijkwerk.people.models import Account, Person

PLACE = (6.004, 52.004)


def drawn_world() -> World:
    """The world of the tests, with a second area beside the first, and two streets."""
    world = make_world()
    world.area.geometry = square(0, 0)
    world.area.save()
    other = Area.objects.create(
        code="keizers",
        name="Keizerslanden",
        level=world.area.level,
        parent=world.city,
        valid_from=LONG_AGO,
        geometry=square(1, 0),
    )
    Address.objects.create(postcode="7411AA", street="Rielerweg", area=world.area, lon=PLACE[0], lat=PLACE[1])
    Address.objects.create(postcode="7421AA", street="Keizersweg", area=other, lon=6.014, lat=52.004)
    return world


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30)) -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", size, (120, 160, 60)).save(out, kind)
    return out.getvalue()


def upload(content: bytes | None = None, name: str = "foto.jpg") -> SimpleUploadedFile:
    """A chosen file."""
    return SimpleUploadedFile(name, picture() if content is None else content, "image/jpeg")


def seen(client: Client, text: str = "De lamp bij het hek is kapot.", **more: Any) -> HttpResponse:
    """The first screen, filled in."""
    return client.post(reverse("signals:report"), {"text": text, **more})


def at(client: Client, area: str = "voorstad", action: str = "next", **more: Any) -> HttpResponse:
    """The second screen."""
    return client.post(reverse("signals:report-place"), {"area": area, "action": action, **more})


def reply(client: Client, **contact: str) -> HttpResponse:
    """The third screen."""
    return client.post(reverse("signals:report-reply"), {"action": "next", **contact})


def sent(client: Client, text: str = "De lamp bij het hek is kapot.", **contact: str) -> HttpResponse:
    """A whole report; gives the confirmation."""
    seen(client, text)
    at(client)
    reply(client, **contact)
    return client.post(reverse("signals:report-check"), follow=True)


def enter(client: Client, person: Person) -> Client:
    """Sign in."""
    client.force_login(Account.objects.get(pk=person.account_id))
    return client


def words(response: HttpResponse) -> str:
    """The page as text of one line."""
    return " ".join(response.content.decode().split())


def queries(client: Client, address: str) -> int:
    """How many queries a page costs, once caches are warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)
