"""Decisions as a page shows them, with the rule that gave the power."""

from __future__ import annotations

from wijkwerk.approaches import Power
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.labels import POWER_LABELS


def reason_of(decision: Decision) -> Reason:
    """Why this body could decide this: the mandate in words, since the day of the decision."""
    try:
        mandate = str(POWER_LABELS[Power(decision.mandate)])
    except ValueError:
        mandate = decision.mandate
    return Reason("", rule=mandate, value=decision.body, since=decision.decided_on)
