"""Over a played year: on no page does time run backwards, whatever the thing; nothing of another thread leaks in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.test_golden_thread import on, walk
from tests.world import World, make_world
from wijkwerk.answers.models import Answer, Door
from wijkwerk.budgets.models import Reservation
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.needs import actions as needs
from wijkwerk.needs.models import Need
from wijkwerk.participation import actions as participation
from wijkwerk.signals import actions as signals
from wijkwerk.thread.beads import Bead, BeadState, BeadView
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import beads_of, tell_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


def reported(world: World, day: date, text: str) -> Thing:
    """A report that a service answered five days later."""
    with on(day):
        signal, _asker = signals.report(signals.Report(area=world.area, text=text, door=Door.WEB))
        service = world.organisations["groen"]
        sorting = signals.Sorting(destination="regular", sentence=text, service=service)
        signals.triage(signal_id=signal.pk, sorting=sorting, by=world.area_officer)
    with on(day + timedelta(days=5)):
        signals.answer_signal(
            signal_id=signal.pk, text="De lamp brandt weer.", by=world.service_contact_officer
        )
    return Thing.objects.get(pk=signal.pk)


def backwards(views: Sequence[BeadView]) -> list[Bead]:
    """The beads whose day lies before that of an earlier one, without a mark that says so."""
    found, reached = [], date.min
    for view in views:
        if view.state is not BeadState.DONE or view.date is None or view.earlier or view.afterwards:
            continue
        if view.date < reached:
            found.append(view.bead)
        reached = max(reached, view.date)
    return found


def played(world: World) -> dict[str, Thing]:
    """The golden thread, and around it: a report answered long ago that feeds the need, one that joins at the end,
    and a wish that is dropped."""
    old = reported(world, date(2025, 11, 3), "De lamp is stuk")
    ids = walk(world)
    need = Need.objects.get(pk=ids["need"])
    with on(date(2026, 12, 1)):
        needs.also_feeds(signal_id=old.pk, need=need, by=world.area_officer)
        late, _asker = signals.report(signals.Report(area=world.area, text="Nog een hek", door=Door.WEB))
        needs.join(signal_id=late.pk, need=need, by=world.area_officer)
        dropped = participation.wish(
            need=need.thing,
            given=participation.Wished(sentence="Alles nieuw"),
            longlist=None,
            by=world.area_officer,
        )
        participation.drop(wish_id=dropped.pk, reason="Dat is te duur.", by=world.area_officer)
    return {
        "old": old,
        "late": Thing.objects.get(pk=late.pk),
        "dropped": Thing.objects.get(pk=dropped.pk),
        "need": need.thing,
        "measure": Thing.objects.get(pk=ids["measure"]),
    }


def test_time_never_runs_backwards_and_the_list_says_what_the_page_says(world: World) -> None:
    played(world)
    things = list(Thing.objects.filter(public=True).select_related("area"))
    assert len({thing.kind for thing in things}) >= 8
    with on(date(2026, 12, 2)):
        strings = beads_of(things)
        assert {thing.number: backwards(strings[thing.pk]) for thing in things} == {
            thing.number: [] for thing in things
        }
        for thing in things:
            assert tell_story(thing, None).beads == strings[thing.pk]


def test_an_early_answer_is_not_what_was_done_for_the_need(world: World) -> None:
    things = played(world)
    strings = beads_of([things["old"], things["need"], things["measure"]])
    work = strings[things["measure"].pk][Bead.DONE - 1].date
    assert work == date(2026, 5, 12)
    assert [views[Bead.DONE - 1].date for views in strings.values()] == [work] * 3
    # It is still told in the story.
    titles = {str(moment.text) for moment in tell_story(things["old"], None).moments}
    assert "De lamp brandt weer." in titles


def test_what_joined_late_says_what_was_earlier(world: World) -> None:
    views = beads_of([played(world)["late"]])
    (found,) = views.values()
    assert [view.earlier for view in found] == [False, *[True] * 7]
    assert found[0].date == date(2026, 12, 1)


def test_who_joins_what_runs_hears_where_it_is(world: World) -> None:
    late = played(world)["late"]
    (told,) = Answer.objects.filter(about=late)
    assert told.news == "sluit aan bij wat al loopt"
    assert "Dit is al gedaan: Breder pad naar de speelplek, op 12 mei 2026." in told.text
    assert "bedenken nu" not in told.text


def test_a_dropped_wish_ends_in_a_square_with_its_reason(world: World) -> None:
    things = played(world)
    views = beads_of([things["dropped"]])[things["dropped"].pk]
    assert (views[Bead.CHOSEN - 1].state, views[Bead.CHOSEN - 1].why) == (
        BeadState.STOPPED,
        "Dat is te duur.",
    )
    assert {view.state for view in views[Bead.CHOSEN :]} == {BeadState.SKIPPED}


def test_paid_is_the_day_it_was_paid_and_bound_money_is_open(world: World) -> None:
    measure = played(world)["measure"]
    paid = beads_of([measure])[measure.pk][Bead.PAID - 1]
    assert (paid.state, paid.date) == (BeadState.DONE, date(2026, 5, 12))
    assert str(paid.line).startswith("vastgelegd op ")
    Reservation.objects.update(state=ReservationState.COMMITTED, paid_on=None, booking_number="")
    bound = beads_of([measure])[measure.pk][Bead.PAID - 1]
    assert (bound.state, bound.date) == (BeadState.PRESENT, None)
    assert str(bound.line) == "€ 9.400 vastgelegd"
