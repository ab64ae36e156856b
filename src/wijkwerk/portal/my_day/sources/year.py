"""The year: steps to open and close, rankings to count, sessions to hold, rounds to join."""

from __future__ import annotations

from datetime import datetime, time

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power, StepKind
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.participation.models import PanelSession, Ranking
from wijkwerk.participation.rules import RankingStatus
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task
from wijkwerk.portal.pages.now import now_in

MOST = 15
TO_JOIN = (StepKind.PANEL, StepKind.PRIORITISATION)


def steps_due(reader: Reader) -> Bunch:
    """Open steps past or near their last day; steps that can open because the one before is closed."""
    close = CycleStep.objects.filter(
        cycle__area__in=reader.areas(Power.CLOSE_STEP),
        status=StepStatus.OPEN,
        planned_to__lte=reader.last_day,
    )
    before = CycleStep.objects.filter(cycle=OuterRef("cycle"), ordinal__lt=OuterRef("ordinal"))
    begin = CycleStep.objects.filter(
        ~Exists(before.exclude(status=StepStatus.CLOSED)),
        cycle__area__in=reader.areas(Power.OPEN_STEP),
        status=StepStatus.PLANNED,
        planned_from__lte=reader.last_day,
    )
    tasks = [
        Task(
            what=_("%(step)s van %(year)s afsluiten")
            % {"step": step.label.capitalize(), "year": step.cycle.name},
            where=step.cycle.area.name,
            due=step.planned_to,
            label=_("Sluit af"),
            action=link("cycles:close", step.pk),
            url=link("cycles:area", step.cycle.area.code),
        )
        for step in close.select_related("cycle__area").order_by("planned_to", "pk")[:MOST]
    ]
    tasks += [
        Task(
            what=_("%(step)s van %(year)s openen")
            % {"step": step.label.capitalize(), "year": step.cycle.name},
            where=step.cycle.area.name,
            due=step.planned_from,
            label=_("Open"),
            action=link("cycles:open", step.pk),
            url=link("cycles:area", step.cycle.area.code),
        )
        for step in begin.select_related("cycle__area").order_by("planned_from", "pk")[:MOST]
    ]
    return Bunch(tasks)


def rankings_over(reader: Reader) -> Bunch:
    """Rankings whose last day has passed, to be counted."""
    areas = reader.areas(Power.MANAGE_LONGLIST)
    if not areas:
        return Bunch()
    over = Ranking.objects.filter(
        longlist__area__in=areas, status=RankingStatus.OPEN, closes_on__lt=reader.today
    ).select_related("longlist__area")
    return Bunch(
        [
            Task(
                what=_("De volgorde van bewoners tellen"),
                where=ranking.longlist.area.name,
                waits=_("bewoners wachten op de uitslag"),
                since=ranking.closes_on,
                due=ranking.closes_on,
                label=_("Tel"),
                action=link("participation:count", ranking.pk),
                url=link("participation:ranking", ranking.pk),
            )
            for ranking in over.order_by("closes_on")[:MOST]
        ]
    )


def sessions_ahead(reader: Reader) -> Bunch:
    """Occasions this week on which residents are asked, and those held that nobody wrote up."""
    areas = reader.areas(Power.RUN_PANEL)
    if not areas:
        return Bunch()
    end = timezone.make_aware(datetime.combine(reader.last_day, time.max))
    sessions = PanelSession.objects.filter(round__area__in=areas, attendance__isnull=True, starts_at__lte=end)
    tasks = []
    for session in sessions.select_related("round__area").order_by("starts_at")[:MOST]:
        day = timezone.localdate(session.starts_at)
        tasks.append(
            Task(
                what=_("Bijeenkomst: %(place)s") % {"place": session.place},
                where=session.round.area.name,
                waits=session.askers_text,
                due=day,
                label=_("Schrijf op wie er was") if day <= reader.today else _("Bekijk"),
                action=link(
                    "participation:session",
                    session.pk,
                    fallback=link("participation:panel", session.round_id),
                ),
                url=link("participation:panel", session.round_id),
            )
        )
    return Bunch(tasks)


def to_join(reader: Reader) -> Bunch:
    """For members of a residents' team: what goes on in their area now."""
    areas = {area.pk: area for area in reader.areas_as_resident}
    if not areas:
        return Bunch()
    steps = now_in(list(areas.values()))
    return Bunch(
        [
            Task(
                what=str(now.sentence).capitalize(),
                where=areas[pk].name,
                waits=now.numbers,
                due=now.until,
                label=now.label,
                action=now.url,
                url=link("participation:team", areas[pk].code),
                new=True,
            )
            for pk, found in steps.items()
            for now in found
            if now.url and StepKind(now.step.kind) in TO_JOIN
        ]
    )
