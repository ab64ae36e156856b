"""Who or what can be chosen, and the paper on which a voter chose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wijkwerk.choice.errors import BallotError


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to put in order: a wish, a project, a person. Cost in whole minor units (cents)."""

    id: str
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class RankedBallot:
    """Candidates best first. A list may be partial, or empty; `weight` counts equal ballots."""

    order: tuple[str, ...]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class ApprovalBallot:
    """The projects a voter wants, in no order. Choosing one, and filling a budget, are approvals with a limit."""

    projects: frozenset[str]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class PointsBallot:
    """Points per project: shared out from a fixed sum (cumulative), or given to each apart (scoring)."""

    points: Mapping[str, int] = field(hash=False)
    weight: int = 1


Ballot = RankedBallot | ApprovalBallot | PointsBallot


def check_candidates(candidates: Sequence[Candidate]) -> dict[str, Candidate]:
    """Candidates by id; refuses a double id and a negative cost."""
    by_id: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.id in by_id:
            raise BallotError(f"Candidate {candidate.id!r} stands twice in the list.")
        if candidate.cost is not None and candidate.cost < 0:
            raise BallotError(f"Candidate {candidate.id!r} has a negative cost: {candidate.cost}.")
        by_id[candidate.id] = candidate
    return by_id


def merge_ranked(ballots: Iterable[RankedBallot], candidates: Iterable[str]) -> dict[tuple[str, ...], int]:
    """Equal ballots together: each distinct list with the number of voters who handed it in."""
    known = frozenset(candidates)
    merged: dict[tuple[str, ...], int] = {}
    for number, ballot in enumerate(ballots, start=1):
        order = tuple(ballot.order)
        check_weight(number, ballot.weight)
        if order not in merged:
            check_names(number, order, known)
        merged[order] = merged.get(order, 0) + ballot.weight
    return merged


def check_weight(number: int, weight: int) -> None:
    """Refuse a ballot that counts for less than one voter."""
    if weight < 1:
        raise BallotError(f"Ballot {number} has weight {weight}; a ballot counts at least once.")


def check_names(number: int, names: Sequence[str], known: frozenset[str]) -> None:
    """Refuse a ballot that names somebody twice, or somebody who does not stand."""
    if len(set(names)) < len(names):
        raise BallotError(f"Ballot {number} names a candidate more than once.")
    if not known.issuperset(names):
        unknown = next(name for name in names if name not in known)
        raise BallotError(f"Ballot {number} names {unknown!r}, which is not a candidate.")
