"""Areas and things for tests of the thread, without any capability above it."""

from __future__ import annotations

from datetime import date

from wijkwerk.areas.models import Area
from wijkwerk.thread.models import Thing

DAY = date(2026, 3, 1)


def make_area(code: str = "hier") -> Area:
    """An area; nothing more."""
    return Area.objects.create(code=code, name=code.title(), level="wijk", valid_from=date(2020, 1, 1))


def make_things(area: Area, *kinds: str, public: bool = True) -> list[Thing]:
    """One bare thing of each kind, in order; their own tables hold nothing."""
    return [
        Thing.objects.create(kind=kind, area=area, sentence=f"Een {kind}", public=public, born_on=DAY)
        for kind in kinds
    ]
