"""Every value can say where it comes from, and what is open says so."""

import pytest

from wijkwerk.approaches import load

DEVENTER = load("deventer_1997")


def test_a_value_of_the_source_names_document_and_section() -> None:
    why = DEVENTER.why("budget.per_resident")
    assert (why.value, why.source, why.file) == (8, "003_bd3cdaf8b9febc00.txt §2.2 (5)", "deventer_1997")
    assert why.since == 1990
    assert why.described
    assert not why.is_house_default
    assert why.remark() == ""


def test_a_default_names_its_reason_and_says_it_is_ours() -> None:
    why = DEVENTER.why("longlist.limit")
    assert why.is_house_default
    assert not why.described
    assert why.source is None
    assert why.reason is not None
    assert why.remark("nl") == "standaard van Wijkwerk, niet uit de bron"


def test_what_nobody_states_is_not_described() -> None:
    why = DEVENTER.why("budget.free_part")
    assert why.value is None
    assert not why.is_house_default
    assert why.remark("nl") == "niet beschreven"
    assert why.remark("en") == "not described"


@pytest.mark.parametrize(
    ("power", "ours"), [("request_service", False), ("escalate", False), ("triage_signal", True)]
)
def test_a_power_says_whether_the_source_gave_it(power: str, ours: bool) -> None:
    why = DEVENTER.why(f"roles.area_officer.powers.{power}")
    assert why.is_house_default is ours
    assert (why.source is None) is ours
    assert (why.reason is None) is not ours


@pytest.mark.parametrize(
    "path", ["budget.per_residnt", "levels.province.count", "roles.sheriff", "budget.label.fr"]
)
def test_a_typing_error_never_reads_as_not_described(path: str) -> None:
    with pytest.raises(KeyError):
        DEVENTER.why(path)


def test_a_whole_part_answers_with_its_most_specific_file() -> None:
    assert DEVENTER.why("budget").file == "deventer_1997"
    assert DEVENTER.why("signals").is_house_default


def test_what_is_open_inside_a_part_that_is_not_there_is_not_an_error() -> None:
    from wijkwerk.approaches.trail import reach

    assert reach(DEVENTER, "budget.proposal.per_area") is None


@pytest.mark.parametrize(
    ("path", "language", "label"),
    [
        ("levels.district", "nl", "wijk"),
        ("levels.district", "en", "district"),
        ("levels.district.plural", "nl", "wijken"),
        ("roles.area_officer", "nl", "wijkambtenaar"),
        ("cycle.steps.panel", "nl", "panellen"),
        ("budget.label", "en-gb", "area budget"),
    ],
)
def test_labels_come_from_the_approach(path: str, language: str, label: str) -> None:
    assert DEVENTER.label(path, language) == label
