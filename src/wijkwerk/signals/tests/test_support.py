"""Misschien al gemeld, and "dat bedoel ik ook"."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.answers.models import Asker, AskerRole, Delivery, Door
from wijkwerk.people.actions import remember_contact
from wijkwerk.signals.actions import Report, publish, report
from wijkwerk.signals.models import Signal
from wijkwerk.signals.tests.places import PLACE, at, drawn_world, queries, seen, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


def reported(world: World, text: str = "De lamp is kapot", *, public: bool = True, **more: object) -> Signal:
    """A signal at the place."""
    given = {"longitude": PLACE[0], "latitude": PLACE[1], **more}
    signal, _asker = report(
        Report(area=world.area, text=text, door=Door.WEB, **given),
        contact=remember_contact(email="eerste@example.org"),
    )
    if public:
        publish(signal_id=signal.pk, sentence=text, whole_text=False, by=world.area_officer)
    signal.refresh_from_db()
    return signal


def test_what_is_near_is_shown_once_before_going_on(client: Client, world: World) -> None:
    signal = reported(world)
    reported(world, "Nog niet bekeken", public=False)
    seen(client)
    moved = at(client, area="", action="search", search="Rielerweg")
    page = words(client.get(moved["Location"]))
    assert "Misschien al gemeld" in page
    assert signal.thing.sentence in page
    assert reverse("signals:support", args=[signal.thing.number]) in page
    assert "Nog niet bekeken" not in page
    assert at(client, seen="1")["Location"] == reverse("signals:report-reply")


def test_who_goes_on_at_once_is_shown_it_first(client: Client, world: World) -> None:
    reported(world, place_text="bij de bakker")
    seen(client)
    assert at(client, place_text="Bij de bakker")["Location"].endswith("#al-gemeld")
    assert at(client, place_text="Bij de bakker")["Location"] == reverse("signals:report-reply")


def test_what_is_far_away_is_not_shown(client: Client, world: World) -> None:
    reported(world, latitude=52.0095)
    seen(client)
    at(client, area="", action="search", search="Rielerweg")
    assert "Misschien al gemeld" not in words(client.get(reverse("signals:report-place")))


def test_support_without_mail_address_gives_a_link_of_ones_own(client: Client, world: World) -> None:
    signal = reported(world)
    seen(client, "Hetzelfde")
    address = reverse("signals:support", args=[signal.thing.number])
    assert signal.thing.sentence in words(client.get(address))
    page = client.post(address, {"email": ""}, follow=True)
    asker = Asker.objects.get(role=AskerRole.SUPPORTER)
    assert f"/volg/{asker.pk}/" in words(page)
    client.post(address, {"email": ""})
    assert Asker.objects.filter(role=AskerRole.SUPPORTER).count() == 1
    assert Signal.objects.count() == 1


def test_support_with_a_mail_address_never_shows_anyones_link(client: Client, world: World) -> None:
    """Whoever types somebody else's address must not be handed that person's page."""
    signal = reported(world)
    address = reverse("signals:support", args=[signal.thing.number])
    pages = [client.post(address, {"email": who}) for who in ("eerste@example.org", "nieuw@example.org")]
    assert {page["Location"] for page in pages} == {signal.thing.get_absolute_url()}
    assert "/volg/" not in words(client.get(reverse("signals:report-done"), follow=True))
    assert Asker.objects.count() == 2
    assert Delivery.objects.filter(kind="confirmation").count() == 2


def test_a_wrong_mail_address_keeps_what_was_typed(client: Client, world: World) -> None:
    page = client.post(reverse("signals:support", args=[reported(world).thing.number]), {"email": "x@"})
    assert page.status_code == 422
    assert 'value="x@"' in words(page)


def test_what_is_not_public_cannot_be_supported(client: Client, world: World) -> None:
    hidden = reported(world, public=False)
    assert client.get(reverse("signals:support", args=[hidden.thing.number])).status_code == 404
    assert client.get(reverse("signals:support", args=["M-2026-9999"])).status_code == 404


def test_what_was_answered_is_better_reported_again(client: Client, world: World) -> None:
    signal = reported(world)
    Signal.objects.filter(pk=signal.pk).update(status="answered", funding_source="regular")
    page = client.post(reverse("signals:support", args=[signal.thing.number]), {"email": ""})
    assert page.status_code == 422
    assert "al beantwoord" in words(page)
    assert "Meld het dan opnieuw" in words(page)


def test_the_place_screen_costs_the_same_however_much_is_near(client: Client, world: World) -> None:
    reported(world)
    seen(client)
    at(client, area="", action="search", search="Rielerweg")
    one = queries(client, reverse("signals:report-place"))
    for count in range(11):
        reported(world, f"Lamp {count} kapot")
    assert queries(client, reverse("signals:report-place")) == one
