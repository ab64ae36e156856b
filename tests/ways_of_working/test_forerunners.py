"""A programme has its own goal; what serves it is counted apart from its successor."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.planning import Place, place_under, sector_plan
from tests.world import LONG_AGO
from wijkwerk.areas.actions import start_programme
from wijkwerk.areas.models import Area, Programme
from wijkwerk.areas.queries import programme_areas
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Person
from wijkwerk.plans import actions
from wijkwerk.plans.models import Measure, ProgrammeItem
from wijkwerk.plans.queries import serving
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.thread import kinds
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import JournalEntry, Thing

pytestmark = pytest.mark.django_db

GOAL = "Bewoners betrekken bij het leefbaar krijgen of houden van hun buurt"


@pytest.fixture
def place() -> Place:
    return place_under("dordrecht_1997")


def begun(place: Place, name: str = "buurtbeheer", **more: Any) -> Programme:
    return start_programme(
        **{
            "key": name,
            "name": name.capitalize(),
            "goal": GOAL,
            "areas": [place.world.area],
            "decided_on": date(1990, 1, 1),
            "decided_by": "het college",
            "public_text": "Zo beginnen wij.",
            **more,
        }
    )


def a_thing(place: Place, kind: str, sentence: str = "Iets", area: Area | None = None) -> Thing:
    return bear(kind, area=area or place.world.area, sentence=sentence, public=True)


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


@pytest.mark.requirement("DOR-40")
def test_items_of_every_kind_are_counted_apart_from_the_successor(place: Place) -> None:
    officer = place.world.policy_officer
    first = begun(place)
    second = begun(place, "wijkbeheer", follows=first, decided_on=date(1993, 1, 1))
    signal, need, wish = (a_thing(place, kind) for kind in ("signal", "need", "wish"))
    for thing in (signal, need):
        actions.tag(programme_id=first.pk, thing=thing, by=officer)
    actions.tag(programme_id=second.pk, thing=wish, by=officer)
    assert serving([first, second]) == {first.pk: {"signal": 1, "need": 1}, second.pk: {"wish": 1}}
    assert actions.serves(signal) == first
    # An item serves one programme; it goes over only when it was taken out first.
    with pytest.raises(Conflict, match="Buurtbeheer") as refused:
        actions.tag(programme_id=second.pk, thing=signal, by=officer)
    assert refused.value.reason.way_out
    actions.untag(thing=signal, by=officer)
    actions.tag(programme_id=second.pk, thing=signal, by=officer)
    assert serving([first, second]) == {first.pk: {"need": 1}, second.pk: {"signal": 1, "wish": 1}}
    verbs = JournalEntry.objects.filter(thing=signal).order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-3:] == ["plans.tagged", "plans.untagged", "plans.tagged"]


@pytest.mark.requirement("DOR-40")
def test_a_measure_is_tagged_by_its_number_and_by_its_form_in_one_place(place: Place) -> None:
    thing = a_thing(place, "measure")
    Measure.objects.create(thing=thing, motive="Daarom", funding="none", status=MeasureStatus.ADOPTED)
    programme = begun(place)
    actions.tag(programme_id=programme.pk, thing=thing, by=place.world.policy_officer)
    assert Measure.objects.get(thing=thing).programme == programme
    assert not ProgrammeItem.objects.exists()
    assert serving([programme]) == {programme.pk: {"measure": 1}}
    actions.untag(thing=thing, by=place.world.policy_officer)
    assert serving([programme]) == {programme.pk: {}}


def test_what_cannot_serve_a_goal_is_refused(place: Place) -> None:
    world = place.world
    officer = world.policy_officer
    aimless = begun(place, "zonder", goal="")
    with pytest.raises(Conflict, match="geen doel"):
        actions.tag(programme_id=aimless.pk, thing=a_thing(place, "need"), by=officer)
    beside = Area.objects.create(
        code="naast", name="Naast", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    programme = begun(place)
    with pytest.raises(Invalid, match="Naast") as refused:
        actions.tag(programme_id=programme.pk, thing=a_thing(place, "need", area=beside), by=officer)
    assert refused.value.reason.field == "about"
    with pytest.raises(Refused):
        actions.tag(programme_id=programme.pk, thing=a_thing(place, "need"), by=world.desk_worker)
    with pytest.raises(Conflict, match="geen programma"):
        actions.untag(thing=a_thing(place, "need"), by=officer)
    # A neighbourhood within an area that takes part takes part.
    inside = a_thing(place, "need", area=world.neighbourhood)
    actions.tag(programme_id=programme.pk, thing=inside, by=officer)


def test_a_programme_is_begun_and_tagged_in_the_browser(place: Place) -> None:
    world = place.world
    first = begun(place)
    officer = signed_in(world.policy_officer)
    begin = reverse("plans:begin-programme")
    assert begin in officer.get(reverse("plans:programmes")).content.decode()
    assert begin not in Client().get(reverse("plans:programmes")).content.decode()
    given = {
        "name": "Wijkbeheer",
        "goal": "Een werkproces dat uitnodigt",
        "follows": first.pk,
        "areas": [world.area.pk],
        "stage": "experiment",
        "decided_on": "1993-01-01",
        "decided_by": "de raad",
        "public_text": "",
    }
    half = officer.post(begin, given)
    assert half.status_code == 422
    page = half.content.decode()
    assert "Een werkproces dat uitnodigt" in page
    assert "#id_public_text" in page
    same = officer.post(begin, {**given, "public_text": "Zo gaan wij verder.", "name": "Buurtbeheer"})
    assert same.status_code == 422
    assert "#id_name" in same.content.decode()
    assert officer.post(begin, {**given, "public_text": "Zo gaan wij verder."}).status_code == 302
    second = Programme.objects.get(key="wijkbeheer")
    assert (second.follows, programme_areas(second, date(1993, 1, 1))) == (first, [world.area])

    thing = a_thing(place, "need", "Ouderen durven de straat niet op")
    tag = reverse("plans:tag", args=[first.key])
    unknown = officer.post(tag, {"about": "B-1990-1"})
    assert unknown.status_code == 422
    assert "B-1990-1" in unknown.content.decode()
    assert officer.post(tag, {"about": thing.number.lower()}).status_code == 302
    told = Client().get(reverse("plans:programme", args=[first.key])).content.decode()
    assert f"1 {kinds.kind_of('need').label}" in told
    assert "Ouderen durven de straat niet op" in told
    assert GOAL in told
    assert "Wijkbeheer" in told  # what came after it
    other = Client().get(reverse("plans:programme", args=[second.key])).content.decode()
    assert "Ouderen durven de straat niet op" not in other
    untag = reverse("plans:untag", args=[second.key, thing.number])
    assert officer.post(untag).status_code == 404  # it is not of this programme
    assert officer.post(reverse("plans:untag", args=[first.key, thing.number])).status_code == 302
    assert serving([first]) == {first.pk: {}}

    widen = reverse("plans:widen", args=[second.key])
    later = {key: given[key] for key in ("areas", "decided_on", "decided_by")}
    later |= {"stage": "city_wide", "public_text": "Nu overal."}
    assert officer.post(widen, later).status_code == 422  # not later than the last decision
    assert officer.post(widen, {**later, "decided_on": "1994-01-01"}).status_code == 302
    assert signed_in(world.desk_worker).get(tag).status_code == 403
    assert signed_in(world.desk_worker).get(widen).status_code == 403


def test_more_programmes_and_items_cost_no_more_queries(place: Place) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            Client().get(reverse("plans:programmes"))
            Client().get(reverse("plans:programme", args=["buurtbeheer"]))
        return len(queries)

    first = begun(place)
    officer = place.world.policy_officer
    actions.tag(programme_id=first.pk, thing=a_thing(place, "need"), by=officer)
    asked()
    few = asked()
    for number in range(5):
        begun(place, f"nummer-{number}", decided_on=date(1991, 1, 1) + timedelta(days=number))
        actions.tag(programme_id=first.pk, thing=a_thing(place, "need"), by=officer)
    assert asked() == few


@pytest.mark.requirement("DOR-40")
def test_a_forerunner_keeps_its_own_goal_and_its_measures_are_counted(client: Client) -> None:
    place = place_under("dordrecht_1997")
    area = place.world.area
    said = {"areas": [area], "decided_by": "het college", "public_text": "Zo beginnen wij."}
    first = start_programme(
        key="buurtbeheer",
        name="Buurtbeheer",
        goal="Bewoners betrekken bij het leefbaar krijgen of houden van hun buurt",
        decided_on=date(1990, 1, 1),
        **said,
    )
    second = start_programme(
        key="wijkbeheer",
        name="Wijkbeheer",
        goal="Een werkproces dat uitnodigt",
        follows=first,
        decided_on=date(1993, 1, 1),
        **said,
    )
    first.refresh_from_db()
    assert (first.goal, first.followed_by) == (
        "Bewoners betrekken bij het leefbaar krijgen of houden van hun buurt",
        second,
    )
    officer = place.officer_of("safety")
    plan = sector_plan(place, "safety_plan", "safety", "Buurtfeest", programme=first)
    for sentence, programme_of in (("Speelplek", first), ("Overleg", second), ("Licht", None)):
        given = place.given(sentence, theme="safety", programme=programme_of)
        actions.put_measure(plan_id=plan.pk, given=given, by=officer)
    assert serving([first, second]) == {first.pk: {}, second.pk: {}}  # drafts are no measures yet
    Measure.objects.update(status=MeasureStatus.ADOPTED)
    assert serving([first, second]) == {first.pk: {"measure": 2}, second.pk: {"measure": 1}}
    body = client.get(reverse("portal:approach")).content.decode()
    assert f"{first.goal} (2 maatregelen)" in body
    assert f"{second.goal} (1 maatregel)" in body
    assert "Voorloper: Buurtbeheer." in body
    # Whoever writes the plan tags a measure with it.
    client.force_login(officer.account)
    form = client.get(reverse("plans:put", args=[plan.thing.number])).content.decode()
    assert "Buurtbeheer" in form
