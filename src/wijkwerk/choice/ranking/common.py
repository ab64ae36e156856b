"""What every ordering does first (merge, count) and last (settle level candidates)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wijkwerk.choice.ballots import Candidate, RankedBallot, check_candidates, merge_ranked
from wijkwerk.choice.hashing import fingerprint
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ties import Tie, TieChain


@dataclass(frozen=True)
class Poll:
    """Checked candidates and merged ballots: the same for every order in which the ballots came in."""

    candidates: Mapping[str, Candidate]
    ballots: Mapping[tuple[str, ...], int]
    named: Mapping[str, int]

    @property
    def size(self) -> int:
        """Number of voters, those with an empty list included."""
        return sum(self.ballots.values())

    @property
    def empty(self) -> int:
        """Number of voters who named nobody."""
        return self.ballots.get((), 0)

    def chain(self, tie_order: Sequence[str], seed: int | None) -> TieChain:
        """The tie chain over these candidates."""
        costs = {name: candidate.cost for name, candidate in self.candidates.items()}
        return TieChain(tie_order, seed=seed, costs=costs, votes=self.named)

    def hash(self) -> str:
        """Fingerprint of what was counted, whatever the order it was handed in."""
        candidates = sorted((name, candidate.cost) for name, candidate in self.candidates.items())
        return fingerprint([candidates, sorted([list(order), n] for order, n in self.ballots.items())])

    def result(
        self,
        method: str,
        order: Sequence[str],
        scores: Mapping[str, int],
        ties: Sequence[Tie],
        chain: TieChain,
        settings: Mapping[str, Any],
        details: Mapping[str, Any] | None = None,
    ) -> RankingResult:
        """The outcome with everything that all methods report alike."""
        return RankingResult(
            method=method,
            order=tuple(order),
            scores=scores,
            named=self.named,
            ballots=self.size,
            empty_ballots=self.empty,
            ties=tuple(ties),
            settings={**settings, "tie_order": list(chain.rules), "seed": chain.seed},
            input_hash=self.hash(),
            details=details or {},
        )


def poll(candidates: Sequence[Candidate], ballots: Iterable[RankedBallot]) -> Poll:
    """Check candidates and ballots and merge equal ballots."""
    by_id = check_candidates(candidates)
    merged = merge_ranked(ballots, by_id)
    named = dict.fromkeys(sorted(by_id), 0)
    for order, weight in merged.items():
        for name in order:
            named[name] += weight
    return Poll(by_id, merged, named)


def by_score(scores: Mapping[str, Any], chain: TieChain) -> tuple[tuple[str, ...], tuple[Tie, ...]]:
    """Highest score first; level candidates by the chain."""
    levels: dict[Any, list[str]] = {}
    for name, score in scores.items():
        levels.setdefault(score, []).append(name)
    order: list[str] = []
    ties: list[Tie] = []
    for score in sorted(levels, reverse=True):
        if len(levels[score]) == 1:
            order.extend(levels[score])
            continue
        tie = chain.settle(levels[score], at=f"place {len(order) + 1}")
        order.extend(tie.order)
        ties.append(tie)
    return tuple(order), tuple(ties)
