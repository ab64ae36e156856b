"""The year of each area: steps, panels, needs, wishes, the ranking by residents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from wijkwerk.answers.models import Door
from wijkwerk.approaches import StepKind
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import CycleStep
from wijkwerk.demo.calendar import at_hour
from wijkwerk.demo.cast import Cast
from wijkwerk.demo.script import Script
from wijkwerk.demo.texts import Row, table
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.needs import actions as needs
from wijkwerk.participation import actions as participation
from wijkwerk.participation.models import AskedBy, Longlist, PanelRound, Wish
from wijkwerk.participation.rules import WishStatus

# When the steps of the two cycles run, as (month, day) of the data.
OPENS = {(1, StepKind.PANEL): (0, 2), (2, StepKind.PANEL): (9, 20)}
CLOSES_PANEL = {1: (2, 27), 2: (12, 20)}
RANKS = {1: (3, 4), 2: (12, 24)}
COUNTS = {1: (3, 26)}
# The day of its month on which a need was understood: before the wishes of its cycle.
# More forms go out on paper than come back.
FORMS_PRINTED = 60
NEED_DAY = {2: 24, 3: 2}


def write(script: Script, cast: Cast) -> None:
    """All scenes of both cycles."""
    now = {row["area"]: row for row in table("panel", "now")}
    for area in cast.areas:
        for cycle in (1, 2):
            _write_cycle(script, cast, area, cycle, now[area])
    for row in table("panel", "sessions"):
        _write_session(script, cast, row)
    for row in table("needs"):
        at = cast.calendar.moment(row["month"], NEED_DAY.get(row["month"], 12), 11)
        cast.needs_on[row["id"]] = at
        script.add(at, _understood(cast, row))
    for place, row in enumerate(table("wishes")):
        at = max(
            cast.needs_on[row["need"]] + timedelta(hours=2),
            cast.calendar.moment(*CLOSES_PANEL[row["cycle"]], 8),
        )
        if now[row["area"]]["step"] == StepKind.PANEL and row["cycle"] == 2:
            at = cast.needs_on[row["need"]] + timedelta(days=3)
        script.add(at + timedelta(minutes=place), _wished(cast, row))


def _write_cycle(script: Script, cast: Cast, area: str, cycle: int, now: Row) -> None:
    calendar = cast.calendar
    still_asking = cycle == 2 and now["step"] == StepKind.PANEL
    ends = (
        calendar.today + timedelta(days=now["closes_in_days"])
        if still_asking
        else calendar.day(*CLOSES_PANEL[cycle])
    )
    script.add(calendar.moment(*OPENS[cycle, StepKind.PANEL], 9), _begun(cast, area, cycle, ends))
    if still_asking:
        return
    close = calendar.moment(*CLOSES_PANEL[cycle], 17)
    script.add(close, _step(cast, area, cycle, StepKind.PANEL, opens=False))
    script.add(close + timedelta(hours=16), _step(cast, area, cycle, StepKind.PRIORITISATION, opens=True))
    rank = calendar.moment(*RANKS[cycle], 9)
    for row in table("wishes"):
        if row["area"] == area and row["cycle"] == cycle and row["outcome"] != WishStatus.RANKED:
            script.add(rank - timedelta(hours=1), _ended(cast, row))
    last_day = (
        calendar.day(*COUNTS[cycle]) - timedelta(days=1)
        if cycle in COUNTS
        else calendar.today + timedelta(days=now["closes_in_days"])
    )
    script.add(rank, _ranking_opened(cast, area, cycle, last_day))
    ballots, on_paper, missing = _turnout(area, cycle, now)
    until = min(at_hour(last_day, 20), script.until)
    for number in range(ballots):
        at = rank + (until - rank) * (number + 1) / (ballots + 1)
        script.add(at, _ranked(cast, area, cycle, number, paper=number < on_paper))
    if cycle in COUNTS:
        counted = calendar.moment(*COUNTS[cycle], 20)
        script.add(counted, _counted(cast, area, cycle, missing))
        script.add(
            counted + timedelta(days=1), _step(cast, area, cycle, StepKind.PRIORITISATION, opens=False)
        )
        script.add(counted + timedelta(days=2), _step(cast, area, cycle, StepKind.EXECUTION, opens=True))


def _turnout(area: str, cycle: int, now: Row) -> tuple[int, int, str]:
    for row in table("panel", "rankings"):
        if row["area"] == area and row["cycle"] == cycle:
            return row["ballots"], row["on_paper"], row["missing"]
    return now.get("ballots_so_far", 0), now.get("ballots_so_far", 0) // 6, ""


def _begun(cast: Cast, area: str, cycle: int, ends: date) -> Callable[[], object]:
    def act() -> None:
        start = cast.calendar.day(*OPENS[cycle, StepKind.PANEL])
        officer = cast.officer(area)
        name = (
            f"{start.year}–{start.year + 1}"
            if cycle == 1
            else f"{cast.calendar.today.year}–{cast.calendar.today.year + 1}"
        )
        made = cycles.begin_cycle(area=cast.areas[area], name=name, starts_on=start, by=officer)
        cast.cycles[area, cycle] = made
        step = made.steps.get(kind=StepKind.PANEL)
        cycles.open_step(step_id=step.pk, by=officer, until=ends)
        cast.rounds[area, cycle] = PanelRound.objects.get(step=step)

    return act


def _step(cast: Cast, area: str, cycle: int, kind: StepKind, *, opens: bool) -> Callable[[], object]:
    def act() -> None:
        step = CycleStep.objects.get(cycle=cast.cycles[area, cycle], kind=kind)
        if opens:
            cycles.open_step(step_id=step.pk, by=cast.officer(area))
        else:
            cycles.close_step(step_id=step.pk, by=cast.officer(area))

    return act


def _write_session(script: Script, cast: Cast, row: Row) -> None:
    hour, minute = (int(part) for part in row["time"].split("."))
    starts = at_hour(cast.calendar.day(row["month"], row["day"]), hour, minute)
    planned = max(
        starts - timedelta(days=9), cast.calendar.moment(*OPENS[row["cycle"], StepKind.PANEL], 9, 30)
    )

    def plan() -> None:
        cast.sessions[row["id"]] = participation.add_session(
            round_id=cast.rounds[row["area"], row["cycle"]].pk,
            place=row["place"],
            starts_at=starts,
            asked_by=AskedBy(row["asked_by"]),
            askers_text=row["askers"],
            by=cast.holder("community_worker", row["area"]),
        )

    def record() -> None:
        participation.record_session(
            session_id=cast.sessions[row["id"]].pk,
            attendance=row["attendance"],
            report=row["report"],
            by=cast.holder("community_worker", row["area"]),
        )

    # Signals heard at a session carry its day; it is planned before the first of them.
    script.add(min(planned, starts - timedelta(days=1)), plan)
    script.add(starts + timedelta(hours=3), record)


def _understood(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        cast.needs[row["id"]] = needs.understand(
            area=cast.areas[row["area"]],
            neighbourhood=cast.buurten.get(row["buurt"]),
            given=needs.Understanding(
                **{
                    name: row[name]
                    for name in (
                        "sentence",
                        "asked",
                        "underlying",
                        "resident_words",
                        "policy_words",
                        "theme",
                        "from_residents",
                        "from_figures",
                        "from_professionals",
                    )
                }
            ),
            by=cast.officer(row["area"]),
        )

    return act


def _wished(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        cycle = cast.cycles[row["area"], row["cycle"]]
        cast.wishes[row["id"]] = participation.wish(
            need=cast.needs[row["need"]].thing,
            given=participation.Wished(
                sentence=row["text"],
                theme=row["theme"],
                own_contribution=row.get("own_contribution", ""),
                cost=Money.of(row["cost"], Currency.EUR),
            ),
            longlist=Longlist.objects.filter(step__cycle=cycle).first(),
            contact=cast.contacts.get(row["wished_by"]),
            door=Door.PANEL,
            by=cast.holder("community_worker", row["area"]),
        )

    return act


def _ended(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        wish, officer = cast.wishes[row["id"]], cast.officer(row["area"])
        if row["outcome"] == WishStatus.PASSED_ON:
            participation.pass_on(
                wish_id=wish.pk, to=cast.organisations[row["passed_to"]], reason=row["reason"], by=officer
            )
        else:
            participation.drop(wish_id=wish.pk, reason=row["reason"], by=officer)

    return act


def _ranking_opened(cast: Cast, area: str, cycle: int, last_day: date) -> Callable[[], object]:
    def act() -> None:
        longlist = Longlist.objects.get(step__cycle=cast.cycles[area, cycle])
        cast.rankings[area, cycle] = participation.open_ranking(
            longlist_id=longlist.pk,
            closes_on=last_day,
            seed=cast.chance.randrange(1, 1_000_000),
            by=cast.officer(area),
        )
        cast.paper_forms[area, cycle] = participation.print_forms(
            ranking_id=cast.rankings[area, cycle].pk, number=FORMS_PRINTED, by=cast.holder("desk_worker")
        )

    return act


def _ranked(cast: Cast, area: str, cycle: int, number: int, *, paper: bool) -> Callable[[], object]:
    def act() -> None:
        ranking = cast.rankings[area, cycle]
        order = _order(cast, area, cycle, ranking.most or 5)
        # Not everyone says in which buurt they live.
        home = cast.buurten[cast.chance.choice(_buurten(area))] if cast.chance.random() < 0.8 else None
        if paper:
            participation.cast_on_paper(
                ranking_id=ranking.pk,
                paper_form=cast.paper_forms[area, cycle][number],
                order=order,
                neighbourhood=home,
                by=cast.holder("desk_worker"),
            )
            return
        voter = participation.ask_for_ballot(
            ranking_id=ranking.pk,
            contact=cast.neighbour(area, number),
            email=f"buur{number}.{area}@example.org",
            neighbourhood=home,
        )
        participation.cast(voter_id=voter.pk, order=order)

    return act


def _buurten(area: str) -> list[str]:
    return [buurt["code"] for row in table("areas") if row["key"] == area for buurt in row["buurten"]]


def _order(cast: Cast, area: str, cycle: int, most: int) -> list[int]:
    """One made order: wishes drawn without putting back, likelier as their appeal is larger."""
    open_now = set(
        Wish.objects.filter(
            longlist__step__cycle=cast.cycles[area, cycle], status=WishStatus.LISTED
        ).values_list("pk", flat=True)
    )
    left = [
        (cast.wishes[row["id"]].pk, row["appeal"])
        for row in table("wishes")
        if row["area"] == area and row["cycle"] == cycle and cast.wishes[row["id"]].pk in open_now
    ]
    order: list[int] = []
    for _place in range(cast.chance.randint(min(2, len(left)), min(most, len(left)))):
        chosen = cast.chance.choices(left, weights=[appeal**2 for _pk, appeal in left])[0]
        order.append(chosen[0])
        left.remove(chosen)
    return order


def _counted(cast: Cast, area: str, cycle: int, missing: str) -> Callable[[], object]:
    def act() -> None:
        participation.count(ranking_id=cast.rankings[area, cycle].pk, missing=missing, by=cast.officer(area))

    return act
