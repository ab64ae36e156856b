"""Public numbers: derived, found again, and nothing else is one."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wijkwerk.thread.actions import bear
from wijkwerk.thread.beads import Bead
from wijkwerk.thread.kinds import Kind, kinds, register
from wijkwerk.thread.models import Thing
from wijkwerk.thread.tests.places import make_area, make_things

pytestmark = pytest.mark.django_db


def test_a_number_names_kind_year_and_id_and_finds_its_thing() -> None:
    thing = bear("signal", area=make_area(), sentence="Een losse stoeptegel", born_on=date(2026, 5, 4))
    assert thing.number == f"M-2026-{thing.pk:04d}"
    assert Thing.objects.numbered(thing.number).get() == thing
    assert Thing.objects.numbered(f" {thing.number.lower()} ").get() == thing


def test_another_kind_or_year_with_the_same_id_is_another_number() -> None:
    (thing,) = make_things(make_area(), "signal")
    for wrong in (f"W-2026-{thing.pk:04d}", f"M-2025-{thing.pk:04d}", f"Q-2026-{thing.pk:04d}"):
        assert not Thing.objects.numbered(wrong).exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "M",
        "M-2026-1",
        "M-0000-0001",
        "M-2026-٠٠٠١",
        "M-2026-0001\n2",
        "M-2026-" + "9" * 30,
        "м-2026-0001",
    ],
)
def test_what_is_no_number_finds_nothing(text: str) -> None:
    assert not Thing.objects.numbered(text).exists()


@given(st.text(max_size=30))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_anyone_types_is_an_error(text: str) -> None:
    assert not Thing.objects.numbered(text).exists()


def test_numbers_of_different_kinds_never_coincide() -> None:
    prefixes = [kind.prefix for kind in kinds()]
    assert len(prefixes) == len(set(prefixes)) > 5
    with pytest.raises(ValueError, match="belongs to"):
        register(Kind("another", Bead.SEEN, kinds()[0].prefix, "iets", "ietsen"))


def test_an_unknown_kind_is_never_born() -> None:
    with pytest.raises(KeyError):
        bear("unheard_of", area=make_area(), sentence="Een zin")
