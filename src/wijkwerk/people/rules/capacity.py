"""Rules of hours and numbers of people."""

from __future__ import annotations

from decimal import Decimal

from wijkwerk.approaches import Band
from wijkwerk.approaches.schema import AreaBase


def hardly_enough(hours: Decimal | None, threshold: int | None) -> bool:
    """Whether so many hours a week hardly let an area come to plans (DOR-22). Unknown hours raise no flag."""
    return hours is not None and threshold is not None and hours <= threshold


def outside(number: int, band: Band | None) -> bool:
    """Whether there are fewer or more than the approach asks."""
    return band is not None and number not in band


def needs_office(base: AreaBase | None, *, intensive: bool) -> bool:
    """Whether an area has a right to an office of its own (UTR97-04); some only where management is intensive."""
    if base is AreaBase.INTENSIVE_AREAS:
        return intensive
    return base in {AreaBase.ALL_AREAS, AreaBase.SMALL_OFFICES}


def works_from_the_city_office(base: AreaBase | None, *, intensive: bool) -> bool:
    """Whether nobody is stationed here: the approach says where people sit, and here they do not (DOR-20)."""
    return base is not None and not needs_office(base, intensive=intensive)
