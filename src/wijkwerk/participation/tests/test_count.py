"""The count: every form weighs the same, and the order of coming in makes no difference."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.world import World
from wijkwerk.answers.models import Answer, AskerRole, Delivery
from wijkwerk.answers.worker import work_once
from wijkwerk.choice import Candidate, RankedBallot, borda
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation.reasons import Conflict, Invalid
from wijkwerk.participation import actions
from wijkwerk.participation.models import Longlist, Ranking, Wish
from wijkwerk.participation.rules import RankingStatus, WishStatus
from wijkwerk.participation.tests.factories import (
    AFTER,
    LAST_DAY,
    START,
    asked,
    on,
    on_paper,
    open_longlist,
    open_ranking,
    wished,
)
from wijkwerk.people.actions import remember_contact

NAMES = ["a", "b", "c", "d", "e"]
forms = st.lists(
    st.permutations(NAMES).flatmap(lambda order: st.integers(1, 5).map(lambda most: tuple(order[:most]))),
    min_size=1,
    max_size=25,
)


@given(forms, st.randoms(use_true_random=False), st.integers(0, 999_999))
@settings(max_examples=60)
def test_the_order_of_forms_makes_no_difference(
    given_forms: list[tuple[str, ...]], shuffler: random.Random, seed: int
) -> None:
    candidates = [Candidate(id=name, cost=10) for name in NAMES]
    shuffled = list(given_forms)
    shuffler.shuffle(shuffled)
    one, other = (
        borda(candidates, [RankedBallot(order) for order in each], seed=seed).as_json()
        for each in (given_forms, shuffled)
    )
    assert one == other


@given(forms)
@settings(max_examples=60)
def test_one_point_for_the_last_and_one_more_for_each_above(given_forms: list[tuple[str, ...]]) -> None:
    result = borda(
        [Candidate(id=name) for name in NAMES], [RankedBallot(order) for order in given_forms], seed=1
    )
    for name in NAMES:
        assert result.scores[name] == sum(
            len(order) - order.index(name) for order in given_forms if name in order
        )


def ranked(world: World, number: int = 3, **of_wishes: Any) -> tuple[Ranking, list[Wish]]:
    """An open ranking of so many wishes."""
    longlist = open_longlist(world)
    wishes = wished(world, longlist, number, **of_wishes)
    return open_ranking(world, longlist), wishes


@pytest.mark.requirement("CXO-12")
def test_web_paper_and_team_member_weigh_the_same(world: World) -> None:
    """Three forms, one of each sort, in a circle: whoever weighed more would break the tie."""
    with on(START):
        ranking, (a, b, c) = ranked(world)
        Wish.objects.update(cost_minor=100)
        member = world.resident_team_member.account
        assert member is not None
        actions.cast(voter_id=asked(ranking).pk, order=[a.pk, b.pk, c.pk])
        actions.cast(voter_id=asked(ranking, member.email).pk, order=[b.pk, c.pk, a.pk])
        on_paper(world, ranking, [c.pk, a.pk, b.pk])
    with on(AFTER):
        counted = actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
    assert counted.result is not None
    assert set(counted.result["scores"].values()) == {6}
    assert [tie["settled_by"] for tie in counted.result["ties"]] == [["lot"]]
    assert counted.result["settings"]["seed"] == 7


def test_a_tie_goes_to_the_cheapest_then_to_the_most_named(world: World) -> None:
    with on(START):
        ranking, (a, b, c) = ranked(world)
        Wish.objects.filter(pk=a.pk).update(cost_minor=500)
        Wish.objects.filter(pk__in=[b.pk, c.pk]).update(cost_minor=200)
        # a: 2 points; b: 2 points on one form; c: 2 points on two forms.
        actions.cast(voter_id=asked(ranking, "1@example.org").pk, order=[a.pk, c.pk])
        actions.cast(voter_id=asked(ranking, "2@example.org").pk, order=[b.pk, c.pk])
    with on(AFTER):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
    assert list(Wish.objects.order_by("place").values_list("pk", flat=True)) == [c.pk, b.pk, a.pk]


@pytest.mark.django_db(transaction=True)  # what is told is read once it is committed
@pytest.mark.requirement("DEV-10")
def test_each_wish_ends_one_way_and_its_wishers_hear_it_once(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        Longlist.objects.update(limit=1)
        wishes = wished(world, longlist, 4)
        first, second, dropped, passed = wishes
        actions.drop(wish_id=dropped.pk, reason="Is er al.", by=world.area_officer)
        actions.pass_on(
            wish_id=passed.pk, to=world.organisations["groen"], reason="Van hen.", by=world.area_officer
        )
        ranking = open_ranking(world, longlist)
        actions.cast(voter_id=asked(ranking).pk, order=[second.pk, first.pk])
    with on(AFTER):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
        while work_once():
            pass
    status = dict(Wish.objects.values_list("pk", "status"))
    assert status == {
        second.pk: WishStatus.RANKED,
        first.pk: WishStatus.DROPPED,
        dropped.pk: WishStatus.DROPPED,
        passed.pk: WishStatus.PASSED_ON,
    }
    assert Wish.objects.get(pk=passed.pk).passed_to == world.organisations["groen"]
    for wish in wishes:
        heard = Delivery.objects.filter(
            kind="answer", answer__about=wish.thing, asker__role=AskerRole.WISHER, state="sent"
        )
        assert heard.count() == 1, wish
        assert Answer.objects.filter(about=wish.thing).count() == 1
    reasons = Decision.objects.filter(kind__in=[DecisionKind.DROP, DecisionKind.PASS_ON])
    assert {decision.thing_id for decision in reasons} == {first.pk, dropped.pk, passed.pk}
    assert all(decision.reason for decision in reasons)


def test_the_count_waits_for_the_last_day_and_happens_once(world: World) -> None:
    with on(START):
        ranking, (a, *_others) = ranked(world)
        actions.cast(voter_id=asked(ranking).pk, order=[a.pk])
    with on(LAST_DAY), pytest.raises(Conflict, match="Tellen kan daarna"):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
    with on(AFTER):
        with pytest.raises(Invalid, match="wie weinig"):
            actions.count(ranking_id=ranking.pk, missing=" ", by=world.area_officer)
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
        with pytest.raises(Conflict, match="al gedaan"):
            actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)


def test_no_forms_is_no_order_of_residents(world: World) -> None:
    with on(START):
        ranking, _wishes = ranked(world)
    with on(AFTER):
        with pytest.raises(Conflict, match="Niemand"):
            actions.count(ranking_id=ranking.pk, missing="Iedereen.", by=world.area_officer)
        later = actions.extend_ranking(
            ranking_id=ranking.pk, closes_on=AFTER.replace(month=5), by=world.area_officer
        )
        assert later.status == RankingStatus.OPEN
        assert asked(ranking).pk
        with pytest.raises(Invalid, match="korter"):
            actions.extend_ranking(
                ranking_id=ranking.pk, closes_on=AFTER.replace(month=4), by=world.area_officer
            )


def test_the_result_is_mailed_to_who_asked_and_to_nobody_else(world: World) -> None:
    with on(START):
        ranking, (a, *_others) = ranked(world)
        actions.cast(voter_id=asked(ranking, "1@example.org").pk, order=[a.pk], hear_result=True)
        actions.cast(voter_id=asked(ranking, "2@example.org").pk, order=[a.pk])
    with on(AFTER):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
    (mail,) = Delivery.objects.filter(kind="ranking_result")
    assert mail.contact == remember_contact(email="1@example.org")


def test_what_residents_hear_is_in_the_language_of_the_municipality(world: World) -> None:
    """Whatever language the official works in."""
    with on(START):
        ranking, (a, *_others) = ranked(world)
        actions.cast(voter_id=asked(ranking).pk, order=[a.pk])
    with on(AFTER), translation.override("en"):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
    told = Answer.objects.get(about=a.thing)
    assert told.text.startswith("Bewoners zetten deze wens op plaats 1 van 3.")
    assert told.news == "op plaats 1 gezet door bewoners"
