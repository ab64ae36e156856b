"""The invented municipality of the how-to, made in the browser: composed, adopted, in force, downloaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.company import Days, at_work
from tests.journeys.visitor import Visitor
from tests.world import World, make_world
from wijkwerk.approaches import Power, check
from wijkwerk.approaches.schema import PartnerForm, StepKind
from wijkwerk.areas.models import Inhabitants
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.people.permissions import may
from wijkwerk.ways.models import OwnApproach

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

LIMIT = 'roles.area_officer.limits.commit_money = { amount = 2500, currency = "EUR" }\n'
NOTHING_MEASURED = "effect.not_described = true\n"


@pytest.fixture
def world() -> World:
    world = make_world()
    Inhabitants.objects.filter(area=world.area).update(number=4_000)
    return world


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def officer(
    request: Any, browser: Browser, live_server: Any, settings: Any, world: World, faults: list[str]
) -> Iterator[Visitor]:
    site = live_server.url
    with at_work(world.policy_officer, browser, site, settings, faults, scripts=request.param) as visitor:
        yield visitor


@pytest.fixture
def faults() -> list[str]:
    return []


def test_veenmeer_makes_its_own_way_of_working(
    officer: Visitor, world: World, faults: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks_around(officer)
    begins(officer)
    fills_in_size_and_money(officer)
    fills_in_the_year(officer)
    gives_the_officer_a_mandate(officer)
    ends_what_it_has_not(officer)
    writes_the_rest_in_the_file(officer)
    day = adopts(officer)
    it_holds(officer, world, day)
    everyone_reads_it(officer, tmp_path, Days(monkeypatch))
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)


def looks_around(officer: Visitor) -> None:
    officer.follow("Zo werken wij", within="header")
    officer.follow("Werkwijzen van gemeenten")
    officer.sees("Neem dit niet over: de stuurgroep van zestien")
    officer.choose("Dordrechts wijkbeheer")
    officer.press("Zet naast elkaar")
    officer.sees("Doelstelling", "Wat het van de gemeente vraagt", "niet beschreven")
    officer.follow("Wat betekent “Deventer wijkaanpak” voor ons?")
    officer.sees("1 is te klein", "ƒ 32.000")


def begins(officer: Visitor) -> None:
    officer.follow("Begin een concept")
    officer.fill(
        title="Veenmeer samen",
        key="veenmeer_2026",
        extends="Deventer wijkaanpak",
        municipality="Veenmeer",
        document="Raadsbesluit 2025 88",
    )
    officer.press("Begin")
    officer.sees("Het concept staat klaar")


def fill_in(officer: Visitor, path: str, source: str, **given: str) -> None:
    """Fill in values of one place, see what changes, and keep it."""
    names = {f"{path}.{name.replace('__', '.')}".replace(".", "--"): value for name, value in given.items()}
    officer.fill(**names, source=source)
    officer.press("Bekijk wat er verandert")
    officer.sees("Er is nog niets bewaard")


def keep(officer: Visitor) -> None:
    officer.press("Bewaar het concept")
    officer.sees("Het concept is bewaard.")


def fills_in_size_and_money(officer: Visitor) -> None:
    officer.follow("Niveaus")
    officer.follow("Wijk")
    fill_in(
        officer, "levels.district", "artikel 1",
        label="dorp", plural="dorpen", count="4", trial_count="1", inhabitants__min="2500", inhabitants__max="6000",
    )  # fmt: skip
    officer.sees("10.000 tot 15.000")
    keep(officer)
    officer.follow("Gebiedsbudget")
    fill_in(
        officer, "budget", "artikel 2", label="dorpsbudget", per_resident="6", currency="euro", mean=""
    )  # fmt: skip
    officer.sees("bedrag per inwoner: 6 (was: 8)", "€ 32.000", "€ 24.000")
    keep(officer)


def fills_in_the_year(officer: Visitor) -> None:
    for step, words in (("panel", "rondje dorp"), ("prioritisation", "kiezen"), ("execution", "doen")):
        officer.open(officer.page.url + f"/invullen/cycle.steps.{step}")
        fill_in(officer, f"cycle.steps.{step}", "artikel 3", label=words)
        keep(officer)
    officer.follow("De loop van het jaar")
    officer.follow("Voeg toe")
    officer.fill(label="terugkijken", kind="leren", source="artikel 3")
    officer.press("Bekijk wat er verandert")
    officer.sees("terugkijken")
    keep(officer)
    officer.follow("De loop van het jaar")
    officer.follow("Terugkijken")
    fill_in(
        officer, "cycle.steps.terugkijken", "artikel 3", involvement="u beslist mee", contribute="resident"
    )  # fmt: skip
    officer.sees("Bevoegdheden en zeggenschap", "u beslist mee (was: niet beschreven)")
    keep(officer)


def gives_the_officer_a_mandate(officer: Visitor) -> None:
    officer.follow("Rollen")
    officer.follow("Wijkambtenaar")
    fill_in(
        officer, "roles.area_officer", "artikel 2",
        label="dorpscoördinator", powers=Power.COMMIT_MONEY, hours__min="16", hours__max="24",
    )  # fmt: skip
    officer.sees("dorpscoördinator mag voortaan: geld vastleggen")
    keep(officer)


def ends_what_it_has_not(officer: Visitor) -> None:
    officer.follow("Partners")
    fill_in(
        officer, "partners", "artikel 4",
        answer="Partners schuiven aan als een vraag dat vraagt.", form="soms uitgenodigd",
        platform__label="", platform__level="niet beschreven", platform__chair="niet beschreven",
        platform__times_per_year="",
    )  # fmt: skip
    officer.sees("vorm van samenwerking: soms uitgenodigd (was: convenant)")
    keep(officer)


def writes_the_rest_in_the_file(officer: Visitor) -> None:
    """What the forms do not hold: a limit in money, and a whole chapter at once."""
    officer.follow("Bewerk het als bestand")
    text = officer.page.locator("main textarea[name='text']").input_value()
    head, documents = text.split("\n[documents", 1)
    head = head.replace('remove = ["', 'remove = ["effect", "') + "\n" + LIMIT + NOTHING_MEASURED
    documents = documents.replace("[sources]", '[sources]\n"effect" = "raadsbesluit-2025-88 artikel 4"')
    officer.fill(text=f"{head}\n[documents{documents}")
    officer.press("Bekijk wat er verandert")
    officer.sees("geld vastleggen tot en met EUR 2.500 (was: zonder grens)")
    keep(officer)


def adopts(officer: Visitor) -> str:
    officer.follow("Leg het besluit vast")
    day = clock.today() + timedelta(days=21)
    officer.fill(
        starts_on=day.isoformat(),
        currency="€",
        decided_by="de gemeenteraad van Veenmeer, 11 december 2025, besluit 88",
        public_text="Veenmeer gaat werken per dorp.",
        reason="Na een rondje langs alle dorpen.",
    )
    officer.press("Bekijk het overzicht")
    officer.press("Leg dit vast")
    officer.sees("De aanpak is vastgesteld", "Veenmeer gaat werken per dorp.")
    return day.isoformat()


def it_holds(officer: Visitor, world: World, day: str) -> None:
    own = OwnApproach.objects.get()
    assert own.valid_from.isoformat() == day
    assert approach_for(world.area).key == "deventer_1997"
    approach = approach_for(world.area, own.valid_from)
    assert approach.key == "veenmeer_2026"
    assert approach.plan_level.label.nl == "dorp"
    assert [approach.plan_level.fits(number) for number in (2_499, 2_500, 6_000, 6_001)] == [
        False,
        True,
        True,
        False,
    ]
    assert str(approach.budget.for_area(4_000)) == "EUR 24,000"
    assert approach.budget.mean is None
    assert [step.label.nl for step in approach.cycle.steps] == [
        "rondje dorp",
        "kiezen",
        "doen",
        "terugkijken",
    ]
    assert approach.cycle.steps[-1].kind is StepKind.LEARNING
    grant = approach.roles["area_officer"].grant(Power.COMMIT_MONEY)
    assert grant is not None
    assert str(grant.limit) == "EUR 2,500"
    assert approach.partners.form is PartnerForm.INVITED
    assert approach.partners.platform is None
    assert approach.effect.statements == ()
    assert approach.why("budget.per_resident").source == "raadsbesluit-2025-88 artikel 2"
    assert not may(world.area_officer, Power.COMMIT_MONEY, within=world.area)
    assert may(world.area_officer, Power.COMMIT_MONEY, within=world.area, on=own.valid_from)


def everyone_reads_it(officer: Visitor, folder: Path, days: Days) -> None:
    days.go_on(21)
    officer.follow("Zo werken wij", within="header")
    officer.sees("Veenmeer samen", "Rondje dorp", "€ 6 per inwoner", "de gemeenteraad van Veenmeer")
    officer.unfold("Wat er toen veranderde")
    officer.sees("geld vastleggen tot en met EUR 2.500")
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="Het bestand met alle afspraken").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "veenmeer_2026.toml"
    assert check(path) == []
