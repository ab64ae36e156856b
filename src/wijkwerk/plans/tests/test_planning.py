"""A plan is drafted from what residents ranked, adopted by whom it concerns, and only then fixed."""

from __future__ import annotations

from datetime import date

import pytest

from wijkwerk.answers.models import Answer
from wijkwerk.areas.models import Area
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.participation.rules import WishStatus
from wijkwerk.plans import actions
from wijkwerk.plans.actions.checking import sits_at
from wijkwerk.plans.models import Executor, ExecutorKind, Funding, Measure
from wijkwerk.plans.pages.plans import funding_rows, goal_rows, plan_page
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.plans.tests.building import NOON, Year, a_year

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with clock.at(NOON):
        yield


@pytest.fixture
def year() -> Year:
    return a_year()


@pytest.mark.requirement("DEV-11")
def test_a_measure_is_carried_out_by_several_kinds_residents_among_them(year: Year) -> None:
    measure = year.measure()
    assert {one.kind for one in measure.executors.all()} == {
        ExecutorKind.SERVICE,
        ExecutorKind.RESIDENT_GROUP,
    }
    assert measure.residents_do == "Bewoners planten zelf de haag."


def test_the_kind_of_an_executor_follows_from_what_it_is(year: Year) -> None:
    kinds = {
        key: actions.Executing.by(organisation).kind for key, organisation in year.world.organisations.items()
    }
    assert kinds == {
        "gemeente": ExecutorKind.SERVICE,
        "groen": ExecutorKind.SERVICE,
        "taakgroep": ExecutorKind.RESIDENT_GROUP,
        "welzijn": ExecutorKind.PARTNER,
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sentence": " "}, "sentence"),
        ({"motive": ""}, "motive"),
        pytest.param({"executors": ()}, "executors", marks=pytest.mark.requirement("DEV-11")),
        ({"cost": Money.of(-1, "EUR")}, "cost"),
        ({"cost": Money.of(0, "EUR")}, "cost"),
        pytest.param(
            {"funding": Funding.REGULAR}, "funding_service", marks=pytest.mark.requirement("DEV-19")
        ),
    ],
)
def test_what_a_measure_lacks_is_named_and_nothing_half_written_stays(
    year: Year, changes: dict[str, object], field: str
) -> None:
    wish = year.wish()
    with pytest.raises(Invalid) as refused:
        actions.draft_measure(
            wish_id=wish.pk, plan=year.plan, given=year.given(**changes), by=year.world.area_officer
        )
    assert refused.value.reason.field == field
    assert not Measure.objects.exists()
    assert not Executor.objects.exists()


def test_an_executor_is_named_once(year: Year) -> None:
    twice = (actions.Executing.by(year.world.organisations["groen"]),) * 2
    with pytest.raises(Invalid, match="één keer"):
        year.measure(executors=twice)


@pytest.mark.parametrize("status", [WishStatus.LISTED, WishStatus.DROPPED])
def test_only_what_residents_ranked_becomes_a_measure(year: Year, status: str) -> None:
    wish = year.wish(status=status)
    with pytest.raises(Conflict, match="op volgorde hebben gezet"):
        actions.draft_measure(wish_id=wish.pk, plan=year.plan, given=year.given(), by=year.world.area_officer)


def test_a_wish_of_another_area_does_not_slip_in(year: Year) -> None:
    wish = year.wish()
    other = Area.objects.create(
        code="rielerenk", name="Rielerenk", level="district", valid_from=date(2020, 1, 1)
    )
    wish.thing.area = other
    wish.thing.save()
    with pytest.raises(Refused):
        actions.draft_measure(wish_id=wish.pk, plan=year.plan, given=year.given(), by=year.world.area_officer)


@pytest.mark.requirement("DEV-56")
def test_a_measure_may_sit_at_the_level_of_a_buurt(year: Year) -> None:
    assert (
        year.measure(neighbourhood=year.world.neighbourhood).thing.neighbourhood == year.world.neighbourhood
    )
    assert sits_at(year.world.approach, year.world.neighbourhood)
    assert not sits_at(year.world.approach, Area(level="city"))


