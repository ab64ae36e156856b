"""Reads of panels."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from wijkwerk.participation.models import Contribution, PanelRound, PanelSession

MOST_TOLD = 12


@dataclass(frozen=True)
class Heard:
    """How much was said in a round, and how many said what they bring themselves (UTR97-10)."""

    contributions: int
    own: int


def rounds() -> QuerySet[PanelRound]:
    """Rounds with all that a page of one needs."""
    return PanelRound.objects.select_related("area", "step__cycle__area")


def sessions_of(panel: PanelRound) -> QuerySet[PanelSession]:
    """The occasions of a round, each with how many contributions came from it."""
    return panel.sessions.annotate(heard=Count("contributions"))


def heard_in(panel: PanelRound) -> Heard:
    """What a round brought so far."""
    found = panel.contributions.aggregate(
        number=Count("pk"), own=Count("pk", filter=~Q(signal__signal__own_contribution=""))
    )
    return Heard(found["number"], found["own"])


def told_in_public(panel: PanelRound) -> QuerySet[Contribution]:
    """The latest contributions that someone looked at and that may be read by all."""
    return (
        panel.contributions.filter(signal__public=True).select_related("signal").order_by("-pk")[:MOST_TOLD]
    )
