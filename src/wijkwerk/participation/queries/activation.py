"""Reads of activations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkwerk.approaches import wording
from wijkwerk.approaches.schema import InvolvementInitiative
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason
from wijkwerk.participation.models import Activation, AskedBy, PanelSession
from wijkwerk.participation.rules import Way, nobody_approached
from wijkwerk.people.wording import language, sourced

A_YEAR = timedelta(days=365)
MOST = 100


@dataclass(frozen=True)
class Sessions:
    """How often people were asked in panels in a year, and how often by residents themselves (DEV-09)."""

    by_residents: int
    by_officials: int


def activations_of(area: Area) -> QuerySet[Activation]:
    """How people were asked to take part, the latest first."""
    return Activation.objects.filter(area=area).select_related("executor", "about")[:MOST]


def sessions_in(area: Area, on: date | None = None) -> Sessions | None:
    """Who asked in the panels of the past year; None where people are not asked in panels."""
    day = on or clock.today()
    if approach_for(area, day).options.involvement_initiative is not InvolvementInitiative.ASKED_IN_PANELS:
        return None
    held = PanelSession.objects.filter(
        round__area=area, starts_at__date__gt=day - A_YEAR, starts_at__date__lte=day
    )
    asked = list(held.values_list("asked_by", flat=True))
    return Sessions(asked.count(AskedBy.RESIDENT), asked.count(AskedBy.OFFICIAL))


def nobody_was_approached(area: Area, on: date | None = None) -> Reason | None:
    """A warning where people should be approached and in a year nobody went to them (UTR97-03)."""
    day = on or clock.today()
    approach = approach_for(area, day)
    initiative = approach.options.involvement_initiative
    if initiative is not InvolvementInitiative.ACTIVELY_APPROACHED:
        return None
    ways = Activation.objects.filter(area=area, held_on__gt=day - A_YEAR, held_on__lte=day)
    if not nobody_approached(initiative, {Way(way) for way in ways.values_list("way", flat=True)}):
        return None
    return sourced(
        approach,
        _("Een jaar lang ging niemand in %(area)s naar mensen toe.") % {"area": area.name},
        "options.involvement_initiative",
        wording.choice(initiative).within(language()),
        _("Ga langs de deuren, de straat op, of bel of schrijf mensen. Schrijf het daarna hier op."),
    )
