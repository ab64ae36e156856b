"""One area does it its own way: allowed or not by the file, always with a reason that everybody can read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ways_of_working.variants import variant
from tests.world import make_world
from wijkwerk.areas.actions import adopt_approach, differ, differ_no_longer
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, differences, every_difference
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.territory import Territory

pytestmark = pytest.mark.django_db


def neighbour_of(area: Area) -> Area:
    return Area.objects.create(
        code="naast", name="Naastgelegen", level=area.level, parent=area.parent, valid_from=area.valid_from
    )


def three_wishes(area: Area, reason: str = "Hier komen weinig wensen binnen.", value: int | str = 3) -> None:
    differ(area=area, path="longlist.limit", value=value, reason=reason, decided_by="college, 1 juni 2026")  # type: ignore[arg-type]


@pytest.mark.requirement("ROT-19")
@pytest.mark.requirement("UTR18-21")
@pytest.mark.switch("options.area_standard", "each_its_own")
@pytest.mark.switch("options.area_overrides", "true")
def test_one_area_differs_and_everybody_can_read_why() -> None:
    world = make_world("rotterdam_2020s")
    beside = neighbour_of(world.area)
    three_wishes(world.area)
    today = clock.today()
    assert approach_for(world.area).longlist.limit == 3
    assert approach_for(beside).longlist.limit == 10
    assert approach_for(world.area, today - timedelta(days=1)).longlist.limit == 10
    # Permissions see the same approach as pages do.
    assert Territory().approaches(world.area, today)[0].longlist.limit == 3
    assert str(approach_for(world.area).why("longlist.limit").reason) == "Hier komen weinig wensen binnen."
    (one,) = differences()
    assert (one.area, one.here, one.elsewhere, one.since) == (world.area, "3", "10", today)
    assert (one.reason, one.decided_by) == ("Hier komen weinig wensen binnen.", "college, 1 juni 2026")
    assert differences(today - timedelta(days=1)) == []


@pytest.mark.parametrize("key", ["rotterdam_2020s", "utrecht_2018"])
def test_without_a_reason_no_area_differs(key: str) -> None:
    world = make_world(key)
    with pytest.raises(Invalid, match="waarom"):
        three_wishes(world.area, reason=" ")
    assert approach_for(world.area).longlist.limit == 10


def test_a_value_that_cannot_be_is_refused() -> None:
    world = make_world("rotterdam_2020s")
    with pytest.raises(Invalid):
        three_wishes(world.area, value="drie")
    with pytest.raises(Invalid, match="levels"):
        differ(area=world.area, path="levels.district.count", value=3, reason="r", decided_by="college")
    assert differences() == []


@pytest.mark.switch("options.area_standard", "same")
def test_where_every_area_is_the_same_none_differs() -> None:
    world = make_world("deventer_1997")
    with pytest.raises(Refused, match="elk gebied hetzelfde") as refused:
        three_wishes(world.area)
    reason = refused.value.reason
    assert reason.rule == "deventer_1997: options.area_standard"
    assert reason.source.startswith("003_")
    assert reason.way_out


@pytest.mark.switch("options.area_standard", "by_intensity")
def test_areas_of_two_intensities_may_differ_too() -> None:
    world = make_world("dordrecht_1997")
    three_wishes(world.area)
    assert approach_for(world.area).longlist.limit == 3


@pytest.mark.switch("options.area_overrides", "false")
def test_a_file_may_forbid_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world(variant(tmp_path, monkeypatch, "rotterdam_2020s", {"options.area_overrides": False}))
    with pytest.raises(Refused, match="geen eigen waarden"):
        three_wishes(world.area)


STARTED, ENDED = date(2026, 1, 1), date(2026, 6, 1)


def few_wishes(area: Area, value: int = 3, since: date = STARTED) -> None:
    differ(
        area=area, path="longlist.limit", value=value, reason="weinig", decided_by="raad", valid_from=since
    )


def as_elsewhere(area: Area, day: date = ENDED, path: str = "longlist.limit", reason: str = "genoeg") -> None:
    differ_no_longer(area=area, path=path, reason=reason, decided_by="college", valid_from=day)


@pytest.mark.requirement("ROT-19")
def test_a_difference_ends_with_its_reason_and_stays_on_record() -> None:
    world = make_world("rotterdam_2020s")
    few_wishes(world.area)
    for silent in ({"reason": " "}, {"decided_by": ""}):
        given = {"reason": "genoeg", "decided_by": "college", **silent}
        with pytest.raises(Invalid) as refused:
            differ_no_longer(area=world.area, path="longlist.limit", valid_from=ENDED, **given)  # type: ignore[arg-type]
        assert refused.value.reason.field in silent
    as_elsewhere(world.area)
    assert approach_for(world.area, date(2026, 5, 31)).longlist.limit == 3
    assert approach_for(world.area, ENDED).longlist.limit == 10
    (one,) = every_difference()
    assert (one.since, one.until, one.reason) == (STARTED, ENDED, "weinig")
    assert (one.ended_because, one.ended_by) == ("genoeg", "college")
    assert differences(ENDED) == []
    assert differences(date(2026, 5, 31)) == [one]
    with pytest.raises(Conflict, match="verschilt hierin niet"):
        as_elsewhere(world.area, date(2026, 7, 1))


def test_of_two_differences_one_ends_and_the_other_goes_on() -> None:
    world = make_world("rotterdam_2020s")
    few_wishes(world.area)
    spot = "signals.answer_days"
    differ(
        area=world.area, path=spot, value=5, reason="dichtbij", decided_by="raad", valid_from=date(2026, 3, 1)
    )
    as_elsewhere(world.area)
    as_elsewhere(world.area, path=spot, reason="te duur")  # on the same day
    told = {each.path: (each.since, each.until, each.ended_because) for each in every_difference()}
    assert told == {
        "longlist.limit": (STARTED, ENDED, "genoeg"),
        spot: (date(2026, 3, 1), ENDED, "te duur"),
    }


def test_whoever_only_differed_follows_the_city_again() -> None:
    world = make_world("rotterdam_2020s")
    world.area.approaches.all().delete()  # the city adopted; this area only follows
    few_wishes(world.area)
    as_elsewhere(world.area)
    later = clock.today() + timedelta(days=30)
    adopt_approach(
        area=world.city, approach_key="utrecht_2018", valid_from=later, currency="EUR", adopted_by="raad"
    )
    assert approach_for(world.area, later).key == "utrecht_2018"
    assert approach_for(world.area, ENDED).longlist.limit == 10


def test_another_value_ends_the_one_before_without_a_reason_of_its_own() -> None:
    world = make_world("rotterdam_2020s")
    few_wishes(world.area)
    few_wishes(world.area, 5, ENDED)
    first, second = every_difference()
    assert (first.here, first.until, first.ended_because) == ("3", ENDED, "")
    assert (second.here, second.until) == ("5", None)


def test_a_new_approach_asks_the_question_anew() -> None:
    world = make_world("rotterdam_2020s")
    world.area.approaches.all().delete()  # the city adopted; this area only follows
    three_wishes(world.area)
    later = clock.today() + timedelta(days=30)
    adopt_approach(
        area=world.city, approach_key="utrecht_2018", valid_from=later, currency="EUR", adopted_by="raad"
    )
    assert approach_for(world.area, later).key == "utrecht_2018"
    assert approach_for(world.area, later - timedelta(days=1)).longlist.limit == 3
