"""What is there already: needs and measures under way are found too, and can be meant too."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.foundation import clock
from wijkwerk.needs.actions import Understanding, bundle
from wijkwerk.needs.models import Need
from wijkwerk.plans.models import Measure
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.portal.tests.factories import a_measure
from wijkwerk.signals.actions import Report, publish, report
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import maybe_reported
from wijkwerk.signals.rules import Filled
from wijkwerk.signals.tests.places import PLACE, at, drawn_world, enter, queries, reply, seen, words
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

DARK = "De lamp op het spoorpad is kapot"


@pytest.fixture
def world() -> World:
    return drawn_world()


def under_way(world: World) -> Measure:
    return a_measure(world, "Vijf lampen langs het spoor", status=MeasureStatus.UNDER_WAY)


def understood(world: World) -> Need:
    """A need that came of a report in other words."""
    given = Report(area=world.area, text="De lamp op het spoorpad brandt niet", door=Door.WEB)
    signal, _asker = report(given)
    publish(signal_id=signal.pk, sentence=given.text, whole_text=False, by=world.area_officer)
    need = Understanding(sentence="Iedereen durft daar te fietsen", asked="Verlichting")
    return bundle(area=world.area, signal_ids=[signal.pk], into=need, by=world.area_officer)


def page_where(client: Client, text: str = DARK) -> str:
    seen(client, text)
    at(client, action="area")
    return words(client.get(reverse("signals:report-place")))


def test_a_measure_under_way_and_the_need_of_others_like_it_are_found(client: Client, world: World) -> None:
    measure, need = under_way(world), understood(world)
    page = page_where(client)
    assert "Hier wordt al aan gewerkt" in page
    for thing in (measure.thing, need.thing):
        assert reverse("signals:support", args=[thing.number]) in page


def test_who_goes_on_at_once_is_shown_it_first(client: Client, world: World) -> None:
    under_way(world)
    seen(client, DARK)
    assert at(client)["Location"].endswith("#al-gemeld")
    assert at(client, seen="1")["Location"] == reverse("signals:report-reply")


def test_what_is_done_or_elsewhere_is_not_shown(client: Client, world: World) -> None:
    a_measure(world, "Vijf lampen langs het spoor", status=MeasureStatus.DONE)
    a_measure(world, "Vijf lampen langs het spoor", status=MeasureStatus.UNDER_WAY, area=world.city)
    assert "Hier wordt al aan gewerkt" not in page_where(client)


@pytest.mark.parametrize("kind", ["signal", "need", "measure"])
def test_anyone_can_mean_an_open_one_too_from_its_own_page(client: Client, world: World, kind: str) -> None:
    understood(world)
    under_way(world)
    thing = Thing.objects.get(kind=kind)
    address = reverse("signals:support", args=[thing.number])
    assert address in words(client.get(thing.get_absolute_url()))
    seen(client, "Hetzelfde")
    page = words(client.post(address, {"email": ""}, follow=True))
    assert Asker.objects.get(role=AskerRole.SUPPORTER).thing == thing
    assert thing.number in page


def test_what_is_over_is_better_reported_anew(client: Client, world: World) -> None:
    measure, need = under_way(world), understood(world)
    Measure.objects.update(status=MeasureStatus.DONE)
    Signal.objects.update(status="answered", funding_source="regular")
    Thing.objects.filter(pk=need.pk).update(ended_on=clock.today())
    for thing in (measure.thing, need.thing, Signal.objects.get().thing):
        address = reverse("signals:support", args=[thing.number])
        assert address not in words(client.get(thing.get_absolute_url()))
        assert client.post(address, {"email": ""}).status_code == 422
    assert not Asker.objects.filter(role=AskerRole.SUPPORTER).exists()


def test_the_same_subject_in_the_same_buurt_counts(world: World) -> None:
    category = world.approach.signals.categories[0].key
    where = {"neighbourhood": world.neighbourhood, "category": category}
    given = Report(area=world.area, text="Iets heel anders", door=Door.WEB, **where)
    signal, _asker = report(given)
    publish(signal_id=signal.pk, sentence=given.text, whole_text=False, by=world.area_officer)
    filled = Filled(text="Paaltje omver", area_id=world.area.pk, neighbourhood_id=world.neighbourhood.pk)
    assert maybe_reported(filled) == []
    of_the_same = Filled(**{**filled.__dict__, "category": category})
    assert maybe_reported(of_the_same) == [signal]
    far = Filled(**{**of_the_same.__dict__, "longitude": PLACE[0], "latitude": PLACE[1]})
    assert maybe_reported(far) == [signal]


def test_the_place_screen_costs_the_same_however_much_goes_on(client: Client, world: World) -> None:
    under_way(world)
    understood(world)
    page_where(client)
    few = queries(client, reverse("signals:report-place"))
    for _count in range(6):
        under_way(world)
        understood(world)
    assert queries(client, reverse("signals:report-place")) == few


def test_an_addition_names_what_it_is_about_and_stands_in_that_area(client: Client, world: World) -> None:
    thing = under_way(world).thing
    form = f"{reverse('signals:report')}?over={thing.number}"
    assert form in words(client.get(thing.get_absolute_url()))
    assert thing.sentence in words(client.get(form))
    client.post(form, {"text": "Er staan er nu zes."})
    assert 'value="voorstad" selected' in words(client.get(reverse("signals:report-place")))
    at(client, seen="1")
    at(client, seen="1")
    reply(client)
    assert thing.sentence in words(client.get(reverse("signals:report-check")))
    client.post(reverse("signals:report-check"))
    signal = Signal.objects.get()
    assert signal.about == thing
    enter(client, world.area_officer)
    page = words(client.get(reverse("signals:triage", args=[signal.thing.number])))
    assert "Dit gaat over:" in page
    assert thing.number in page


def test_what_is_not_public_is_not_named(client: Client, world: World) -> None:
    hidden, _asker = report(Report(area=world.area, text="Nog niet bekeken", door=Door.WEB))
    page = words(client.get(f"{reverse('signals:report')}?over={hidden.thing.number}"))
    assert "Nog niet bekeken" not in page
    assert client.get(f"{reverse('signals:report')}?over=onzin").status_code == 200
