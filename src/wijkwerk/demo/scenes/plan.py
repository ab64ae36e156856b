"""The area plan, its money, the work, and what it brought."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import Reservation
from wijkwerk.demo.calendar import at_hour
from wijkwerk.demo.cast import Cast
from wijkwerk.demo.pictures import draw
from wijkwerk.demo.script import Script
from wijkwerk.demo.texts import Row, table
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored_day
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.foundation.photos import Photo, reencode
from wijkwerk.monitoring import actions as monitoring
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.plans import actions as plans
from wijkwerk.plans.models import ExecutorKind, Funding, Measure, Plan

KINDS = {
    "service": ExecutorKind.SERVICE,
    "partner": ExecutorKind.PARTNER,
    "residents": ExecutorKind.RESIDENT_GROUP,
    "resident_group": ExecutorKind.RESIDENT_GROUP,
}
DRAFTED, ADOPTED, NOTED = (4, 2), (4, 9), (4, 16)
BOARD = "het college van burgemeester en wethouders"


def write(script: Script, cast: Cast) -> None:
    """The plan of the first cycle of every area, and each of its measures."""
    for area in cast.areas:
        script.add(cast.calendar.moment(*DRAFTED, 9), _plan_opened(cast, area))
        script.add(cast.calendar.moment(*ADOPTED, 14), _adopted(cast, area))
    for place, row in enumerate(table("measures")):
        script.add(cast.calendar.moment(*DRAFTED, 10, place % 60), _drafted(cast, row))
        if "figure" in row:
            script.add(cast.calendar.moment(*DRAFTED, 16, place % 60), _figure_named(cast, row))
        _write_work(script, cast, row, place)


def _write_work(script: Script, cast: Cast, row: Row, place: int) -> None:
    calendar = cast.calendar
    start = max(
        calendar.moment(row["start_month"], 3, 10, place), calendar.moment(*ADOPTED, 15) + timedelta(days=2)
    )
    due = calendar.day(row["due_month"], 26)
    if row["funding"] == Funding.AREA_BUDGET:
        script.add(start, _reserved(cast, row))
        script.add(start + timedelta(days=4), _committed(cast, row))
    script.add(start + timedelta(days=5), _started(cast, row, due))
    for number, report in enumerate(row["reports"]):
        at = calendar.moment(report["month"], 12 + 3 * number, 15, place)
        script.add(max(at, start + timedelta(days=6 + number)), _progress(cast, row, report, place))
    if row["state"] == "late":
        told = at_hour(due - timedelta(days=3), 11)
        script.add(told, _told_late(cast, row, calendar.today - timedelta(days=12)))
    if row["state"] == "waiting":
        script.add(calendar.moment(12, 20, 11), _told_late(cast, row, calendar.today + timedelta(days=24)))
    if row.get("done_month") is not None:
        last = max([report["month"] for report in row["reports"]], default=0)
        done = max(
            calendar.moment(max(row["done_month"], last), 25, 16, place),
            start + timedelta(days=8 + len(row["reports"])),
        )
        script.add(done, _done(cast, row, place))
        if row["funding"] == Funding.AREA_BUDGET:
            script.add(done + timedelta(days=9), _paid(cast, row, place))
        script.add(done + timedelta(days=40), _learned(cast, row))


def _plan_opened(cast: Cast, area: str) -> Callable[[], object]:
    def act() -> None:
        plans.open_plan(
            cycle=cast.cycles[area, 1],
            by=cast.officer(area),
            foreword="Dit plan is gemaakt van wat bewoners zeiden, wensten en op volgorde zetten. Wat erin staat, "
            "voeren bewoners, gemeente en anderen samen uit. Wie erom vroeg, hoort hoe het gaat.",
        )

    return act


def _drafted(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        plan = Plan.objects.select_related("cycle").get(cycle=cast.cycles[row["area"], 1])
        goals = plan.approach.working_goals
        with_residents = any(KINDS[one["kind"]] is ExecutorKind.RESIDENT_GROUP for one in row["executors"])
        # Where residents carry it out it serves self-responsibility, the first goal; else the better tuned service.
        goal = goals[0 if with_residents else -1].key if goals else ""
        service = next((one for one in row["executors"] if one["kind"] == "service"), None)
        cast.measures[row["id"]] = plans.draft_measure(
            wish_id=cast.wishes[row["wish"]].pk,
            plan=plan,
            given=plans.Drafted(
                sentence=row["title"],
                motive=row["motive"],
                funding=Funding(row["funding"]),
                funding_service=cast.organisations[service["organisation"]]
                if service and row["funding"] == Funding.REGULAR
                else None,
                cost=Money.of(row["cost"], Currency.EUR),
                executors=tuple(
                    plans.Executing(KINDS[one["kind"]], _party(cast, row["area"], one))
                    for one in row["executors"]
                ),
                theme=row["theme"],
                working_goal=goal,
                serves_objective=with_residents,
                residents_do=row["residents_do"],
                expected_on=cast.calendar.day(row["due_month"], 26),
            ),
            by=cast.officer(row["area"]),
        )

    return act


def _party(cast: Cast, area: str, one: Row) -> Organisation:
    if "organisation" in one:
        return cast.organisations[one["organisation"]]
    key = f"bewoners-{area}"
    if key not in cast.organisations:
        cast.organisations[key] = Organisation.objects.create(
            key=key, name=f"bewoners van {cast.areas[area].name}", kind=OrganisationKind.RESIDENT_GROUP
        )
    return cast.organisations[key]


def _adopted(cast: Cast, area: str) -> Callable[[], object]:
    def act() -> None:
        plans.adopt_plan(
            plan_id=Plan.objects.get(cycle=cast.cycles[area, 1]).pk,
            body=BOARD,
            reason="Bewoners zetten deze wensen op volgorde. Alles past in het wijkbudget of in de gewone begroting.",
            by=cast.holder("executive_board"),
        )

    return act


def _figure_named(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        figure = row["figure"]
        monitoring.name_figure(
            measure_id=cast.measures[row["id"]].pk,
            indicator=figure["name"],
            unit=figure["unit"],
            before=Decimal(str(figure["before"])),
            source=f"telling van wijkteam en gemeente, {stored_day(clock.today())}",
            by=cast.officer(row["area"]),
        )

    return act


def _reserved(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        plans.paid_from(
            measure=Measure.objects.get(pk=cast.measures[row["id"]].pk),
            fund=cast.funds[row["area"]],
            year=budgets.this_year(),
            by=cast.holder("budget_keeper"),
        )

    return act


def _reservation(cast: Cast, row: Row) -> Reservation:
    return Reservation.objects.get(measure=cast.measures[row["id"]].thing)


def _committed(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        budgets.commit_money(
            reservation_id=_reservation(cast, row).pk,
            ordered_from=_party(cast, row["area"], row["executors"][0]),
            by=cast.holder("budget_keeper"),
        )

    return act


def _worker(cast: Cast, row: Row, report: Row | None = None) -> Person:
    """Who of the executors speaks: someone of the party named, else the area officer."""
    for key in (
        [report.get("organisation", "")]
        if report
        else [one.get("organisation", "") for one in row["executors"]]
    ):
        person = cast.for_organisation(key, row["area"])
        if person is not None:
            return person
    return cast.officer(row["area"])


def _started(cast: Cast, row: Row, due: date) -> Callable[[], object]:
    def act() -> None:
        cast.works[row["id"]] = plans.start_work(
            measure_id=cast.measures[row["id"]].pk,
            due_on=max(due, clock.today() + timedelta(days=5)),
            by=_worker(cast, row),
        )

    return act


def _progress(cast: Cast, row: Row, report: Row, place: int) -> Callable[[], object]:
    def act() -> None:
        work = cast.works[row["id"]]
        plans.report_progress(
            work_id=work.pk, text=report["text"], by=_worker(cast, row, report), photo=_photo(report, place)
        )

    return act


def _photo(report: Row, place: int) -> Photo | None:
    key = report.get("photo")
    return reencode(io.BytesIO(draw(key, seed=1000 + place))) if key else None


def _told_late(cast: Cast, row: Row, due: date) -> Callable[[], object]:
    def act() -> None:
        plans.tell_late(
            work_id=cast.works[row["id"]].pk,
            reason=row["state_reason"],
            due_on=max(due, clock.today() + timedelta(days=1)),
            by=_worker(cast, row),
        )

    return act


def _done(cast: Cast, row: Row, place: int) -> Callable[[], object]:
    def act() -> None:
        pictured = next((report for report in row["reports"] if report.get("photo")), None)
        plans.finish_work(
            work_id=cast.works[row["id"]].pk,
            output=row["output"],
            text=f"{row['title']}: het is gedaan. {row['output']}",
            by=_worker(cast, row),
            photo=_photo(pictured, 2000 + place) if pictured else None,
        )

    return act


def _paid(cast: Cast, row: Row, place: int) -> Callable[[], object]:
    def act() -> None:
        budgets.book_payment(
            reservation_id=_reservation(cast, row).pk,
            booking_number=f"{clock.today().year}-{4000 + place}",
            by=cast.holder("financial_administrator"),
        )

    return act


def _learned(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        figure = row.get("figure")
        monitoring.learn(
            work_id=cast.works[row["id"]].pk,
            given=monitoring.Learned(
                outcome=row["outcome"],
                verdict=row["verdict"],
                verdict_by="een bewoner, gevraagd toen het klaar was",
                after=Decimal(str(figure["after"])) if figure and "after" in figure else None,
                after_source=f"telling van wijkteam en gemeente, {stored_day(clock.today())}"
                if figure
                else "",
            ),
            by=cast.officer(row["area"]),
        )

    return act
