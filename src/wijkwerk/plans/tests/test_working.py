"""Work: begun with money, reported by who does it, late and said so, done, stopped."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.world import LONG_AGO, appointed
from wijkwerk.answers.models import Answer
from wijkwerk.approaches import StepKind
from wijkwerk.areas.models import Area
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.queries import balance
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation import clock
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.photos import reencode
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.plans import actions
from wijkwerk.plans.actions.closing import work_is_finished
from wijkwerk.plans.models import Funding, Measure, ProgressReport, Work
from wijkwerk.plans.pages.desk import measure_desk
from wijkwerk.plans.queries import late_work, recent_results
from wijkwerk.plans.rules import MEASURE, MeasureStatus, days_late
from wijkwerk.plans.tests.building import NOON, TODAY, Year, a_year, on
from wijkwerk.thread.beads import Bead, BeadState
from wijkwerk.thread.story import tell_story


@given(st.dates(), st.none() | st.dates(), st.dates())
def test_late_is_counted_from_the_day_it_was_due(due, done, today) -> None:
    late = days_late(due, done, today)
    assert late >= 0
    assert (late > 0) == ((done or today) > due)


@given(st.lists(st.sampled_from(MeasureStatus), max_size=8))
def test_nothing_is_done_that_was_not_adopted(path) -> None:
    status, seen = MeasureStatus.DRAFTED, [MeasureStatus.DRAFTED]
    for target in path:
        if MEASURE.allows(status, target):
            status = target
            seen.append(target)
    if status is MeasureStatus.DONE:
        assert MeasureStatus.ADOPTED in seen
        assert MeasureStatus.UNDER_WAY in seen
    assert MeasureStatus.DRAFTED not in seen[1:]


@pytest.fixture(autouse=True)
def today():
    with clock.at(NOON):
        yield


@pytest.fixture
def year(db: None) -> Year:
    return a_year()


def a_photo():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    out.seek(0)
    return reencode(out)


def test_work_from_the_area_budget_waits_for_its_money(year: Year) -> None:
    measure = year.measure()
    year.adopt()
    measure.refresh_from_db()
    begin = {
        "measure_id": measure.pk,
        "due_on": TODAY + timedelta(30),
        "by": year.world.service_contact_officer,
    }
    with pytest.raises(Conflict, match="nog niet vastgelegd"):
        actions.start_work(**begin)
    fund = year.fund()
    actions.paid_from(measure=measure, fund=fund, year=2026, by=year.world.budget_keeper)
    with pytest.raises(Conflict, match="nog niet vastgelegd"):
        actions.start_work(**begin)
    assert not Work.objects.exists()


def test_money_and_work_follow_each_other_down_the_thread(year: Year) -> None:
    measure = year.measure()
    year.adopt()
    measure.refresh_from_db()
    year.paid(measure, year.fund())
    work = actions.start_work(
        measure_id=measure.pk, due_on=TODAY + timedelta(30), by=year.world.service_contact_officer
    )
    assert work.thing.causes.get().cause.kind == "money"
    with pytest.raises(StepNotAllowed, match="mee bezig"):
        actions.start_work(measure_id=measure.pk, due_on=TODAY, by=year.world.service_contact_officer)


def test_money_is_reserved_for_adopted_measures_of_the_area_budget_only(year: Year) -> None:
    measure, fund, keeper = year.measure(), year.fund(), year.world.budget_keeper
    with pytest.raises(Conflict, match="vastgesteld plan"):
        actions.paid_from(measure=measure, fund=fund, year=2026, by=keeper)
    regular = year.work().measure
    with pytest.raises(Conflict, match="niet uit het wijkbudget"):
        actions.paid_from(measure=regular, fund=fund, year=2026, by=keeper)


def test_a_draft_is_not_begun_and_not_in_the_past(year: Year) -> None:
    measure = year.measure(funding=Funding.NONE)
    begin = {"measure_id": measure.pk, "by": year.world.service_contact_officer}
    with pytest.raises(StepNotAllowed, match="concept"):
        actions.start_work(due_on=TODAY, **begin)
    Measure.objects.filter(pk=measure.pk).update(status=MeasureStatus.ADOPTED)
    with pytest.raises(Invalid) as refused:
        actions.start_work(due_on=TODAY - timedelta(1), **begin)
    assert refused.value.reason.field == "due_on"


@pytest.mark.requirement("DEV-11")
@pytest.mark.requirement("DEV-49")
def test_a_resident_group_reports_on_its_own_measure_and_on_no_other(year: Year) -> None:
    work = year.work()
    organisations = year.world.organisations
    resident = appointed("resident", year.world.area, organisations["taakgroep"], "Truus")
    report = actions.report_progress(
        work_id=work.pk, text="De haag staat erin.", by=resident, photo=a_photo()
    )
    assert report.executor is not None
    assert report.executor.organisation == organisations["taakgroep"]
    assert report.photo is not None
    other = year.work(executors=(actions.Executing.by(organisations["groen"]),))
    everywhere = appointed("executor", None, organisations["taakgroep"], "Bert")
    service = appointed("service_contact_officer", None, organisations["gemeente"], "Rinse")
    elsewhere = Area.objects.create(
        code="elders", name="Elders", level=year.world.area.level, valid_from=LONG_AGO
    )
    far = appointed("executor", elsewhere, organisations["groen"], "Wim")
    for person in (resident, everywhere, service, far, year.world.adviser, None):
        with pytest.raises(Refused):
            actions.report_progress(work_id=other.pk, text="x", by=person)
    assert ProgressReport.objects.count() == 1


def test_late_work_is_late_everywhere(year: Year) -> None:
    work = year.work(due=TODAY + timedelta(5))
    assert not late_work([year.world.area])
    with on(TODAY + timedelta(8)):
        assert list(late_work([year.world.area])) == [work]
        beads = {view.bead: view for view in tell_story(work.measure.thing, None).beads}
        assert str(beads[Bead.DONE].line) == "3 dagen te laat"
        executor = year.world.executor
        for wrong, field in (
            (("", TODAY + timedelta(20)), "reason"),
            (("Regen", TODAY + timedelta(8)), "due_on"),
        ):
            with pytest.raises(Invalid) as refused:
                actions.tell_late(work_id=work.pk, reason=wrong[0], due_on=wrong[1], by=executor)
            assert refused.value.reason.field == field
        actions.tell_late(
            work_id=work.pk, reason="De grond was te nat.", due_on=TODAY + timedelta(20), by=executor
        )
        assert not late_work([year.world.area])
        answer = Answer.objects.get(turn="late")
        assert (answer.text, answer.next_on) == ("De grond was te nat.", TODAY + timedelta(20))


def test_stopped_work_is_not_late_and_its_thread_says_so(year: Year) -> None:
    work = year.work(due=TODAY + timedelta(5))
    actions.stop_measure(
        measure_id=work.measure_id,
        reason="Vervuilde grond.",
        body="wethouder",
        by=year.world.portfolio_holder,
    )
    with on(TODAY + timedelta(30)):
        assert not late_work([year.world.area])
        beads = {view.bead: view for view in tell_story(work.measure.thing, None).beads}
        assert beads[Bead.DONE].state is BeadState.STOPPED
    with pytest.raises(Conflict, match="valt niets meer te melden"):
        actions.report_progress(work_id=work.pk, text="x", by=year.world.executor)


@pytest.mark.parametrize(("ordered", "free"), [(False, 50_000), (True, 49_000)])
def test_what_was_reserved_for_a_stopped_measure_is_free_again_and_an_order_stands(
    year: Year, ordered: bool, free: int
) -> None:
    fund = year.fund(50_000)
    measure = year.measure(cost=Money.of(1_000, "EUR"))
    year.adopt()
    measure.refresh_from_db()
    keeper = year.world.budget_keeper
    one = actions.paid_from(measure=measure, fund=fund, year=2026, by=keeper)
    if ordered:
        budgets.commit_money(reservation_id=one.pk, ordered_from=None, by=keeper)
    actions.stop_measure(
        measure_id=measure.pk, reason="Vervuild.", body="wethouder", by=year.world.portfolio_holder
    )
    assert balance(fund, 2026).free == Money.of(free, "EUR")


def test_who_ends_a_measure_is_the_same_in_the_action_on_the_desk_and_on_the_page(year: Year) -> None:
    measure = year.work().measure
    address = reverse("plans:stop", args=[measure.thing.number])
    for person, may in ((year.world.portfolio_holder, True), (year.world.area_officer, False)):
        assert bool(actions.may_stop(person, measure)) is may
        offered = {way.url: way.allowed for way in measure_desk(measure, person).ways}
        assert bool(offered[address]) is may
        client = Client()
        client.force_login(person.account)
        assert client.get(address).status_code == (200 if may else 403)
        if not may:
            with pytest.raises(Refused):
                actions.stop_measure(measure_id=measure.pk, reason="r", body="b", by=person)


@pytest.mark.parametrize("field", ["reason", "body"])
def test_stopping_names_who_and_why(year: Year, field: str) -> None:
    work = year.work()
    given = {"reason": "Vervuild.", "body": "wethouder", field: ""}
    with pytest.raises(Invalid) as refused:
        actions.stop_measure(measure_id=work.measure_id, by=year.world.portfolio_holder, **given)
    assert refused.value.reason.field == field
    assert Measure.objects.get().status == MeasureStatus.UNDER_WAY
    assert not Answer.objects.exists()


def test_done_is_told_once_with_what_was_done(year: Year) -> None:
    work, executor = year.work(), year.world.executor
    with pytest.raises(Invalid) as refused:
        actions.finish_work(work_id=work.pk, output=" ", text="", by=executor)
    assert refused.value.reason.field == "output"
    actions.finish_work(
        work_id=work.pk, output="Het pad is 1,60 breed.", text="", by=executor, photo=a_photo()
    )
    answer = Answer.objects.get(turn="done")
    assert (answer.text, answer.closing) == ("Het pad is 1,60 breed.", True)
    assert [row.pk for row in recent_results()] == [work.pk]
    for act in (
        lambda: actions.finish_work(work_id=work.pk, output="x", text="", by=executor),
        lambda: actions.tell_late(work_id=work.pk, reason="x", due_on=TODAY + timedelta(9), by=executor),
    ):
        with pytest.raises(Conflict):
            act()


def test_a_refused_report_leaves_no_photo_behind(year: Year) -> None:
    work = year.work()
    with pytest.raises(Invalid):
        actions.report_progress(work_id=work.pk, text=" ", by=year.world.executor, photo=a_photo())
    assert not work.thing.attachments.exists()


def test_work_can_begin_again_after_it_was_done(year: Year) -> None:
    work = year.work()
    actions.finish_work(work_id=work.pk, output="Klaar.", text="", by=year.world.executor)
    again = actions.start_work(
        measure_id=work.measure_id, due_on=TODAY + timedelta(9), by=year.world.service_contact_officer
    )
    assert again.pk != work.pk
    assert again.measure.status == MeasureStatus.UNDER_WAY


def test_the_year_does_not_close_over_a_measure_that_is_not_finished(year: Year) -> None:
    work = year.work()
    execution = CycleStep(cycle=year.cycle, kind=StepKind.EXECUTION)
    refused = work_is_finished(execution)
    assert not refused
    assert "1 van de maatregelen" in str(refused.reason)
    assert work.measure.thing.sentence in str(refused.reason)
    actions.stop_measure(
        measure_id=work.measure_id, reason="Vervuild.", body="wethouder", by=year.world.portfolio_holder
    )
    assert work_is_finished(execution)
