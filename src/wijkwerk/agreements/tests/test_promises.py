"""A promise is kept, or openly given back to the residents and ended only together with them (DEV-04)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.world import World, make_world
from wijkwerk.agreements import actions
from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.queries import late_promises
from wijkwerk.agreements.rules import ENDS, PROMISE, PromiseState
from wijkwerk.answers.models import Answer
from wijkwerk.foundation import clock
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import tell_story

TODAY = date(2026, 3, 2)
MESSAGE = "De grond is van de corporatie. Wilt u samen met ons een plan maken?"


@given(st.lists(st.sampled_from(PromiseState), min_size=1, max_size=6))
def test_no_way_leads_past_the_residents(path: list[PromiseState]) -> None:
    """Whoever reaches "given up" or "kept together" passed "cannot be kept alone"."""
    walk = [PromiseState.OPEN, *path]
    if all(PROMISE.allows(one, other) for one, other in pairwise(walk)) and walk[-1] in (
        PromiseState.GIVEN_UP,
        PromiseState.KEPT_TOGETHER,
    ):
        assert PromiseState.CANNOT_ALONE in walk
    assert all(state not in PROMISE.arrows for state in ENDS)


@pytest.fixture(autouse=True)
def today():
    with clock.at(datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def made(world: World, about: Thing | None = None, **given_: object) -> Promise:
    return actions.promise(
        **{
            "area": world.area,
            "text": "Het hek is voor de zomer breder",
            "function": "wijkambtenaar Voorstad",
            "due_on": TODAY + timedelta(30),
            "by": world.area_officer,
            "about": about,
            **given_,
        }
    )


def a_measure(world: World) -> Thing:
    return bear("measure", area=world.area, sentence="Breder hek", public=True)


@pytest.mark.requirement("DEV-04")
def test_what_cannot_be_kept_alone_asks_a_message_to_the_residents(world: World) -> None:
    promise = made(world, a_measure(world))
    for empty in ("", "  \n "):
        with pytest.raises(Invalid) as refused:
            actions.cannot_keep_alone(promise_id=promise.pk, message=empty, by=world.area_officer)
        assert refused.value.reason.field == "message"
    promise.refresh_from_db()
    assert promise.state == PromiseState.OPEN
    actions.cannot_keep_alone(promise_id=promise.pk, message=MESSAGE, by=world.area_officer)
    promise.refresh_from_db()
    assert (promise.state, promise.message, promise.told_on) == (PromiseState.CANNOT_ALONE, MESSAGE, TODAY)
    assert Answer.objects.get().text == MESSAGE


@pytest.mark.requirement("DEV-04")
def test_it_ends_only_with_a_joint_proposal(world: World) -> None:
    promise = made(world)
    with pytest.raises(StepNotAllowed):
        actions.close_together(promise_id=promise.pk, joint_proposal="x", kept=True, by=world.area_officer)
    actions.cannot_keep_alone(promise_id=promise.pk, message=MESSAGE, by=world.area_officer)
    with pytest.raises(StepNotAllowed, match="dit kunnen wij niet alleen"):
        actions.keep(promise_id=promise.pk, by=world.area_officer)
    with pytest.raises(Invalid) as refused:
        actions.close_together(promise_id=promise.pk, joint_proposal=" ", kept=False, by=world.area_officer)
    assert refused.value.reason.field == "joint_proposal"
    ended = actions.close_together(
        promise_id=promise.pk, joint_proposal="Wij planten samen.", kept=False, by=world.area_officer
    )
    assert (ended.state, ended.closed_on) == (PromiseState.GIVEN_UP, TODAY)


@pytest.mark.requirement("DEV-04")
@pytest.mark.parametrize("state", ["cannot_be_kept_alone", "kept_together", "given_up"])
def test_the_database_keeps_the_rule_too(world: World, state: str) -> None:
    promise = made(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Promise.objects.filter(pk=promise.pk).update(state=state)


@pytest.mark.requirement("DEV-04")
def test_a_promise_has_an_owner_and_a_date_in_the_future(world: World) -> None:
    for field, wrong in (("due_on", TODAY - timedelta(1)), ("text", " "), ("function", "")):
        with pytest.raises(Invalid) as refused:
            made(world, **{field: wrong})
        assert refused.value.reason.field == field
    assert not Promise.objects.exists()


def test_a_promise_is_about_a_thing_of_its_own_area(world: World) -> None:
    elsewhere = bear("measure", area=world.neighbourhood, sentence="elders")
    with pytest.raises(Invalid) as refused:
        made(world, elsewhere)
    assert refused.value.reason.field == "about"


def test_late_is_a_fact_and_not_a_state(world: World) -> None:
    promise = made(world)
    assert not late_promises([world.area])
    with clock.at(datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        assert list(late_promises([world.area])) == [promise]
        actions.keep(promise_id=promise.pk, by=world.area_officer)
        assert not late_promises([world.area])


def test_the_story_tells_every_turn(world: World) -> None:
    measure = a_measure(world)
    promise = made(world, measure)
    actions.cannot_keep_alone(promise_id=promise.pk, message=MESSAGE, by=world.area_officer)
    actions.close_together(promise_id=promise.pk, joint_proposal="Samen.", kept=True, by=world.area_officer)
    titles = [str(moment.title) for moment in tell_story(measure, None).moments]
    for title in (
        "Beloofd: Het hek is voor de zomer breder",
        "Dit kunnen wij niet alleen",
        "Samen met bewoners gehouden",
    ):
        assert title in titles


def test_residents_promise_nothing_for_the_municipality(world: World) -> None:
    for person in (world.resident_team_member, world.adviser, None):
        with pytest.raises(Refused):
            made(world, by=person)


def test_everyone_reads_how_promises_stand(client: Client, world: World) -> None:
    made(world, a_measure(world))
    given_back = made(world, text="Een nieuw dak")
    actions.cannot_keep_alone(promise_id=given_back.pk, message=MESSAGE, by=world.area_officer)
    late = made(world, text="Lantaarn gemaakt")
    Promise.objects.filter(pk=late.pk).update(due_on=TODAY - timedelta(3))
    page = client.get(reverse("agreements:area", args=[world.area.code])).content.decode()
    for words in (
        MESSAGE,
        "dit kunnen wij niet alleen",
        "3 dagen te laat",
        "wijkambtenaar Voorstad",
        "Breder hek",
    ):
        assert words in page
    assert "Beloof iets" not in page
    for stand, shown in (("te-laat", "Lantaarn"), ("niet-alleen", "dak"), ("open", "hek is")):
        filtered = client.get(
            reverse("agreements:area", args=[world.area.code]), {"stand": stand}
        ).content.decode()
        assert shown in filtered
        assert sum(text in filtered for text in ("Lantaarn gemaakt", "Een nieuw dak", "Het hek is")) == 1
    assert client.get(reverse("agreements:area", args=[world.area.code]), {"stand": "x"}).status_code == 200


def test_promising_and_ending_on_pages(world: World) -> None:
    officer, measure = signed_in(world.area_officer), a_measure(world)
    address = reverse("agreements:make", args=[world.area.code])
    assert 'value="wijkambtenaar Voorstad"' in officer.get(address).content.decode()
    given_ = {
        "text": "Een bankje",
        "due_on": "2026-05-01",
        "function": "wijkambtenaar",
        "about": measure.number,
    }
    assert officer.post(address, {**given_, "about": "MR-2026-9999"}).status_code == 422
    past = officer.post(address, {**given_, "due_on": "2026-01-01"})
    assert past.status_code == 422
    assert "Een bankje" in past.content.decode()
    assert officer.post(address, given_).status_code == 302
    promise = Promise.objects.get()
    assert promise.about == measure
    empty = officer.post(reverse("agreements:not-alone", args=[promise.pk]), {"message": ""})
    assert empty.status_code == 422
    assert "waarom het niet alleen lukt" in empty.content.decode()
    assert (
        officer.post(reverse("agreements:not-alone", args=[promise.pk]), {"message": MESSAGE}).status_code
        == 302
    )
    assert officer.post(reverse("agreements:keep", args=[promise.pk])).status_code == 422
    together = reverse("agreements:together", args=[promise.pk])
    assert officer.post(together, {"joint_proposal": "", "kept": "yes"}).status_code == 422
    assert officer.post(together, {"joint_proposal": "Samen.", "kept": "no"}).status_code == 302
    promise.refresh_from_db()
    assert promise.state == PromiseState.GIVEN_UP


def test_others_are_refused_with_the_reason(world: World) -> None:
    promise = made(world)
    for name, where in (("make", world.area.code), ("keep", promise.pk), ("not-alone", promise.pk)):
        response = signed_in(world.resident_team_member).get(reverse(f"agreements:{name}", args=[where]))
        assert response.status_code == 403


def test_the_page_costs_the_same_for_one_and_for_twelve(client: Client, world: World) -> None:
    made(world, a_measure(world))
    for reader in (client, signed_in(world.area_officer)):
        address = reverse("agreements:area", args=[world.area.code])
        reader.get(address)
        with CaptureQueriesContext(connection) as one:
            reader.get(address)
        for _ in range(11):
            made(world, a_measure(world))
        with CaptureQueriesContext(connection) as many:
            reader.get(address)
        assert len(many) == len(one)
