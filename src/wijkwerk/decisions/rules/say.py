"""How the say of residents grows, pure (AMF-11)."""

from __future__ import annotations

from wijkwerk.approaches import Approach, Involvement
from wijkwerk.approaches.schema import ResponsibilityShift

LADDER = (Involvement.INFORMED, Involvement.CONSULTED, Involvement.CO_DECIDE, Involvement.DECIDE)


def starting_level(approach: Approach) -> Involvement:
    """How far residents go by the approach alone: the farthest of its steps."""
    found = [step.involvement for step in approach.cycle.steps if step.involvement]
    return max(found, key=LADDER.index, default=Involvement.INFORMED)


def grows(approach: Approach) -> bool:
    """Whether say changes by steps in this approach."""
    return approach.options.responsibility_shift is ResponsibilityShift.IN_STEPS


def is_up(former: Involvement, level: Involvement) -> bool:
    """Whether this gives residents more say than before."""
    return LADDER.index(level) > LADDER.index(former)


def one_step(former: Involvement, level: Involvement) -> bool:
    """Whether it goes up by no more than one: it starts small and grows slowly."""
    return LADDER.index(level) - LADDER.index(former) <= 1


def has_grown_to(level: Involvement, needed: Involvement) -> bool:
    """Whether residents have this much say or more."""
    return LADDER.index(level) >= LADDER.index(needed)
