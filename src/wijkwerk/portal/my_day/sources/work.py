"""Plans and work: to adopt, to start, to report on, to learn from."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Power
from wijkwerk.budgets.models import Reservation
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.plans.models import Funding, Measure, Plan, Work
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 20
ASK_AFTER = timedelta(days=182)  # "een half jaar later nagevraagd"


def _mine(reader: Reader, path: str) -> Q | None:
    """Measures this person works on: those of their own party, and those of the areas for which they answer."""
    may_report = reader.areas(Power.REPORT_PROGRESS)
    here = [area for area in reader.own_areas if area in may_report]
    mine = Q(**{f"{path}thing__area__in": here}) if here else None
    if reader.organisations:
        theirs = Q(**{f"{path}executors__organisation__in": reader.organisations})
        mine = theirs if mine is None else mine | theirs
    return mine


def due(reader: Reader) -> Bunch:
    """Work that is late or should be done this week."""
    mine = _mine(reader, "measure__")
    if mine is None:
        return Bunch()
    late = Work.objects.filter(mine, done_on__isnull=True, due_on__lte=reader.last_day).distinct()
    rows = list(late.select_related("thing__area", "measure__thing").order_by("due_on", "pk")[: MOST + 1])
    tasks = [
        Task(
            what=work.measure.thing.sentence,
            where=work.thing.area.name,
            waits=work.late_reason,
            since=work.starts_on,
            due=work.due_on,
            # Who waits for late work waits for a day that can be kept.
            label=_("Zeg wanneer wel") if work.days_late(reader.today) else _("Meld hoe het gaat"),
            action=link(
                "plans:late" if work.days_late(reader.today) else "plans:progress",
                work.thing.number,
                fallback=work.thing.get_absolute_url(),
            ),
            url=work.thing.get_absolute_url(),
        )
        for work in rows[:MOST]
    ]
    return Bunch(tasks, _("Al mijn werk"), link("plans:my-work")) if len(rows) > MOST else Bunch(tasks)


def to_start(reader: Reader) -> Bunch:
    """Adopted measures of which the money, where it comes from the area budget, is bound: the work can begin."""
    mine = _mine(reader, "")
    if mine is None:
        return Bunch()
    bound = Reservation.objects.filter(
        measure=OuterRef("thing"), state__in=(ReservationState.COMMITTED, ReservationState.PAID)
    )
    ready = Measure.objects.filter(mine, status=MeasureStatus.ADOPTED).filter(
        ~Q(funding=Funding.AREA_BUDGET) | Exists(bound)
    )
    return Bunch(
        [
            Task(
                what=measure.thing.sentence,
                where=measure.thing.area.name,
                waits=_("het plan is vastgesteld"),
                since=measure.plan.adopted_on if measure.plan else None,
                due=measure.expected_on
                if measure.expected_on and measure.expected_on <= reader.last_day
                else None,
                label=_("Begin"),
                action=link("plans:measure", measure.thing.number, fallback=measure.thing.get_absolute_url()),
                url=measure.thing.get_absolute_url(),
            )
            for measure in ready.distinct()
            .select_related("thing__area", "plan")
            .order_by("expected_on", "pk")[:MOST]
        ]
    )


def plans_to_adopt(reader: Reader) -> Bunch:
    """Draft plans that have measures, for who adopts them."""
    areas = reader.areas(Power.ADOPT_PLAN)
    if not areas:
        return Bunch()
    drafts = Plan.objects.filter(
        Exists(Measure.objects.filter(plan=OuterRef("pk"))), area__in=areas, status=PlanStatus.DRAFT
    )
    return Bunch(
        [
            Task(
                what=plan.thing.sentence,
                where=plan.area.name,
                waits=_("bewoners wachten op het besluit"),
                since=plan.thing.born_on,
                label=_("Stel vast"),
                action=link("plans:plan", plan.thing.number, fallback=plan.thing.get_absolute_url()),
                url=plan.thing.get_absolute_url(),
            )
            for plan in drafts.select_related("thing", "area").order_by("pk")[:MOST]
        ]
    )


def to_learn(reader: Reader) -> Bunch:
    """Work finished half a year ago of which nobody asked yet what it brought."""
    may_record = reader.areas(Power.RECORD_EFFECT)
    areas = [area for area in reader.own_areas if area in may_record] or (
        may_record if not reader.own_areas else []
    )
    if not areas:
        return Bunch()
    done = Work.objects.filter(
        thing__area__in=areas, done_on__lte=reader.today - ASK_AFTER, thing__effects_of_work__isnull=True
    )
    tasks = []
    for work in done.select_related("thing__area", "measure__thing").order_by("done_on", "pk")[:MOST]:
        months = (reader.today - work.done_on).days // 30 if work.done_on else 0
        tasks.append(
            Task(
                what=_("Navragen: %(measure)s") % {"measure": work.measure.thing.sentence},
                where=work.thing.area.name,
                waits=ngettext("%(count)s maand klaar", "%(count)s maanden klaar", months)
                % {"count": months},
                since=work.done_on,
                label=_("Schrijf op wat het bracht"),
                action=link("monitoring:learn", work.thing.number, fallback=work.thing.get_absolute_url()),
                url=work.thing.get_absolute_url(),
            )
        )
    return Bunch(tasks)