@pytest.mark.requirement("DEV-56")
def test_weighing_stays_at_the_level_of_the_wijk(year: Year) -> None:
    approach = year.world.approach
    assert approach.ranking_level.key == year.world.area.level
    assert approach.level(year.world.neighbourhood.level).measures
    assert not approach.level(year.world.neighbourhood.level).ranking
    with pytest.raises(Invalid) as refused:
        year.measure(
            neighbourhood=Area.objects.create(
                code="c", name="Stad", level="city", valid_from=date(2020, 1, 1)
            )
        )
    assert refused.value.reason.field == "neighbourhood"


def test_a_draft_is_written_anew_until_it_is_adopted(year: Year) -> None:
    measure, officer = year.measure(), year.world.area_officer
    partner = (actions.Executing.by(year.world.organisations["welzijn"]),)
    changed = actions.edit_measure(
        measure_id=measure.pk,
        given=year.given(sentence="Pad en haag", executors=partner, cost=Money.of(100, "EUR")),
        by=officer,
    )
    changed.thing.refresh_from_db()
    assert (changed.thing.sentence, changed.cost_minor) == ("Pad en haag", 10_000)
    assert [one.kind for one in changed.executors.all()] == [ExecutorKind.PARTNER]
    actions.edit_plan(plan_id=year.plan.pk, foreword=" Samen. ", by=officer)
    year.adopt()
    for act in (
        lambda: actions.edit_measure(measure_id=measure.pk, given=year.given(), by=officer),
        lambda: actions.edit_plan(plan_id=year.plan.pk, foreword="Anders", by=officer),
        lambda: year.measure(),
    ):
        with pytest.raises(Conflict, match="is vastgesteld"):
            act()
    year.plan.refresh_from_db()
    assert year.plan.foreword == "Samen."


def test_a_plan_without_measures_is_not_adopted(year: Year) -> None:
    with pytest.raises(Conflict, match="zonder maatregelen") as refused:
        year.adopt()
    assert "Werk eerst een wens" in str(refused.value.reason.way_out)
    year.plan.refresh_from_db()
    assert year.plan.status == PlanStatus.DRAFT


@pytest.mark.parametrize("field", ["body", "reason"])
def test_adopting_names_who_and_why(year: Year, field: str) -> None:
    year.measure()
    given = {"body": "college", "reason": "Bewoners kozen dit.", field: " "}
    with pytest.raises(Invalid) as refused:
        actions.adopt_plan(plan_id=year.plan.pk, by=year.world.executive_board, **given)
    assert refused.value.reason.field == field
    assert not Decision.objects.exists()
    assert Measure.objects.get().status == MeasureStatus.DRAFTED


def test_adopting_is_a_locked_decision_and_is_told(year: Year) -> None:
    year.measure()
    plan = year.adopt()
    decision = Decision.objects.get(kind=DecisionKind.ADOPT)
    assert (decision.thing, decision.body, decision.locked) == (plan.thing, "college", True)
    assert Measure.objects.get().status == MeasureStatus.ADOPTED
    assert Answer.objects.get(turn="adopted").about == Measure.objects.get().thing
    with pytest.raises(StepNotAllowed, match="het is “vastgesteld”"):
        year.adopt()


def test_taking_note_decides_nothing_and_comes_after_adopting(year: Year) -> None:
    year.measure()
    note = {"plan_id": year.plan.pk, "body": "college", "by": year.world.mayor}
    with pytest.raises(Conflict, match="nog niet is vastgesteld"):
        actions.take_note(**note)
    year.adopt()
    with pytest.raises(Invalid) as refused:
        actions.take_note(**{**note, "body": ""})
    assert refused.value.reason.field == "body"
    actions.take_note(**note)
    assert "geen besluit over de inhoud" in Decision.objects.get(kind=DecisionKind.TAKE_NOTE).reason


