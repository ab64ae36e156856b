"""What people can react to now: consultation on a decision, and rounds on the draft of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from wijkwerk.areas.models import Area
from wijkwerk.decisions.queries import open_consultations
from wijkwerk.plans.queries import open_rounds

MOST = 6  # on one page; those that end first


@dataclass(frozen=True)
class ToReact:
    """One thing to react to."""

    title: str
    area: Area
    until: date
    url: str


def to_react(areas: Sequence[Area]) -> list[ToReact]:
    """What can be reacted to in these areas, soonest ending first; two queries."""
    found = [
        ToReact(
            one.question, one.thing.area, one.open_until, reverse("decisions:consultation", args=[one.pk])
        )
        for one in open_consultations(areas)[:MOST]
    ]
    found += [
        ToReact(
            one.plan.thing.sentence,
            one.plan.area,
            one.open_until,
            reverse("plans:react", args=[one.plan.thing.number]),
        )
        for one in open_rounds(areas)[:MOST]
    ]
    return sorted(found, key=lambda one: (one.until, one.title))[:MOST]
