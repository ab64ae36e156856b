"""Deventer as the report of 1997 describes it, value by value."""

from decimal import Decimal

import pytest

from wijkwerk.approaches import Amount, Approach, Power, StepKind, load
from wijkwerk.approaches.schema import (
    AreaAldermen,
    CouncilLink,
    Decider,
    PartnerForm,
    Scope,
    Standing,
    ThemesKind,
)
from wijkwerk.approaches.values import Currency


@pytest.fixture(scope="module")
def deventer() -> Approach:
    return load("deventer_1997")


def test_five_districts_of_ten_to_fifteen_thousand(deventer: Approach) -> None:
    district = deventer.plan_level
    assert (district.label.nl, district.count, district.trial_count) == ("wijk", 5, 4)
    assert district.fits(10_000) is True
    assert district.fits(15_000) is True
    assert district.fits(9_999) is False
    assert district.fits(15_001) is False


def test_measures_at_neighbourhood_weighing_at_district(deventer: Approach) -> None:
    assert deventer.ranking_level is deventer.level("district")
    assert deventer.level("neighbourhood").measures
    assert not deventer.level("neighbourhood").ranking


def test_three_steps_in_a_year(deventer: Approach) -> None:
    assert deventer.cycle.length_months == 12
    assert [step.kind for step in deventer.cycle.steps] == [
        StepKind.PANEL,
        StepKind.PRIORITISATION,
        StepKind.EXECUTION,
    ]
    before = deventer.cycle.before("execution")
    assert before is not None
    assert before.kind is StepKind.PRIORITISATION
    assert deventer.cycle.before("panel") is None
    assert deventer.cycle.after("execution") is None


def test_eight_guilders_for_13750_residents_is_the_mean(deventer: Approach) -> None:
    sum_of_area = deventer.budget.for_area(13_750)
    assert sum_of_area == Amount(amount=Decimal(110_000), currency=Currency.NLG)
    assert deventer.budget.mean == sum_of_area.amount
    assert deventer.budget.for_area(13_750, Currency.EUR) == Amount(
        amount=Decimal(110_000), currency=Currency.EUR
    )
    assert deventer.budget.decided_by is Decider.RESIDENTS


def test_only_residents_rank(deventer: Approach) -> None:
    ranking = deventer.cycle.step("prioritisation").rank
    assert ranking
    assert all(deventer.roles[key].is_resident for key in ranking)
    assert {role.key for role in deventer.roles_with(Power.RANK)} == set(ranking)


def test_advisers_never_rank(deventer: Approach) -> None:
    advisers = deventer.teams["resident_team"].advisers
    assert set(advisers) == {"adviser", "maintenance_coordinator"}
    for key in advisers:
        assert deventer.roles[key].adviser
        assert Power.RANK in deventer.roles[key].excluded_from
        assert not deventer.roles[key].may(Power.RANK)


def test_the_area_alderman_goes_about_the_process_alone(deventer: Approach) -> None:
    alderman = deventer.roles["area_alderman"]
    assert alderman.scope is Scope.PROCESS
    assert alderman.may(Power.OPEN_STEP)
    assert alderman.may(Power.READ_EVERYTHING)
    assert not alderman.may(Power.DECIDE_CONTENT)
    assert deventer.roles["portfolio_holder"].may(Power.DECIDE_CONTENT)
    assert deventer.politics.area_aldermen is AreaAldermen.PROCESS_ONLY


def test_the_mayor_adopts_no_district_and_coordinates(deventer: Approach) -> None:
    assert deventer.politics.mayor_adopts is False
    assert deventer.roles["mayor"].adopts_areas is False
    assert deventer.roles["mayor"].coordinates is True
    assert deventer.politics.coordinated_by == "mayor"
    assert deventer.politics.council_link is CouncilLink.GROUP_CONTACTS
    assert deventer.politics.contacts_since == 1994
    assert len(deventer.politics.contact_functions) == 3


def test_the_resident_team_is_recruited_for_two_years_and_no_representation(deventer: Approach) -> None:
    team = deventer.teams["resident_team"]
    assert (team.term_years, team.recruited_by, team.standing) == (2, "community_worker", Standing.PLATFORM)
    assert (
        set(team.guides) == {"area_officer", "community_worker"} == set(deventer.teams["pilot_group"].members)
    )
    assert deventer.roles["area_officer"].guides == ("organisation",)
    assert deventer.roles["community_worker"].guides == ("residents",)


def test_both_guides_see_the_same_whoever_employs_them(deventer: Approach) -> None:
    officer, worker = deventer.roles["area_officer"], deventer.roles["community_worker"]
    assert worker.employer == "raster"
    assert officer.service == "social_service"
    for power in (Power.READ_AREA, Power.READ_CONTACT):
        assert officer.may(power)
        assert worker.may(power)


def test_one_or_two_police_officers_and_partners_in_a_covenant(deventer: Approach) -> None:
    police = deventer.roles["neighbourhood_police_officer"]
    assert (police.minimum, police.maximum) == (1, 2)
    assert deventer.partners.form is PartnerForm.COVENANT
    founding = [party.key for party in deventer.partners.parties if party.founding]
    assert founding == ["environment_service", "police", "raster"]
    assert len(deventer.partners.parties) == 6
    assert deventer.partners.platform is not None
    assert deventer.partners.platform.times_per_year == 4


def test_the_three_published_figures(deventer: Approach) -> None:
    published = {statement.key: statement.agree_percent for statement in deventer.effect.statements}
    assert published == {"involvement": 66, "improvement": 59, "say": 54}
    assert all(deventer.why(f"effect.statements.{key}").source for key in published)


def test_objective_and_two_working_goals(deventer: Approach) -> None:
    assert deventer.objective.label is not None
    assert "sociale integratie" in deventer.objective.label.nl
    assert len(deventer.working_goals) == 2


def test_themes_are_open(deventer: Approach) -> None:
    assert deventer.themes.kind is ThemesKind.OPEN


def test_swapping_effort_is_off_with_its_evidence(deventer: Approach) -> None:
    why = deventer.why("options.effort_swap")
    assert why.value is False
    assert why.reason is not None
    assert "sloeg niet aan" in why.reason.nl
    assert deventer.options.effort_visible is True
