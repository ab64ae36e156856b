"""An ambition for ten years: who made it, its tasks, the yearly look at it, and a term that can change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.planning import Place, adopted, on, place_under
from tests.ways_of_working.variants import variant
from wijkwerk.approaches.schema import AuthorKind
from wijkwerk.foundation.reasons import Conflict, Invalid
from wijkwerk.plans import actions
from wijkwerk.plans.models import Plan
from wijkwerk.plans.queries import years_on
from wijkwerk.plans.rules import PlanStatus

pytestmark = pytest.mark.django_db

BAND = "plans.area_ambition.horizon_years.min"
DAY = date(2026, 3, 2)


def ambition(place: Place) -> Plan:
    return actions.begin_plan(
        area=place.world.area, key="area_ambition", year=2026, by=place.world.area_officer
    )


def whole(place: Place) -> Plan:
    """With a task and everyone who made it."""
    plan, officer = ambition(place), place.world.area_officer
    actions.set_task(
        plan_id=plan.pk,
        text="Groen in elke straat",
        cooperation="Bewoners kiezen, de gemeente plant, samen onderhouden",
        by=officer,
    )
    actions.sign(plan_id=plan.pk, kind=AuthorKind.RESIDENTS, name="Straatgroepen", people=120, by=officer)
    actions.sign(
        plan_id=plan.pk,
        kind=AuthorKind.STAKEHOLDERS,
        name="",
        organisation=place.world.organisations["welzijn"],
        by=officer,
    )
    return plan


@pytest.fixture
def utrecht() -> Place:
    return place_under("utrecht_2018")


@pytest.mark.requirement("UTR18-06")
def test_residents_and_stakeholders_make_it_with_tasks_and_how_they_work_together(utrecht: Place) -> None:
    officer, board = utrecht.world.area_officer, utrecht.world.executive_board
    with on(DAY):
        plan = ambition(utrecht)
        with pytest.raises(Conflict):  # no task yet
            adopted(plan, board)
        with pytest.raises(Invalid) as alone:
            actions.set_task(plan_id=plan.pk, text="Groen", cooperation=" ", by=officer)
        assert alone.value.reason.field == "cooperation"
        actions.set_task(plan_id=plan.pk, text="Groen", cooperation="Samen planten", by=officer)
        actions.sign(plan_id=plan.pk, kind=AuthorKind.RESIDENTS, name="Straatgroepen", people=120, by=officer)
        with pytest.raises(Conflict) as half:  # stakeholders are not in it
            adopted(plan, board)
        assert half.value.reason.rule == "utrecht_2018: plans.area_ambition.authors"
        with pytest.raises(Invalid):
            actions.sign(plan_id=plan.pk, kind=AuthorKind.POLICE, name="Politie", by=officer)
        actions.sign(plan_id=plan.pk, kind=AuthorKind.STAKEHOLDERS, name="Ondernemers", by=officer)
        assert adopted(plan, board).status == PlanStatus.ADOPTED


def test_where_only_the_municipality_is_named_nobody_else_has_to_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = {"plans.area_ambition.authors": ("municipality",), "partners.form": "invited"}
    place = place_under(variant(tmp_path, monkeypatch, "utrecht_2018", alone))
    plan, officer = ambition(place), place.world.area_officer
    actions.set_task(plan_id=plan.pk, text="Groen", cooperation="Samen planten", by=officer)
    assert adopted(plan, place.world.executive_board).status == PlanStatus.ADOPTED


@pytest.mark.requirement("UTR18-07")
def test_ten_years_with_a_look_every_year_and_a_term_that_can_become_one(utrecht: Place) -> None:
    officer = utrecht.world.area_officer
    with on(DAY):
        plan = adopted(whole(utrecht), utrecht.world.executive_board)
        assert (plan.first_year, plan.last_year) == (2026, 2035)
        assert [each.due_on.year for each in plan.reviews.all()] == list(range(2027, 2037))
    with on(date(2027, 3, 3)):
        first = plan.reviews.first()
        with pytest.raises(Invalid):
            actions.hold_review(review_id=first.pk, findings=" ", by=officer)
        actions.hold_review(review_id=first.pk, findings="Zes straten zijn groen.", by=officer)
        change = {"plan_id": plan.pk, "reason": "De stad wil korter.", "body": "college", "by": officer}
        with pytest.raises(Invalid) as outside:
            actions.change_horizon(years=11, holds_from=date(2028, 1, 1), **change)
        assert outside.value.reason.rule == "utrecht_2018: plans.area_ambition.horizon_years"
        actions.change_horizon(years=3, holds_from=date(2028, 1, 1), **change)
    plan.refresh_from_db()
    assert years_on(plan, date(2027, 12, 31)) == 10
    assert years_on(plan, date(2028, 1, 1)) == 3
    assert [each.due_on.year for each in plan.reviews.all()] == [2027, 2028, 2029]


def test_under_a_narrower_band_the_same_term_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "utrecht_2018", {BAND: 5}))
    with on(DAY):
        plan = adopted(whole(place), place.world.executive_board)
        with pytest.raises(Invalid):
            actions.change_horizon(
                plan_id=plan.pk,
                years=3,
                holds_from=date(2028, 1, 1),
                reason="De stad wil korter.",
                body="college",
                by=place.world.area_officer,
            )
