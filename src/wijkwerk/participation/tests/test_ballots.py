"""One form for every resident: by link or on paper, never twice, and not for who works here."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from tests.world import World, appointed
from wijkwerk.answers.models import Delivery
from wijkwerk.answers.worker import work_once
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.participation import actions
from wijkwerk.participation.models import Ballot, Ranking, Voter, Wish
from wijkwerk.participation.paper import form_number, read_number
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
from wijkwerk.people.actions import end_role, remember_contact
from wijkwerk.people.models import Person, RoleHeld


@pytest.fixture
def ranking(world: World) -> Ranking:
    with on(START):
        longlist = open_longlist(world)
        wished(world, longlist, 7)
        return open_ranking(world, longlist)


def first(ranking: Ranking) -> int:
    """The id of the first wish."""
    return Wish.objects.filter(longlist=ranking.longlist).order_by("pk")[0].pk


def email_of(person: Person) -> str:
    """The address someone signs in with."""
    assert person.account is not None
    return person.account.email


@pytest.mark.requirement("DEV-10")
@pytest.mark.parametrize("spelled", ["bewoner@example.org", " Bewoner@Example.ORG ", "BEWONER@EXAMPLE.ORG"])
def test_one_form_for_one_address_however_it_is_spelled(ranking: Ranking, spelled: str) -> None:
    with on(START):
        voter = asked(ranking)
        assert asked(ranking, spelled) == voter
        actions.cast(voter_id=voter.pk, order=[first(ranking)])
        with pytest.raises(Conflict, match="één keer"):
            actions.cast(voter_id=asked(ranking, spelled).pk, order=[first(ranking)])
    assert Ballot.objects.count() == 1


def test_a_plus_in_an_address_is_another_address(ranking: Ranking) -> None:
    """To some mail hosts these are two boxes: we do not guess whose."""
    with on(START):
        assert asked(ranking, "bewoner+een@example.org") != asked(ranking)


def test_who_took_part_and_asks_again_reads_so_in_the_mail_only(ranking: Ranking) -> None:
    with on(START):
        actions.cast(voter_id=asked(ranking).pk, order=[first(ranking)])
    with on(START + timedelta(days=1)):
        asked(ranking)
        while work_once():
            pass
    assert "al een formulier ingeleverd" in mail.outbox[-1].body
    assert "/volgorde/formulier/" not in mail.outbox[-1].body


@pytest.mark.requirement("DEV-13")
def test_an_adviser_cannot_rank(world: World, ranking: Ranking) -> None:
    with on(START), pytest.raises(Refused) as refused:
        asked(ranking, email_of(world.adviser))
    assert refused.value.status == 403
    assert refused.value.reason.way_out
    assert not Voter.objects.exists()


@pytest.mark.requirement("DEV-10")
def test_whoever_works_here_cannot_rank_and_residents_with_a_task_can(world: World, ranking: Ranking) -> None:
    approach = world.approach
    of_residents = {"executor"}  # holds the role for a residents' group, see tests.world
    may_rank = {key for key, role in approach.roles.items() if role.is_resident} | of_residents
    with on(START):
        for key, person in world.people.items():
            if key in may_rank:
                assert asked(ranking, email_of(person))
            else:
                with pytest.raises(Refused, match="Alleen bewoners"):
                    asked(ranking, email_of(person))


def test_whose_task_has_ended_is_a_resident_again(world: World, ranking: Ranking) -> None:
    officer = appointed("area_officer", world.area, name="Vroeger")
    held = RoleHeld.objects.get(person=officer)
    with on(START):
        with pytest.raises(Refused):
            asked(ranking, email_of(officer))
        end_role(held=held, by=world.administrator, on=START)
        assert asked(ranking, email_of(officer))


def test_mistakes_on_a_form_leave_nothing_behind(ranking: Ranking) -> None:
    wishes = list(Wish.objects.filter(longlist=ranking.longlist).values_list("pk", flat=True))
    with on(START):
        voter = asked(ranking)
        for order in ([], [wishes[0], wishes[0]], [0], wishes[:6]):
            with pytest.raises(Invalid):
                actions.cast(voter_id=voter.pk, order=order)
        assert not Ballot.objects.exists()
        actions.cast(voter_id=voter.pk, order=wishes[:5])
    with on(AFTER), pytest.raises(Conflict, match="kon tot en met"):
        asked(ranking, "laat@example.org")


def test_a_draft_is_kept_until_it_is_handed_in(ranking: Ranking) -> None:
    wishes = list(Wish.objects.filter(longlist=ranking.longlist).values_list("pk", flat=True))
    with on(START):
        voter = asked(ranking)
        draft = actions.save_draft(voter_id=voter.pk, order=[wishes[2], 0, wishes[2], *wishes])
        assert draft.order == [wishes[2], wishes[0], wishes[1], wishes[3], wishes[4]]
        actions.cast(voter_id=voter.pk, order=draft.order)
        voter.refresh_from_db()
        assert not hasattr(voter, "draft")


def test_a_paper_form_counts_once_and_only_if_we_gave_it_out(world: World, ranking: Ranking) -> None:
    with on(START):
        numbers = actions.print_forms(ranking_id=ranking.pk, number=3, by=world.desk_worker)
        ranking.refresh_from_db()
        typed = numbers[0].lower().replace("-", " ").replace("0", "o")
        actions.cast_on_paper(
            ranking_id=ranking.pk, paper_form=typed, order=[first(ranking)], by=world.desk_worker
        )
        assert Voter.objects.get().paper_form == numbers[0]
        for wrong, words in ((numbers[0], "al ingevoerd"), ("0002-AAAA", "niet uitgegeven"), (" ", "nummer")):
            with pytest.raises((Conflict, Invalid), match=words):
                actions.cast_on_paper(
                    ranking_id=ranking.pk, paper_form=wrong, order=[first(ranking)], by=world.desk_worker
                )
        not_printed = form_number(ranking, 4)
        assert read_number(ranking, not_printed) is None
    assert Ballot.objects.count() == 1


def test_paper_and_link_of_one_address_are_one_form(world: World, ranking: Ranking) -> None:
    with on(START):
        (number,) = actions.print_forms(ranking_id=ranking.pk, number=1, by=world.desk_worker)
        actions.cast(voter_id=asked(ranking).pk, order=[first(ranking)])
        email = "Bewoner@example.org"
        with pytest.raises(Conflict, match="één keer"):
            actions.cast_on_paper(
                ranking_id=ranking.pk,
                paper_form=number,
                order=[first(ranking)],
                by=world.desk_worker,
                contact=remember_contact(email=email),
                email=email,
            )
    assert Ballot.objects.count() == 1


def test_who_may_not_enter_on_behalf_types_no_forms(world: World, ranking: Ranking) -> None:
    with on(START):
        for person in (world.resident_team_member, world.adviser, None):
            with pytest.raises(Refused):
                actions.print_forms(ranking_id=ranking.pk, number=1, by=person)
            with pytest.raises(Refused):
                actions.cast_on_paper(ranking_id=ranking.pk, paper_form="1", order=[1], by=person)


def test_what_came_in_on_time_can_be_typed_over_until_the_count(world: World, ranking: Ranking) -> None:
    with on(START):
        (number,) = actions.print_forms(ranking_id=ranking.pk, number=1, by=world.desk_worker)
    with on(AFTER):
        actions.cast_on_paper(
            ranking_id=ranking.pk, paper_form=number, order=[first(ranking)], by=world.desk_worker
        )
        actions.count(ranking_id=ranking.pk, missing="Jongeren.", by=world.area_officer)
        with pytest.raises(Conflict, match="kon tot en met"):
            on_paper(world, ranking, [first(ranking)])


def test_the_link_is_mailed_once_an_hour_at_most(ranking: Ranking) -> None:
    with on(START):
        asked(ranking)
        asked(ranking)
    assert Delivery.objects.filter(kind="ballot").count() == 1