@pytest.mark.requirement("DEV-05")
@pytest.mark.requirement("DEV-06")
def test_the_plan_counts_measures_and_results_per_goal_under_one_objective(year: Year) -> None:
    year.measure(serves_objective=True)
    done = year.measure(working_goal="tuned_services")
    Measure.objects.filter(pk=done.pk).update(status=MeasureStatus.DONE)
    year.measure(working_goal="")
    page = plan_page(year.plan)
    assert page.objective.startswith("Bevorderen van sociale integratie")
    assert page.serving == 1
    assert [(row.measures, row.done) for row in page.goals] == [(1, 0), (1, 1), (1, 0)]
    assert goal_rows([], year.world.approach)[0].measures == 0


@pytest.mark.requirement("DEV-19")
def test_every_item_states_its_money_and_the_plan_gives_the_shares(year: Year) -> None:
    regular = {"funding": Funding.REGULAR, "funding_service": year.world.organisations["groen"]}
    measures = [year.measure(), year.measure(**regular), year.measure(**regular)]
    rows = {row.label: row for row in funding_rows(measures, {"regular": 7})}
    assert rows[Funding.REGULAR.label].percent == 90
    assert (rows[Funding.REGULAR.label].measures, rows[Funding.REGULAR.label].signals) == (2, 7)
    assert rows[Funding.AREA_BUDGET.label].percent == 10
    assert rows[Funding.AREA_BUDGET.label].cost == [Money.of(9400, "EUR")]
    with pytest.raises(ValueError, match="is not a valid"):
        Funding("")


def test_who_adopts_says_whether_that_is_the_houses_own_default(year: Year) -> None:
    page = plan_page(year.plan)
    assert "college van burgemeester en wethouders" in str(page.deciding.sentence)
    assert page.deciding.house_default
    assert page.noting.house_default


@pytest.mark.requirement("DEV-57")
def test_the_alderman_of_the_process_does_not_decide_content(year: Year) -> None:
    measure = year.measure()
    alderman = year.world.area_alderman
    year.measure()
    tries = {
        "draft": lambda: actions.draft_measure(
            wish_id=year.wish().pk, plan=year.plan, given=year.given(), by=alderman
        ),
        "edit": lambda: actions.edit_measure(measure_id=measure.pk, given=year.given(), by=alderman),
        "adopt": lambda: actions.adopt_plan(plan_id=year.plan.pk, body="x", reason="y", by=alderman),
        "stop": lambda: actions.stop_measure(measure_id=measure.pk, reason="x", body="y", by=alderman),
    }
    for name, act in tries.items():
        with pytest.raises(
            Refused, match="Een wijkwethouder gaat over het proces; de inhoud ligt bij"
        ) as refused:
            act()
        assert refused.value.status == 403
        if name == "stop":
            assert str(refused.value.reason) == (
                "Een wijkwethouder gaat over het proces; de inhoud ligt bij de portefeuillehouder."
            )
            assert refused.value.reason.source
    measure.refresh_from_db()
    assert measure.status == MeasureStatus.DRAFTED
    assert not Decision.objects.exists()


@pytest.mark.requirement("DEV-57")
def test_the_portfolio_holder_does(year: Year) -> None:
    measure = year.measure()
    stopped = actions.stop_measure(
        measure_id=measure.pk,
        reason="De grond is vervuild.",
        body="wethouder",
        by=year.world.portfolio_holder,
    )
    assert stopped.status == MeasureStatus.STOPPED
    assert Decision.objects.get().kind == DecisionKind.STOP


def test_everything_is_refused_to_who_has_no_role(year: Year) -> None:
    measure = year.measure()
    for person in (None, year.world.resident_team_member):
        with pytest.raises(Refused):
            actions.adopt_plan(plan_id=year.plan.pk, body="x", reason="y", by=person)
        with pytest.raises(Refused):
            actions.edit_measure(measure_id=measure.pk, given=year.given(), by=person)
