"""My service: what lies with it, answering with result and funding source, giving back with a reason."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World, appointed
from wijkwerk.answers.models import Answer
from wijkwerk.people.models import Organisation, OrganisationKind
from wijkwerk.signals.actions import Sorting, handled_through_need, triage
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import FundingSource, SignalStatus
from wijkwerk.signals.tests.places import drawn_world, enter, picture, queries, upload, words
from wijkwerk.signals.tests.test_sorting import reported

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


def routed(world: World, text: str = "De lamp is kapot", **more: object) -> Signal:
    """A signal that lies with the service of the contact officer."""
    signal = reported(world, text, **more)
    sorting = Sorting(destination="regular", service=world.organisations["groen"], sentence=text)
    return triage(signal_id=signal.pk, sorting=sorting, by=world.area_officer)


def answer(client: Client, signal: Signal, **more: object) -> object:
    """Fill in the form."""
    address = reverse("signals:answer", args=[signal.thing.number])
    return client.post(address, {"text": "De lamp brandt weer.", "funding_source": "regular", **more})


def test_only_what_lies_with_my_service_in_my_areas(client: Client, world: World) -> None:
    mine, new = routed(world, "Voor ons"), reported(world, "Nog niet bekeken")
    page = words(enter(client, world.service_contact_officer).get(reverse("signals:service")))
    assert mine.thing.number in page
    assert new.thing.number not in page
    other = Organisation.objects.create(key="wegen", name="Wegen", kind=OrganisationKind.SERVICE)
    colleague = appointed("service_contact_officer", world.area, other)
    assert "Er ligt niets bij uw dienst" in words(enter(client, colleague).get(reverse("signals:service")))
    page = client.get(reverse("signals:answer", args=[mine.thing.number]))
    assert page.status_code == 403
    assert "bij een andere dienst" in words(page)
    assert answer(client, mine).status_code == 403


@pytest.mark.requirement("DEV-19")
def test_an_answer_states_from_what_money_and_the_share_is_reported(client: Client, world: World) -> None:
    enter(client, world.service_contact_officer)
    signals = [routed(world, f"Lamp {number}") for number in range(3)]
    page = answer(client, signals[0], funding_source="")
    assert page.status_code == 422
    assert "Kies waaruit dit is betaald." in words(page)
    for signal, source in zip(signals, ("regular", "regular", "partner"), strict=True):
        assert answer(client, signal, funding_source=source).status_code == 302
    in_need = reported(world, "Meer groen")
    Signal.objects.filter(pk=in_need.pk).update(status=SignalStatus.IN_NEED)
    handled_through_need(
        thing_ids=[in_need.pk, signals[0].pk], funding_source=FundingSource.AREA_BUDGET, by=world.area_officer
    )
    enter(client, world.area_officer)
    shares = client.get(reverse("signals:signals")).context["shares"]
    assert [(row["number"], row["percent"]) for row in shares] == [(2, 50), (1, 25), (1, 25)]
    page = words(client.get(reverse("signals:signals")))
    assert "gewone begroting van een dienst" in page
    assert "budget van de wijk" in page


def test_the_result_with_photo_reaches_who_asked(client: Client, world: World) -> None:
    signal = routed(world)
    enter(client, world.service_contact_officer)
    assert answer(client, signal, photo=upload(picture())).status_code == 302
    signal.refresh_from_db()
    assert signal.status == SignalStatus.ANSWERED
    told = Answer.objects.get(turn="answered")
    assert (told.text, told.closing, told.function) == ("De lamp brandt weer.", True, "Groen en Spelen")
    assert signal.thing.attachments.get().by_resident is False
    done = words(client.get(reverse("signals:answer", args=[signal.thing.number])))
    assert "al beantwoord" in done
    assert answer(client, signal).status_code == 422


@pytest.mark.parametrize("content", [b"geen foto", picture() + b"\0" * 16_000_000])
def test_a_wrong_photo_keeps_the_text_and_answers_nobody(
    client: Client, world: World, content: bytes
) -> None:
    signal = routed(world)
    page = answer(enter(client, world.service_contact_officer), signal, photo=upload(content))
    assert page.status_code == 422
    assert "De lamp brandt weer." in words(page)
    assert 'id="id_photo_error"' in words(page)
    assert not Answer.objects.filter(turn="answered").exists()


def test_giving_back_needs_a_reason_that_the_officer_reads(client: Client, world: World) -> None:
    signal = routed(world)
    address = reverse("signals:give-back", args=[signal.thing.number])
    enter(client, world.service_contact_officer)
    page = client.post(address, {"because": " "})
    assert page.status_code == 422
    assert "Schrijf waarom dit niet bij uw dienst hoort" in words(page)
    assert client.post(address, {"because": "Dit is van de woningcorporatie."}).status_code == 302
    signal.refresh_from_db()
    assert (signal.status, signal.service) == (SignalStatus.NEW, None)
    enter(client, world.area_officer)
    page = words(client.get(reverse("signals:triage", args=[signal.thing.number])))
    assert "Dit is van de woningcorporatie." in page


def test_the_officer_sends_it_to_another_service(client: Client, world: World) -> None:
    signal = routed(world)
    other = Organisation.objects.create(key="wegen", name="Wegen", kind=OrganisationKind.SERVICE)
    enter(client, world.area_officer)
    address = reverse("signals:pass-on", args=[signal.thing.number])
    assert "Geef door" in words(client.get(reverse("signals:triage", args=[signal.thing.number])))
    client.post(address, {"service": other.pk})
    signal.refresh_from_db()
    assert signal.service == other
    client.post(address, {"service": "99999"})
    signal.refresh_from_db()
    assert signal.service == other


def test_the_officer_answers_what_is_new(client: Client, world: World) -> None:
    signal = reported(world)
    assert answer(enter(client, world.area_officer), signal, funding_source="none").status_code == 302
    signal.refresh_from_db()
    assert (signal.status, signal.funding_source) == (SignalStatus.ANSWERED, FundingSource.NONE)


def test_a_role_without_service_says_what_is_missing(client: Client, world: World) -> None:
    page = words(enter(client, world.maintenance_coordinator).get(reverse("signals:service")))
    assert "Bij uw taak staat nog geen dienst" in page


def test_a_fixed_number_of_queries(client: Client, world: World) -> None:
    enter(client, world.service_contact_officer)
    routed(world)
    one = queries(client, reverse("signals:service"))
    for count in range(11):
        routed(world, f"Lamp {count}")
    assert queries(client, reverse("signals:service")) == one
    assert len(client.get(reverse("signals:service")).context["page"].rows) == 12
