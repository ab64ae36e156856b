"""One signal walks all eight links of the thread, through actions only."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from tests.world import World, make_world
from wijkwerk.answers import worker
from wijkwerk.answers.models import Answer, Delivery, Door
from wijkwerk.approaches import StepKind
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import FundKind
from wijkwerk.cycles import actions as cycles
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.monitoring import actions as monitoring
from wijkwerk.needs.actions import Understanding
from wijkwerk.participation import actions as participation
from wijkwerk.participation.models import Longlist, PanelRound, Wish
from wijkwerk.people.actions import remember_contact
from wijkwerk.plans import actions as plans
from wijkwerk.plans.models import ExecutorKind, Funding
from wijkwerk.signals import actions as signals
from wijkwerk.thread.beads import Bead, BeadState
from wijkwerk.thread.models import JournalEntry, Thing
from wijkwerk.thread.queries import causes_of, effects_of
from wijkwerk.thread.story import tell_story

pytestmark = pytest.mark.django_db(transaction=True)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def on(day: date) -> object:
    """It is noon of that day."""
    return clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=AMSTERDAM))


@pytest.fixture
def world() -> World:
    return make_world()


def walk(world: World) -> dict[str, int]:
    """The whole year of one signal; gives the ids of its things by kind."""
    start = date(2026, 1, 12)
    officer = world.area_officer
    with on(start):
        signal, _asker = signals.report(
            signals.Report(
                area=world.area,
                text="Wij kunnen met de rolstoel niet door het hek van de speeltuin.",
                door=Door.WEB,
                own_contribution="Ik wil helpen planten.",
            ),
            contact=remember_contact(email="bewoner@example.org"),
        )
        cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=start, by=officer)
        panel, prioritisation, execution = cycle.steps.order_by("ordinal")
        assert [panel.kind, prioritisation.kind, execution.kind] == [
            StepKind.PANEL,
            StepKind.PRIORITISATION,
            StepKind.EXECUTION,
        ]
        cycles.open_step(step_id=panel.pk, by=officer)
        assert PanelRound.objects.get(step=panel).area == world.area
    with on(start + timedelta(days=20)):
        signals.triage(
            signal_id=signal.pk,
            sorting=signals.Sorting(
                destination="longlist",
                sentence="De speelplek is te smal voor een rolstoel",
                data={
                    "understanding": Understanding(
                        sentence="Ieder kind kan in Voorstad buiten spelen",
                        asked="Een breder hek",
                        underlying="Samen buiten kunnen spelen",
                        from_residents="Mijn dochter kijkt nu altijd door het hek.",
                    )
                },
            ),
            by=officer,
        )
        need = Thing.objects.get(kind="need")
        cycles.close_step(step_id=panel.pk, by=officer)
        cycles.open_step(step_id=prioritisation.pk, by=officer)
        longlist = Longlist.objects.get(step=prioritisation)
        wish = participation.wish(
            need=need,
            given=participation.Wished(
                sentence="Een breder pad naar de speelplek", cost=Money.of(9400, "EUR")
            ),
            longlist=longlist,
            by=world.community_worker,
        )
        other = participation.wish(
            need=need, given=participation.Wished(sentence="Een schommel"), longlist=longlist, by=officer
        )
        ranking = participation.open_ranking(
            longlist_id=longlist.pk, closes_on=start + timedelta(days=60), seed=7, by=officer
        )
        voter = participation.ask_for_ballot(
            ranking_id=ranking.pk,
            contact=remember_contact(email="bewoner@example.org"),
            email="bewoner@example.org",
        )
        participation.cast(voter_id=voter.pk, order=[wish.pk, other.pk])
    with on(start + timedelta(days=61)):
        participation.count(ranking_id=ranking.pk, missing="Jongeren deden weinig mee.", by=officer)
        assert list(Wish.objects.order_by("place").values_list("pk", "place")) == [
            (wish.pk, 1),
            (other.pk, 2),
        ]
        cycles.close_step(step_id=prioritisation.pk, by=officer)
        cycles.open_step(step_id=execution.pk, by=officer)
        plan = plans.open_plan(cycle=cycle, by=officer)
        measure = plans.draft_measure(
            wish_id=wish.pk,
            plan=plan,
            given=plans.Drafted(
                sentence="Breder pad naar de speelplek",
                motive="Kinderen in een rolstoel kunnen nu niet meespelen.",
                funding=Funding.AREA_BUDGET,
                cost=Money.of(9400, "EUR"),
                executors=(
                    plans.Executing(ExecutorKind.SERVICE, world.organisations["groen"]),
                    plans.Executing(
                        ExecutorKind.RESIDENT_GROUP, world.organisations["taakgroep"], "de haag planten"
                    ),
                ),
                residents_do="Bewoners planten zelf de haag.",
                expected_on=start + timedelta(days=150),
            ),
            by=officer,
        )
        monitoring.name_figure(
            measure_id=measure.pk,
            indicator="speelplekken bereikbaar met een rolstoel",
            unit="van de 6",
            before=Decimal(1),
            source="telling wijkteam",
            by=officer,
        )
        plans.adopt_plan(
            plan_id=plan.pk, body="college van B en W", reason="Bewoners kozen dit.", by=world.executive_board
        )
        fund = budgets.open_fund(
            name="wijkbudget Voorstad",
            kind=FundKind.AREA_BUDGET,
            area=world.area,
            currency="EUR",
            purpose="Voor kleinere maatregelen.",
            formal_decider="college van B en W",
            legal_ground="test",
        )
        budgets.grant_from_council(
            fund=fund, year=2026, amount=Money.of(50_000, "EUR"), ground="begroting 2026"
        )
        measure.refresh_from_db()
        reservation = plans.paid_from(measure=measure, fund=fund, year=2026, by=world.budget_keeper)
        budgets.commit_money(
            reservation_id=reservation.pk, ordered_from=world.organisations["groen"], by=world.budget_keeper
        )
        work = plans.start_work(
            measure_id=measure.pk, due_on=start + timedelta(days=150), by=world.service_contact_officer
        )
    with on(start + timedelta(days=120)):
        plans.report_progress(work_id=work.pk, text="De haag staat erin.", by=world.executor)
        plans.finish_work(
            work_id=work.pk,
            output="Het pad is 1,60 meter breed.",
            text="Het pad is klaar. U kunt er met een rolstoel door.",
            by=world.service_contact_officer,
        )
        budgets.book_payment(
            reservation_id=reservation.pk, booking_number="2026-00417", by=world.financial_administrator
        )
    with on(start + timedelta(days=300)):
        monitoring.learn(
            work_id=work.pk,
            given=monitoring.Learned(
                outcome="Vier kinderen spelen er nu die dat eerst niet konden.",
                verdict="Zij staat nu ín de speeltuin.",
                verdict_by="3 bewoners, gevraagd bij de speelplek",
                after=Decimal(2),
                after_source="telling wijkteam",
            ),
            by=world.policy_officer,
        )
        while worker.work_once():
            pass
    return {"signal": signal.pk, "need": need.pk, "wish": wish.pk, "measure": measure.pk, "work": work.pk}


def test_one_signal_walks_all_eight_links(world: World) -> None:
    ids = walk(world)
    down = effects_of([ids["signal"]])[ids["signal"]]
    kinds = {thing.kind for thing in Thing.objects.filter(pk__in=down)}
    assert kinds == {"signal", "need", "wish", "measure", "plan", "money", "work", "answer", "effect"}
    effect = Thing.objects.get(kind="effect")
    up = causes_of([effect.pk])[effect.pk]
    assert {thing.kind for thing in Thing.objects.filter(pk__in=up)} == {
        "signal",
        "need",
        "wish",
        "measure",
        "money",
        "work",
        "answer",
        "effect",
    }


def test_every_bead_is_done_at_the_end(world: World) -> None:
    ids = walk(world)
    with on(date(2026, 12, 1)):
        story = tell_story(Thing.objects.select_related("area").get(pk=ids["signal"]), None)
    assert [(view.bead, view.state) for view in story.beads] == [(bead, BeadState.DONE) for bead in Bead]
    assert story.beads[0].current
    assert [strand.kind for strand in story.parting][:2] == ["need", "wish"]


def test_the_asker_hears_at_every_turn(world: World) -> None:
    ids = walk(world)
    turns = list(
        Answer.objects.filter(about_id__in=effects_of([ids["signal"]])[ids["signal"]])
        .order_by("told_at", "pk")
        .values_list("turn", flat=True)
    )
    assert turns == ["understood", "ranked", "ranked", "adopted", "funded", "done"]
    told = Delivery.objects.filter(kind="answer", state="sent").exclude(contact=None)
    assert told.count() == len(turns)
    assert not Delivery.objects.filter(state="failed").exists()


def test_the_journal_has_no_words(world: World) -> None:
    walk(world)
    fields = {field.name: field.get_internal_type() for field in JournalEntry._meta.get_fields()}
    assert {name for name, kind in fields.items() if kind in {"CharField", "TextField", "JSONField"}} == {
        "verb"
    }
    assert JournalEntry.objects.count() > 20
