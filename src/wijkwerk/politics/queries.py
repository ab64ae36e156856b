"""Reads of politics: the process of many areas side by side, and what lies on the direct line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from wijkwerk.agreements.queries import late_promises
from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.queries import open_steps
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.plans.queries import late_work
from wijkwerk.politics.models import Matter, Proposal
from wijkwerk.politics.rules import arrangement
from wijkwerk.signals.models import Signal


@dataclass(frozen=True)
class ProcessLine:
    """How the process of one area stands: one line of the board's table."""

    area: Area
    steps: list[CycleStep]
    late_promises: int
    late_work: int
    late_answers: int
    waiting_matters: int
    aldermen: list[RoleHeld] = field(default_factory=list)
    has_alderman: bool = False  # whether the approach knows one at all

    @property
    def late_steps(self) -> list[CycleStep]:
        """Open steps past their last day."""
        return [step for step in self.steps if step.planned_to < clock.today()]

    @property
    def on_time(self) -> bool:
        """Whether nothing at all is late."""
        return not (self.late_steps or self.late_promises or self.late_work or self.late_answers)


def process_lines(places: Sequence[tuple[Area, Approach]]) -> list[ProcessLine]:
    """The process of each of these areas, in a fixed number of queries."""
    areas, today = [area for area, _approach in places], clock.today()
    steps = open_steps(areas)
    promises = _counted(late_promises(areas), "area")
    work = _counted(late_work(areas), "thing__area")
    answers = _counted(Signal.objects.within(areas).overdue(today), "thing__area")
    matters = _counted(Matter.objects.filter(area__in=areas, answered_at__isnull=True), "area")
    adopting = {
        key for _area, approach in places for key, role in approach.roles.items() if role.adopts_areas
    }
    held = RoleHeld.objects.on(today).filter(area__in=areas, role__in=adopting).select_related("person")
    aldermen: dict[int | None, list[RoleHeld]] = {}
    for each in held.order_by("person__first_name", "pk"):
        aldermen.setdefault(each.area_id, []).append(each)
    return [
        ProcessLine(
            area=area,
            steps=steps[area.pk],
            late_promises=promises.get(area.pk, 0),
            late_work=work.get(area.pk, 0),
            late_answers=answers.get(area.pk, 0),
            waiting_matters=matters.get(area.pk, 0),
            aldermen=aldermen.get(area.pk, []),
            has_alderman=arrangement(approach).aldermen,
        )
        for area, approach in places
    ]


def _counted(rows: QuerySet, area: str) -> dict[int, int]:  # type: ignore[type-arg]
    return dict(rows.order_by().values_list(area).annotate(number=Count("pk")))


def aldermen_of(area: Area) -> QuerySet[Person]:
    """Who adopted this area today."""
    adopting = [role.key for role in approach_for(area).roles.values() if role.adopts_areas]
    held = RoleHeld.objects.on(clock.today()).filter(area=area, role__in=adopting)
    return Person.objects.filter(pk__in=held.values("person")).order_by("first_name", "pk")


def matters_for(person: Person, areas: Iterable[Area] | None = None) -> QuerySet[Matter]:
    """What this person sent, and what lies before an office they hold now; the newest first."""
    offices = Q(sent_by=person)
    for held in mandates_of(person).on():
        place = Q() if held.area_id is None else Q(area=held.area_id)
        offices |= Q(to_role=held.role) & place
    found = Matter.objects.filter(offices).select_related("area", "about", "sent_by", "answered_by")
    return found if areas is None else found.filter(area__in=[area.pk for area in areas])


def waiting_for(person: Person) -> QuerySet[Matter]:
    """What waits for this person's answer."""
    return matters_for(person).filter(answered_at__isnull=True).exclude(sent_by=person)


def answered_for(person: Person, *, days: int = 7) -> QuerySet[Matter]:
    """What this person asked and was answered in the last days."""
    since = clock.now() - timedelta(days=days)
    answered = Matter.objects.filter(sent_by=person, answered_at__gte=since)
    return answered.select_related("area").order_by("-answered_at")


def proposals_of(area: Area, *, most: int = 25) -> list[Proposal]:
    """What was forwarded from an area, or put on the list of the board, the newest first."""
    found = Proposal.objects.filter(area=area).select_related("thing", "decision", "brought_by")
    return list(found.order_by("-thing_id")[:most])
