"""Nothing leads from a person to what they chose."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import connection

from tests.world import World
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict
from wijkwerk.participation import actions
from wijkwerk.participation.models import Ballot, Draft, Voter
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
from wijkwerk.thread.models import JournalEntry


def test_no_column_of_a_ballot_can_be_joined_to_a_voter() -> None:
    """A ballot knows its ranking and its order: no voter, day, place, door or running number."""
    columns = {field.name for field in Ballot._meta.get_fields()}
    assert columns == {"id", "ranking", "order"}
    times = [
        field.name for field in Voter._meta.get_fields() if "cast" in field.name or "used_" in field.name
    ]
    assert times == []
    pointing = [
        model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and getattr(field, "related_model", None) is Ballot and not field.auto_created
    ]
    assert pointing == []


def test_after_the_count_ballots_lie_in_the_order_of_their_random_keys(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        wishes = [wish.pk for wish in wished(world, longlist)]
        ranking = open_ranking(world, longlist)
        for number in range(8):
            actions.cast(voter_id=asked(ranking, f"{number}@example.org").pk, order=wishes[: number % 3 + 1])
        before = sorted(Ballot.objects.values_list("pk", "order"))
        actions.save_draft(voter_id=asked(ranking, "draft@example.org").pk, order=wishes)
    with on(AFTER):
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
    assert sorted(Ballot.objects.values_list("pk", "order")) == before
    assert not Draft.objects.exists()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("select id from participation_ballot order by rowid")
            lying = [row[0] for row in cursor.fetchall()]
        assert lying == sorted(lying)


def test_the_journal_never_names_who_took_part(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        wishes = wished(world, longlist)
        ranking = open_ranking(world, longlist)
        before = JournalEntry.objects.count()
        actions.cast(voter_id=asked(ranking).pk, order=[wishes[0].pk])
        on_paper(world, ranking, [wishes[1].pk])
    assert JournalEntry.objects.count() == before


def test_what_was_handed_in_is_gone_from_the_roll(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        wishes = wished(world, longlist)
        ranking = open_ranking(world, longlist)
        voter = asked(ranking)
        actions.save_draft(voter_id=voter.pk, order=[wishes[1].pk, wishes[0].pk])
        actions.cast(voter_id=voter.pk, order=[wishes[1].pk, wishes[0].pk])
        with pytest.raises(Conflict):
            actions.save_draft(voter_id=voter.pk, order=[wishes[0].pk])
    row = Voter.objects.filter(pk=voter.pk).values().get()
    assert str(wishes[1].pk) not in json.dumps([row["paper_form"], row["used"], row["hear_result"]])
    assert not Draft.objects.exists()


def test_the_moment_of_handing_in_stands_nowhere_beside_a_name(world: World) -> None:
    """Handing in confirms the address: with its moment the roll could be laid beside the forms in their order."""
    with on(START):
        longlist = open_longlist(world)
        wishes = [wish.pk for wish in wished(world, longlist)]
        ranking = open_ranking(world, longlist)
        voters = [asked(ranking, f"{number}@example.org") for number in range(3)]
    for minutes, voter in enumerate(reversed(voters)):
        with clock.at(datetime(START.year, START.month, START.day, 13, minutes, tzinfo=UTC)):
            actions.cast(voter_id=voter.pk, order=wishes)
    confirmed = {voter.contact.email_confirmed_at for voter in ranking.roll.all() if voter.contact}
    assert len(confirmed) == 1
    assert None not in confirmed
