"""Every file that we ship is sound, complete in its sources, and repeats no default."""

from decimal import Decimal

import pytest

from wijkwerk.approaches import ApproachErrors, catalogue, check, house, load
from wijkwerk.approaches.loading import CATALOGUE
from wijkwerk.approaches.reading import read
from wijkwerk.approaches.sourcing import NEEDS_NO_SOURCE, document
from wijkwerk.approaches.trail import nearest

FILES = [*catalogue(), "_house"]


@pytest.mark.parametrize("key", FILES)
def test_is_sound(key: str) -> None:
    assert [str(problem) for problem in check(CATALOGUE / f"{key}.toml")] == []


@pytest.mark.parametrize("key", catalogue())
def test_every_value_says_which_document_and_section(key: str) -> None:
    approach = load(key)
    stated = [at for at, leaf in approach.trail.leaves.items() if leaf.file == key]
    assert stated
    for at in stated:
        if at[0] not in NEEDS_NO_SOURCE:
            source = approach.why(".".join(at)).source
            assert source is not None
            for place in source.split("; "):
                assert document(place.partition(" ")[0]).title.en


@pytest.mark.parametrize("key", FILES)
def test_people_can_read_every_text_in_both_languages(key: str) -> None:
    file = read(CATALOGUE / f"{key}.toml")
    dutch = {at[:-1] for at in file.leaves if at[-1] == "nl"}
    assert dutch == {at[:-1] for at in file.leaves if at[-1] == "en"}
    assert all(text.en for text in file.reasons.values())


def test_every_default_has_a_reason() -> None:
    house = read(CATALOGUE / "_house.toml")
    without = [at for at in house.leaves if at[0] not in ("key", "title") and not nearest(house.reasons, at)]
    assert without == []


def test_the_house_cannot_be_chosen() -> None:
    assert not any(key.startswith("_") for key in catalogue())
    with pytest.raises(ApproachErrors, match="_house"):
        load("_house")


def test_the_house_alone_can_run_a_year_and_gives_nothing_away() -> None:
    assert house().cycle.steps
    assert house().plan_level.plans
    assert not house().budget.exists
    assert all(house().why(".".join(at)).is_house_default for at in house().trail.leaves)


@pytest.mark.parametrize("key", catalogue())
def test_no_file_states_a_default_as_if_from_its_source(key: str) -> None:
    """What a source leaves open is in the house file alone: no reason of ours under a value of a source."""
    house = read(CATALOGUE / "_house.toml")
    file = read(CATALOGUE / f"{key}.toml")
    assert not set(map(str, file.reasons.values())) & set(map(str, house.reasons.values()))


def test_loading_twice_is_one_approach() -> None:
    assert load("deventer_1997") is load("deventer_1997")


def test_an_unknown_key_is_refused_by_name() -> None:
    with pytest.raises(ApproachErrors, match="atlantis"):
        load("atlantis")


def test_amounts_are_exact() -> None:
    assert isinstance(load("deventer_1997").budget.per_resident, Decimal)


def test_a_source_states_who_made_it_and_how() -> None:
    report = document("003_bd3cdaf8b9febc00.txt")
    assert report.maker == "Van Dijk, Van Soomeren en Partners"
    assert report.method is not None
    assert "quick scan" in report.method.nl
    with pytest.raises(KeyError):
        document("gerucht")


@pytest.mark.parametrize("key", catalogue())
def test_a_forerunner_is_in_the_catalogue(key: str) -> None:
    assert load(key).succeeds in (None, *catalogue())
