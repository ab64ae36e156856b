"""A limit on the time a count may take."""

import pytest

from wijkwerk.choice import Completion, Rule, Settings, count, patience, read_pabulib
from wijkwerk.choice.errors import OutOfTime
from wijkwerk.choice.tests.pb import SMALL, ranked_file


@pytest.mark.parametrize("rule", list(Rule))
def test_no_rule_goes_on_when_the_time_is_over(rule) -> None:
    election = read_pabulib((ranked_file() if rule.is_ranking else SMALL).encode()).election
    with patience.at_most(-1), pytest.raises(OutOfTime):
        count(election, Settings(rule=rule, seed=1))
    assert count(election, Settings(rule=rule, seed=1)).order


def test_a_count_stops_in_the_middle(monkeypatch) -> None:
    """The clock strikes during the rounds, not before them."""
    ticks = iter(range(1000))
    monkeypatch.setattr(patience, "monotonic", lambda: next(ticks))
    election = read_pabulib(SMALL.encode()).election
    with patience.at_most(4), pytest.raises(OutOfTime):
        count(election, Settings(completion=Completion.ADD1, seed=1))
    assert 4 < next(ticks) < 12


def test_a_limit_inside_a_limit_can_only_be_shorter() -> None:
    with patience.at_most(-1), patience.at_most(60), pytest.raises(OutOfTime):
        patience.check()
    with patience.at_most(60):
        with patience.at_most(-1), pytest.raises(OutOfTime):
            patience.check()
        patience.check()
