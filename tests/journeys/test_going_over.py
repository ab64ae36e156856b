"""From one approach to its successor on a day, in the browser: seen, mended, confirmed, read by all, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.company import Days, at_work
from tests.journeys.visitor import Visitor
from tests.ways_of_working.test_time import ROLES
from tests.world import World, make_world
from wijkwerk.approaches import load
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.queries import successors
from wijkwerk.people.wording import role_label

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]

NEW = "utrecht_2018"


@pytest.fixture
def world() -> World:
    world = make_world("utrecht_1997")
    day = clock.today() + timedelta(days=30)
    for name in ("West", "Oost"):
        Area.objects.create(code=name, name=name, level=world.area.level, parent=world.city, valid_from=day)
    return world


@pytest.fixture
def faults() -> list[str]:
    return []


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def officer(
    request: Any, browser: Browser, live_server: Any, settings: Any, world: World, faults: list[str]
) -> Iterator[Visitor]:
    site, person = live_server.url, world.policy_officer
    with at_work(person, browser, site, settings, faults, scripts=request.param) as visitor:
        yield visitor


def test_from_offices_to_the_small_measure(
    officer: Visitor, world: World, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    days = Days(monkeypatch)
    finds_the_page(officer)
    forgets_a_role(officer, world)
    sees_the_overview(officer, world)
    confirms(officer, world)
    takes_it_back(officer, world)
    does_it_again(officer)
    days.go_on(30)
    everyone_reads_it(officer, world)
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)


def finds_the_page(officer: Visitor) -> None:
    officer.follow("Zo werken wij", within="header")
    officer.follow("Werkwijzen van gemeenten")
    officer.follow("Wat betekent dit voor ons? Utrechtse wijkaanpak")
    officer.follow("Ga over")
    officer.sees(
        "Wat blijft", "blijft te lezen en houdt de regels van toen", "Taken die de nieuwe aanpak niet kent"
    )


def fill_in(officer: Visitor, *, without: str = "") -> None:
    officer.fill(
        starts_on=(clock.today() + timedelta(days=30)).isoformat(),
        decided_by="de gemeenteraad, 1 juni 2026",
        public_text="Van bureau naar kleine maat.",
    )
    after = load(NEW)
    for role, becomes in ROLES.items():
        words = role_label(after, becomes).capitalize() if becomes else "niemand: deze taak stopt"
        if role != without:
            officer.fill(**{f"role_{role}": words})
    officer.unfold("Voorstad gaat verder in")
    officer.choose("West")
    officer.choose("Oost")


def forgets_a_role(officer: Visitor, world: World) -> None:
    """What was typed stays, and the open question is named."""
    fill_in(officer, without="office_staff")
    with officer.page.expect_navigation():
        officer.page.get_by_role("button", name="Bekijk het overzicht").click()
    summary = officer.page.locator(".wijkwerk-error-summary").inner_text()
    assert "Medewerker van het wijkbureau – Kies wat hiervan wordt." in summary
    assert officer.page.locator("[name=public_text]").input_value() == "Van bureau naar kleine maat."
    assert officer.page.get_by_label("West").is_checked()
    assert approach_for(world.area, clock.today() + timedelta(days=31)).key == "utrecht_1997"


def sees_the_overview(officer: Visitor, world: World) -> None:
    officer.fill(role_office_staff=role_label(load(NEW), "social_broker").capitalize())
    officer.press("Bekijk het overzicht")
    officer.sees("Klopt dit?", "Er is nog niets vastgelegd", "Voorstad gaat verder in Oost, West")
    officer.sees(f"{world.area_office_manager} Wijkmanager (Voorstad) Wijkambtenaar (Oost, West)")
    officer.press("Verander iets")
    assert officer.page.locator("[name=public_text]").input_value() == "Van bureau naar kleine maat."
    officer.press("Bekijk het overzicht")


def confirms(officer: Visitor, world: World) -> None:
    officer.press("Leg dit vast")
    officer.sees("Het staat vast", "Van bureau naar kleine maat.", "Voorstad gaat verder in Oost, West")
    assert approach_for(world.area, clock.today() + timedelta(days=31)).key == NEW


def takes_it_back(officer: Visitor, world: World) -> None:
    officer.follow("Zet terug")
    officer.fill(reason="De raad wil eerst meer weten.")
    officer.press("Zet terug")
    officer.sees("Dit gaat niet door", "De raad wil eerst meer weten.")
    officer.follow("Wat er veranderde")
    officer.sees("teruggezet")
    assert approach_for(world.area, clock.today() + timedelta(days=31)).key == "utrecht_1997"
    assert not RoleHeld.objects.exclude(valid_to=None).exists()


def does_it_again(officer: Visitor) -> None:
    officer.follow("Naar de werkwijzen")
    officer.follow("Wat betekent dit voor ons? Utrechtse wijkaanpak")
    officer.follow("Ga over")
    fill_in(officer)
    officer.press("Bekijk het overzicht")
    officer.press("Leg dit vast")


def everyone_reads_it(officer: Visitor, world: World) -> None:
    found = successors("area_office_manager", world.area)
    mine = {
        (held.role, held.area.name)
        for held in found
        if held.person == world.area_office_manager and held.area
    }
    assert mine == {("area_officer", "Oost"), ("area_officer", "West")}
    officer.follow("Zo werken wij", within="header")
    officer.sees("Utrechtse wijkaanpak")
    officer.follow("Wat er veranderde")
    officer.sees("gebeurd", "teruggezet")
    officer.follow("Van “Wijkbureaus in Utrecht” naar “Utrechtse wijkaanpak”")
    officer.sees("Wie doet nu wat", "Wijkmanager")
    officer.follow("Zoek wie een oude taak nu doet")
    officer.sees("Wie is het nu?")
