"""What was agreed stands on a page, with every change and why; who made it reads of it there too."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.agreements.models import Agreement, AgreementNotice
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world("utrecht_2018")


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def text(response: object) -> str:
    return " ".join(response.content.decode().split())


def page(world: World, person: Person | None = None) -> str:
    client = signed_in(person) if person else Client()
    return text(client.get(reverse("agreements:agreements", args=[world.area.code])))


def agree(world: World, words: str = "Het veld blijft vrij.", **given: object) -> object:
    data = {
        "text": words,
        "people": [world.area_officer.pk],
        "organisations": [world.organisations["groen"].pk],
        "makers": "bewoner@example.org\nbuur@example.org",
        **given,
    }
    return signed_in(world.area_officer).post(
        reverse("agreements:make-agreement", args=[world.area.code]), data
    )


def change(world: World, reason: str = "De stad bouwt.") -> object:
    return signed_in(world.area_alderman).post(
        reverse("agreements:change", args=[Agreement.objects.get().pk]),
        {"text": "Het veld wordt bebouwd.", "reason": reason, "function": "wethouder wonen"},
    )


def test_an_agreement_its_change_and_its_makers_on_the_page(world: World) -> None:
    assert agree(world).status_code == 302
    shown = page(world)
    for words in ("Er is één afspraak gemaakt.", "Groen en Spelen", "2 bewoners", "Daarvan zijn er 0"):
        assert words in shown
    assert "bewoner@example.org" not in page(world, world.area_officer)
    without = change(world, reason="")
    assert without.status_code == 422
    assert "staat vast" in text(without)
    assert change(world).status_code == 302
    for words in (
        "Het veld wordt bebouwd.",
        "Het veld blijft vrij.",
        "De stad bouwt.",
        "er één later veranderd",
    ):
        assert words in page(world)


def test_who_made_it_reads_of_the_change_once(world: World) -> None:
    agree(world)
    change(world)
    assert "door u afgesproken" in page(world, world.area_officer)
    assert "door u afgesproken" not in page(world, world.social_broker)
    notice = AgreementNotice.objects.get(maker__person=world.area_officer)
    read = reverse("agreements:read", args=[notice.pk])
    assert signed_in(world.social_broker).post(read).status_code == 404
    assert signed_in(world.area_officer).post(read).status_code == 302
    assert "door u afgesproken" not in page(world, world.area_officer)


def test_what_cannot_be_agreed_stays_on_the_form(world: World) -> None:
    alone = agree(world, organisations=[], makers="")
    assert alone.status_code == 422
    assert "z’n tweeën" in text(alone)
    assert agree(world, makers="geen adres").status_code == 422
    assert agree(world, makers="\n".join(f"b{n}@example.org" for n in range(51))).status_code == 422
    assert (
        signed_in(world.desk_worker)
        .post(reverse("agreements:make-agreement", args=[world.area.code]))
        .status_code
        == 403
    )


def test_the_page_costs_the_same_however_much_was_agreed(world: World) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(world)
        return len(asked)

    agree(world)
    page(world)
    once = count()
    for number in range(12):
        agree(world, f"Afspraak {number}")
    assert count() == once
    assert "Er zijn 13 afspraken gemaakt." in page(world)
