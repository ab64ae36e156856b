"""Rules of requests: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wijkwerk.approaches.schema import Direction
from wijkwerk.foundation.lifecycle import Lifecycle


class Course(StrEnum):
    """Who comes to whom."""

    TO_SERVICE = "to_service"
    TO_OFFICE = "to_office"


class Weight(StrEnum):
    """Whether the service may say no."""

    REQUEST = "request"
    ORDER = "order"


class RequestState(StrEnum):
    """How a request stands."""

    LOOKING = "looking"
    ASKED = "asked"
    YES = "yes"
    NO = "no"
    OTHER_DATE = "other_date"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Answer:
    """What a service writes with an answer."""

    says_why: bool = False
    names_a_day: bool = False


ANSWERS: dict[RequestState, Answer] = {
    RequestState.YES: Answer(),
    RequestState.NO: Answer(says_why=True),
    RequestState.OTHER_DATE: Answer(says_why=True, names_a_day=True),
}
REQUEST = Lifecycle(
    "verzoek",
    {
        RequestState.LOOKING: frozenset({RequestState.ASKED, RequestState.WITHDRAWN}),
        RequestState.ASKED: frozenset({*ANSWERS, RequestState.WITHDRAWN}),
    },
)
OPEN = frozenset({RequestState.LOOKING, RequestState.ASKED})


def may_be_ordered(direction: Direction | None) -> bool:
    """Whether anybody at all can order something of a service (ROT-22); who, the powers say."""
    return direction is not Direction.NOBODY_CAN_DEMAND


def services_report(direction: Direction | None) -> bool:
    """Whether a service comes to the office with what it is going to do (UTR97-12)."""
    return direction is Direction.SERVICE_TO_OFFICE


def needs_of_both(direction: Direction | None) -> bool:
    """Whether a request must say what either side needs: who cannot demand has to convince (ROT-22)."""
    return direction is Direction.NOBODY_CAN_DEMAND


def may_answer_so(weight: Weight, answer: RequestState) -> bool:
    """An order can be put off with a reason, not refused."""
    return answer in ANSWERS and not (weight is Weight.ORDER and answer is RequestState.NO)


def answer_due(lies_since: date, days: int | None, *, must_answer: bool) -> date | None:
    """The last day on which silence is not late; None where nobody has to answer."""
    return lies_since + timedelta(days=days) if must_answer and days is not None else None


def is_late(state: RequestState, due_on: date | None, today: date) -> bool:
    """Whether a service has been silent for longer than it may."""
    return state is RequestState.ASKED and due_on is not None and due_on < today


class Side(StrEnum):
    """Who expects something of the other."""

    GIVER = "giver"
    TAKER = "taker"


class Part(StrEnum):
    """What a recorded assignment consists of, where the approach names its parts (DH-01)."""

    ORDER = "order"
    RESULTS = "results"
    EXPECTATIONS = "expectations"


def missing_parts(
    asked: tuple[str, ...],
    *,
    order: str,
    results: tuple[str, ...],
    of_giver: tuple[str, ...],
    of_taker: tuple[str, ...],
) -> list[Part]:
    """The parts that the approach asks and that nobody filled; expectations are mutual or missing."""
    filled = {
        Part.ORDER: bool(order.strip()),
        Part.RESULTS: any(each.strip() for each in results),
        Part.EXPECTATIONS: any(each.strip() for each in of_giver) and any(each.strip() for each in of_taker),
    }
    return [part for part in Part if part in asked and not filled[part]]


def may_evaluate(external: bool | None, *, inside: bool) -> bool:
    """Whether a party from inside the municipality may say how it went (DH-03)."""
    return not (external and inside)
