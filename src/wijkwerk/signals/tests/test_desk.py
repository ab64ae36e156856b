"""The desk: the same rights for who comes by phone, paper or counter (CXO-12)."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World, appointed
from wijkwerk.answers.events import Verb as AnswerVerb
from wijkwerk.answers.models import Asker, AskerRole, Delivery, Door
from wijkwerk.signals.actions import publish
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.tests.places import PLACE, drawn_world, enter, picture, queries, sent, upload, words
from wijkwerk.signals.tests.test_sorting import reported
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


@pytest.fixture
def desk(client: Client, world: World) -> Client:
    return enter(client, world.desk_worker)


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


def fill_in(client: Client, **more: object) -> object:
    """The page, filled in."""
    given = {
        "door": "phone",
        "language": "nl",
        "text": "De bus stopt te ver weg.",
        "area": "voorstad",
        **more,
    }
    return client.post(reverse("signals:desk"), given)


@pytest.mark.requirement("CXO-12")
def test_by_phone_without_any_address_the_receipt_is_enough(desk: Client, world: World) -> None:
    moved = fill_in(desk)
    asker = Asker.objects.get()
    assert moved["Location"] == reverse("signals:desk-receipt", args=[asker.pk])
    receipt = words(desk.get(moved["Location"]))
    assert "<svg" in receipt
    assert re.search(rf"{asker.pk}-\w{{4}}-\w{{4}}-\w{{4}}-\w{{4}}", receipt)
    assert asker.thing.number in receipt
    assert "style=" not in receipt
    signal = Signal.objects.get()
    assert (signal.door, signal.entered_by, signal.resident_words) == (Door.PHONE, world.desk_worker, True)


@pytest.mark.requirement("CXO-12")
def test_what_comes_on_paper_weighs_what_comes_online(desk: Client, world: World) -> None:
    """The same promised day, the same place in the list, the same right to an answer; only the door differs."""
    sent(Client(), "De bus stopt te ver weg.")
    fill_in(desk, door="paper", address="Rielerweg 1\n7411 AA Deventer", name="A. Jansen", consent="on")
    online, paper = Signal.objects.order_by("pk")
    same = ("status", "answer_due_on", "text", "category", "resident_words", "route")
    assert [getattr(online, name) for name in same] == [getattr(paper, name) for name in same]
    assert online.thing.public == paper.thing.public
    askers = Asker.objects.order_by("pk")
    assert {asker.role for asker in askers} == {AskerRole.REPORTER}
    assert Delivery.objects.get().channel == "letter"
    enter(desk, world.area_officer)
    assert [row.askers for row in desk.get(reverse("signals:signals")).context["page"].rows] == [1, 1]


@pytest.mark.requirement("CXO-12")
def test_the_record_names_both_and_logs_the_meeting(desk: Client, world: World) -> None:
    fill_in(desk, door="desk", phone="0570 123456", name="Mevrouw Smit", consent="on")
    asker = Asker.objects.get()
    entry = JournalEntry.objects.get(verb=Verb.REPORTED)
    assert (entry.by, entry.on_behalf_of) == (world.desk_worker, asker.contact)
    assert (asker.entered_by, asker.door) == (world.desk_worker, Door.DESK)
    consent = JournalEntry.objects.get(verb=AnswerVerb.CONSENT_READ_OUT)
    assert (consent.by, consent.on_behalf_of, consent.detail_id) == (
        world.desk_worker,
        asker.contact,
        asker.pk,
    )


def test_contact_without_consent_is_not_kept(desk: Client, world: World) -> None:
    page = fill_in(desk, email="bewoner@example.org")
    assert page.status_code == 422
    text = words(page)
    assert "Lees voor wat wij bewaren" in text
    assert "De bus stopt te ver weg." in text
    assert not Signal.objects.exists()
    assert not Asker.objects.exists()


def test_area_and_door_stay_for_the_next(desk: Client, world: World) -> None:
    fill_in(desk, door="paper")
    page = words(desk.get(reverse("signals:desk")))
    assert re.search(r'value="voorstad" selected', page)
    assert re.search(r'value="paper" selected', page)
    assert "De bus stopt" in page
    form = page[page.index('name="text"') :][:200]
    assert "De bus stopt" not in form


def test_a_street_says_which_area(desk: Client, world: World) -> None:
    fill_in(desk, area="", place_text="rielerweg 12")
    signal = Signal.objects.get()
    assert (signal.thing.area, signal.longitude) == (world.area, PLACE[0])
    page = fill_in(desk, area="", place_text="Nergenslaan")
    assert page.status_code == 422
    assert "schrijf een straat die wij kennen" in words(page)


def test_someone_means_what_was_reported(desk: Client, world: World) -> None:
    signal = reported(world, "De bus stopt te ver weg van de flat")
    publish(signal_id=signal.pk, sentence=signal.text, whole_text=False, by=world.area_officer)
    look = words(fill_in(desk, action="look"))
    assert "van de flat" in look
    assert "De bus stopt te ver weg." in look
    assert Signal.objects.count() == 1
    fill_in(desk, same_as=str(signal.pk), phone="0612345678", consent="on", name="Jan")
    assert Signal.objects.count() == 1
    supporter = Asker.objects.get(role=AskerRole.SUPPORTER)
    assert (supporter.thing_id, supporter.entered_by) == (signal.pk, world.desk_worker)
    entry = JournalEntry.objects.get(verb=Verb.SUPPORTED)
    assert (entry.by, entry.on_behalf_of) == (world.desk_worker, supporter.contact)
    assert "U doet mee" in words(desk.get(reverse("signals:desk-receipt", args=[supporter.pk])))


def test_nothing_like_it(desk: Client, world: World) -> None:
    assert "Dit is nieuw" in words(fill_in(desk, action="look"))


def test_what_is_not_public_cannot_be_chosen(desk: Client, world: World) -> None:
    hidden = reported(world, "Heel iets anders")
    page = fill_in(desk, same_as=str(hidden.pk))
    assert page.status_code == 422
    assert not Asker.objects.filter(role=AskerRole.SUPPORTER).exists()


def test_a_retried_request_makes_no_second_signal(desk: Client, world: World) -> None:
    key = desk.get(reverse("signals:desk")).context["form"]["request_key"].value()
    first, again = fill_in(desk, request_key=key), fill_in(desk, request_key=key)
    assert first["Location"] == again["Location"]
    assert Signal.objects.count() == Asker.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": " "}, "Vertel wat u ziet"),
        ({"text": "a" * 5000}, "5000 tekens lang"),
        ({"area": "elders"}, "Kies een wijk uit de lijst"),
        ({"phone": "12"}, "te kort"),
        ({"email": "nee"}, "geen e-mailadres"),
        ({"photo": upload(b"geen foto")}, "geen foto die wij kunnen lezen"),
    ],
)
def test_bad_input_says_what_and_keeps_the_rest(
    desk: Client, world: World, given: dict[str, object], sentence: str
) -> None:
    page = fill_in(desk, name="Mevrouw Smit", **given)
    assert page.status_code == 422
    text = words(page)
    assert sentence in text
    assert "Mevrouw Smit" in text
    assert not Signal.objects.exists()


def test_a_photo_goes_along(desk: Client, world: World) -> None:
    fill_in(desk, photo=upload(picture()))
    assert Signal.objects.get().thing.attachments.count() == 1


def test_only_who_wrote_it_down_prints_the_secret_link(desk: Client, world: World) -> None:
    receipt = fill_in(desk)["Location"]
    colleague = appointed("desk_worker", world.area)
    page = enter(Client(), colleague).get(receipt)
    assert page.status_code == 403
    assert "Alleen wie dit invoerde" in words(page)
    assert desk.get(reverse("signals:desk-receipt", args=[999_999])).status_code == 404


def test_who_may_not_enter_for_others(client: Client, world: World) -> None:
    assert enter(client, world.executor).get(reverse("signals:desk")).status_code == 403
    assert fill_in(client).status_code == 403


def test_a_fixed_number_of_queries(desk: Client, world: World) -> None:
    fill_in(desk)
    one = queries(desk, reverse("signals:desk"))
    for count in range(11):
        fill_in(desk, text=f"Bus {count} te laat")
    assert queries(desk, reverse("signals:desk")) == one
