"""Single transferable vote, with the Droop quota and surpluses handed on at an exact fraction of each vote.

Rules: count each ballot for its first name still standing. Whoever reaches the quota is elected; the surplus,
largest first, goes on to the next names on all of that candidate's ballots in equal proportion (weighted
inclusive Gregory). If nobody reaches it, the one with the fewest votes is left out and their ballots go on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from wijkwerk.choice import patience
from wijkwerk.choice.ballots import Candidate, RankedBallot
from wijkwerk.choice.errors import SettingError
from wijkwerk.choice.money import rounded
from wijkwerk.choice.ranking.common import Poll, poll
from wijkwerk.choice.ranking.result import RankingResult
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, Tie, TieChain


def stv(
    candidates: Sequence[Candidate],
    ballots: Iterable[RankedBallot],
    *,
    seats: int = 1,
    tie_order: Sequence[str] = DEFAULT_TIE_ORDER,
    seed: int | None = None,
) -> RankingResult:
    """Order candidates: the elected in order of election, then the others, whoever held out longest first.

    With one seat this is instant run-off. `scores` are the first choices; `details` has every round.
    """
    votes = poll(candidates, ballots)
    return stv_of(votes, votes.chain(tie_order, seed), seats=seats)


def stv_of(votes: Poll, chain: TieChain, *, seats: int = 1) -> RankingResult:
    """The same on ballots already checked and merged."""
    if seats < 1:
        raise SettingError("There must be at least one seat.")
    election = _Count(votes, chain, seats)
    order = election.run()
    first = dict.fromkeys(votes.named, 0)
    for ballot, weight in votes.ballots.items():
        if ballot:
            first[ballot[0]] += weight
    details = {"quota": election.quota, "elected": election.elected, "rounds": election.rounds}
    return votes.result("stv", order, first, election.ties, chain, {"seats": seats}, details)


@dataclass
class _Paper:
    """Equal ballots, what each is still worth together, and how far down the list they are."""

    order: tuple[str, ...]
    value: Fraction
    at: int = 0


@dataclass
class _Count:
    votes: Poll
    chain: TieChain
    seats: int
    elected: list[str] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    rounds: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.quota = (self.votes.size - self.votes.empty) // (self.seats + 1) + 1
        self._piles: dict[str, list[_Paper]] = {name: [] for name in self.votes.named}
        self._standing = set(self.votes.named)
        self._surplus: set[str] = set()
        for order, weight in self.votes.ballots.items():
            self._deal(_Paper(order, Fraction(weight)))

    def run(self) -> list[str]:
        """Elect and leave out until the seats are taken."""
        out: list[str] = []
        while self._standing and len(self.elected) < self.seats:
            patience.check()
            tally = self._tally()
            if len(self._standing) <= self.seats - len(self.elected):
                for name in self._ranked(tally):
                    self._elect(name, tally)
                break
            reached = [name for name in self._ranked(tally) if tally[name] >= self.quota]
            if reached:
                for name in reached[: self.seats - len(self.elected)]:
                    self._elect(name, tally)
            elif self._surplus:
                self._hand_on(tally)
            else:
                out.append(self._leave_out(tally))
        return [*self.elected, *self._ranked(self._tally()), *reversed(out)]

    def _tally(self) -> dict[str, Fraction]:
        return {name: sum((p.value for p in pile), Fraction(0)) for name, pile in self._piles.items()}

    def _ranked(self, tally: dict[str, Fraction]) -> list[str]:
        """Those standing, most votes first."""
        levels: dict[Fraction, list[str]] = {}
        for name in self._standing:
            levels.setdefault(tally[name], []).append(name)
        order: list[str] = []
        for value in sorted(levels, reverse=True):
            order += self._settle(levels[value]).order if len(levels[value]) > 1 else levels[value]
        return order

    def _settle(self, level: list[str]) -> Tie:
        tie = self.chain.settle(level, at=f"round {len(self.rounds) + 1}")
        if not any(set(tie.candidates) <= set(known.candidates) for known in self.ties):
            self.ties.append(tie)
        return tie

    def _note(self, verb: str, name: str, tally: dict[str, Fraction]) -> None:
        shown = {n: rounded(tally[n]) for n in sorted(self._standing | {name})}
        self.rounds.append({"votes": shown, verb: name})

    def _elect(self, name: str, tally: dict[str, Fraction]) -> None:
        self._note("elected", name, tally)
        self.elected.append(name)
        self._standing.remove(name)
        if tally[name] > self.quota:
            self._surplus.add(name)

    def _hand_on(self, tally: dict[str, Fraction]) -> None:
        most = max(tally[name] for name in self._surplus)
        level = [name for name in self._surplus if tally[name] == most]
        name = level[0] if len(level) == 1 else self._settle(level).order[0]
        self._surplus.remove(name)
        papers, self._piles[name] = self._piles[name], []
        share = (tally[name] - self.quota) / tally[name]
        for paper in papers:
            self._deal(_Paper(paper.order, paper.value * share, paper.at))
            # What stays behind makes up the quota of the elected candidate.
            self._piles[name].append(_Paper((), paper.value * (1 - share)))

    def _leave_out(self, tally: dict[str, Fraction]) -> str:
        fewest = min(tally[name] for name in self._standing)
        level = [name for name in self._standing if tally[name] == fewest]
        name = level[0] if len(level) == 1 else self._settle(level).order[-1]
        self._note("left_out", name, tally)
        self._standing.remove(name)
        papers, self._piles[name] = self._piles[name], []
        for paper in papers:
            self._deal(paper)
        return name

    def _deal(self, paper: _Paper) -> None:
        """Put ballots on the pile of their next name still standing; without one they count no more."""
        while paper.at < len(paper.order) and paper.order[paper.at] not in self._standing:
            paper.at += 1
        if paper.at < len(paper.order):
            self._piles[paper.order[paper.at]].append(paper)
