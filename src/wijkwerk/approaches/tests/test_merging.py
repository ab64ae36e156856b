"""What a file says goes over what it extends, value by value; what it leaves open comes from the house."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import ApproachErrors, Power, load_file
from wijkwerk.approaches.tests.conftest import SOUND

Write = Callable[[str, str], Path]


def heir(write: Write, body: str, sources: str, head: str = "") -> Path:
    """A file that extends the sample."""
    write("sample", SOUND)
    text = f'key = "heir"\ntitle = {{ nl = "Erfgenaam" }}\nextends = "sample"\n{head}\n{body}\n'
    return write("heir", f'{text}\n[documents."nota"]\nsections = ["§1"]\n[sources]\n{sources}')


def test_one_value_changes_and_the_rest_stays(write: Write) -> None:
    approach = load_file(heir(write, "[budget]\nper_resident = 9", '"budget.per_resident" = "nota §1"'))
    assert approach.budget.per_resident == 9
    assert approach.budget.currency == "EUR"
    assert approach.why("budget.per_resident").source == "nota §1"
    assert approach.why("budget.currency").file == "sample"
    assert approach.why("longlist.limit").is_house_default


def test_a_thing_named_by_key_is_changed_in_place(write: Write) -> None:
    body = '[[levels]]\nkey = "district"\ncount = 3'
    approach = load_file(heir(write, body, '"levels.district" = "nota §1"'))
    assert approach.level("district").count == 3
    assert approach.level("district").inhabitants is not None
    assert [level.key for level in approach.levels] == ["district"]


def test_new_dutch_words_never_keep_another_files_english(write: Write) -> None:
    body = '[roles.resident]\nlabel = { nl = "wijkgenoot" }'
    approach = load_file(heir(write, body, '"roles.resident.label" = "nota §1"'))
    assert approach.label("roles.resident", "en") == "wijkgenoot"


def test_what_is_removed_is_gone(write: Write) -> None:
    approach = load_file(heir(write, "", "", head='remove = ["longlist.limit"]'))
    assert approach.longlist.limit is None
    assert not approach.why("longlist.limit").is_house_default


def test_removing_what_is_not_there_is_an_error(write: Write) -> None:
    with pytest.raises(ApproachErrors, match=r"remove\.longlist\.colour"):
        load_file(heir(write, "", "", head='remove = ["longlist.colour"]'))


def test_a_file_that_names_steps_names_them_all_in_its_own_order(write: Write) -> None:
    body = """
[[cycle.steps]]
key = "talk"
kind = "discussion"
label = { nl = "praten" }
[[cycle.steps]]
key = "panel"
kind = "panel"
label = { nl = "ophalen" }
"""
    approach = load_file(heir(write, body, '"cycle" = "nota §1"'))
    assert [step.key for step in approach.cycle.steps] == ["talk", "panel"]
    assert approach.cycle.step("panel").involvement is not None, (
        "what the house says about a named step stays"
    )


def test_a_role_gets_the_powers_of_its_kind_and_its_own(write: Write) -> None:
    body = """
[roles.guide]
label = { nl = "gids" }
kind = "guide"
powers = ["commit_money"]
limits = { commit_money = { amount = 2500, currency = "EUR" } }
excluded_from = ["promise"]
"""
    guide = load_file(heir(write, body, '"roles.guide" = "nota §1"')).roles["guide"]
    assert guide.may(Power.RUN_PANEL)
    assert not guide.may(Power.PROMISE)
    grant = guide.grant(Power.COMMIT_MONEY)
    assert grant is not None
    assert grant.limit is not None
    assert (grant.limit.amount, grant.limit.currency) == (2500, "EUR")


def test_a_limit_of_a_power_that_is_not_given_is_an_error(write: Write) -> None:
    body = (
        '[roles.guide]\nlabel = { nl = "gids" }\nlimits = { commit_money = { amount = 1, currency = "EUR" } }'
    )
    with pytest.raises(ApproachErrors, match="commit_money"):
        load_file(heir(write, body, '"roles.guide" = "nota §1"'))


def test_being_given_what_one_is_excluded_from_is_a_clash(write: Write) -> None:
    body = '[roles.guide]\nlabel = { nl = "gids" }\npowers = ["rank"]\nexcluded_from = ["rank"]'
    with pytest.raises(ApproachErrors, match="uitgesloten"):
        load_file(heir(write, body, '"roles.guide" = "nota §1"'))


def test_the_years_and_title_of_a_forerunner_are_not_inherited(write: Write) -> None:
    approach = load_file(heir(write, "", ""))
    assert approach.title.nl == "Erfgenaam"
    assert approach.valid.from_ is None


@pytest.mark.parametrize("heading", ["objective", "partners"])
def test_who_answers_takes_the_place_of_silence_and_the_other_way_round(write: Write, heading: str) -> None:
    answered = load_file(heir(write, f'[{heading}]\nanswer = {{ nl = "Ja" }}', f'"{heading}" = "nota §1"'))
    assert getattr(answered, heading).answer.nl == "Ja"
    assert not getattr(answered, heading).not_described
    silent = load_file(heir(write, f"[{heading}]\nnot_described = true", f'"{heading}" = "nota §1"'))
    assert getattr(silent, heading).answer is None
    assert getattr(silent, heading).not_described
