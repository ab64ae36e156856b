"""Whoever is refused a step reads in words how a thing stands, in every lifecycle there is."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from wijkwerk.foundation.lifecycle import Lifecycle

SAME_IN_DUTCH = {"open"}


def lifecycles() -> dict[str, Lifecycle[Any]]:
    """Every lifecycle that a capability defines, by its name."""
    modules = [module for name, module in sys.modules.items() if name.startswith("wijkwerk.")]
    found = [each for module in modules if ".tests" not in module.__name__ for each in vars(module).values()]
    return {each.name: each for each in found if isinstance(each, Lifecycle)}


def test_these_are_the_lifecycles() -> None:
    assert sorted(lifecycles()) == [
        "afwijking",
        "bestelling",
        "maatregel",
        "melding",
        "reservering",
        "toezegging",
        "verzoek",
        "wens",
        "wijkplan",
    ]


@pytest.mark.parametrize("name", sorted(lifecycles()))
def test_every_state_has_words(name: str) -> None:
    lifecycle = lifecycles()[name]
    for state in type(next(iter(lifecycle.arrows))):
        verdict = lifecycle.verdict(state, state)
        assert not verdict
        said = str(verdict.reason)
        now, _after, then = said.partition("”. Daarna kan alleen: ")
        keys = {state.value, *(each.value for each in lifecycle.arrows.get(state, ()))} - SAME_IN_DUTCH
        assert not keys & {now.rpartition("“")[2], *then.rstrip(".").split(", ")}, said
