"""Reads of signals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol, Self

from django.db import models
from django.db.models import Q

from wijkwerk.foundation import clock, encryption
from wijkwerk.signals.rules import Filled, FundingSource, Route, SignalStatus, alike

if TYPE_CHECKING:
    from wijkwerk.areas.models import Area
    from wijkwerk.people.models import Organisation
    from wijkwerk.signals.models import Draft, Signal
    from wijkwerk.thread.models import Thing

METRES_PER_DEGREE = 111_320
OPEN = tuple(status for status in SignalStatus if status is not SignalStatus.ANSWERED)
# What is part of a need was answered at that turn, and hears at the next: its own clock no longer runs.
ON_THE_CLOCK = tuple(status for status in OPEN if status is not SignalStatus.IN_NEED)
AT_WORK = (SignalStatus.WITH_SERVICE, SignalStatus.QUICK)
# What was never a neighbourhood's matter says nothing about how its money was spent.
_NO_MONEY_MATTER = (Route.INDIVIDUAL, Route.SUPRA_AREA, Route.THANKS)
_LOOKED_THROUGH = 200
ALIKE = 0.34


class SignalQuerySet(models.QuerySet["Signal"]):
    """The vocabulary of signals."""

    def open(self) -> Self:
        """Not yet answered."""
        return self.filter(status__in=OPEN)

    def new(self) -> Self:
        """Nobody decided yet where it goes."""
        return self.filter(status=SignalStatus.NEW)

    def with_a_service(self) -> Self:
        """Routed to a service that has to answer."""
        return self.filter(status__in=AT_WORK, service__isnull=False)

    def quick_ourselves(self) -> Self:
        """Quick work that no service does."""
        return self.filter(status=SignalStatus.QUICK, service__isnull=True)

    def within(self, areas: Iterable[Area]) -> Self:
        """In these areas."""
        return self.filter(thing__area__in=[area.pk for area in areas])

    def of_service(self, services: Iterable[Organisation]) -> Self:
        """Routed to these services."""
        return self.filter(service__in=[service.pk for service in services])

    def overdue(self, today: date) -> Self:
        """The promised day of the answer has passed, and nobody answered."""
        return self.filter(status__in=ON_THE_CLOCK, answer_due_on__lt=today)

    def for_list(self) -> Self:
        """Everything a list prints, in one query."""
        return self.select_related("thing__area", "thing__neighbourhood", "service")

    def longest_waiting(self, *, after: tuple[date, int] | None = None) -> Self:
        """In the order of the promised day; `after` goes on where a page ended."""
        rows = self.order_by("answer_due_on", "thing")
        if after is None:
            return rows
        day, pk = after
        return rows.filter(Q(answer_due_on__gt=day) | Q(answer_due_on=day, thing__gt=pk))

    def public_near(self, longitude: float, latitude: float, *, metres: int = 300) -> Self:
        """Open public signals within a square around a point, for "misschien al gemeld"."""
        return self.open().filter(thing__public=True).around(longitude, latitude, metres=metres)

    def around(self, longitude: float, latitude: float, *, metres: int) -> Self:
        """Within a square around a point."""
        up = metres / METRES_PER_DEGREE
        side = up / math.cos(math.radians(latitude))
        return self.filter(
            longitude__range=(longitude - side, longitude + side),
            latitude__range=(latitude - up, latitude + up),
        )


def maybe_reported(filled: Filled, *, most: int = 4) -> list[Signal]:
    """Open public signals that may be the same: near the point, in the same street, in the same words, or about the
    same subject in the same buurt.

    The likest first, and the newest of those.
    """
    from wijkwerk.signals.models import Signal

    if filled.area_id is None:
        return []
    found = Signal.objects.open().filter(thing__public=True)
    here = Q(thing__area=filled.area_id)
    if filled.located:
        near = Signal.objects.around(filled.longitude or 0.0, filled.latitude or 0.0, metres=300)
        here = Q(pk__in=near.values("pk"))
        if filled.neighbourhood_id and filled.category:
            here |= Q(thing__neighbourhood=filled.neighbourhood_id, category=filled.category)
    rows = list(found.filter(here).for_list().order_by("-thing")[:_LOOKED_THROUGH])
    return _likest(rows, filled, lambda row: row.thing.sentence, same=_same_subject(filled))[:most]


def _same_subject(filled: Filled) -> Callable[[Signal], bool]:
    known = bool(filled.neighbourhood_id and filled.category)
    wanted = (filled.neighbourhood_id, filled.category)
    return lambda row: known and (row.thing.neighbourhood_id, row.category) == wanted


def like_it(filled: Filled, *, most: int = 8) -> list[int]:
    """The ids of public signals of late, open or not, that say the same or are near: for what came of them."""
    from wijkwerk.signals.models import Signal

    lately = clock.today() - timedelta(days=550)
    found = Signal.objects.filter(thing__area=filled.area_id, thing__public=True, thing__born_on__gte=lately)
    rows = list(found.for_list().order_by("-thing")[:_LOOKED_THROUGH])
    return [row.pk for row in _likest(rows, filled, lambda row: row.thing.sentence)[:most]]


def is_open(thing: Thing) -> bool:
    """Whether this signal has not been answered yet."""
    from wijkwerk.signals.models import Signal

    return Signal.objects.open().filter(pk=thing.pk).exists()


def like(signal: Signal, *, most: int = 5) -> list[Signal]:
    """Signals of the same area about the same, or from nearby, for whoever sorts; the likest first."""
    from wijkwerk.signals.models import Signal as Row

    lately = signal.thing.born_on - timedelta(days=550)
    others = Row.objects.filter(thing__area=signal.thing.area_id, wiped_at=None, thing__born_on__gte=lately)
    rows = list(others.exclude(pk=signal.pk).for_list().order_by("-thing")[:_LOOKED_THROUGH])
    return _likest(rows, signal, lambda row: row.text or row.thing.sentence)[:most]


class Placed(Protocol):
    """What has words and may have a place."""

    @property
    def text(self) -> str: ...
    @property
    def place_text(self) -> str: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def latitude(self) -> float | None: ...


def _likest(
    rows: Iterable[Signal],
    to: Placed,
    says: Callable[[Signal], str],
    *,
    same: Callable[[Signal], bool] = lambda _row: False,
) -> list[Signal]:
    """Those in the same words, close by or otherwise the `same`; the likest first."""
    scores = [(alike(says(row), to.text), _close(row, to) + same(row), row) for row in rows]
    found = [(words + near, row) for words, near, row in scores if words >= ALIKE or near]
    return [row for _score, row in sorted(found, key=lambda pair: -pair[0])]


def _close(one: Placed, other: Placed, *, metres: int = 150) -> bool:
    if one.place_text and one.place_text.casefold() == other.place_text.casefold():
        return True
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    up = (one.latitude - other.latitude) * METRES_PER_DEGREE
    side = (one.longitude - other.longitude) * METRES_PER_DEGREE * math.cos(math.radians(one.latitude))
    return math.hypot(up, side) <= metres


def numbers_of(parts: Mapping[str, SignalQuerySet]) -> dict[str, int]:
    """How many stand in each of these parts of a list, in one query."""
    if not parts:
        return {}
    counted = [
        part.order_by()
        .values(part=models.Value(key))
        .annotate(number=models.Count("pk"))
        .values_list("part", "number")
        for key, part in parts.items()
    ]
    rows = counted[0].union(*counted[1:], all=True)
    return dict.fromkeys(parts, 0) | dict(rows)


def handled_shares(areas: Sequence[Area], *, since: date) -> dict[FundingSource, int]:
    """How many signals answered since that day were handled from which money (DEV-19), in one query."""
    from wijkwerk.signals.models import Signal

    rows = (
        Signal.objects.within(areas)
        .filter(status=SignalStatus.ANSWERED, handled_on__gte=since)
        .exclude(route__in=_NO_MONEY_MATTER)
        .values_list("funding_source")
        .annotate(number=models.Count("pk"))
    )
    return dict(Counter({FundingSource(source): number for source, number in rows}))


def own_contributions(areas: Sequence[Area], *, since: date) -> int:
    """How many who reported since that day said what they bring themselves (UTR97-10)."""
    from wijkwerk.signals.models import Signal

    reported = Signal.objects.within(areas).filter(thing__born_on__gte=since)
    return reported.exclude(own_contribution="").count()


def draft_with(key: str) -> Draft | None:
    """The draft with this key, while its day lasts."""
    from wijkwerk.signals.models import Draft

    return Draft.objects.filter(key=key, expires_at__gte=clock.now()).first()


def filled_in(draft: Draft) -> Filled:
    """What was typed so far. Under a key that is gone, nothing was."""
    try:
        return Filled.from_json(encryption.decrypt(draft.content))
    except ValueError:
        return Filled()


def about_of(filled: Filled) -> Thing | None:
    """The public thing that a report adds to or corrects, if it names one."""
    from wijkwerk.thread.models import Thing as Row

    if filled.about_id is None:
        return None
    return Row.objects.filter(public=True, pk=filled.about_id).select_related("area").first()


def text_of(thing: Thing) -> str:
    """What was written in a signal; nothing once it was wiped."""
    from wijkwerk.signals.models import Signal

    return Signal.objects.filter(pk=thing.pk).values_list("text", flat=True).first() or ""
