"""What is published of a ranking is enough for anyone to count it again, and find the same to the last digit."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.choice import Candidate, ChoiceError, RankedBallot, RankingResult, borda
from wijkwerk.participation import actions
from wijkwerk.participation.models import Longlist, Ranking, Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.participation.tests.factories import (
    AFTER,
    START,
    asked,
    on,
    on_paper,
    open_longlist,
    open_ranking,
    wished,
)

LIMIT = 2


def a_counted_ranking(world: World) -> Ranking:
    """Four wishes, two of which can be carried out; forms from the web and on paper, with ties."""
    with on(START):
        longlist = open_longlist(world)
        Longlist.objects.update(limit=LIMIT)
        a, b, c, d = wished(world, longlist, 4)
        Wish.objects.filter(pk__in=[b.pk, c.pk]).update(cost_minor=700)
        ranking = open_ranking(world, longlist)
        forms = ([a, b, c], [a, c, b], [d], [b, a])
        for number, form in enumerate(forms):
            voter = asked(ranking, f"{number}@example.org")
            actions.cast(voter_id=voter.pk, order=[wish.pk for wish in form])
        on_paper(world, ranking, [d.pk, a.pk])
    with on(AFTER):
        return actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)


@pytest.mark.requirement("DEV-10")
def test_anyone_counts_the_published_forms_again_and_finds_the_same(world: World) -> None:
    ranking = a_counted_ranking(world)
    client = Client()
    forms = client.get(reverse("participation:ballot-data", args=[ranking.pk])).json()
    told = client.get(reverse("participation:result-data", args=[ranking.pk])).json()
    again = borda(
        [Candidate(id=str(wish["id"]), cost=wish["cost_minor"]) for wish in forms["wishes"]],
        [RankedBallot(tuple(map(str, form))) for form in forms["forms"]],
        tie_order=told["result"]["settings"]["tie_order"],
        seed=forms["seed"],
    )
    assert again.hash == told["result"]["hash"]
    assert list(again.order) == [str(wish["id"]) for wish in told["wishes"]]
    ranked = Wish.objects.filter(status=WishStatus.RANKED).order_by("place")
    assert [str(wish.pk) for wish in ranked] == list(again.order[:LIMIT])


def test_a_result_that_was_changed_afterwards_does_not_pass(world: World) -> None:
    ranking = a_counted_ranking(world)
    assert ranking.result is not None
    kept = json.loads(json.dumps(ranking.result))
    assert RankingResult.from_json(kept).order
    kept["order"] = kept["order"][::-1]
    with pytest.raises(ChoiceError, match="fingerprint"):
        RankingResult.from_json(kept)
