"""Rules of deviations from city policy and of the register of scope, pure."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from wijkwerk.approaches.schema import Options, Organised, Standing
from wijkwerk.foundation.lifecycle import Lifecycle


class DeviationState(StrEnum):
    """How a request to deviate stands."""

    ASKED = "asked"
    WEIGHED = "weighed"
    ALLOWED = "allowed"
    REFUSED = "refused"
    EVALUATED = "evaluated"


DEVIATION = Lifecycle(
    "afwijking",
    {
        DeviationState.ASKED: frozenset({DeviationState.WEIGHED}),
        # Nothing is allowed or refused before it was weighed.
        DeviationState.WEIGHED: frozenset({DeviationState.ALLOWED, DeviationState.REFUSED}),
        DeviationState.ALLOWED: frozenset({DeviationState.EVALUATED}),
    },
)


def earliest_overrule(given_on: date, notice_days: int) -> date:
    """The first day on which what was announced can be done."""
    return given_on + timedelta(days=notice_days)


def standing(options: Options, *, elected: bool) -> Standing:
    """What a group of residents stands for: all of them only when they elected it (AMF-10)."""
    if elected:
        return Standing.REPRESENTATIVE
    sounding = options.residents_organised is Organised.SOUNDING_BOARD
    return Standing.SOUNDING_BOARD if sounding else Standing.PLATFORM
