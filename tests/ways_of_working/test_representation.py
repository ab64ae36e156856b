"""Nobody speaks for all residents unless they elected them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.ways_of_working.money import noon
from tests.world import World, make_world
from wijkwerk.approaches.schema import Standing
from wijkwerk.decisions import actions
from wijkwerk.decisions.queries import standing_of
from wijkwerk.foundation.reasons import Invalid

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def elect(world: World, organisation: str = "taakgroep", **given: object) -> None:
    actions.record_election(
        **{
            "organisation": world.organisations[organisation],
            "area": world.area,
            "held_on": DAY,
            "ends_on": DAY + timedelta(730),
            "entitled": 9000,
            "voted": 2100,
            "how": "Met stembriefjes in het buurthuis.",
            "by": world.administrator,
            **given,
        }
    )


@pytest.mark.requirement("AMF-10")
@pytest.mark.parametrize(
    ("key", "unelected"),
    [
        pytest.param(
            "amersfoort_advice_1997",
            Standing.SOUNDING_BOARD,
            marks=pytest.mark.switch("options.residents_organised", "sounding_board"),
        ),
        pytest.param(
            "deventer_1997",
            Standing.PLATFORM,
            marks=pytest.mark.switch("options.residents_organised", "not_needed"),
        ),
        pytest.param(
            "tilburg_1997",
            Standing.PLATFORM,
            marks=pytest.mark.switch("options.residents_organised", "through_organisations"),
        ),
    ],
)
def test_an_organisation_represents_only_within_the_term_it_was_elected_for(
    key: str, unelected: Standing
) -> None:
    world = make_world(key)
    group = world.organisations["taakgroep"]
    with noon(DAY):
        assert standing_of(group, world.area) is unelected
        elect(world)
        assert standing_of(group, world.area) is Standing.REPRESENTATIVE
        assert standing_of(group, world.city) is unelected, "elsewhere nobody elected it"
    assert standing_of(group, world.area, DAY - timedelta(1)) is unelected
    assert standing_of(group, world.area, DAY + timedelta(731)) is unelected


def test_no_election_without_voters_and_none_of_a_service() -> None:
    world = make_world("amersfoort_advice_1997")
    with noon(DAY):
        for wrong in (
            {"voted": 0},
            {"voted": 9001},
            {"ends_on": DAY},
            {"how": ""},
            {"held_on": DAY + timedelta(1)},
            {"organisation": "groen"},
        ):
            with pytest.raises(Invalid):
                elect(world, **wrong)
