"""Whether decisions hang on one function, and how long they take: counted, flagged, public."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.variants import variant
from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.approaches import Power, load
from wijkwerk.areas.actions import adopt_approach, differ
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import working_areas
from wijkwerk.decisions.concentration import concentration, deciding
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.people.queries import mandate_register
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db


def decided(world: World, role: str, times: int, days: int = 10) -> None:
    for _time in range(times):
        today = clock.today()
        born = date.fromordinal(today.toordinal() - days)
        Decision.objects.create(
            thing=bear("need", area=world.area, sentence="Iets", born_on=born),
            kind=DecisionKind.ADOPT,
            maker=world.people[role],
            body=role,
            mandate=Power.DECIDE_WISH,
            reason="Zo is het.",
            public_text="Besloten",
            decided_on=today,
        )


@pytest.mark.requirement("AMF-14")
@pytest.mark.switch("options.concentration_limit_percent", "60")
@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("utrecht_1997", "area_office_manager", "assistant_manager"),
        ("tilburg_1997", "area_manager", "area_project_management"),
    ],
)
def test_decisions_that_hang_on_one_function_are_flagged(key: str, one: str, other: str) -> None:
    world = make_world(key)
    decided(world, one, 6)
    decided(world, other, 4)
    even = concentration(world.area)
    assert (even.decisions, even.role, even.percent, even.warning) == (10, one, 60, None)
    decided(world, one, 1)
    uneven = concentration(world.area)
    assert uneven.percent == 64
    assert uneven.warning is not None
    assert uneven.warning.rule == f"{key}: options.concentration_limit_percent"


@pytest.mark.switch("options.concentration_limit_percent", "90")
def test_another_limit_flags_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"options.concentration_limit_percent": 90}
    world = make_world(variant(tmp_path, monkeypatch, "utrecht_1997", values))  # type: ignore[arg-type]
    decided(world, "area_office_manager", 8)
    decided(world, "assistant_manager", 2)
    assert concentration(world.area).warning is None
    decided(world, "area_office_manager", 15)
    assert concentration(world.area).warning


@pytest.mark.requirement("AMF-13")
def test_mandates_stand_in_a_register_and_days_to_decide_are_measured() -> None:
    world = make_world("tilburg_1997")
    lines = mandate_register(load("tilburg_1997"))
    assert {line.role for line in lines} >= {"gebiedsmanager", "front-office"}
    decided(world, "area_manager", 3, days=30)
    decided(world, "area_manager", 1, days=2)
    (told,) = deciding([world.area])
    assert (told.days, told.days_before) == (30.0, None)


@pytest.mark.requirement("AMF-13")
def test_days_to_decide_before_and_after_powers_were_laid_lower(client: Client) -> None:
    world = make_world("utrecht_1997")
    lowered = clock.today() - timedelta(days=400)
    adopt_approach(
        area=world.area, approach_key="utrecht_2018", valid_from=lowered, currency="EUR", adopted_by="raad"
    )
    decided(world, "area_office_manager", 2, days=80)
    Decision.objects.update(decided_on=lowered - timedelta(days=1))
    Thing.objects.update(born_on=lowered - timedelta(days=61))
    decided(world, "area_office_manager", 3, days=12)
    # An area that does something its own way began no other approach.
    differ(area=world.area, path="longlist.limit", value=3, reason="Klein", decided_by="raad")
    (told,) = deciding([world.area])
    assert (told.began_on, told.days_before, told.days) == (lowered, 60.0, 12.0)
    page = client.get(reverse("decisions:pace")).content.decode()
    cells = [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>.*?</t[hd]>", page, re.DOTALL)]
    assert cells[-2:] == ["12", "60"]


def test_everyone_reads_where_decisions_hang_on_one_function(client: Client) -> None:
    world = make_world("utrecht_1997")
    calm = client.get(reverse("portal:approach")).content.decode()
    assert "In geen enkel gebied nam één functie" in calm
    decided(world, "area_office_manager", 9)
    decided(world, "assistant_manager", 1)
    warning = "In Voorstad nam één functie, wijkmanager, 90 % van de 10 besluiten van dit jaar."
    for name in ("portal:approach", "decisions:pace"):
        page = client.get(reverse(name)).content.decode()
        assert warning in page
        assert reverse("decisions:pace") in page
    assert "Wijkmanager" in page


def test_more_areas_and_decisions_cost_no_more_queries(client: Client) -> None:
    world = make_world("utrecht_1997")

    def more(name: str) -> None:
        area = Area.objects.create(
            code=name, name=name, level=world.area.level, parent=world.city, valid_from=LONG_AGO
        )
        appointed("area_office_manager", area, name=name)
        thing = bear("need", area=area, sentence="Iets", born_on=clock.today())
        Decision.objects.create(
            thing=thing,
            kind=DecisionKind.ADOPT,
            maker=world.people["area_office_manager"],
            body="x",
            mandate="",
            reason="x",
            public_text="x",
            decided_on=clock.today(),
        )

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            deciding(working_areas())
        return len(queries)

    more("een")
    few = asked()
    for number in range(6):
        more(f"meer {number}")
    assert asked() == few
