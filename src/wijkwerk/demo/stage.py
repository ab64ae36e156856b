"""What must stand before the first day: areas with their approach, streets, and the money of the year."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from wijkwerk.approaches import load
from wijkwerk.areas.actions import (
    adopt_approach,
    draw_landmarks,
    import_areas,
    import_streets,
    keep_areas,
    keep_working_areas,
    start_programme,
    widen_programme,
)
from wijkwerk.areas.models import Area, LandmarkKind
from wijkwerk.areas.rules.features import AreaFeature
from wijkwerk.areas.rules.mapping import WorkingArea
from wijkwerk.budgets.actions import grant_area_budget, grant_from_council, open_fund
from wijkwerk.budgets.models import FundKind
from wijkwerk.budgets.rules import by_formula
from wijkwerk.demo.cast import Cast
from wijkwerk.demo.texts import DATA, Row, table, vertices
from wijkwerk.foundation.money import Currency, Money, in_euros
from wijkwerk.people.models import FoundingParty

CODE, NAME = "GM0150", "Deventer"
SOURCE = "CBS, Kadaster 2024"
YEAR = 2024
REGULAR_BUDGET = Money.of(4_000_000, Currency.EUR)


def set_areas(cast: Cast, approach_key: str, outlines: Path | None) -> None:
    """The municipality, its buurten with inhabitants, and five working areas under the approach.

    Without `outlines` the five are drawn by us and labelled so; with it (GeoJSON of buurten) they follow those.
    """
    since = cast.calendar.first_day - timedelta(days=90)
    keep_areas(
        features=[AreaFeature(code=CODE, name=NAME)], level="gemeente", valid_from=since, source=SOURCE
    )
    rows = table("areas")
    buurten = [
        AreaFeature(
            code=buurt["code"],
            name=buurt["name"],
            year=YEAR,
            inhabitants=buurt.get("inhabitants"),
            parent=CODE,
        )
        for row in rows
        for buurt in row["buurten"]
    ]
    if outlines is not None:
        import_areas(path=outlines, level="buurt", municipality=CODE, valid_from=since)
    else:
        keep_areas(features=buurten, level="buurt", valid_from=since, source=SOURCE)
    level = load(approach_key).plan_level.key
    keep_working_areas(
        areas=[
            WorkingArea(
                code=row["key"],
                name=row["name"],
                short_name=row["short_name"],
                level=level,
                members=tuple(buurt["code"] for buurt in row["buurten"]),
                portrait=row["portrait"],
                geometry=None if outlines else _outline(row),
                drawn=outlines is None,
            )
            for row in rows
        ],
        valid_from=since,
    )
    keys = [row["key"] for row in rows]
    cast.areas = {area.code: area for area in Area.objects.filter(level=level, code__in=keys)}
    cast.buurten = {area.code: area for area in Area.objects.filter(level="buurt")}
    city = Area.objects.get(code=CODE, level="gemeente")
    per_resident = load(approach_key).budget.per_resident
    for area in [city, *cast.areas.values()]:
        adopt_approach(
            area=area,
            approach_key=approach_key,
            valid_from=since,
            currency=Currency.EUR,
            adopted_by=_("gemeenteraad van Deventer (voorbeeld), %(day)s") % {"day": f"{since:%d-%m-%Y}"},
            amount_per_resident=_today_in_euros(per_resident, load(approach_key).budget.currency),
        )


def set_programme(cast: Cast) -> None:
    """The municipality's own programme: an experiment in four areas by two founding parties, then all five."""
    since = cast.calendar.first_day - timedelta(days=89)
    keys = list(cast.areas)
    programme = start_programme(
        key="wijkaanpak",
        name="Wijkaanpak",
        areas=[cast.areas[key] for key in keys[:-1]],
        decided_on=since,
        decided_by="college van B en W (voorbeeld)",
        public_text="Vier wijken beginnen, om te zien wat werkt.",
    )
    widen_programme(
        programme=programme,
        areas=list(cast.areas.values()),
        decided_on=since + timedelta(days=60),
        decided_by="gemeenteraad (voorbeeld)",
        public_text="Het werkt, dus nu doet de hele gemeente mee, ook de dorpen.",
        policy_frame="Samen leven in de buurt",
    )
    for organisation in (key for key in ("ijsselbrug", "ruimte") if key in cast.organisations):
        FoundingParty.objects.create(
            programme=programme, organisation=cast.organisations[organisation], since=since.year
        )


def _today_in_euros(amount: Decimal | None, currency: str | None) -> Money | None:
    """The approach's sum per resident in euros, at the fixed rate: ƒ 8 is € 3,63."""
    if amount is None or currency is None:
        return None
    return in_euros(Money.of(amount, currency))


def _outline(row: Row) -> dict[str, Any]:
    ring = [list(vertices()[name]) for name in row["outline"]]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def set_map(cast: Cast) -> None:
    """Streets to find, and what people find their way by."""
    with tempfile.TemporaryDirectory() as folder:
        # `import_streets` reads a file as municipalities make it; ours is already one.
        copy = Path(folder) / "streets.csv"
        copy.write_text((DATA / "streets.csv").read_text(encoding="utf-8"), encoding="utf-8")
        import_streets(path=copy)
    lines = {
        (LandmarkKind(row["kind"]), row["name"]): {"type": "LineString", "coordinates": row["points"]}
        for row in table("areas", "landmarks")
    }
    places = {
        (LandmarkKind.PLACE, row["name"]): {"type": "Point", "coordinates": row["point"]}
        for row in table("areas", "places")
    }
    draw_landmarks({**lines, **places})


def set_money(cast: Cast, approach_key: str) -> None:
    """A regular fund, and an area budget by formula for each calendar year that is played."""
    approach = load(approach_key)
    budget = approach.budget
    ground = budget.legal_ground.nl if budget.legal_ground else "raadsbesluit"
    decider = approach.roles[budget.formal_decider].label.nl if budget.formal_decider else "college"
    cast.regular = open_fund(
        name="gewone begroting",
        kind=FundKind.REGULAR,
        owner=cast.organisations["gemeente"],
        currency=Currency.EUR,
        purpose="De gewone taken van de diensten. De meeste meldingen worden hieruit opgelost.",
        formal_decider="gemeenteraad",
        legal_ground=ground,
    )
    years = sorted({cast.calendar.first_day.year, cast.calendar.today.year})
    for year in years:
        grant_from_council(fund=cast.regular, year=year, amount=REGULAR_BUDGET, ground=f"begroting {year}")
    if not budget.exists:
        return
    board = cast.holder("executive_board")
    for key, area in cast.areas.items():
        amount = _granted(area)
        ceiling = (
            None
            if budget.ceiling_share is None
            else Money(int(amount.minor * budget.ceiling_share), amount.currency)
        )
        cast.funds[key] = open_fund(
            name=f"{budget.label.nl if budget.label else 'wijkbudget'} {area.name}",
            kind=FundKind.AREA_BUDGET,
            area=area,
            currency=Currency.EUR,
            purpose=budget.purpose.nl if budget.purpose else "",
            ceiling=ceiling,
            chosen_by="Bewoners",
            formal_decider=decider,
            legal_ground=ground,
        )
        for year in years:
            grant_area_budget(
                fund=cast.funds[key],
                regular=cast.regular,
                year=year,
                amount=amount,
                ground=f"college, uit de gewone begroting {year}",
                by=board,
            )


def _granted(area: Area) -> Money:
    adopted = area.approaches.get(valid_to__isnull=True)
    people = area.inhabitants.get(year=YEAR).number
    return by_formula(Money(adopted.amount_per_resident or 0, Currency(adopted.currency)), people)
