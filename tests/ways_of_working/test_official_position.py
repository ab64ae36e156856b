"""What the official of an area may do, as the sources tell it; and no file says of it what its roles cannot do.

Buying and leading is shown in `test_internal_purchase`.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ways_of_working.planning import on, place_under, sector_plan
from tests.ways_of_working.test_deciding import decided
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import ApproachErrors, Power, load
from wijkwerk.approaches.schema import OfficialPosition
from wijkwerk.areas.actions import differ
from wijkwerk.budgets.actions import may_order_here
from wijkwerk.decisions.concentration import concentration
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.people.permissions import may
from wijkwerk.plans import actions as plans
from wijkwerk.politics import actions as politics
from wijkwerk.politics.models import Matter
from wijkwerk.requests.actions import Asked, ask
from wijkwerk.requests.rules import Weight
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
POSITION = "options.official_position"


def asked(world: World, **more: object) -> Asked:
    known = {
        "service": world.organisations["groen"],
        "area_needs": "Rust",
        "service_needs": "Een maand",
        **more,
    }
    return Asked(sentence="Een drempel bij de school", **known)  # type: ignore[arg-type]


@pytest.mark.switch(POSITION, "translates")
def test_who_translates_brings_wishes_to_a_service_and_over_the_line_to_the_alderman() -> None:
    world = make_world("deventer_1997")
    officer = world.area_officer
    with on(DAY):
        assert ask(area=world.area, given=asked(world), by=officer).service == world.organisations["groen"]
        politics.lay_before(area=world.area, given=politics.Laid("Mag dit?", "Het loopt vast."), by=officer)
        assert Matter.objects.get().sent_by == officer
        assert not may_order_here(officer, world.area)
        assert not may(officer, Power.RELEASE_BUDGET, within=world.area)


@pytest.mark.switch(POSITION, "watches_progress")
def test_who_watches_progress_reminds_and_writes_nothing() -> None:
    place = place_under("dordrecht_1997")
    coordinator, world = place.world.area_coordinator, place.world
    plan = sector_plan(place, "safety_plan", "safety")
    with on(DAY):
        plans.remind(plan_id=plan.pk, by=coordinator)
        assert JournalEntry.objects.filter(thing=plan.thing, by=coordinator).exists()
        with pytest.raises(Refused):
            plans.edit_plan(plan_id=plan.pk, foreword="Anders", by=coordinator)
        with pytest.raises(Refused):
            politics.lay_before(
                area=world.area, given=politics.Laid("Mag dit?", "Het loopt vast."), by=coordinator
            )
        assert not may_order_here(coordinator, world.area)


@pytest.mark.switch(POSITION, "heads_office")
def test_who_heads_an_office_releases_its_budget_and_reaches_the_board() -> None:
    world = make_world("utrecht_1997")
    manager = world.area_office_manager
    with on(DAY):
        brought = politics.place_on_board_list(
            area=world.area, sentence="Twee scholen, één plein", text="Wie gaat voor?", by=manager
        )
        assert brought.brought_by == manager
        assert may(manager, Power.RELEASE_BUDGET, within=world.area)
        for elsewhere in ("assistant_manager", "office_staff"):
            assert not may(world.people[elsewhere], Power.RELEASE_BUDGET, within=world.area)


@pytest.mark.switch(POSITION, "powers_lowered_broadly")
def test_where_powers_are_lowered_broadly_it_shows_when_one_function_takes_all() -> None:
    world = make_world("amersfoort_advice_1997")
    for role in ("area_office_manager", "area_officer"):
        assert may(world.people[role], Power.DECIDE_WISH, within=world.area)
        decided(world, role, 5)
    assert concentration(world.area).warning is None
    decided(world, "area_office_manager", 5)
    warning = concentration(world.area).warning
    assert warning is not None
    assert "wijkmanager" in str(warning.sentence)


@pytest.mark.switch(POSITION, "cannot_demand")
def test_who_cannot_demand_asks_and_neither_decides_nor_spends() -> None:
    world = make_world("rotterdam_2020s")
    manager = world.area_manager
    with on(DAY):
        assert ask(area=world.area, given=asked(world), by=manager).answer == ""
        with pytest.raises(Refused, match="niemand kan iets eisen"):
            ask(area=world.area, given=asked(world, weight=Weight.ORDER), by=manager)
        for power in (Power.DECIDE_CONTENT, Power.RESERVE_MONEY, Power.COMMIT_MONEY, Power.RELEASE_BUDGET):
            assert not may(manager, power, within=world.area)


TRUE_POSITIONS = {
    "deventer_1997": "translates",
    "dordrecht_1997": "watches_progress",
    "tilburg_1997": "buys_and_leads",
    "utrecht_1997": "heads_office",
    "rotterdam_2020s": "cannot_demand",
}
FITS_TOO = {
    # The position of another file that is true here as well.
    "tilburg_1997": {"powers_lowered_broadly"},
    "deventer_1997": {"powers_lowered_broadly"},
    "utrecht_1997": set(),
    "dordrecht_1997": {"cannot_demand"},
    "rotterdam_2020s": {"watches_progress"},
}


@pytest.mark.parametrize("key", TRUE_POSITIONS)
def test_no_file_may_say_more_or_less_of_its_official_than_the_roles_can(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = set()
    for position in OfficialPosition:
        try:
            load(variant(tmp_path, monkeypatch, key, {POSITION: str(position)}))
        except ApproachErrors:
            continue
        sound.add(str(position))
    assert sound == {TRUE_POSITIONS[key], *FITS_TOO[key]}


def test_an_area_cannot_differ_into_a_position_that_its_roles_do_not_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"options.area_standard": "each_its_own", "options.area_overrides": True}
    world = make_world(variant(tmp_path, monkeypatch, "deventer_1997", {**own}))
    change = {"path": POSITION, "reason": "Hier is het anders.", "decided_by": "raad"}
    later = date.today() + timedelta(days=1)
    with pytest.raises(Invalid, match="gaat verder"):
        differ(area=world.area, value="cannot_demand", valid_from=later, **change)  # type: ignore[arg-type]
    differ(area=world.area, value="powers_lowered_broadly", valid_from=later, **change)  # type: ignore[arg-type]
