"""Whether decisions about an area hang on one function (AMF-14), and how long they take (AMF-13)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, descendant_ids
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.wording import role_label, sourced

DAYS = 365
# Of three decisions one function easily takes two; that says nothing yet.
FEWEST = 5


@dataclass(frozen=True)
class Concentration:
    """How many decisions there were, the function that took most of them, and a warning when that is too many."""

    decisions: int
    role: str
    percent: int
    warning: Reason | None


def concentration(area: Area, on: date | None = None) -> Concentration:
    """Of the decisions about an area in the past year: the share of the function that took most; four queries."""
    day = on or clock.today()
    approach = approach_for(area, day)
    made = Decision.objects.filter(
        thing__area__in=descendant_ids(area, day),
        decided_on__gt=day - timedelta(days=DAYS),
        decided_on__lte=day,
    )
    rows = list(made.exclude(maker=None).order_by("pk"))
    held = list(RoleHeld.objects.filter(person__in={row.maker_id for row in rows}).order_by("-area_id", "pk"))
    counted = Counter(role for row in rows if (role := _role(approach, row, held)))
    role, most = counted.most_common(1)[0] if counted else ("", 0)
    total = sum(counted.values())
    percent = round(100 * most / total) if total else 0
    return Concentration(total, role, percent, _warning(approach, area, total, role, percent))


def _role(approach: Approach, decision: Decision, held: list[RoleHeld]) -> str:
    """By which function it was taken: one that has the power it rests on, else any that the maker held then."""
    mine = [
        each.role
        for each in held
        if each.person_id == decision.maker_id and each.holds_on(decision.decided_on)
    ]
    able = (
        key
        for key in mine
        if (role := approach.roles.get(key)) and decision.mandate in {grant.power for grant in role.powers}
    )
    return next(able, mine[0] if mine else "")


def _warning(approach: Approach, area: Area, total: int, role: str, percent: int) -> Reason | None:
    limit = approach.options.concentration_limit_percent
    if limit is None or total < FEWEST or percent <= limit:
        return None
    said = _("In %(area)s nam één functie, %(role)s, %(percent)s %% van de %(total)s besluiten van dit jaar.")
    return sourced(
        approach,
        said % {"area": area.name, "role": role_label(approach, role), "percent": percent, "total": total},
        "options.concentration_limit_percent",
        f"{limit} %",
        _("Leg bevoegdheden lager en bij meer mensen, zodat niemand er alleen voor staat."),
    )


def days_to_decide(area: Area, *, since: date, until: date) -> float | None:
    """The median number of days from a thing's birth to its decision, for comparing before and after a change of
    mandates; None without decisions."""
    rows = Decision.objects.filter(
        thing__area__in=descendant_ids(area, until), decided_on__gte=since, decided_on__lt=until
    ).values_list("decided_on", "thing__born_on")
    days = [(decided - born).days for decided, born in rows]
    return float(median(days)) if days else None
