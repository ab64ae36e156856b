"""Taking stock per term of the council: who was asked and where, and what became of what was handed over."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.ways import actions
from wijkwerk.ways.models import IssueState, OpenIssue, TermReview
from wijkwerk.ways.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TOLD = {
    "term": "2022–2026",
    "asked": "betrokken ambtenaren",
    "places": "drie grote gemeenten",
    "findings": "De wijkaanpak leeft nog, maar dringende kwesties wachten.",
    "issues": "Meer slagkracht op wijkniveau\n\nEen consistent beeld van de steun van de politiek\n",
}


@pytest.fixture
def world() -> World:
    return make_world()


def read() -> str:
    return Client().get(reverse("ways:reviews")).content.decode()


@pytest.mark.requirement("KEY0-02")
def test_a_review_hands_open_issues_over_with_their_state(world: World) -> None:
    client = signed_in(world.policy_officer)
    client.post(reverse("ways:review"), TOLD)
    page = read()
    for words in (
        "2022–2026",
        "betrokken ambtenaren",
        "drie grote gemeenten",
        "Meer slagkracht op wijkniveau",
    ):
        assert words in page
    first, second = OpenIssue.objects.all()
    assert {first.state, second.state} == {IssueState.HANDED_OVER}
    assert page.count("Overgedragen aan de nieuwe raad") == 2
    client.post(reverse("ways:settle", args=[first.pk]), {"state": IssueState.TAKEN_UP})
    page = read()
    assert page.count("Overgedragen aan de nieuwe raad") == 1
    assert "Opgepakt" in page


def test_what_is_left_says_why(world: World) -> None:
    actions.review_term(**TOLD, by=world.policy_officer)
    issue = OpenIssue.objects.first()
    assert issue is not None
    with pytest.raises(Invalid):
        actions.settle_issue(
            issue_id=issue.pk, state=IssueState.NOT_TAKEN_UP, reason=" ", by=world.policy_officer
        )
    actions.settle_issue(
        issue_id=issue.pk,
        state=IssueState.NOT_TAKEN_UP,
        reason="Geen geld tot 2028.",
        by=world.policy_officer,
    )
    assert "Geen geld tot 2028." in read()


def test_one_review_per_term_and_only_by_who_may(world: World) -> None:
    with pytest.raises(Refused):
        actions.review_term(**TOLD, by=world.area_officer)
    actions.review_term(**TOLD, by=world.policy_officer)
    with pytest.raises(Invalid):
        actions.review_term(**TOLD, by=world.policy_officer)
    assert TermReview.objects.count() == 1


def test_before_the_first_the_page_says_what_will_stand_here() -> None:
    assert "Nog geen terugblik" in read()
