"""How it grew, in order: what the file of the approach tells, its fields, and our own decisions (UTR97-09)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import ProgrammeDecision, Redivision


@dataclass(frozen=True)
class Event:
    """Something that happened in a year."""

    year: int
    text: str
    areas: int | None = None


def timeline(approach: Approach, *, own: bool = True) -> list[Event]:
    """Moments of the approach and the starts of its fields by year, with the decisions taken here; in two queries."""
    language = get_language() or "nl"
    found = [
        Event(moment.year, moment.label.within(language), moment.areas)
        for moment in approach.development.moments
        if moment.year is not None
    ]
    by_year: dict[int, list[str]] = {}
    for theme in approach.themes.list:
        if theme.since is not None:
            by_year.setdefault(theme.since, []).append(theme.label.within(language))
    found += [
        Event(year, _("Terreinen erbij: %(fields)s") % {"fields": ", ".join(fields)})
        for year, fields in by_year.items()
    ]
    if own:
        found += [
            Event(each.decided_on.year, f"{each.programme.name}: {each.public_text}")
            for each in ProgrammeDecision.objects.select_related("programme")
        ]
        found += [Event(each.starts_on.year, each.public_text) for each in Redivision.objects.all()]
    return sorted(found, key=lambda event: event.year)
