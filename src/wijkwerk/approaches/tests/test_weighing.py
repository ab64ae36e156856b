"""What an approach gives, asks and makes hard: lines of the file, each with its place."""

import pytest

from wijkwerk.approaches import catalogue, load
from wijkwerk.approaches.weighing import asks, gives, makes_hard, size


@pytest.mark.parametrize("key", catalogue())
def test_every_line_stands_at_a_place_that_a_source_describes(key: str) -> None:
    approach = load(key)
    for line in (*gives(approach), *asks(approach), *makes_hard(approach)):
        assert approach.why(line.path).described, line
        assert line.text.nl
        assert line.text.within("en")


@pytest.mark.parametrize("key", catalogue())
def test_where_the_source_gives_a_gain_or_a_doubt_it_is_there(key: str) -> None:
    approach = load(key)
    assert bool(gives(approach)) == bool(
        approach.objective.label
        or approach.objective.answer
        or any(
            one.verdict and one.verdict.value in ("positive", "mixed") for one in approach.effect.evaluations
        )
    )
    lessons = {lesson.label for lesson in approach.development.lessons}
    assert lessons <= {line.text for line in makes_hard(approach)}


def test_hours_mandate_and_money_are_asked() -> None:
    words = {key: [line.text.nl for line in asks(load(key))] for key in catalogue()}
    assert "wijkcoördinator: 8 tot 38 uur per week" in words["dordrecht_1997"]
    assert "mandaat om geld vrijgeven: wijkmanager" in words["utrecht_1997"]
    assert "bedrag per inwoner: NLG 8" in words["deventer_1997"]
    assert not any("stappen" in line for line in words["arnhem_2023"]), (
        "a default of ours is not asked by a source"
    )


@pytest.mark.parametrize(
    ("key", "nl", "en"),
    [
        ("utrecht_1997", "8 wijken van 30.000 inwoners", "8 districts of 30,000 residents"),
        (
            "tilburg_1997",
            "4 stadsdelen van 30.000 tot 50.000 inwoners",
            "4 boroughs of 30,000 to 50,000 residents",
        ),
        ("dordrecht_1997", "11 wijken van 10.000 inwoners", "11 districts of 10,000 residents"),
    ],
)
def test_for_how_large_a_city(key: str, nl: str, en: str) -> None:
    found = size(load(key))
    assert found is not None
    assert (found.nl, found.en) == (nl, en)


def test_a_source_without_sizes_gives_no_size() -> None:
    assert size(load("arnhem_2023")) is None
