"""How much of what an area asks is physical: told everywhere, a warning only where the unit explains it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.foundation import clock
from wijkwerk.needs.models import Need
from wijkwerk.needs.physical_share import physical_share
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db


def needs(world: World, physical: int, other: int) -> None:
    themes = world.approach.themes.list
    stones = next(theme.key for theme in themes if theme.physical)
    people = next(theme.key for theme in themes if not theme.physical)
    for theme in [stones] * physical + [people] * other + [""]:
        thing = bear("need", area=world.area, sentence="Iets")
        Need.objects.create(thing=thing, asked="Iets", theme=theme, understood_on=clock.today())


@pytest.mark.requirement("ROT-01")
def test_a_unit_with_other_tasks_is_warned_when_most_is_physical(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"organisation.unit.other_tasks": True}
    world = make_world(variant(tmp_path, monkeypatch, "deventer_1997", values))  # type: ignore[arg-type]
    needs(world, physical=2, other=2)
    even = physical_share(world.area)
    assert (even.percent, even.warning) == (50, None)
    needs(world, physical=2, other=0)
    most = physical_share(world.area)
    assert (most.needs, most.physical, most.percent) == (6, 4, 67)
    assert most.warning is not None
    assert most.warning.rule == "variant: organisation.unit"


@pytest.mark.requirement("ROT-01")
def test_a_unit_that_does_nothing_else_is_only_told_the_share() -> None:
    world = make_world("deventer_1997")
    needs(world, physical=9, other=1)
    share = physical_share(world.area)
    assert (share.percent, share.warning) == (90, None)
    assert physical_share(world.neighbourhood).percent == 0
