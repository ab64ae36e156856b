"""Residents need not be organised (DEV-50): no form open to everyone asks for an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.world import World
from wijkwerk.signals.actions import publish
from wijkwerk.signals.forms.desk import DeskForm
from wijkwerk.signals.forms.report import MailForm, PlaceForm, ReplyForm, SeenForm
from wijkwerk.signals.tests.places import at, drawn_world, reply, seen
from wijkwerk.signals.tests.test_sorting import reported

pytestmark = pytest.mark.django_db

ORGANISED = re.compile(
    r"organisat|organizat|vereniging|stichting|bedrijf|lidmaatschap|member_of|kvk", re.IGNORECASE
)


class Fields(HTMLParser):
    """The names of fields in forms, and their labels."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._label = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Names, ids, hints inside the field."""
        self._label = tag in {"label", "legend"} or (self._label and tag == "span")
        if tag in {"input", "select", "textarea", "button"}:
            self.found += [
                value or "" for name, value in attrs if name in {"name", "id", "placeholder", "aria-label"}
            ]

    def handle_endtag(self, tag: str) -> None:
        """A label ends."""
        if tag in {"label", "legend"}:
            self._label = False

    def handle_data(self, data: str) -> None:
        """The words of a label."""
        if self._label:
            self.found.append(data)


@pytest.fixture
def world() -> World:
    return drawn_world()


def public_addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address without parts to fill in, whose view is open to everyone."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from public_addresses(pattern.url_patterns, address)
        elif getattr(pattern.callback, "guard", "") == "public" and not re.search(r"[<(^\\]", address):
            yield "/" + address


@pytest.mark.requirement("DEV-50")
def test_no_page_open_to_everyone_asks_for_an_organisation(client: Client, world: World) -> None:
    signal = reported(world)
    publish(signal_id=signal.pk, sentence="Lamp", whole_text=False, by=world.area_officer)
    seen(client)
    at(client)
    reply(client)
    looked_at = []
    for address in [
        *public_addresses(get_resolver().url_patterns),
        reverse("signals:support", args=[signal.thing.number]),
    ]:
        page = client.get(address)
        if page.status_code != 200 or "html" not in page.get("Content-Type", ""):
            continue
        asked = [text for text in Fields(page.content.decode()).found if ORGANISED.search(text)]
        assert not asked, (address, asked)
        looked_at.append(address)
    assert {
        reverse(f"signals:{name}") for name in ("report", "report-place", "report-reply", "report-check")
    } <= set(looked_at)


@pytest.mark.requirement("DEV-50")
@pytest.mark.parametrize("form", [SeenForm, PlaceForm, ReplyForm, MailForm, DeskForm])
def test_no_form_of_a_report_knows_an_organisation(form: type) -> None:
    assert not [name for name in form.base_fields if ORGANISED.search(name)]


@pytest.mark.requirement("DEV-50")
def test_the_page_says_so(client: Client, world: World) -> None:
    assert (
        world.approach.resident_texts["organised"].text.nl
        in client.get(reverse("signals:report")).content.decode()
    )
