"""Several strands as one: counted, never one of them for all."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.thread.beads import Bead, BeadState, BeadView, Fact, string_of_beads
from wijkwerk.thread.gathering import gather
from wijkwerk.thread.wording import standing

DONE, PRESENT, FUTURE = BeadState.DONE, BeadState.PRESENT, BeadState.FUTURE
STOPPED, SKIPPED = BeadState.STOPPED, BeadState.SKIPPED
DAY = date(2026, 3, 1)


@st.composite
def a_strand(draw: st.DrawFn) -> list[BeadView]:
    """A thread as it goes: day after day up to some bead, some passed over; the bill before or after the work."""
    reached, facts = DAY, []
    upto = draw(st.sampled_from(Bead))
    for bead in Bead:
        reached += timedelta(days=draw(st.integers(0, 30)))
        skipped = draw(st.booleans()) and bead in {Bead.CHOSEN, Bead.PAID}
        day = reached + timedelta(days=draw(st.integers(0, 90))) if bead is Bead.PAID else reached
        if bead > upto:
            break
        facts.append(Fact(bead, SKIPPED, why="kost geen geld") if skipped else Fact(bead, DONE, on=day))
    end = draw(st.sampled_from([None, PRESENT, STOPPED]))
    if end is not None and upto < Bead.DONE:
        facts.append(Fact(Bead(upto + 1), end, line="nog bezig", why="te duur", on=reached))
    return string_of_beads(facts)


strands = st.lists(a_strand(), min_size=1, max_size=5)
currents = st.sampled_from([Bead.SEEN, Bead.UNDERSTOOD, Bead.PROPOSED, Bead.CHOSEN])


@given(strands, currents)
def test_no_day_lies_before_an_earlier_one_but_a_bill_paid_afterwards(
    found: list[list[BeadView]], current: Bead
) -> None:
    reached = date.min
    for view in gather(found, current=current):
        if view.state is not DONE or view.date is None or view.earlier or view.afterwards:
            continue
        assert view.date >= reached
        reached = view.date


@given(strands, currents)
def test_done_means_on_every_strand_that_goes_on(found: list[list[BeadView]], current: Bead) -> None:
    alive = [views for views in found if all(view.state is not STOPPED for view in views)]
    for view in gather(found, current=current):
        if view.state is DONE and alive and view.bead <= Bead.CHOSEN:
            assert all(views[view.bead - 1].state in {DONE, SKIPPED} for views in alive)


@given(strands, currents)
def test_one_is_present_or_stopped_unless_nothing_is_left_to_come(
    found: list[list[BeadView]], current: Bead
) -> None:
    states = [view.state for view in gather(found, current=current)]
    assert [view.bead for view in gather(found, current=current)] == list(Bead)
    assert states.count(PRESENT) + states.count(STOPPED) == (0 if set(states) <= {DONE, SKIPPED} else 1)


def strand(upto: Bead, *more: Fact) -> list[BeadView]:
    return string_of_beads([*(Fact(bead, DONE, on=DAY) for bead in Bead if bead <= upto), *more])


def at(views: list[BeadView], bead: Bead) -> BeadView:
    return views[bead - 1]


def test_work_is_counted_and_what_is_late_is_said() -> None:
    late = Fact(Bead.DONE, PRESENT, 3, line="12 dagen te laat", summary="Nu: het werk is 12 dagen te laat.")
    views = gather([strand(Bead.TOLD), strand(Bead.PAID, late)], current=Bead.UNDERSTOOD)
    assert [view.state for view in views] == [*[DONE] * 5, PRESENT, FUTURE, FUTURE]
    assert str(at(views, Bead.DONE).line) == "1 van 2 klaar; 12 dagen te laat"
    assert str(at(views, Bead.TOLD).line) == "1 van 2 verteld"
    assert standing(views) == "1 van 2 klaar. Nu: het werk is 12 dagen te laat."


def test_money_from_elsewhere_is_counted_apart() -> None:
    regular = Fact(Bead.PAID, SKIPPED, why="uit de gewone begroting")
    one = string_of_beads([Fact(Bead.CHOSEN, DONE, on=DAY), regular, Fact(Bead.DONE, DONE, on=DAY)])
    views = gather([strand(Bead.DONE), strand(Bead.DONE), one], current=Bead.CHOSEN)
    assert str(at(views, Bead.PAID).line) == "2 betaald, 1 uit de gewone begroting"
    assert at(gather([one, one], current=Bead.CHOSEN), Bead.PAID).why == "uit de gewone begroting"


def test_a_dropped_wish_counts_where_it_was_chosen_or_not_and_nowhere_else() -> None:
    dropped = strand(Bead.PROPOSED, Fact(Bead.CHOSEN, STOPPED, 2, DAY, why="te duur"))
    views = gather([strand(Bead.LEARNED), dropped], current=Bead.UNDERSTOOD)
    assert [view.state for view in views] == [DONE] * 8
    assert str(at(views, Bead.CHOSEN).line) == "1 van 2 gekozen"
    assert not str(at(views, Bead.DONE).line)


def test_where_all_stopped_the_furthest_tells_why() -> None:
    dropped = strand(Bead.PROPOSED, Fact(Bead.CHOSEN, STOPPED, 2, DAY, why="te duur"))
    ended = strand(Bead.PAID, Fact(Bead.DONE, STOPPED, 3, DAY, why="de aannemer ging failliet"))
    views = gather([dropped, ended], current=Bead.UNDERSTOOD)
    assert at(views, Bead.DONE).state is STOPPED
    assert standing(views) == "Gestopt op 1 maart 2026: de aannemer ging failliet."


def test_a_wish_that_nobody_took_up_holds_no_other_back() -> None:
    views = gather([strand(Bead.LEARNED), strand(Bead.CHOSEN)], current=Bead.SEEN)
    assert [view.state for view in views] == [DONE] * 8
