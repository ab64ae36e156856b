"""What must be fixed, and best published, before the first vote is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from wijkwerk.choice.constraints import Constraints
from wijkwerk.choice.errors import SettingError
from wijkwerk.choice.support import Utility
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, check_tie_order


class Rule(StrEnum):
    """How winners are found; the last three put everything in order and fund down the list."""

    GREEDY = "greedy"
    GREEDY_NO_SKIP = "greedy-no-skip"
    THRESHOLD = "threshold"
    KNAPSACK = "knapsack"
    EQUAL_SHARES = "equal-shares"
    PHRAGMEN = "phragmen"
    BORDA = "borda"
    SCHULZE = "schulze"
    STV = "stv"

    @property
    def is_ranking(self) -> bool:
        """Whether the rule orders candidates by ranked ballots, whatever they cost."""
        return self in (Rule.BORDA, Rule.SCHULZE, Rule.STV)


class Completion(StrEnum):
    """What happens with money that Equal Shares leaves unspent."""

    NONE = "none"
    ADD1 = "add1"
    ADD1U = "add1u"
    GREEDY = "greedy"
    ADD1_GREEDY = "add1,greedy"

    @property
    def raises(self) -> bool:
        """Whether everybody's share is raised first."""
        return self in (Completion.ADD1, Completion.ADD1U, Completion.ADD1_GREEDY)

    @property
    def fills(self) -> bool:
        """Whether greedy spends what is left after that. (Add1u is add1 followed by greedy.)"""
        return self in (Completion.ADD1U, Completion.GREEDY, Completion.ADD1_GREEDY)


class Comparison(StrEnum):
    """A last step: keep greedy's outcome if more voters are better off with it, or fewer left with nothing."""

    NONE = "none"
    SATISFACTION = "satisfaction"
    EXCLUSION = "exclusion"


@dataclass(frozen=True)
class Settings:
    """A rule with everything that can change its outcome."""

    rule: Rule = Rule.EQUAL_SHARES
    utility: Utility = Utility.COST
    completion: Completion = Completion.NONE
    stop_at_exhaustion: bool = False
    comparison: Comparison = Comparison.NONE
    tie_order: tuple[str, ...] = DEFAULT_TIE_ORDER
    seed: int | None = None
    borda_last: int = 1
    threshold: int | None = None
    increment: Fraction = Fraction(1)
    """How much Add1 raises each voter's share by, in whole currency."""
    whole_shares: bool = False
    """Round the first share down to whole currency before counting."""
    seats: int = 1
    constraints: Constraints = field(default_factory=Constraints)
    skip_increments: bool = True
    """Jump over increments that provably change nothing. It cannot change an outcome, so it is not published."""

    def __post_init__(self) -> None:
        check_tie_order(self.tie_order)
        if self.borda_last not in (0, 1):
            raise SettingError(
                f"The last place of a Borda list is worth 0 or 1 point, not {self.borda_last}."
            )
        if self.increment <= 0:
            raise SettingError("An increment must be more than nothing.")
        if self.threshold is not None and self.threshold < 0:
            raise SettingError("A threshold cannot be negative.")
        last_steps = self.completion is not Completion.NONE or self.comparison is not Comparison.NONE
        if last_steps and self.rule is not Rule.EQUAL_SHARES:
            raise SettingError(f"Completion and comparison belong to equal shares, not to {self.rule}.")
        if self.rule.is_ranking and self.constraints:
            raise SettingError(f"The rule {self.rule} only orders; it knows no constraints.")

    def as_json(self) -> dict[str, Any]:
        """Everything that matters for this rule."""
        shown: dict[str, Any] = {
            "rule": self.rule.value,
            "tie_order": list(self.tie_order),
            "seed": self.seed,
        }
        if not self.rule.is_ranking:
            shown |= {"utility": self.utility.value, "constraints": self.constraints.as_json()}
        if self.rule is Rule.BORDA or self.utility in (Utility.BORDA, Utility.SCORE):
            shown["borda_last"] = self.borda_last
        if self.rule is Rule.THRESHOLD:
            shown["threshold"] = self.threshold
        if self.rule is Rule.STV:
            shown["seats"] = self.seats
        if self.rule is Rule.EQUAL_SHARES:
            shown |= self._equal_shares()
        return shown

    def _equal_shares(self) -> Mapping[str, Any]:
        shown: dict[str, Any] = {"completion": self.completion.value, "comparison": self.comparison.value}
        shown["whole_shares"] = self.whole_shares
        if self.completion.raises:
            shown |= {"stop_at_exhaustion": self.stop_at_exhaustion, "increment": str(self.increment)}
        return shown
