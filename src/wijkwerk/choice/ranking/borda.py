"""Borda: points by place on each ballot (J.-C. de Borda, 1781), also for partial lists."""

from collections.abc import Iterable, Sequence

from wijkwerk.choice.ballots import Candidate, RankedBallot
from wijkwerk.choice.errors import SettingError
from wijkwerk.choice.ranking.common import Poll, by_score, poll
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, TieChain


def borda(
    candidates: Sequence[Candidate],
    ballots: Iterable[RankedBallot],
    *,
    last: int = 1,
    tie_order: Sequence[str] = DEFAULT_TIE_ORDER,
    seed: int | None = None,
) -> RankingResult:
    """Order candidates by points: the last one on a list gets `last`, each one above it one more.

    With `last=1` a list of three gives 3, 2, 1, and a list of one gives 1. With `last=0` a list of one counts
    for nothing. Whoever is not named gets nothing.
    """
    votes = poll(candidates, ballots)
    return borda_of(votes, votes.chain(tie_order, seed), last=last)


def borda_of(votes: Poll, chain: TieChain, *, last: int = 1) -> RankingResult:
    """The same on ballots already checked and merged."""
    if last not in (0, 1):
        raise SettingError(f"The last place of a Borda list is worth 0 or 1 point, not {last}.")
    scores = dict.fromkeys(votes.named, 0)
    for order, weight in votes.ballots.items():
        for points, name in enumerate(reversed(order), start=last):
            scores[name] += points * weight
    order, ties = by_score(scores, chain)
    return votes.result("borda", order, scores, ties, chain, {"last": last})
