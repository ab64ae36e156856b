"""Ties: a chain of rules fixed before the count, and a record of each tie that it settled.

The lot is drawn once for everybody, before the count: the order of the SHA-256 of `seed:id`. Whoever knows
the published seed can draw it again, and nobody's place in it depends on who else is tied.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from wijkwerk.choice.errors import SettingError, TieError

LOWEST_COST = "lowest-cost"
MOST_VOTES = "most-votes"
LOT = "lot"
ID = "id"
TIE_RULES = (LOWEST_COST, MOST_VOTES, LOT, ID)
DEFAULT_TIE_ORDER = (LOWEST_COST, MOST_VOTES, LOT)


@dataclass(frozen=True, slots=True)
class Tie:
    """Candidates that stood level, the order they were put in, and the links of the chain that did it."""

    at: str
    candidates: tuple[str, ...]
    order: tuple[str, ...]
    settled_by: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain lists and strings."""
        return {
            "at": self.at,
            "candidates": list(self.candidates),
            "order": list(self.order),
            "settled_by": list(self.settled_by),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Tie":
        """The value that `as_json` wrote."""
        return cls(data["at"], tuple(data["candidates"]), tuple(data["order"]), tuple(data["settled_by"]))


def check_tie_order(tie_order: Sequence[str]) -> tuple[str, ...]:
    """The chain as a tuple; it must be known, without doubles, and end in a rule that always decides."""
    chain = tuple(tie_order)
    for rule in chain:
        if rule not in TIE_RULES:
            raise SettingError(f"Unknown tie rule {rule!r}; choose from {', '.join(TIE_RULES)}.")
    if len(set(chain)) < len(chain):
        raise SettingError("A tie rule stands twice in the chain.")
    if not chain or chain[-1] not in (LOT, ID):
        raise SettingError("The tie chain must end in 'lot' or 'id', or a tie could stay unsettled.")
    return chain


def lot(seed: int, candidate: str) -> str:
    """This candidate's ticket in the lot; the lowest comes first."""
    return sha256(f"{seed}:{candidate}".encode()).hexdigest()


class TieChain:
    """Puts level candidates in order, and remembers which link of the chain decided."""

    def __init__(
        self,
        tie_order: Sequence[str],
        *,
        seed: int | None,
        costs: Mapping[str, int | None],
        votes: Mapping[str, int],
        prefer: Mapping[frozenset[str], str] | None = None,
    ) -> None:
        """`prefer` overrules the chain for one exact set of level candidates: what else a tie would have given."""
        self.rules = check_tie_order(tie_order)
        self.prefer = dict(prefer or {})
        self.seed = seed
        # A cost nobody knows comes after every known cost.
        self._keys: dict[str, Callable[[str], Any]] = {
            LOWEST_COST: lambda name: (costs[name] is None, costs[name] or 0),
            MOST_VOTES: lambda name: -votes[name],
            LOT: self._ticket,
            ID: lambda name: name,
        }

    def _ticket(self, name: str) -> tuple[str, str]:
        if self.seed is None:
            raise TieError(f"A tie with {name!r} can only be settled by lot: give the seed drawn beforehand.")
        return lot(self.seed, name), name

    def settle(self, level: Iterable[str], at: str = "") -> Tie:
        """The level candidates in order. Links that separate nobody are not named."""
        names = tuple(sorted(level))
        groups: list[list[str]] = [list(names)]
        used: list[str] = []
        for rule in self.rules:
            if len(groups) == len(names):
                break
            refined: list[list[str]] = []
            for group in groups:
                refined.extend(_split(group, self._keys[rule]) if len(group) > 1 else [group])
            if len(refined) > len(groups):
                used.append(rule)
            groups = refined
        order = [name for group in groups for name in group]
        if first := self.prefer.get(frozenset(names)):
            order.remove(first)
            order.insert(0, first)
        return Tie(at, names, tuple(order), tuple(used))

    def first(self, level: Iterable[str]) -> str:
        """Only who comes first among the level candidates."""
        names = tuple(level)
        return names[0] if len(names) == 1 else self.settle(names).order[0]


def _split(group: list[str], key: Callable[[str], Any]) -> list[list[str]]:
    by_key: dict[Any, list[str]] = {}
    for name in group:
        by_key.setdefault(key(name), []).append(name)
    return [by_key[value] for value in sorted(by_key)]
