"""Nobody speaks for all residents unless they elected them; what is important stays open to everyone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ways_of_working.money import a_measure, noon
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches.schema import Standing
from wijkwerk.decisions import actions
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.decisions.queries import standing_of
from wijkwerk.foundation.reasons import Conflict, Invalid
from wijkwerk.thread.models import Thing

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


def decide(thing: Thing, world: World, *, important: bool) -> Decision:
    return actions.decide(
        thing=thing,
        kind=DecisionKind.ADOPT,
        reason="De klankbordgroep adviseerde het.",
        public_text="De school gaat open",
        maker=world.executive_board,
        body="college",
        mandate="adopt_plan",
        important=important,
    )


@pytest.mark.requirement("AMF-10")
@pytest.mark.switch("options.consultation_for_important_decisions", "true")
@pytest.mark.parametrize("key", ["amersfoort_advice_1997", "tilburg_1997"])
def test_an_important_decision_stays_open_to_everyone_even_with_good_advice(key: str) -> None:
    world = make_world(key)
    thing = a_measure(world, "School in het park")
    writer = world.people.get("area_officer") or world.area_manager
    with noon(DAY):
        elect(world)
        with pytest.raises(Conflict, match="Iedereen kan daarover eerst meepraten") as refused:
            decide(thing, world, important=True)
        assert refused.value.reason.rule == f"{key}: options.consultation_for_important_decisions"
        assert decide(a_measure(world), world, important=False)
        opened = actions.open_consultation(
            thing=thing, question="Mag dit?", open_until=DAY + timedelta(14), by=writer
        )
        with pytest.raises(Conflict, match="meepraten"):
            decide(thing, world, important=True)
    with noon(DAY + timedelta(15)):
        actions.close_consultation(
            consultation_id=opened.pk, reactions=12, answer="Er komt een zebrapad bij.", by=writer
        )
        assert decide(thing, world, important=True).important


@pytest.mark.switch("options.consultation_for_important_decisions", "false")
def test_a_file_may_leave_that_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = variant(
        tmp_path,
        monkeypatch,
        "amersfoort_advice_1997",
        {"options.consultation_for_important_decisions": False},
    )
    world = make_world(key)
    assert decide(a_measure(world), world, important=True)
