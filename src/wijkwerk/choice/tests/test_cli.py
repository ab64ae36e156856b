"""The command: options, JSON, sentences, and how it refuses."""

import json

import pytest

from wijkwerk.choice import Completion, Rule, Settings, Utility
from wijkwerk.choice.cli import main
from wijkwerk.choice.rule_texts import RULE_TEXTS
from wijkwerk.choice.tests.pb import SMALL, points_file, ranked_file


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "small.pb"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


@pytest.fixture
def ranked(tmp_path):
    path = tmp_path / "ranked.pb"
    path.write_text(ranked_file(), encoding="utf-8")
    return str(path)


def run(capsys, *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("rule", [rule.value for rule in Rule if not rule.is_ranking])
def test_json_has_what_was_promised(capsys, file, rule) -> None:
    code, out, err = run(capsys, file, "--rule", rule, "--json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert data["order"] == data["winners"]
    promised = {
        "total_cost",
        "budget",
        "increments",
        "ties",
        "settings",
        "hash",
        "rounds",
        "not_funded",
        "voters",
    }
    assert promised <= data.keys()
    assert (data["budget"], data["settings"]["rule"]) == (1000, rule)


def test_the_rules_give_what_they_should(capsys, file) -> None:
    assert json.loads(run(capsys, file, "--rule", "greedy", "--json")[1])["winners"] == ["1", "2"]
    _, out, _ = run(capsys, file, "--rule", "equal-shares", "--completion", "add1", "--json")
    data = json.loads(out)
    assert (data["winners"], data["total_cost"]) == (["1", "2"], 1000)
    assert data["settings"]["completion"] == "add1"


@pytest.mark.parametrize("rule", ["borda", "schulze", "stv"])
def test_ranking_rules_order_everything(capsys, ranked, rule) -> None:
    data = json.loads(run(capsys, ranked, "--rule", rule, "--json")[1])
    assert data["order"] == ["1", "2", "3"]
    assert data["winners"] == ["1", "2"]


def test_borda_last_decides_whether_a_list_of_one_counts(capsys, ranked) -> None:
    scores = [
        json.loads(run(capsys, ranked, "--rule", "borda", "--borda-last", last, "--json")[1])["scores"]
        for last in ("1", "0")
    ]
    assert scores == [{"1": 4, "2": 3, "3": 1}, {"1": 1, "2": 1, "3": 0}]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_outcome_in_words(capsys, file, language) -> None:
    code, out, _ = run(capsys, file, "--rule", "greedy", "--language", language)
    assert code == 0
    funded = {
        "nl": "Speelplek gaat door. Het kost €\N{NO-BREAK SPACE}600 en kreeg 3 stemmen.",
        "en": "Speelplek is funded. It costs €600 and got 3 votes.",
    }[language]
    assert funded in out
    assert "Brug" in out


def test_every_utility_and_completion_can_be_named(capsys, tmp_path) -> None:
    path = tmp_path / "points.pb"
    path.write_text(points_file(), encoding="utf-8")
    for utility in (u for u in Utility if u is not Utility.BORDA):
        for completion in Completion:
            argv = (
                "--rule",
                "equal-shares",
                "--utility",
                utility.value,
                "--completion",
                completion.value,
                "--json",
            )
            assert run(capsys, str(path), *argv)[0] == 0


def test_ties_seed_and_stop_are_settings_that_are_published(capsys, file) -> None:
    argv = ("--rule", "equal-shares", "--completion", "add1", "--stop-at-exhaustion", "yes", "--tie-order",
            "most-votes,lot", "--seed", "1988", "--json")  # fmt: skip
    shown = json.loads(run(capsys, file, *argv)[1])["settings"]
    assert (shown["tie_order"], shown["seed"], shown["stop_at_exhaustion"]) == (
        ["most-votes", "lot"],
        1988,
        True,
    )


def test_pots_as_the_file_divides_the_budget(capsys, tmp_path) -> None:
    text = SMALL.replace("language;nl", "categories;groen,spel\nlanguage;nl\nbudget_per_category;400,600")
    text = text.replace("name;selected", "name;category;selected")
    text = (
        text.replace("Speelplek;", "Speelplek;spel;")
        .replace("Bomen;", "Bomen;groen;")
        .replace("Brug;", "Brug;spel;")
    )
    path = tmp_path / "pots.pb"
    path.write_text(text, encoding="utf-8")
    data = json.loads(run(capsys, str(path), "--rule", "greedy", "--pots", "category", "--json")[1])
    assert [stage["stage"] for stage in data["details"]["stages"]] == ["category:groen", "category:spel"]
    code, _, err = run(capsys, str(path), "--rule", "greedy", "--pots", "neighborhood")
    assert code == 1
    assert "does not say how the budget is divided" in err


def test_constraints_from_a_file(capsys, file, tmp_path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('exclusive = [["1", "2"]]\n', encoding="utf-8")
    data = json.loads(run(capsys, file, "--rule", "greedy", "--constraints", str(rules), "--json")[1])
    assert data["winners"] == ["1"]
    assert data["not_funded"]["2"] == {"why": "excluded", "by": "1"}
    rules.write_text("exclusief = []\n", encoding="utf-8")
    assert run(capsys, file, "--rule", "greedy", "--constraints", str(rules))[0] == 1


def test_a_bad_file_is_refused_with_line_and_field(capsys, tmp_path) -> None:
    path = tmp_path / "bad.pb"
    path.write_text(SMALL.replace("1;600;", "1;zes;"), encoding="utf-8")
    code, out, err = run(capsys, str(path), "--rule", "greedy", "--json")
    assert (code, out) == (1, "")
    assert "line 18, cost: 'zes' is not an amount." in err


def test_a_rule_that_does_not_fit_the_ballots_is_refused(capsys, file) -> None:
    for argv in (
        ("--rule", "borda"),
        ("--rule", "equal-shares", "--utility", "points"),
        ("--rule", "greedy", "--completion", "add1"),
        ("--rule", "greedy", "--tie-order", "lowest-cost"),
    ):
        code, out, err = run(capsys, file, *argv)
        assert (code, out) == (1, "")
        assert err.startswith(file)


def test_a_missing_file_and_a_wrong_option(capsys, tmp_path) -> None:
    assert run(capsys, str(tmp_path / "none.pb"), "--rule", "greedy")[0] == 1
    assert run(capsys, "x.pb", "--rule", "dice")[0] == 2


def test_help_explains_each_rule_in_two_sentences_with_its_source(capsys) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert set(RULE_TEXTS) == set(Rule)
    for rule, text in RULE_TEXTS.items():
        assert rule.value in out
        assert text.strip() in out


def test_the_defaults_of_the_command_are_those_of_the_settings(capsys, file) -> None:
    shown = json.loads(run(capsys, file, "--rule", "equal-shares", "--json")[1])["settings"]
    assert shown == Settings(seed=0).as_json()
