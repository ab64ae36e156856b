"""Filling in an approach as a form gives a draft that states only what is different."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from wijkwerk.approaches import Approach, Power, Text, catalogue, load
from wijkwerk.approaches.dimensions import PARTS
from wijkwerk.approaches.drafting import Draft, examine_text
from wijkwerk.approaches.editing import Place, added, parts, place_at, restate, taken_away
from wijkwerk.approaches.schema import Document

EMPTY = Draft(
    key="eigen",
    title=Text(nl="Eigen"),
    extends="deventer_1997",
    documents={"besluit": Document(key="besluit", title=Text(nl="Besluit"), sections=("§1",))},
)


def read(draft: Draft) -> Approach:
    approach, problems = examine_text("eigen", draft.toml())
    assert [str(problem) for problem in problems] == []
    return approach


def filled(draft: Draft, path: str, **given: Any) -> Draft:
    """Fill in some values at a place and leave the others as they stand; `__` is a dot."""
    present = read(draft)
    at = place_at(present, path)
    changed = {f"{path}.{name.replace('__', '.')}": value for name, value in given.items()}
    return restate(draft, extended=load(draft.extends), at=at,
                   given=as_it_stands(at) | changed, source="besluit §1")  # fmt: skip


def as_it_stands(at: Place) -> dict[str, Any]:
    return {entry.path: entry.value for entry in at.entries}


def everywhere(approach: Approach) -> list[str]:
    """Every place of an approach, down to the things in lists."""
    found, waiting = [], [part for question in PARTS for part in parts(question)]
    while waiting:
        path = waiting.pop()
        found.append(path)
        waiting += [
            f"{named.path}.{key}" for named in place_at(approach, path).lists for key, _label in named.items
        ]
    return found


@pytest.mark.parametrize("key", catalogue())
def test_filling_in_what_already_stands_changes_nothing(key: str) -> None:
    draft, approach = replace(EMPTY, extends=key), load(key)
    for path in everywhere(approach):
        at = place_at(approach, path)
        same = restate(draft, extended=approach, at=at, given=as_it_stands(at), source="besluit §1")
        assert same == draft


def test_a_value_is_stated_and_back_again_it_is_not() -> None:
    more = filled(EMPTY, "budget", per_resident=Decimal(9))
    assert more.values == {"budget.per_resident": Decimal(9)}
    assert more.sources == {"budget.per_resident": "besluit §1"}
    assert filled(more, "budget", per_resident=Decimal(8)) == EMPTY


def test_an_emptied_value_is_taken_away() -> None:
    less = filled(EMPTY, "budget", mean=None)
    assert less.remove == ("budget.mean",)
    assert read(less).budget.mean is None
    assert filled(less, "budget", mean=Decimal(110_000)) == EMPTY


def test_powers_are_added_and_left_out() -> None:
    officer = load("deventer_1997").roles["area_officer"]
    held = tuple(grant.power for grant in officer.powers)
    wanted = (*[power for power in held if power is not Power.PROMISE], Power.COMMIT_MONEY)
    draft = filled(EMPTY, "roles.area_officer", powers=wanted)
    role = read(draft).roles["area_officer"]
    assert role.may(Power.COMMIT_MONEY)
    assert not role.may(Power.PROMISE)
    assert {grant.power for grant in role.powers} == set(wanted)
    assert filled(draft, "roles.area_officer", powers=held) == EMPTY


def test_a_power_that_was_excluded_can_be_given() -> None:
    alderman = load("deventer_1997").roles["area_alderman"]
    assert Power.DECIDE_CONTENT in alderman.excluded_from
    powers = (*[grant.power for grant in alderman.powers], Power.DECIDE_CONTENT)
    draft = filled(EMPTY, "roles.area_alderman", powers=powers, scope=None)
    assert read(draft).roles["area_alderman"].may(Power.DECIDE_CONTENT)


def test_a_thing_is_added_filled_in_and_taken_away() -> None:
    present = read(EMPTY)
    (steps,) = place_at(present, "cycle").lists
    draft, path = added(EMPTY, steps, "Terugkijken!", "learning", "besluit §1")
    assert path == "cycle.steps.terugkijken"
    draft = filled(draft, path, involvement="co_decide", contribute=("resident",))
    step = read(draft).cycle.steps[-1]
    assert (step.key, step.label.nl, step.contribute) == ("terugkijken", "Terugkijken!", ("resident",))
    assert taken_away(draft, load("deventer_1997"), path) == EMPTY
    gone = taken_away(EMPTY, load("deventer_1997"), "partners.parties.adult_education")
    assert "adult_education" not in {partner.key for partner in read(gone).partners.parties}


def test_a_thing_is_added_with_what_the_schema_asks_of_it() -> None:
    (scope,) = [each for each in place_at(read(EMPTY), "signals").lists if each.path == "signals.scope"]
    draft, path = added(EMPTY, scope, "Schulden", "individual", "besluit §1")
    assert path == "signals.scope.schulden"
    assert [(one.label.nl, one.outcome.value) for one in read(draft).signals.scope][-1:] == [
        ("Schulden", "individual")
    ]


def test_what_the_program_looks_up_by_its_key_does_not_grow() -> None:
    (texts,) = place_at(read(EMPTY), "resident_texts").lists
    (steps,) = place_at(read(EMPTY), "cycle").lists
    assert (texts.grows, steps.grows) == (False, True)
    draft = filled(EMPTY, "resident_texts.danger", text=Text(nl="Bel meteen 112."))
    assert read(draft).resident_texts["danger"].text.nl == "Bel meteen 112."


def test_two_things_called_the_same_have_keys_of_their_own() -> None:
    (parties,) = place_at(read(EMPTY), "partners").lists
    taken = replace(parties, items=(*parties.items, ("kerk", Text(nl="Kerk"))))
    assert added(EMPTY, taken, "Kerk", "", "besluit §1")[1] == "partners.parties.kerk_2"


@pytest.mark.parametrize(
    "path", ["title", "budget.per_resident", "roles.king", "nothing", "levels.district.label", ""]
)
def test_what_is_no_place_cannot_be_filled_in(path: str) -> None:
    with pytest.raises(KeyError):
        place_at(load("deventer_1997"), path)
