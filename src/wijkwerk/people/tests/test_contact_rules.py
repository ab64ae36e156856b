"""Writing contact data one way, and when two are one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.people.rules import (
    Details,
    is_same_person,
    normal_address,
    normal_email,
    normal_name,
    normal_phone,
    normal_postcode,
)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("06-1234 5678", "+31612345678"),
        ("(06) 12345678", "+31612345678"),
        ("0031 6 12345678", "+31612345678"),
        ("+31 6 1234 5678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("0570-123456", "+31570123456"),
        ("+49 30 901820", "+4930901820"),
        ("14 0570", "140570"),
        ("geen", ""),
        ("", ""),
        ("٠٦١٢٣", ""),
    ],
)
def test_phone_numbers_as_people_write_them(typed: str, normal: str) -> None:
    assert normal_phone(typed) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brink 12, 7411 BZ Deventer", "brink 12 7411bz  DEVENTER"),
        ("Brink 12a, 7411BZ", "Brink 12 A 7411 bz Deventer"),
        ("Brink 12-3, 7411BZ", "Brink 12 3, 7411BZ"),
        ("Brinck 12 bis, 7411BZ", "Brink 12bis 7411 BZ"),
        ("De Brink 4", "de  brink 4"),
    ],
)
def test_addresses_that_are_one(one: str, other: str) -> None:
    assert normal_address(one) == normal_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brink 12, 7411BZ", "Brink 123, 7411BZ"),
        ("Brink 12-3, 7411BZ", "Brink 123, 7411BZ"),
        ("Brink 12, 7411BZ", "Brink 12a, 7411BZ"),
        ("Brink 12, 7411BZ", "Brink 12, 7411CA"),
        ("Brink 12", "Brink 13"),
    ],
)
def test_addresses_that_are_two(one: str, other: str) -> None:
    assert normal_address(one) != normal_address(other)


def test_a_postcode_is_found_wherever_it_stands() -> None:
    assert normal_postcode("Brink 12 7411 bz Deventer") == "7411BZ"
    assert normal_postcode("Brink 12") == ""
    assert normal_postcode("0411 BZ") == ""


@given(st.text(max_size=60))
def test_writing_it_normally_twice_changes_nothing(text: str) -> None:
    for normal in (normal_email, normal_phone, normal_address, normal_postcode, normal_name):
        assert normal(normal(text)) == normal(text)


@given(st.text(max_size=60))
def test_blanks_around_make_no_difference(text: str) -> None:
    for normal in (normal_email, normal_phone, normal_address, normal_name):
        assert normal(f"  {text}\n") == normal(text)


words = st.sampled_from(["", "a@example.org", "b@example.org"])
phones = st.sampled_from(["", "06 11111111", "06 22222222"])
homes = st.sampled_from(["", "Brink 1, 7411BZ", "Brink 2, 7411BZ"])
names = st.sampled_from(["", "Fatma", "Kees"])
people = st.builds(Details, names, words, phones, homes)


@given(people, people, st.booleans())
def test_different_addresses_of_any_kind_are_never_one_person(
    known: Details, given: Details, by_desk: bool
) -> None:
    if is_same_person(known, given, by_desk=by_desk):
        if given.email:
            assert given.email == known.email
        elif given.phone:
            assert given.phone == known.phone
        else:
            assert given.address == known.address


@given(people, people)
def test_a_number_alone_never_brings_answers_to_another_address(known: Details, given: Details) -> None:
    """Away from the desk someone who knows a number must not become the addressee of its owner's answers."""
    if not given.email and is_same_person(known, given, by_desk=False):
        assert not given.address or given.address == known.address


@given(people, people, st.booleans())
def test_housemates_with_different_names_are_two(known: Details, given: Details, by_desk: bool) -> None:
    if not given.email and known.name and given.name and known.name != given.name:
        assert not is_same_person(known, given, by_desk=by_desk)


@given(people)
def test_who_gives_the_same_again_is_the_same(known: Details) -> None:
    if known.email or (known.phone and not known.address) or (known.name and known):
        assert is_same_person(known, known, by_desk=False)
