"""The string of beads, by properties: whatever the facts, a page can show it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.thread.beads import Bead, BeadState, BeadView, Fact, string_of_beads

DONE, PRESENT, FUTURE = BeadState.DONE, BeadState.PRESENT, BeadState.FUTURE
STOPPED, SKIPPED = BeadState.STOPPED, BeadState.SKIPPED
DAY = date(2026, 3, 1)

any_fact = st.builds(
    Fact,
    bead=st.sampled_from(Bead),
    state=st.sampled_from(BeadState),
    thing_id=st.integers(1, 9),
    on=st.none() | st.dates(DAY, DAY + timedelta(days=300)),
    line=st.sampled_from(["", "ermee bezig"]),
    why=st.sampled_from(["", "te duur"]),
)
any_facts = st.lists(any_fact, max_size=14)


def states(*facts: Fact) -> list[BeadState]:
    return [view.state for view in string_of_beads(facts)]


def at(views: list[BeadView], bead: Bead) -> BeadView:
    return views[bead - 1]


@given(any_facts)
def test_there_are_always_eight_in_order(facts: list[Fact]) -> None:
    assert [view.bead for view in string_of_beads(facts)] == list(Bead)


@given(any_facts)
def test_one_is_present_or_stopped_unless_nothing_is_left_to_come(facts: list[Fact]) -> None:
    found = [view.state for view in string_of_beads(facts)]
    ends = found.count(PRESENT) + found.count(STOPPED)
    assert ends == (0 if FUTURE not in found and ends == 0 else 1)
    if ends == 0:
        assert set(found) <= {DONE, SKIPPED}


@given(any_facts)
def test_before_the_present_one_only_what_goes_on_too_is_open(facts: list[Fact]) -> None:
    views = string_of_beads(facts)
    found = [view.state for view in views]
    going_on = {fact.bead for fact in facts if fact.state is PRESENT}
    for end in (PRESENT, STOPPED):
        if end in found:
            before = views[: found.index(end)]
            assert all(view.state in {DONE, SKIPPED} or view.bead in going_on for view in before)
    assert PRESENT in found or FUTURE not in found


@given(any_facts)
def test_days_run_on_unless_a_fact_says_otherwise(facts: list[Fact]) -> None:
    """Each bead has a day on or after those before it, wherever any of its facts allows that."""
    reached = date.min
    for view in string_of_beads(facts):
        if view.state is not DONE or view.bead is Bead.PAID:
            continue
        days = [fact.on for fact in facts if fact.bead is view.bead and fact.state is DONE]
        if any(day is not None and day >= reached for day in days):
            assert view.date is not None
            assert view.date >= reached
        reached = max(reached, view.date or reached)


@given(any_facts, st.dates(DAY, DAY + timedelta(days=300)))
def test_only_what_was_done_before_it_joined_is_marked_earlier(facts: list[Fact], since: date) -> None:
    for view in string_of_beads(facts, since=since):
        assert view.earlier == (view.state is DONE and view.date is not None and view.date < since)


@given(any_facts)
def test_after_a_stop_nothing_is_promised(facts: list[Fact]) -> None:
    found = [view.state for view in string_of_beads(facts)]
    if STOPPED in found:
        assert not {PRESENT, FUTURE} & set(found)


@given(any_facts)
def test_whatever_goes_on_keeps_the_thread_alive(facts: list[Fact]) -> None:
    found = [view.state for view in string_of_beads(facts)]
    if any(fact.state is PRESENT for fact in facts):
        assert PRESENT in found


@given(any_facts)
def test_a_bead_says_done_only_when_one_of_its_things_is(facts: list[Fact]) -> None:
    done = {fact.bead for fact in facts if fact.state is DONE}
    views = string_of_beads(facts)
    assert {view.bead for view in views if view.state is DONE} <= done
    dates = {(fact.bead, fact.on) for fact in facts}
    assert all((view.bead, view.date) in dates for view in views if view.date)


@given(any_facts, st.randoms())
def test_the_order_in_which_capabilities_speak_does_not_matter(facts: list[Fact], random: object) -> None:
    # Two things may say the same of a bead; which one speaks is settled by their ids, so those must differ.
    one_each = list({(fact.bead, fact.state): fact for fact in facts}.values())
    shuffled = list(one_each)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert string_of_beads(shuffled) == string_of_beads(one_each)


@given(any_facts, st.sampled_from(Bead))
def test_the_bead_of_the_page_is_marked_and_changes_nothing_else(facts: list[Fact], current: Bead) -> None:
    marked = string_of_beads(facts, current)
    assert [view.bead for view in marked if view.current] == [current]
    assert [view.state for view in marked] == [view.state for view in string_of_beads(facts)]


def test_what_later_beads_passed_over_is_skipped() -> None:
    found = states(Fact(Bead.SEEN, DONE), Fact(Bead.CHOSEN, DONE))
    assert found == [DONE, SKIPPED, SKIPPED, DONE, PRESENT, FUTURE, FUTURE, FUTURE]


def test_a_second_measure_under_way_is_the_present_though_the_first_is_told() -> None:
    until_told = [Fact(bead, DONE, 1, DAY) for bead in Bead if bead <= Bead.TOLD]
    views = string_of_beads([*until_told, Fact(Bead.DONE, PRESENT, 2, line="ermee bezig")])
    assert (at(views, Bead.DONE).state, at(views, Bead.DONE).line) == (PRESENT, "ermee bezig")
    assert at(views, Bead.TOLD).state is DONE


def test_of_two_that_go_on_the_furthest_is_present_and_the_other_stays_open() -> None:
    begun = [Fact(bead, DONE, 1, DAY) for bead in Bead if bead <= Bead.CHOSEN]
    bound = Fact(Bead.PAID, PRESENT, 2, DAY, "€ 9.400 vastgelegd")
    views = string_of_beads([*begun, bound, Fact(Bead.DONE, PRESENT, 3, line="ermee bezig")])
    assert [view.state for view in views] == [*[DONE] * 4, FUTURE, PRESENT, FUTURE, FUTURE]
    assert (at(views, Bead.PAID).line, at(views, Bead.PAID).date) == ("€ 9.400 vastgelegd", None)


def test_a_bill_paid_after_the_work_says_so_and_moves_nothing() -> None:
    done, paid = DAY + timedelta(days=20), DAY + timedelta(days=40)
    views = string_of_beads([Fact(Bead.PAID, DONE, 1, paid), Fact(Bead.DONE, DONE, 2, done)])
    assert (at(views, Bead.PAID).afterwards, at(views, Bead.DONE).date) == (True, done)
    before = string_of_beads([Fact(Bead.PAID, DONE, 1, DAY), Fact(Bead.DONE, DONE, 2, done)])
    assert not at(before, Bead.PAID).afterwards


def test_a_stop_shows_where_and_why_and_being_told_of_it_is_no_going_on() -> None:
    views = string_of_beads(
        [
            Fact(Bead.SEEN, DONE, 1, DAY),
            Fact(Bead.UNDERSTOOD, STOPPED, 1, DAY, why="groter dan de wijk"),
            Fact(Bead.TOLD, DONE, 2, DAY),
        ]
    )
    assert [view.state for view in views] == [
        DONE, STOPPED, SKIPPED, SKIPPED, SKIPPED, SKIPPED, DONE, SKIPPED,
    ]  # fmt: skip
    assert at(views, Bead.UNDERSTOOD).why == "groter dan de wijk"


def test_one_dropped_wish_does_not_stop_a_thread_in_which_another_waits() -> None:
    begun = [Fact(bead, DONE, 1, DAY) for bead in (Bead.SEEN, Bead.UNDERSTOOD, Bead.PROPOSED)]
    dropped = Fact(Bead.CHOSEN, STOPPED, 2, DAY, why="gaat nu niet door")
    waiting = Fact(Bead.CHOSEN, FUTURE, 3, expected="in april")
    assert states(*begun, dropped)[3] is STOPPED
    views = string_of_beads([*begun, dropped, waiting])
    assert (at(views, Bead.CHOSEN).state, at(views, Bead.CHOSEN).expected) == (PRESENT, "in april")


def test_a_measure_that_stopped_stops_the_thread_though_another_wish_was_dropped_before() -> None:
    begun = [Fact(bead, DONE, 1, DAY) for bead in Bead if bead <= Bead.CHOSEN]
    views = string_of_beads(
        [*begun, Fact(Bead.CHOSEN, STOPPED, 2, why="gevallen"), Fact(Bead.DONE, STOPPED, 3, why="gestopt")]
    )
    assert at(views, Bead.CHOSEN).state is DONE
    assert (at(views, Bead.DONE).state, at(views, Bead.DONE).why) == (STOPPED, "gestopt")


def test_the_earliest_of_several_done_things_gives_the_date() -> None:
    views = string_of_beads(
        [Fact(Bead.SEEN, DONE, 2, DAY), Fact(Bead.SEEN, DONE, 1, DAY + timedelta(days=1))]
    )
    assert at(views, Bead.SEEN).date == DAY


def test_an_answer_at_once_is_not_what_was_done_in_the_end() -> None:
    days = [DAY + timedelta(days=number) for number in (5, 40, 50, 60, 70)]
    quick, understood, done, told_quick, told = days[0], days[1], days[3], days[0], days[4]
    views = string_of_beads(
        [
            Fact(Bead.UNDERSTOOD, DONE, 2, understood),
            Fact(Bead.DONE, DONE, 1, quick),
            Fact(Bead.DONE, DONE, 3, done),
            Fact(Bead.TOLD, DONE, 4, told_quick),
            Fact(Bead.TOLD, DONE, 5, told),
        ]
    )
    assert [at(views, bead).date for bead in (Bead.UNDERSTOOD, Bead.DONE, Bead.TOLD)] == [
        understood,
        done,
        told,
    ]
    assert at(string_of_beads([Fact(Bead.DONE, DONE, 1, quick)]), Bead.DONE).date == quick


def test_nothing_known_is_a_thread_that_begins() -> None:
    assert states() == [PRESENT] + [FUTURE] * 7
