"""Schulze: Condorcet's pairwise comparison, with circles solved by the strongest path (M. Schulze, 2011)."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from wijkwerk.choice import patience
from wijkwerk.choice.ballots import Candidate, RankedBallot
from wijkwerk.choice.ranking.common import Poll, poll
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, Tie, TieChain

Matrix = NDArray[np.int64]


def schulze(
    candidates: Sequence[Candidate],
    ballots: Iterable[RankedBallot],
    *,
    tie_order: Sequence[str] = DEFAULT_TIE_ORDER,
    seed: int | None = None,
) -> RankingResult:
    """Order candidates so that whoever beats another along the strongest path stands above them.

    Whoever is not named on a ballot stands below everybody who is, level with the others not named. A victory is
    as strong as the number of voters for it, and among equals the one with fewer against it is stronger (winning
    votes). `scores` counts how many others each one beats.
    """
    votes = poll(candidates, ballots)
    return schulze_of(votes, votes.chain(tie_order, seed))


def schulze_of(votes: Poll, chain: TieChain) -> RankingResult:
    """The same on ballots already checked and merged."""
    names = list(votes.named)
    wins = pairwise(votes, names)
    beats = _beats(wins)
    order, ties = _order(names, beats, chain)
    scores = {name: int(row.sum()) for name, row in zip(names, beats, strict=True)}
    details = {
        "pairwise": {
            a: {b: int(wins[i, j]) for j, b in enumerate(names) if i != j} for i, a in enumerate(names)
        },
        "condorcet_winner": condorcet_winner(wins, names),
    }
    return votes.result("schulze", order, scores, ties, chain, {}, details)


def pairwise(votes: Poll, names: Sequence[str]) -> Matrix:
    """How many voters put the row above the column."""
    place = {name: number for number, name in enumerate(names)}
    below = np.zeros((len(names), len(names)), dtype=np.int64)
    for order, weight in votes.ballots.items():
        patience.check()
        listed = [place[name] for name in order]
        for number, upper in enumerate(listed):
            below[listed[number + 1 :], upper] += weight
    # Above the column are all who name the row, but for those who put the column higher still.
    wins = np.array([votes.named[name] for name in names], dtype=np.int64)[:, None] - below
    np.fill_diagonal(wins, 0)
    return wins


def condorcet_winner(wins: Matrix, names: Sequence[str]) -> str | None:
    """The candidate that beats every other one to one, if there is one."""
    for number, name in enumerate(names):
        others = np.arange(len(names)) != number
        if (wins[number, others] > wins[others, number]).all():
            return name
    return None


def _beats(wins: Matrix) -> NDArray[np.bool_]:
    # Victories by their votes, the fewest against counting next; then draws; then defeats.
    voters = int(wins.max(initial=0)) + 1
    path = np.where(wins > wins.T, wins * voters - wins.T, np.where(wins == wins.T, 0, -1))
    for middle in range(len(path)):
        patience.check()
        np.maximum(path, np.minimum(path[:, middle, None], path[None, middle, :]), out=path)
    return path > path.T


def _order(names: list[str], beats: NDArray[np.bool_], chain: TieChain) -> tuple[list[str], list[Tie]]:
    """Take, again and again, all whom nobody left over beats; the chain orders those who come out together."""
    left = list(range(len(names)))
    order: list[str] = []
    ties: list[Tie] = []
    while left:
        free = [i for i in left if not beats[left, i].any()]
        if len(free) > 1:
            ties.append(chain.settle((names[i] for i in free), at=f"place {len(order) + 1}"))
            order += ties[-1].order
        else:
            order.append(names[free[0]])
        left = [i for i in left if i not in free]
    return order, ties
