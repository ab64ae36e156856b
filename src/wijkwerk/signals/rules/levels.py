"""On which of three levels a question lies: city policy, the wijk, or services to one person (TIL-04)."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from wijkwerk.signals.rules.status import Route


class QuestionLevel(StrEnum):
    """Who deals with a question."""

    CITY_POLICY = "city_policy"
    AREA = "area"
    PRIVATE_SERVICE = "private_service"


def level_of(route: Route) -> QuestionLevel:
    """Each route lies on one level; who adds a route has to say on which."""
    match route:
        case Route.SUPRA_AREA:
            return QuestionLevel.CITY_POLICY
        case Route.REGULAR | Route.QUICK | Route.LONGLIST | Route.THANKS:
            return QuestionLevel.AREA
        case Route.INDIVIDUAL:
            return QuestionLevel.PRIVATE_SERVICE
    assert_never(route)
