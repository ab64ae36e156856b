"""How a programme grew: four areas, then five; by whom, and within which wider policy."""

from __future__ import annotations

from dataclasses import dataclass

from wijkwerk.areas.models import Programme
from wijkwerk.areas.queries import ProgrammeStep, programme_history
from wijkwerk.people.models import FoundingParty
from wijkwerk.plans.queries import serving
from wijkwerk.thread import kinds


@dataclass(frozen=True)
class History:
    """One programme of this municipality, from its first decision."""

    programme: Programme
    steps: list[ProgrammeStep]
    founders: list[str]
    counted: list[str]


MOST_PROGRAMMES = 3


def histories() -> list[History]:
    """The programmes with their decisions and founding parties."""
    found = list(Programme.objects.select_related("follows")[:MOST_PROGRAMMES])
    founders: dict[int, list[str]] = {}
    parties = FoundingParty.objects.filter(programme__in=found).select_related("organisation")
    for party in parties.order_by("since", "organisation__name"):
        name = party.organisation.name
        founders.setdefault(party.programme_id, []).append(f"{name} ({party.since})" if party.since else name)
    numbers = serving(found)
    return [
        History(one, programme_history(one), founders.get(one.pk, []), kinds.counted(numbers[one.pk]))
        for one in found
    ]
