"""The longlist: each wish ends one way, and while residents order the list it stands still."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.world import LONG_AGO, World
from wijkwerk.answers.models import Asker, AskerRole
from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.participation import actions
from wijkwerk.participation.models import Longlist, Wish
from wijkwerk.participation.tests.factories import (
    AFTER,
    LAST_DAY,
    START,
    asked,
    contributed,
    on,
    open_longlist,
    open_panel,
    open_ranking,
    wished,
)
from wijkwerk.thread.models import Thing


@pytest.mark.requirement("DEV-10")
def test_prioritising_cannot_close_with_a_wish_undecided(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        wishes = wished(world, longlist, 2)
        with pytest.raises(Conflict, match="2 wensen"):
            cycles.close_step(step_id=longlist.step_id, by=world.area_officer)
        for wish in wishes:
            actions.drop(wish_id=wish.pk, reason="Is er al.", by=world.area_officer)
        cycles.close_step(step_id=longlist.step_id, by=world.area_officer)


@pytest.mark.requirement("DEV-10")
def test_prioritising_cannot_close_with_more_than_the_limit(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        wishes = wished(world, longlist, 3)
        ranking = open_ranking(world, longlist)
        actions.cast(voter_id=asked(ranking).pk, order=[wish.pk for wish in wishes])
    with on(AFTER):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
        Longlist.objects.update(limit=2)
        with pytest.raises(Conflict, match="hoogstens 2"):
            cycles.close_step(step_id=longlist.step_id, by=world.area_officer)
        last = Wish.objects.get(place=3)
        actions.drop(wish_id=last.pk, reason="Past niet.", by=world.area_officer)
        cycles.close_step(step_id=longlist.step_id, by=world.area_officer)


def test_a_wish_ends_once_and_not_without_a_reason(world: World) -> None:
    with on(START):
        (wish, *_others) = wished(world, open_longlist(world))
        with pytest.raises(Invalid, match="waarom"):
            actions.drop(wish_id=wish.pk, reason=" ", by=world.area_officer)
        assert Wish.objects.get(pk=wish.pk).status == "listed"
        actions.drop(wish_id=wish.pk, reason="Is er al.", by=world.area_officer)
        with pytest.raises(StepNotAllowed):
            actions.pass_on(
                wish_id=wish.pk, to=world.organisations["groen"], reason="Toch.", by=world.area_officer
            )


def test_while_residents_order_the_list_it_stands_still(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        (wish, *_others) = wished(world, longlist)
        ranking = open_ranking(world, longlist)
        officer = world.area_officer
        for change in (
            lambda: actions.drop(wish_id=wish.pk, reason="Is er al.", by=officer),
            lambda: actions.pass_on(
                wish_id=wish.pk, to=world.organisations["groen"], reason="Van hen.", by=officer
            ),
            lambda: actions.estimate(wish_id=wish.pk, given=actions.Wished("Anders"), by=officer),
            lambda: wished(world, longlist),
            lambda: open_ranking(world, longlist),
        ):
            with pytest.raises(Conflict):
                change()
        actions.cast(voter_id=asked(ranking).pk, order=[wish.pk])
    with on(AFTER):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
        actions.drop(wish_id=wish.pk, reason="Bleek onmogelijk.", by=world.area_officer)


def test_who_does_not_decide_on_wishes_is_refused(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        (wish, *_others) = wished(world, longlist)
        for person in (world.resident_team_member, world.adviser, world.area_alderman, None):
            with pytest.raises(Refused):
                actions.drop(wish_id=wish.pk, reason="Nee.", by=person)
            with pytest.raises(Refused):
                actions.open_ranking(longlist_id=longlist.pk, closes_on=LAST_DAY, seed=1, by=person)


@pytest.mark.requirement("DEV-56")
def test_ranking_runs_at_the_level_the_approach_weighs_and_measures_lie_below_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In both positions of the switch: weighed per wijk, then per buurt."""
    with on(START):
        longlist = open_longlist(world)
        (wish, *_others) = wished(world, longlist)
        Thing.objects.filter(pk=wish.pk).update(neighbourhood=world.neighbourhood)
        longlist.area = world.neighbourhood
        longlist.save()
        with pytest.raises(Conflict, match="per wijk"):
            open_ranking(world, longlist)

        def weighed_per_neighbourhood(cycle: Cycle) -> Approach:
            levels = tuple(
                replace(level, ranking=level.key == world.neighbourhood.level)
                for level in world.approach.levels
            )
            return replace(world.approach, levels=levels)

        with monkeypatch.context() as patched:
            patched.setattr(Cycle, "approach", property(weighed_per_neighbourhood))
            assert actions.may_be_opened(Longlist.objects.select_related("area", "step__cycle").get())
        longlist.area = world.area
        longlist.save()
        assert open_ranking(world, longlist)
        assert Wish.objects.get(pk=wish.pk).thing.neighbourhood == world.neighbourhood


@pytest.mark.requirement("DEV-09")
def test_a_problem_becomes_one_or_more_wishes_and_who_said_it_is_told_of_each(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        asker = contributed(world, panel, wished="Lampen", email="zei@example.org")
        first, second = wished(world, None, 2)
        for wish in (first, second):
            again = actions.wish(
                need=wish.need,
                given=actions.Wished("Nog een"),
                longlist=None,
                by=world.area_officer,
                heard_in=[asker.thing],
            )
            wisher = Asker.objects.get(thing=again.thing)
            assert (wisher.contact, wisher.role) == (asker.contact, AskerRole.WISHER)
    assert Wish.objects.filter(need=first.need).count() == 4


def test_wishes_wait_for_the_next_list(world: World) -> None:
    with on(START):
        waiting = wished(world, None, 2)
        longlist = open_longlist(world)
    assert set(Wish.objects.filter(longlist=longlist)) == set(waiting)


def test_a_wish_does_not_land_on_the_list_of_another_area(world: World) -> None:
    elsewhere = Area.objects.create(code="elders", name="Elders", level=world.area.level, valid_from=LONG_AGO)
    with on(START):
        longlist = open_longlist(world)
        Longlist.objects.filter(pk=longlist.pk).update(area=elsewhere)
        longlist.refresh_from_db()
        with pytest.raises(Invalid) as refused:
            wished(world, longlist)
    assert refused.value.reason.field == "longlist"
    assert not Wish.objects.exists()


def test_nobody_lowers_a_cost_below_nothing(world: World) -> None:
    with on(START):
        (wish, *_others) = wished(world, open_longlist(world))
        with pytest.raises(Invalid):
            actions.estimate(
                wish_id=wish.pk,
                given=actions.Wished("Wens", cost=-wish.cost if wish.cost else None),
                by=world.area_officer,
            )
