"""What several pages of participation show alike."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from wijkwerk.approaches import Power
from wijkwerk.cycles.models import CycleStep
from wijkwerk.participation.queries.teams import comments_on
from wijkwerk.participation.wording import INVOLVEMENT_LABELS
from wijkwerk.people.guards import mandates
from wijkwerk.people.wording import language


def step_context(request: HttpRequest, step: CycleStep) -> dict[str, Any]:
    """The step a page is about: where, what for, how far residents go, and what was said of it."""
    cycle = step.cycle
    approach = cycle.approach
    known, involvement = step.described, step.involvement
    held = mandates(request)
    return {
        "area": cycle.area,
        "cycle": cycle,
        "step": step,
        "task": known.task.within(language()) if known and known.task else "",
        "involvement": INVOLVEMENT_LABELS[involvement] if involvement else "",
        "comments": comments_on([step], approach)[step.pk],
        "may_comment": held is not None and bool(held.may(Power.COMMENT, within=cycle.area)),
    }


def may(request: HttpRequest, power: Power, step: CycleStep) -> bool:
    """Whether the reader has this power in the area of the step; False for anyone not signed in."""
    held = mandates(request)
    return held is not None and bool(held.may(power, within=step.cycle.area))
