"""How a programme grew: which areas took part when, and by which decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijkwerk.areas.models import Area, Programme, ProgrammeArea, ProgrammeDecision


@dataclass(frozen=True)
class ProgrammeStep:
    """A decision and the areas that took part from that day."""

    decision: ProgrammeDecision
    areas: tuple[Area, ...]


def programme_areas(programme: Programme, on: date | None = None) -> list[Area]:
    """The areas that take part on that day, by name."""
    taking_part = ProgrammeArea.objects.on(on).filter(programme=programme).select_related("area")
    return sorted((each.area for each in taking_part), key=lambda area: area.name)


def programme_history(programme: Programme) -> list[ProgrammeStep]:
    """Every decision in order of date, each with the areas that took part from then; in two queries."""
    memberships = list(
        ProgrammeArea.objects.filter(programme=programme).select_related("area").order_by("area__name")
    )
    return [
        ProgrammeStep(
            decision, tuple(each.area for each in memberships if each.holds_on(decision.decided_on))
        )
        for decision in ProgrammeDecision.objects.filter(programme=programme)
    ]
