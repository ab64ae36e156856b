"""A reason that rests on a value of the approach tells that value in words, never by its key."""

from __future__ import annotations

import pytest
from django.utils import translation

from wijkwerk.approaches import load
from wijkwerk.areas.queries import at, because, sourced


@pytest.mark.parametrize(
    ("path", "dutch", "english"),
    [
        ("budget.decided_by", "bewoners", "residents"),
        ("politics.area_aldermen", "ja, alleen over het proces", "yes, process only"),
        ("longlist.ranked_by_residents_only", "ja", "yes"),
    ],
)
def test_the_value_is_told_in_the_reader_s_words(path: str, dutch: str, english: str) -> None:
    approach = load("deventer_1997")
    assert sourced(approach, "zo is het", path).value == dutch
    with translation.override("en"):
        assert sourced(approach, "so it is", path).value == english


def test_it_names_the_rule_the_source_and_who_may_change_it() -> None:
    reason = sourced(load("deventer_1997"), "zo is het", "budget.decided_by", way_out="vraag het")
    assert reason.rule == "deventer_1997: budget.decided_by"
    assert reason.source == "003_bd3cdaf8b9febc00.txt §3.1"
    assert reason.may_change == "beleidsmedewerker"
    assert (reason.way_out, reason.house_default, reason.field) == ("vraag het", False, "")


def test_a_path_that_no_approach_has_names_no_rule() -> None:
    reason = sourced(load("deventer_1997"), "zo is het", "teams.none.members", "iets")
    assert (reason.rule, reason.value, reason.source) == ("", "", "")


def test_a_no_because_of_it_can_stand_at_a_field() -> None:
    verdict = because(load("deventer_1997"), "budget.decided_by", "nee", "anders", value="twee")
    assert not verdict
    assert (verdict.reason.value, verdict.reason.way_out) == ("twee", "anders")
    assert at(verdict, "amount").field == "amount"
    assert at(verdict, "amount").sentence == "nee"
