"""Three screens, without JavaScript: nothing is lost, nothing is sent twice, nobody has to be organised."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.world import World
from wijkwerk.answers.models import Asker, Delivery, Door
from wijkwerk.foundation import clock
from wijkwerk.signals.actions import report, sweep_drafts
from wijkwerk.signals.actions.reporting import Report
from wijkwerk.signals.models import Draft, Signal
from wijkwerk.signals.tests.places import at, drawn_world, reply, seen, sent, upload, words
from wijkwerk.thread.models import Attachment

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.requirement("DEV-48")
def test_a_report_without_account_or_address(client: Client, world: World) -> None:
    page = sent(client)
    signal = Signal.objects.get()
    asker = Asker.objects.get()
    assert signal.text == "De lamp bij het hek is kapot."
    assert (signal.thing.area, signal.door, asker.contact) == (world.area, Door.WEB, None)
    text = words(page)
    assert signal.thing.number in text
    assert f"/volg/{asker.pk}/" in text
    assert str(signal.answer_due_on.day) in text
    assert not Delivery.objects.exists()


@pytest.mark.requirement("DEV-48")
def test_one_may_choose_to_stay_informed_at_once_or_afterwards(client: Client, world: World) -> None:
    sent(client, email="eerst@example.org")
    assert Asker.objects.get().contact is not None
    other = Client()
    sent(other)
    other.post(reverse("signals:report-done"), {"email": "later@example.org"})
    assert Asker.objects.exclude(contact=None).count() == 2
    assert Delivery.objects.filter(kind="confirmation").count() == 2


def test_a_mail_address_that_is_none_keeps_what_was_typed(client: Client, world: World) -> None:
    seen(client)
    at(client)
    page = reply(client, email="geen adres", own_contribution="Ik help mee 🌱")
    assert page.status_code == 422
    assert "Dit is geen e-mailadres" in words(page)
    assert "Ik help mee 🌱" in words(page)


def test_danger_and_worry_stand_before_the_first_field(client: Client, world: World) -> None:
    text = words(client.get(reverse("signals:report")))
    first_field = text.index('name="text"')
    assert text.index("112") < first_field
    assert text.index("Veilig Thuis") < first_field


@pytest.mark.requirement("CXO-14")
def test_the_promise_of_service_stands_on_the_form(client: Client, world: World) -> None:
    promise = world.approach.resident_texts["promise"].text
    assert promise.nl in words(client.get(reverse("signals:report")))
    assert promise.en in words(client.get(reverse("signals:report"), headers={"accept-language": "en"}))


def test_going_back_loses_nothing(client: Client, world: World) -> None:
    seen(client, "Het hek piept", photo=upload())
    at(client, place_text="bij de bakker", whole_neighbourhood="on")
    reply(client, action="back", email="bezig@", own_contribution="verven")
    place = words(client.get(reverse("signals:report-place")))
    assert 'value="bij de bakker"' in place
    assert re.search(r"whole_neighbourhood[^>]*checked", place)
    answer = words(client.get(reverse("signals:report-reply")))
    assert 'value="bezig@"' in answer
    assert "verven" in answer
    first = words(client.get(reverse("signals:report")))
    assert "Het hek piept" in first
    assert reverse("signals:report-photo") in first
    kept = client.get(reverse("signals:report-photo"))
    assert kept["Content-Type"] == "image/jpeg"
    assert Client().get(reverse("signals:report-photo")).status_code == 404


def test_back_from_the_second_screen_keeps_it(client: Client, world: World) -> None:
    seen(client)
    moved = at(client, action="back", place_text="achter de kerk")
    assert moved["Location"] == reverse("signals:report")
    assert "achter de kerk" in words(client.get(reverse("signals:report-place")))


def test_what_is_typed_is_kept_encrypted_and_for_a_day(client: Client, world: World) -> None:
    seen(client, "Het hek piept")
    at(client)
    reply(client, email="geheim@example.org")
    draft = Draft.objects.get()
    assert b"geheim@example.org" not in bytes(draft.content)
    assert b"piept" not in bytes(draft.content)
    assert client.cookies["melding"].value not in (draft.key, draft.content)
    sweep_drafts()
    assert Draft.objects.exists()
    with clock.at(timezone.now() + timedelta(days=1, minutes=1)):
        assert "piept" not in words(client.get(reverse("signals:report")))
        sweep_drafts()
    assert not Draft.objects.exists()


def test_once_sent_nothing_stays_in_the_draft(client: Client, world: World) -> None:
    seen(client, photo=upload())
    at(client)
    client.post(reverse("signals:report-check"))
    draft = Draft.objects.get()
    assert (bytes(draft.content), draft.photo) == (b"", None)
    assert Attachment.objects.count() == 1


def test_a_retried_request_makes_no_second_signal(client: Client, world: World) -> None:
    first = sent(client, email="dubbel@example.org")
    again = client.post(reverse("signals:report-check"), follow=True)
    assert Signal.objects.count() == Asker.objects.count() == 1
    assert Signal.objects.get().thing.number in words(again)
    assert first.status_code == again.status_code == 200


def test_a_retried_request_key_gives_the_first_signal(world: World) -> None:
    given = Report(area=world.area, text="Een keer", door=Door.WEB, request_key="sleutel")
    assert report(given) == report(given)


def test_after_one_report_the_next_starts_empty(client: Client, world: World) -> None:
    sent(client)
    assert "De lamp" not in words(client.get(reverse("signals:report")))
    sent(client, "Iets anders")
    assert Signal.objects.count() == 2


def test_start_over_throws_it_away(client: Client, world: World) -> None:
    seen(client)
    client.post(reverse("signals:report-again"))
    assert not Draft.objects.exists()


@pytest.mark.parametrize("screen", ["report-place", "report-reply", "report-check", "report-done"])
def test_a_later_screen_without_the_first_leads_back(client: Client, world: World, screen: str) -> None:
    assert client.get(reverse(f"signals:{screen}"))["Location"] == reverse("signals:report")


def test_the_area_of_the_link_is_chosen(client: Client, world: World) -> None:
    client.post(reverse("signals:report") + "?area=keizers", {"text": "Bankje kapot"})
    assert re.search(r'value="keizers" selected', words(client.get(reverse("signals:report-place"))))
