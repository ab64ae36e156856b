"""Real areas under an approach: counted by hand from the published lists, and so by the program.

The lists are those of CBS for 2024: 33 wijken of Amersfoort, 21 of Rotterdam; of two in each no number is published.
"""

from __future__ import annotations

import csv

import pytest

from wijkwerk.approaches import load
from wijkwerk.approaches.consequences import Consequences, Fit
from wijkwerk.areas.actions import import_areas
from wijkwerk.areas.models import Inhabitants
from wijkwerk.areas.tests.real_files import FOLDER, real_file
from wijkwerk.foundation.money import Money, in_euros
from wijkwerk.ways import facts
from wijkwerk.ways.pages import consequences as page

pytestmark = pytest.mark.django_db
WIJK = "wijk"


def imported(code: str) -> facts.Ours:
    import_areas(path=real_file(f"{code}-wijken-2024.geojson"), level=WIJK)
    return facts.ours()


def names(result: Consequences, fit: Fit) -> list[str]:
    return [one.facts.name for one in result.of_fit(fit)]


@pytest.mark.requirement("AMF-03")
def test_amersfoort_under_its_own_advice() -> None:
    found = imported("GM0307")
    advice = load("amersfoort_advice_1997")
    result = found.under(advice)
    assert (len(found.areas), len(result.areas)) == (33, 31)
    assert names(result, Fit.FITS) == ["Kattenbroek", "Nieuwland", "Soesterkwartier", "Vathorst-De Laak"]
    assert names(result, Fit.TOO_LARGE) == []
    assert len(result.of_fit(Fit.TOO_SMALL)) == 27
    shown = page.page(advice, None, found)
    assert shown.unknown == ["Bedrijventerrein Vathorst", "Vathorst-Bovenduist"]
    assert shown.sentence == "4 gebieden passen, 0 zijn te groot en 27 zijn te klein."
    assert [line.words for line in shown.lines if line.name == "Hoogland"] == ["te klein"]
    assert len(shown.outlines) == 31


def test_rotterdam_under_the_approach_of_deventer() -> None:
    found = imported("GM0599")
    result = found.under(load("deventer_1997"))
    assert names(result, Fit.FITS) == ["Hoek van Holland", "Rozenburg"]
    assert len(result.of_fit(Fit.TOO_LARGE)) == 11
    assert len(result.of_fit(Fit.TOO_SMALL)) == 6
    by_name = {one.facts.name: one for one in result.areas}
    feijenoord = by_name["Feijenoord"]
    assert feijenoord.budget is not None
    assert (feijenoord.facts.inhabitants, feijenoord.budget.amount) == (79_440, 635_520)
    assert str(by_name["Pernis"].budget) == "NLG 39,720"
    assert result.total is not None
    # 670,595 residents of the 19 wijken with a number, times eight guilders.
    assert (result.total.amount, result.total.currency) == (5_364_760, "NLG")
    assert in_euros(Money.of(result.total.amount, result.total.currency)) == Money.of("2434421.95", "EUR")
    police = next(need for need in result.roles if need.role.label.nl == "wijkagent")
    assert (police.at_least, police.at_most) == (19, 38)
    assert result.steps_per_year == 3


@pytest.mark.parametrize("code", ["GM0307", "GM0599"])
def test_the_numbers_are_those_of_the_published_figures(code: str) -> None:
    imported(code)
    path = FOLDER.parent / "figures" / f"{code}-kwb-2024.csv"
    if not path.is_file():
        pytest.skip(f"the published figures are not on this machine: {path}")
    with path.open(encoding="utf-8") as file:
        published = {
            row["gwb_code_10"]: int(row["a_inw"])
            for row in csv.DictReader(file, delimiter=";")
            if row["recs"] == "Wijk" and row["a_inw"].isdigit()
        }
    kept = dict(Inhabitants.objects.values_list("area__code", "number"))
    assert kept == published
