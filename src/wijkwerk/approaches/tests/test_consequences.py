"""What an approach would mean for given areas: every number worked out by hand."""

from decimal import Decimal

from wijkwerk.approaches import Amount, load
from wijkwerk.approaches.consequences import AreaFacts, Fit, consequences
from wijkwerk.approaches.values import Currency

AREAS = (
    AreaFacts(name="Klein", inhabitants=8_000, hours=Decimal(4)),
    AreaFacts(name="Midden", inhabitants=13_750, hours=Decimal(8)),
    AreaFacts(name="Groot", inhabitants=31_000),
)


def test_deventer_for_three_areas() -> None:
    found = consequences(load("deventer_1997"), AREAS)
    assert [area.fit for area in found.areas] == [Fit.TOO_SMALL, Fit.FITS, Fit.TOO_LARGE]
    assert [area.budget and area.budget.amount for area in found.areas] == [64_000, 110_000, 248_000]
    assert found.total == Amount(amount=Decimal(422_000), currency=Currency.NLG)
    assert found.areas[0].per_resident == Amount(amount=Decimal("8.00"), currency=Currency.NLG)
    assert found.steps_per_year == 3
    assert found.hours is None
    police = next(need for need in found.roles if need.role.label.nl == "wijkagent")
    assert (police.at_least, police.at_most) == (3, 6)
    officer = next(need for need in found.roles if need.role.label.nl == "wijkambtenaar")
    assert officer.at_least is None, "the source does not say how many"
    assert [area.facts.name for area in found.of_fit(Fit.TOO_LARGE)] == ["Groot"]


def test_adopting_in_another_currency_keeps_the_number() -> None:
    found = consequences(load("deventer_1997"), AREAS, currency=Currency.EUR)
    assert found.total == Amount(amount=Decimal(422_000), currency=Currency.EUR)


def test_dordrecht_asks_hours_and_gives_no_budget() -> None:
    found = consequences(load("dordrecht_1997"), AREAS)
    assert found.total is None
    assert found.hours is not None
    assert (found.hours.min, found.hours.max) == (24, 114)
    assert [area.hours_short for area in found.areas] == [4, 0, None]
    assert [area.fit for area in found.areas] == [Fit.NOT_DESCRIBED] * 3
    coordinator = next(need for need in found.roles if need.role.label.nl == "wijkcoördinator")
    assert (coordinator.at_least, coordinator.at_most) == (3, 3)


def test_utrechts_sum_per_area_weighs_differently_per_resident() -> None:
    found = consequences(load("utrecht_1997"), AREAS)
    assert [area.per_resident and area.per_resident.amount for area in found.areas] == [
        Decimal("62.50"),
        Decimal("36.36"),
        Decimal("16.13"),
    ]
    staff = next(need for need in found.roles if need.role.label.nl == "medewerker van het wijkbureau")
    assert (staff.at_least, staff.at_most) == (12, 15)


def test_no_areas_is_no_money_and_no_error() -> None:
    found = consequences(load("deventer_1997"), ())
    assert found.total is None
    assert found.areas == ()
