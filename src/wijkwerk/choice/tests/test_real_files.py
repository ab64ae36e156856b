"""Real elections: the official winners, and the order that the known exact library finds."""

from dataclasses import replace

import pytest

from wijkwerk.choice import Completion, Rule, Settings, Utility, count, read_pabulib
from wijkwerk.choice.pabulib import Level
from wijkwerk.choice.pabulib.official import official_settings, recount
from wijkwerk.choice.pabulib.writer import write_pabulib
from wijkwerk.choice.tests.shared_files import FOLDER, known, load, needs_files

pytestmark = needs_files
UTILITIES = {"cost": Utility.COST, "card": Utility.CARDINALITY, "points": Utility.POINTS}
RULES = {
    "greedy": Rule.GREEDY,
    "mes": Rule.EQUAL_SHARES,
    "mes+add1": Rule.EQUAL_SHARES,
    "phragmen": Rule.PHRAGMEN,
}
FILES = sorted(known()) or ["none"]


def settings_of(row) -> Settings:
    """The settings of a known outcome."""
    utility = UTILITIES.get(row.get("sat", "cost"), Utility.BORDA)
    return Settings(
        rule=RULES[row["rule"]],
        utility=utility,
        completion=Completion.ADD1 if row["rule"].endswith("add1") else Completion.NONE,
        stop_at_exhaustion=bool(row.get("stop_when_exhaustive")),
        borda_last=0 if utility is Utility.BORDA else 1,
        tie_order=("id",),
    )


@pytest.mark.parametrize("name", FILES)
def test_the_order_of_selection_is_that_of_the_known_library(name) -> None:
    election = load(name).election
    for row in known()[name]["results"]:
        outcome = count(election, settings_of(row), alternatives=False)
        if "order" in row:
            assert list(outcome.order) == row["order"], row["rule"]
        else:
            assert sorted(outcome.order) == sorted(row["winners"]), row["rule"]
        if "increments" in row:
            assert outcome.increments == row["increments"]


@pytest.mark.parametrize("name", FILES)
def test_every_file_can_be_read_and_written_back(name) -> None:
    file = read_pabulib(FOLDER / name, keep_voters=True)
    assert not [finding for finding in file.findings if finding.level is Level.FATAL]
    again = read_pabulib(write_pabulib(file).encode())
    assert again.election.input_hash == file.election.input_hash
    assert again.meta == file.meta


@pytest.mark.parametrize(
    "name", ["Netherlands_Assen_2024.pb", "Poland_Swiecie_2023.pb", "Poland_Wieliczka_2023_Green_Budget.pb"]
)
def test_elections_decided_by_equal_shares_come_out_with_their_official_winners(name) -> None:
    file = load(name)
    chosen = Settings(completion=Completion.ADD1, seed=1)
    assert set(count(file.election, chosen).winners) == file.selected
    stopped = set(count(file.election, replace(chosen, stop_at_exhaustion=True)).winners)
    assert (stopped == file.selected) == ("Wieliczka" not in name)


@pytest.mark.parametrize("name", FILES)
def test_files_follow_the_rule_they_name_or_the_reason_is_told(name) -> None:
    file = load(name)
    verdict = recount(file)
    if file.selected is None or official_settings(file) is None:
        assert verdict.followed is None
        assert verdict.reason
    else:
        assert verdict.followed, verdict


def test_wroclaw_spends_exactly_everything_without_skipping() -> None:
    file = load("Poland_Wroclaw_2022.pb")
    chosen = official_settings(file)
    assert chosen is not None
    assert chosen.rule is Rule.GREEDY_NO_SKIP
    assert count(file.election, chosen).left_over == 0
