"""The resident team: it sees and speaks along at every step, and consents to nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.cycles.models import CycleStep
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.participation import actions
from wijkwerk.participation.actions import longlist_is_ready
from wijkwerk.participation.models import Comment, Wish
from wijkwerk.participation.tests.factories import AFTER, START, on, open_longlist, open_ranking, wished
from wijkwerk.people.models import RoleHeld

NOTE = "Dit team denkt mee en spreekt niet namens alle inwoners."


def page_of(world: World, person: str = "") -> str:
    """The page of the team as someone sees it."""
    browser = Client()
    if person:
        account = world.people[person].account
        assert account is not None
        browser.force_login(account)
    response = browser.get(reverse("participation:team", args=[world.area.code]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.requirement("DEV-12")
def test_members_speak_along_about_every_step_and_all_can_read_it(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        steps = list(CycleStep.objects.filter(cycle=longlist.step.cycle))
        assert len(steps) == 3
        for step in steps:
            actions.comment(step=step, text=f"Over {step.key}.", by=world.resident_team_member)
        page = page_of(world)
        for step in steps:
            assert f"Over {step.key}." in page
        assert world.resident_team_member.first_name in page
        assert world.resident_team_member.last_name not in page


@pytest.mark.requirement("DEV-13")
def test_guides_and_advisers_stand_there_as_such(world: World) -> None:
    with on(START):
        page = page_of(world)
    assert page.index("Wie begeleiden het team") < page.index(world.area_officer.first_name)
    advisers = page.index("Adviseurs")
    assert page.index("wijkambtenaar") < advisers
    assert page.index("adviseur", advisers + 10) > advisers


@pytest.mark.requirement("DEV-15")
def test_every_advice_says_platform_and_none_counts_as_consent(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        wishes = wished(world, longlist, 1)
        ranking = open_ranking(world, longlist)
        actions.comment(
            step=longlist.step, text="Wij zijn het er allemaal mee eens.", by=world.resident_team_member
        )
        for name, pk in (("longlist", longlist.pk), ("ranking", ranking.pk)):
            page = Client().get(reverse(f"participation:{name}", args=[pk])).content.decode()
            assert page.index("allemaal mee eens") < page.index(NOTE)
        assert page_of(world).count(NOTE) >= 2
        # However the team is agreed, nothing is decided, ranked or ready to close by it.
        assert not longlist_is_ready(longlist.step)
        assert not Decision.objects.exists()
        assert Wish.objects.get(pk=wishes[0].pk).status == "listed"
    with on(AFTER), pytest.raises(Conflict, match="Niemand"):
        actions.count(ranking_id=ranking.pk, missing="Iedereen.", by=world.area_officer)


def test_an_official_speaks_without_the_note(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        actions.comment(step=longlist.step, text="Denk aan het spoor.", by=world.area_officer)
        page = Client().get(reverse("participation:longlist", args=[longlist.pk])).content.decode()
    assert "Denk aan het spoor." in page
    assert NOTE not in page


def test_who_has_no_role_in_the_area_is_no_voice_of_the_team(world: World) -> None:
    with on(START):
        longlist = open_longlist(world)
        with pytest.raises(Refused):
            actions.comment(step=longlist.step, text="Hallo", by=world.executive_board)
        with pytest.raises(Refused):
            actions.comment(step=longlist.step, text="Hallo", by=None)
        with pytest.raises(Invalid):
            actions.comment(step=longlist.step, text=" ", by=world.resident_team_member)
    assert not Comment.objects.exists()


@pytest.mark.requirement("DEV-47")
def test_guides_are_warned_before_a_term_ends_and_residents_are_not_bothered(world: World) -> None:
    RoleHeld.objects.filter(person=world.resident_team_member).update(term_ends_on=date(2026, 2, 1))
    with on(START):
        assert "Verleng, of zoek iemand nieuw" in page_of(world, "community_worker")
        assert "Verleng, of zoek iemand nieuw" not in page_of(world)
    RoleHeld.objects.filter(person=world.resident_team_member).update(term_ends_on=date(2027, 12, 1))
    with on(START):
        assert "Verleng, of zoek iemand nieuw" not in page_of(world, "community_worker")
