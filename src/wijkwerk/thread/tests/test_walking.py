"""Walking the thread in one query gives what walking it by hand gives, and nothing runs backwards."""

import random
from collections import defaultdict
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from wijkwerk.thread.actions import link
from wijkwerk.thread.kinds import kind_of, kinds
from wijkwerk.thread.models import Link, Role, Thing
from wijkwerk.thread.queries import causes_of, effects_of
from wijkwerk.thread.tests.places import make_area, make_things

pytestmark = pytest.mark.django_db


def plain_walk(start: int, ways: dict[int, set[int]]) -> set[int]:
    found, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += ways[here]
    return found


def random_thread(seed: int) -> tuple[list[Thing], dict[int, set[int]], dict[int, set[int]]]:
    """Things of every kind, linked at random wherever a link may be."""
    dice = random.Random(seed)
    names = sorted((kind.key for kind in kinds()), key=lambda key: kind_of(key).bead)
    chosen = sorted(
        (dice.choice(names) for _ in range(30)), key=lambda key: (kind_of(key).bead, kind_of(key).ends_here)
    )
    things = make_things(make_area(f"a{seed}"), *chosen)
    down: dict[int, set[int]] = defaultdict(set)
    up: dict[int, set[int]] = defaultdict(set)
    for _ in range(60):
        first, last = sorted(dice.sample(range(len(things)), 2))
        cause, effect = things[first], things[last]
        if kind_of(cause.kind).ends_here:
            continue
        link(cause, effect, dice.choice(list(Role)))
        down[cause.pk].add(effect.pk)
        up[effect.pk].add(cause.pk)
    return things, down, up


@pytest.mark.parametrize("seed", range(8))
def test_both_ways_equal_a_plain_walk(seed: int) -> None:
    things, down, up = random_thread(seed)
    ids = [thing.pk for thing in things]
    assert effects_of(ids) == {pk: plain_walk(pk, down) for pk in ids}
    assert causes_of(ids) == {pk: plain_walk(pk, up) for pk in ids}


def test_one_query_however_long_and_none_for_nothing() -> None:
    things = make_things(make_area(), *["signal"] * 30)
    for cause, effect in pairwise(things):
        link(cause, effect, Role.BROUGHT)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(effects_of([things[0].pk])[things[0].pk]) == 30
        assert causes_of([]) == {}
    assert len(queries) == 1


def test_a_thing_nobody_knows_has_no_thread() -> None:
    assert causes_of([987_654]) == {987_654: set()}


def test_a_link_never_runs_backwards() -> None:
    signal, need, measure = make_things(make_area(), "signal", "need", "measure")
    link(signal, need, Role.UNDERSTOOD_AS)
    for cause, effect in ((need, signal), (measure, need), (measure, signal)):
        with pytest.raises(ValueError, match="cannot lead to"):
            link(cause, effect, Role.BROUGHT)


def test_a_plan_causes_nothing_so_walking_down_never_reaches_other_measures() -> None:
    one, other, plan, work = make_things(make_area(), "measure", "measure", "plan", "work")
    link(one, plan, Role.ADOPTED_IN)
    link(other, plan, Role.ADOPTED_IN)
    with pytest.raises(ValueError, match="plan cannot lead to work"):
        link(plan, work, Role.CARRIED_OUT_BY)
    assert effects_of([one.pk])[one.pk] == {one.pk, plan.pk}


def test_things_of_one_kind_make_no_ring() -> None:
    first, second, third = make_things(make_area(), "need", "need", "need")
    link(first, second, Role.BROUGHT)
    link(second, third, Role.BROUGHT)
    with pytest.raises(ValueError, match="ring"):
        link(third, first, Role.BROUGHT)


def test_saying_it_twice_makes_one_link() -> None:
    signal, need = make_things(make_area(), "signal", "need")
    assert link(signal, need, Role.UNDERSTOOD_AS) == link(signal, need, Role.UNDERSTOOD_AS)
    assert Link.objects.count() == 1


def test_the_database_refuses_what_causes_itself() -> None:
    (thing,) = make_things(make_area(), "need")
    with pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.create(cause=thing, effect=thing, role=Role.BROUGHT)
