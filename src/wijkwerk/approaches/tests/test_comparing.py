"""Approaches side by side: differences in front, equal folded, open visible and neutral."""

import pytest

from wijkwerk.approaches import Approach, Power, catalogue, load
from wijkwerk.approaches.comparing import Comparison, QuestionRows, Row, compare
from wijkwerk.approaches.dimensions import PARTS, SIX_QUESTIONS, Dimension
from wijkwerk.approaches.reading import HEADER
from wijkwerk.approaches.trail import hints


def row(comparison: Comparison, path: str) -> Row:
    return next(row for question in comparison.questions for row in question.rows if row.path == path)


def shown(comparison: Comparison, path: str, language: str = "nl") -> list[str]:
    return [cell.shown(language) for cell in row(comparison, path).cells]


@pytest.fixture(scope="module")
def four() -> Comparison:
    return compare(*map(load, ("deventer_1997", "dordrecht_1997", "tilburg_1997", "utrecht_1997")))


def test_by_the_six_questions_in_their_order(four: Comparison) -> None:
    assert [question.key for question in four.questions] == list(SIX_QUESTIONS)
    assert all(question.rows for question in four.questions)


def test_every_part_of_the_schema_answers_one_question() -> None:
    """Else it would be left out of what is shown, compared and filled in; `role_kinds` are the house's bundles."""
    parts = [part for each in PARTS.values() for part in each]
    itself = {*HEADER, "role_kinds"} - {"valid", "example", "advice"}
    assert sorted(parts) == sorted(set(hints(Approach)) - itself)


def test_what_belongs_to_the_area_is_compared() -> None:
    both = compare(load("amersfoort_advice_1997"), load("deventer_1997"))
    assert "individuele hulpverlening" in shown(both, "signals.scope")[0]
    assert "standaard van Wijkwerk" in shown(both, "signals.scope")[1]


def test_the_level_of_the_plan_is_compared_whatever_it_is_called(four: Comparison) -> None:
    assert shown(four, "levels.*.label") == ["wijk", "wijk", "stadsdeel", "wijk"]
    assert shown(four, "levels.*.count", "en") == ["5", "11", "4", "8"]
    assert shown(four, "levels.*.inhabitants") == [
        "10.000 tot 15.000",
        "niet beschreven",
        "30.000 tot 50.000",
        "niet beschreven",
    ]


def test_silence_is_no_row_of_its_own() -> None:
    both = compare(load("deventer_1997"), load("rotterdam_2020s"))
    assert [
        row.path for question in both.questions for row in question.rows if "not_described" in row.path
    ] == []


def test_who_may_lists_people_by_name(four: Comparison) -> None:
    ranked = row(four, f"roles.*.powers.{Power.RANK}")
    assert ranked.label.nl == "wie mag wensen op volgorde zetten"
    assert ranked.cells[0].shown("nl") == "bewoner; lid van het wijkteam"
    assert ranked.cells[1].shown("nl") == "niemand"
    assert ranked.cells[1].shown("en") == "nobody"
    assert "§2.2 (2)" in (ranked.cells[0].why.source or "")


def test_what_is_pointed_at_is_called_by_its_name(four: Comparison) -> None:
    assert shown(four, "politics.coordinated_by")[0] == "burgemeester"
    assert shown(four, "politics.coordinated_by", "en")[0] == "mayor"
    assert shown(four, "organisation.unit.service")[2] == "Wijkzaken"


def test_a_default_says_it_is_ours_and_open_says_so(four: Comparison) -> None:
    assert shown(four, "budget.per_resident") == [
        "8",
        "niet beschreven",
        "niet beschreven",
        "niet beschreven",
    ]
    limits = next(question for question in four.questions if question.key == "organisation")
    limit = next(row for row in limits.equal if row.path == "longlist.limit")
    assert limit.cells[0].shown("nl") == "10 (standaard van Wijkwerk, niet uit de bron)"


def test_different_and_equal_divide_the_rows(four: Comparison) -> None:
    for question in four.questions:
        assert question.different
        divided = [*question.different, *question.equal]
        assert sorted(each.path for each in divided) == sorted(each.path for each in question.rows)
        for each in question.equal:
            assert len({cell.shown("nl").partition(" (standaard")[0] for cell in each.cells}) == 1


@pytest.mark.parametrize("key", catalogue())
def test_an_approach_does_not_differ_from_itself(key: str) -> None:
    comparison = compare(load(key), load(key))
    assert [row.path for question in comparison.questions for row in question.different] == []


def test_stated_by_the_source_or_by_us_is_not_a_difference_in_value(four: Comparison) -> None:
    """Dordrecht says there is no shift, the house says so for Tilburg: the same value."""
    both = compare(load("dordrecht_1997"), load("tilburg_1997"))
    assert not row(both, "options.responsibility_shift").differs


def test_every_row_has_a_dimension_except_what_precedes_them(four: Comparison) -> None:
    without = {
        each.path.split(".")[0] for question in four.questions for each in question.rows if not each.dimension
    }
    assert without <= {"objective", "principles", "development", "valid", "example", "advice"}
    found = {each.dimension for question in four.questions for each in question.rows}
    assert set(Dimension) <= found | {None}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", catalogue())
def test_people_never_read_a_key(key: str, language: str) -> None:
    """Labels and cells are words: no name with an underscore, no name of a class."""

    def check(question: QuestionRows) -> None:
        for each in question.rows:
            assert "_" not in each.label.within(language), each.path
            if each.path.rpartition(".")[2] in ("tie_chain", "clients"):
                continue  # lists of words that belong to other capabilities
            assert "_" not in each.cells[0].shown(language), each.path

    for question in compare(load(key)).questions:
        check(question)
