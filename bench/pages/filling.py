"""A site with so many signals and everything that came of them, made in bulk. Deterministic; at most half a minute.

Of every eight signals four are answered from the regular budget and four become two needs; each need is wished for,
one wish becomes a measure with money, work, a closing answer and an effect. Some 25 things to eight signals.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max, Model

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.answers.models import Answer, Asker, AskerRole, Delivery, DeliveryState, Door
from wijkwerk.areas.models import Area, AreaApproach, Inhabitants
from wijkwerk.budgets.actions import grant_from_council, open_fund
from wijkwerk.budgets.models import Fund, FundKind, Reservation
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.cycles.actions import begin_cycle
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import clock, encryption
from wijkwerk.foundation.money import Money
from wijkwerk.monitoring.models import Effect
from wijkwerk.needs.models import Need
from wijkwerk.participation.models import Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Contact
from wijkwerk.plans.models import Executor, ExecutorKind, Funding, Measure, Plan, Work
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import FundingSource, Route, SignalStatus
from wijkwerk.thread.models import JournalEntry, Link, Role, Thing

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
AREAS, BUURTEN, PER_UNIT, PER_YEAR = 5, 4, 8, 20_000
TEXTS = (
    "De lantaarn op de hoek doet het niet",
    "Er liggen losse tegels voor de school",
    "Wij willen graag een bankje bij het water",
    "Het is hier 's avonds te donker op het pad",
    "De speelplek is stuk en er ligt glas",
)


@dataclass
class Filled:
    """What a visitor can open."""

    area: Area
    signal: Thing
    need: Thing
    asker: Asker


@dataclass
class _Rows:
    """Rows to be written, per table; the order of the tables is the order of their keys."""

    next_thing: int
    rows: dict[type[Model], list[Any]] = field(default_factory=dict)

    def add(self, row: Any) -> Any:
        self.rows.setdefault(type(row), []).append(row)
        return row

    def thing(self, kind: str, area: Area, sentence: str, day: date, buurt: Area | None = None) -> Thing:
        self.next_thing += 1
        return self.add(
            Thing(
                pk=self.next_thing,
                kind=kind,
                area=area,
                neighbourhood=buurt,
                sentence=sentence,
                public=True,
                born_on=day,
            )
        )

    def link(self, cause: Thing, effect: Thing, role: Role) -> None:
        self.add(Link(cause_id=cause.pk, effect_id=effect.pk, role=role))

    def write(self) -> None:
        with transaction.atomic():
            for model, rows in self.rows.items():
                model._default_manager.bulk_create(rows, batch_size=1000)
        self.rows = {}


def fill(signals: int) -> Filled:
    """Make it, in an empty database."""
    world = make_world()
    areas = [world.area, *(_area(world, number) for number in range(1, AREAS))]
    years = max(1, signals // PER_YEAR)
    grounds = {area.pk: _Ground(world, area, years) for area in areas}
    contacts = _contacts(max(10, signals // 5))
    rows = _Rows(Thing.objects.aggregate(last=Max("pk"))["last"] or 0)
    units = max(AREAS, signals // PER_UNIT)
    for number in range(units):
        area = areas[number % AREAS]
        _unit(rows, grounds[area.pk], number, units, contacts)
        if number % 200 == 199:
            rows.write()
    rows.write()
    _set_sequences()
    return to_open()


def to_open() -> Filled:
    """Something of everything in a site that was filled."""
    area = Area.objects.get(code="voorstad")
    need = Thing.objects.filter(kind="need", area=area).order_by("-pk").select_related("area")[6]
    behind = Thing.objects.filter(effects__effect=need, kind="signal").select_related("area")
    signal = behind.earliest("pk")
    return Filled(area, signal, need, signal.askers.select_related("thing").earliest("pk"))


class _Ground:
    """An area with its buurten, a plan for each year, and its fund."""

    def __init__(self, world: World, area: Area, years: int) -> None:
        self.world, self.area = world, area
        self.buurten = [
            Area.objects.create(
                code=f"{area.code}-{number}",
                name=f"Buurt {number} van {area.name}",
                level=world.neighbourhood.level,
                parent=area,
                valid_from=LONG_AGO,
            )
            for number in range(BUURTEN)
        ]
        self.officer = world.area_officer if area == world.area else appointed("area_officer", area)
        appointed("community_worker", area)
        self.fund: Fund = open_fund(
            name=f"wijkbudget {area.name}",
            kind=FundKind.AREA_BUDGET,
            area=area,
            currency="EUR",
            purpose="Voor kleinere maatregelen.",
            formal_decider="college van B en W",
            legal_ground="bench",
        )
        today = clock.today()
        self.first_year = today.year - years + 1
        self.plans = [
            self._plan(year, last=year == today.year) for year in range(self.first_year, today.year + 1)
        ]

    def _plan(self, year: int, *, last: bool) -> Plan:
        begins = date(year, 1, 12)
        with clock.at(datetime(year, 1, 12, 12, tzinfo=AMSTERDAM)):
            cycle: Cycle = begin_cycle(area=self.area, name=str(year), starts_on=begins, by=self.officer)
            grant_from_council(fund=self.fund, year=year, amount=Money.of(10_000_000, "EUR"), ground="bench")
        steps = list(cycle.steps.order_by("ordinal"))
        for step in steps:
            step.status, step.opened_on, step.closed_on = StepStatus.CLOSED, begins, begins
        if last:
            steps[-1].status, steps[-1].closed_on = StepStatus.OPEN, None
        CycleStep.objects.bulk_update(steps, ["status", "opened_on", "closed_on"])
        thing = Thing.objects.create(
            kind="plan", area=self.area, sentence=f"Wijkplan {year}", public=True, born_on=begins
        )
        return Plan.objects.create(
            thing=thing,
            cycle=cycle,
            area=self.area,
            status=PlanStatus.ADOPTED,
            adopted_on=begins,
            adopted_by="college",
        )


def _area(world: World, number: int) -> Area:
    area = Area.objects.create(
        code=f"wijk{number}",
        name=f"Wijk {number}",
        level=world.area.level,
        parent=world.city,
        valid_from=LONG_AGO,
    )
    AreaApproach.objects.create(
        area=area, approach_key=world.approach.key, currency="EUR", valid_from=LONG_AGO, adopted_by="bench"
    )
    Inhabitants.objects.create(area=area, year=2026, number=12_000, source="bench")
    return area


def _contacts(number: int) -> list[Contact]:
    now = clock.now()
    return Contact.objects.bulk_create(
        [
            Contact(
                email_encrypted=encryption.encrypt(f"bewoner{each}@example.org"),
                email_index=encryption.blind_index(f"bewoner{each}@example.org", kind="email"),
                created_at=now,
            )
            for each in range(number)
        ],
        batch_size=1000,
    )


def _unit(rows: _Rows, ground: _Ground, number: int, units: int, contacts: list[Contact]) -> None:
    """Eight signals and what came of them; the newest units are still under way, at either size."""
    to_go = (units - 1 - number) // AREAS
    share = number / units
    day = date(ground.first_year, 1, 12) + timedelta(days=int(share * 340 * len(ground.plans)))
    plan = ground.plans[min(int(share * len(ground.plans)), len(ground.plans) - 1)]
    area, buurt = ground.area, ground.buurten[number // AREAS % BUURTEN]
    needs = []
    for each in range(2):
        thing = rows.thing("need", area, f"Een veilige plek om te zitten, vraag {number}", day, buurt)
        rows.add(
            Need(thing=thing, asked="Kan het hier veiliger?", resident_words=TEXTS[each], understood_on=day)
        )
        needs.append(thing)
    for each in range(PER_UNIT):
        open_still = to_go == 0 and each == 0
        _signal(
            rows,
            area,
            buurt,
            day,
            number * PER_UNIT + each,
            needs[each % 2] if each < 4 else None,
            contacts,
            open_still,
        )
    measure = _measure(rows, ground, plan, needs, day, to_go)
    _told(rows, area, measure, day)


def _signal(
    rows: _Rows,
    area: Area,
    buurt: Area,
    day: date,
    number: int,
    need: Thing | None,
    contacts: list[Contact],
    open_still: bool,
) -> None:
    text = f"{TEXTS[number % len(TEXTS)]}, bij nummer {number % 200}."
    thing = rows.thing("signal", area, text, day, buurt)
    status = SignalStatus.IN_NEED if need else SignalStatus.NEW if open_still else SignalStatus.ANSWERED
    at = datetime(day.year, day.month, day.day, 12, tzinfo=AMSTERDAM)
    rows.add(
        Signal(
            thing=thing,
            text=text,
            text_public=True,
            category="",
            door=Door.WEB,
            place_text=f"bij nummer {number % 200}",
            longitude=6.1 + number % 997 / 10_000,
            latitude=52.2 + number % 991 / 10_000,
            status=status,
            route=Route.LONGLIST if need else "" if open_still else Route.QUICK,
            funding_source=FundingSource.REGULAR if status == SignalStatus.ANSWERED else "",
            answer_due_on=day + timedelta(days=14),
            reported_at=at,
            looked_at=at,
            handled_on=day if status == SignalStatus.ANSWERED else None,
        )
    )
    contact = contacts[number % len(contacts)] if number % 5 < 3 else None
    asker = rows.add(
        Asker(pk=thing.pk, thing=thing, contact=contact, role=AskerRole.REPORTER, door=Door.WEB, since=at)
    )
    rows.add(JournalEntry(at=at, verb="signals.reported", thing=thing))
    if need:
        rows.link(thing, need, Role.UNDERSTOOD_AS)
    answer = _answer(rows, area, thing, "antwoord op uw melding", at, closing=status == SignalStatus.ANSWERED)
    if contact:
        rows.add(
            Delivery(
                key=f"answer:{answer.pk}:contact:{contact.pk}",
                kind="answer",
                answer=answer,
                asker=asker,
                contact=contact,
                channel="mail",
                state=DeliveryState.SENT,
                attempts=1,
                next_attempt_at=at,
                created_at=at,
                sent_at=at,
            )
        )


def _answer(rows: _Rows, area: Area, about: Thing, news: str, at: datetime, *, closing: bool) -> Answer:
    thing = rows.thing("answer", area, news, at.date())
    rows.link(about, thing, Role.TOLD_IN)
    rows.add(JournalEntry(at=at, verb="answers.told", thing=thing))
    return rows.add(
        Answer(
            thing=thing,
            about=about,
            turn="answered",
            news=news,
            text="Wij hebben gekeken en het opgepakt. Dank u wel voor het melden.",
            told_at=at,
            closing=closing,
        )
    )


def _measure(rows: _Rows, ground: _Ground, plan: Plan, needs: list[Thing], day: date, to_go: int) -> Thing:
    area = ground.area
    chosen = None
    for need in needs:
        wish = rows.thing("wish", area, "Een bankje en meer licht", day, need.neighbourhood)
        ranked = chosen is None
        chosen = chosen or wish
        rows.add(
            Wish(
                thing=wish,
                need=need,
                text="Een bankje en meer licht langs het pad.",
                status=WishStatus.RANKED if ranked else WishStatus.DROPPED,
                wished_on=day,
                ended_on=None if ranked else day,
            )
        )
        rows.link(need, wish, Role.WISHED)
    status = (
        MeasureStatus.UNDER_WAY if to_go < 4 else MeasureStatus.ADOPTED if to_go < 8 else MeasureStatus.DONE
    )
    thing = rows.thing("measure", area, "Een bankje en meer licht langs het pad", day, needs[0].neighbourhood)
    measure = rows.add(
        Measure(
            thing=thing,
            plan=plan,
            motive="Bewoners vroegen erom.",
            cost_minor=250_000,
            funding=Funding.AREA_BUDGET,
            status=status,
            expected_on=day + timedelta(days=90),
        )
    )
    rows.add(
        Executor(measure=measure, kind=ExecutorKind.SERVICE, organisation=ground.world.organisations["groen"])
    )
    assert chosen is not None
    rows.link(chosen, thing, Role.WORKED_OUT_AS)
    rows.link(thing, plan.thing, Role.ADOPTED_IN)
    money = rows.thing("money", area, "€ 2.500 uit het wijkbudget", day)
    state = ReservationState.PAID if status == MeasureStatus.DONE else ReservationState.COMMITTED
    rows.add(
        Reservation(
            thing=money,
            measure=thing,
            fund=ground.fund,
            year=day.year,
            minor=250_000,
            state=state,
            reserved_on=day,
            committed_on=day,
            paid_on=day if state == ReservationState.PAID else None,
            booking_number="2026-1" if state == ReservationState.PAID else "",
        )
    )
    rows.link(thing, money, Role.FUNDED_BY)
    if status == MeasureStatus.ADOPTED:
        return thing
    work = rows.thing("work", area, thing.sentence, day, thing.neighbourhood)
    rows.add(
        Work(
            thing=work,
            measure=measure,
            starts_on=day,
            due_on=day + timedelta(days=90),
            done_on=day if status == MeasureStatus.DONE else None,
            output="Een bankje en vier lampen." if status == MeasureStatus.DONE else "",
        )
    )
    rows.link(money, work, Role.CARRIED_OUT_BY)
    return work if status == MeasureStatus.DONE else thing


def _told(rows: _Rows, area: Area, done: Thing, day: date) -> None:
    """A closing answer about work that is done, and what it brought."""
    if done.kind != "work":
        return
    at = datetime(day.year, day.month, day.day, 15, tzinfo=AMSTERDAM)
    told = _answer(rows, area, done, "gedaan", at, closing=True)
    effect = rows.thing("effect", area, "Mensen zitten er weer", day)
    rows.add(
        Effect(
            thing=effect, work=done, outcome="Mensen zitten er weer.", verdict="Eindelijk!", learned_on=day
        )
    )
    rows.link(told.thing, effect, Role.BROUGHT)


def _set_sequences() -> None:
    """Keys were given by hand; where the database hands them out, it goes on after them."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Thing, Asker]):
            cursor.execute(sql)
