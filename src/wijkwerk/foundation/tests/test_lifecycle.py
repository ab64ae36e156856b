from enum import StrEnum

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.foundation.lifecycle import Lifecycle, StepNotAllowed, name_states


class Tap(TextChoices):
    CLOSED = "closed", "dicht"
    OPEN = "open", "open gedraaid"
    BROKEN = "broken", "stuk"


class Plain(StrEnum):
    ONE = "one"
    TWO = "two"


TAP = Lifecycle("tap", {Tap.CLOSED: frozenset({Tap.OPEN, Tap.BROKEN}), Tap.OPEN: frozenset({Tap.CLOSED})})
states = st.sampled_from(list(Tap))


@given(states, states)
def test_only_the_arrows_of_the_table_are_allowed(current: Tap, target: Tap) -> None:
    arrow = (current, target) in {(Tap.CLOSED, Tap.OPEN), (Tap.CLOSED, Tap.BROKEN), (Tap.OPEN, Tap.CLOSED)}
    assert TAP.allows(current, target) == arrow
    if arrow:
        TAP.require(current, target)
    else:
        with pytest.raises(StepNotAllowed):
            TAP.require(current, target)


def test_the_refusal_says_in_words_what_it_is_and_what_may_follow() -> None:
    with pytest.raises(StepNotAllowed) as refused:
        TAP.require(Tap.CLOSED, Tap.CLOSED)
    assert (
        str(refused.value.reason)
        == "Dit kan nu niet: het is “dicht”. Daarna kan alleen: open gedraaid, stuk."
    )
    assert refused.value.status == 409
    assert refused.value.reason.rule == "tap: closed → closed"


def test_nothing_follows_an_end() -> None:
    with pytest.raises(StepNotAllowed, match="alleen: —"):
        TAP.require(Tap.BROKEN, Tap.OPEN)


def test_states_without_words_show_their_name() -> None:
    with pytest.raises(StepNotAllowed, match=r"“one”.*two"):
        Lifecycle("plain", {Plain.ONE: frozenset({Plain.TWO})}).require(Plain.ONE, Plain.ONE)


def test_a_capability_names_its_states_for_people() -> None:
    class Lamp(StrEnum):
        ON = "one"
        OFF = "two"

    lamp = Lifecycle("lamp", {Lamp.ON: frozenset({Lamp.OFF})})
    with pytest.raises(ValueError, match="lamp: no words for two"):
        name_states(lamp, {Lamp.ON: "aan"})
    name_states(lamp, {Lamp.ON: "aan", Lamp.OFF: "uit"})
    verdict = lamp.verdict(Lamp.ON, Lamp.ON)
    assert not verdict
    assert str(verdict.reason) == "Dit kan nu niet: het is “aan”. Daarna kan alleen: uit."
    assert lamp.verdict(Lamp.ON, Lamp.OFF)
    # The names of one kind of state are not those of another with the same value.
    assert "“one”" in str(
        Lifecycle("x", {Plain.TWO: frozenset({Plain.ONE})}).verdict(Plain.ONE, Plain.ONE).reason
    )
