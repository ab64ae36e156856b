"""Where a thing stands on its way to adoption."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import StopKind
from wijkwerk.decisions.actions import may_take_stop
from wijkwerk.decisions.models import AdoptionRoute, Consultation, StopTaken
from wijkwerk.decisions.rules.routes import StopOutcome, in_order, next_stop
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Reason, Text
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import language, role_label, sourced

OUTCOMES: dict[StopOutcome, Text] = {
    StopOutcome.AGREED: _("akkoord"),
    StopOutcome.WITH_REMARKS: _("akkoord, met opmerkingen"),
    StopOutcome.NOT_AGREED: _("niet akkoord"),
}
_SHAPES = {
    StopOutcome.AGREED: "done",
    StopOutcome.WITH_REMARKS: "done",
    StopOutcome.NOT_AGREED: "stopped",
}


@dataclass(frozen=True)
class StopRow:
    """One stop: whose it is, and how it ended or that it is next or later."""

    label: str
    who: str
    taken: StopTaken | None
    badge_kind: str
    badge_label: Text


@dataclass(frozen=True)
class RoutePage:
    """The whole way, with what the reader can do now."""

    walk: AdoptionRoute
    title: str
    rows: list[StopRow]
    consultations: list[Consultation]
    ways: list[NextStep]
    why: Reason


def route_page(walk: AdoptionRoute, reader: Person | None) -> RoutePage:
    """The page of one route, in a fixed number of queries."""
    approach, route = walk.approach, walk.route
    words = language()
    taken = {one.stop: one for one in walk.taken.select_related("decision")}
    following = None if walk.refused_on else next_stop(route, taken)
    consultations = list(Consultation.objects.filter(thing=walk.thing))
    rows = []
    for stop in in_order(route):
        done = taken.get(stop.key)
        if done:
            ending = StopOutcome(done.ending)
            kind, label = _SHAPES[ending], OUTCOMES[ending]
        elif stop is following:
            kind, label = "now", _("nu")
        else:
            kind, label = "future", _("daarna")
        who = role_label(approach, stop.role) if stop.role else ""
        rows.append(StopRow(stop.label.within(words), who, done, kind, label))
    ways = []
    if reader is not None and following is not None:
        ways.append(
            NextStep(
                now("Leg vast: %(stop)s") % {"stop": following.label.within(words)},
                reverse("decisions:stop", args=[walk.pk]),
                may_take_stop(reader, walk, following),
            )
        )
        if following.kind is StopKind.FORMAL_CONSULTATION:
            ways = [*_consulting(walk, reader, consultations), *ways]
    return RoutePage(
        walk,
        route.label.within(words),
        rows,
        consultations,
        ways,
        sourced(approach, "", f"routes.{walk.route_key}", route.label.within(words)),
    )


def _consulting(walk: AdoptionRoute, reader: Person, consultations: list[Consultation]) -> list[NextStep]:
    writes = may(reader, Power.EDIT_PLAN, within=walk.thing.area, on=clock.today())
    running = next((one for one in consultations if one.closed_on is None), None)
    if running is not None:
        return [NextStep(now("Bekijk de inspraak"), reverse("decisions:consultation", args=[running.pk]))]
    if consultations:
        return []
    return [NextStep(now("Open de inspraak"), reverse("decisions:consult", args=[walk.thing.number]), writes)]
