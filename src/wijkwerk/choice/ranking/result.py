"""The outcome of an ordering, with all that is needed to check and explain it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wijkwerk.choice.errors import ChoiceError
from wijkwerk.choice.hashing import ENGINE, fingerprint
from wijkwerk.choice.ties import Tie


@dataclass(frozen=True)
class RankingResult:
    """Candidates best first, why they stand there, and the settings they were counted under.

    `scores` is what the method counts (Borda: points). `named` is how many ballots name a candidate at all.
    `details` holds what only one method has, such as pairwise counts or rounds.
    """

    method: str
    order: tuple[str, ...]
    scores: Mapping[str, int]
    named: Mapping[str, int]
    ballots: int
    empty_ballots: int
    ties: tuple[Tie, ...]
    settings: Mapping[str, Any]
    input_hash: str
    details: Mapping[str, Any] = field(default_factory=dict)
    engine: str = ENGINE

    def _body(self) -> dict[str, Any]:
        return {
            "method": self.method,
            "order": list(self.order),
            "scores": dict(self.scores),
            "named": dict(self.named),
            "ballots": self.ballots,
            "empty_ballots": self.empty_ballots,
            "ties": [tie.as_json() for tie in self.ties],
            "settings": dict(self.settings),
            "input_hash": self.input_hash,
            "details": dict(self.details),
            "engine": self.engine,
        }

    @property
    def hash(self) -> str:
        """Fingerprint of the whole outcome; publish it and anyone can see that nothing was changed."""
        return fingerprint(self._body())

    def as_json(self) -> dict[str, Any]:
        """Only dicts, lists, strings and numbers."""
        body = self._body()
        return {**body, "hash": fingerprint(body)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "RankingResult":
        """The value that `as_json` wrote; refuses one that was changed since."""
        fields = {name: value for name, value in data.items() if name != "hash"}
        fields["order"] = tuple(data["order"])
        fields["ties"] = tuple(Tie.from_json(tie) for tie in data["ties"])
        result = cls(**fields)
        if data.get("hash", result.hash) != result.hash:
            raise ChoiceError("This result was changed after it was counted: its fingerprint does not match.")
        return result
