"""Who or what can be chosen, and the paper on which a voter chose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
        if ballot.weight < 1:
            raise BallotError(f"Ballot {number} has weight {ballot.weight}; a ballot counts at least once.")
        if order not in merged:
            if len(set(order)) < len(order):
                raise BallotError(f"Ballot {number} names a candidate more than once.")
            if not known.issuperset(order):
                unknown = next(name for name in order if name not in known)
                raise BallotError(f"Ballot {number} names {unknown!r}, which is not a candidate.")
        merged[order] = merged.get(order, 0) + ballot.weight
    return merged
