"""The official winners of a file against a recount under the rule that the file names."""

from dataclasses import dataclass
from fractions import Fraction

from wijkwerk.choice.count import count
from wijkwerk.choice.pabulib.values import PabulibFile
from wijkwerk.choice.settings import Comparison, Completion, Rule, Settings
from wijkwerk.choice.support import Utility

GREEDY = {"greedy": Rule.GREEDY, "greedy-no-skip": Rule.GREEDY_NO_SKIP, "greedy-threshold": Rule.THRESHOLD}


@dataclass(frozen=True)
class Verdict:
    """Whether the recount gives the official winners; None where it cannot be told, with the reason."""

    followed: bool | None
    reason: str = ""
    only_official: tuple[str, ...] = ()
    only_recounted: tuple[str, ...] = ()


def official_settings(file: PabulibFile) -> Settings | None:
    """The settings of the rule in META; None for unknown and custom rules.

    Cities order by votes, or by the score where the ballots have points or an order. Ties are broken by id, as
    good as any: no file tells how its city did.
    """
    rule = file.meta.get("rule", "")
    if rule in GREEDY:
        graded = file.election.kind.has_points or file.election.kind == "ordinal"
        return Settings(
            rule=GREEDY[rule], utility=Utility.SCORE if graded else Utility.COST, tie_order=("id",)
        )
    if rule.startswith("equalshares"):
        return Settings(
            completion=Completion.ADD1 if "add1" in rule else Completion.NONE,
            comparison=Comparison.SATISFACTION if rule.endswith("comparison") else Comparison.NONE,
            increment=Fraction(1),
            tie_order=("id",),
        )
    return None


def recount(file: PabulibFile) -> Verdict:
    """Count again and compare with the column `selected`."""
    if file.selected is None:
        return Verdict(None, "the file does not tell its winners")
    if (settings := official_settings(file)) is None:
        return Verdict(None, f"the rule {file.meta.get('rule', '')!r} cannot be counted again")
    won = set(count(file.election, settings, alternatives=False).winners)
    mine, theirs = tuple(sorted(won - file.selected)), tuple(sorted(file.selected - won))
    if not mine and not theirs:
        return Verdict(True)
    return Verdict(False, f"under {file.meta['rule']} other projects win", theirs, mine)
