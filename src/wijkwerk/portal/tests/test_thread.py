"""The public page of a thread: how it stands on top; a number that is not public betrays nothing."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.world import make_world
from wijkwerk.answers.models import Door
from wijkwerk.signals import actions as signals
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reported() -> Thing:
    """A report that nobody looked at yet."""
    signal, _asker = signals.report(
        signals.Report(area=make_world().area, text="De lamp is stuk", door=Door.WEB)
    )
    return Thing.objects.get(pk=signal.pk)


def body(html: str) -> str:
    """The page without what is new on every visit."""
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", html)


def test_a_number_not_public_yet_gives_the_same_page_as_nobodys(client: Client, reported: Thing) -> None:
    known, unknown, nonsense = (
        client.get(f"/draad/{number}") for number in (reported.number, "M-2025-9999", "zomaar")
    )
    assert [page.status_code for page in (known, unknown, nonsense)] == [404] * 3
    assert "Vul uw code in" in known.content.decode()
    pages = [
        body(page.content.decode()).replace(number, "")
        for page, number in ((known, reported.number), (unknown, "M-2025-9999"), (nonsense, "zomaar"))
    ]
    assert pages[0] == pages[1] == pages[2]
    assert "lamp" not in pages[0]


def test_once_public_it_opens_with_how_it_stands(client: Client, reported: Thing) -> None:
    Thing.objects.filter(pk=reported.pk).update(public=True)
    page = client.get(f"/draad/{reported.number}").content.decode()
    lead = page[page.index("wijkwerk-lead") :]
    assert lead.index("Een mens kijkt ernaar") < lead.index(reported.number)
    assert "deze pagina" in page
