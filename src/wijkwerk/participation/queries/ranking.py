"""Reads of a ranking: what there is to choose, who took part, what came out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from wijkwerk.areas.models import Area, Inhabitants
from wijkwerk.areas.queries import inhabitants_of
from wijkwerk.needs.queries import neighbourhoods_of
from wijkwerk.participation.models import Ranking
from wijkwerk.participation.queries.wishes import WishLine, lines_of, wishes
from wijkwerk.participation.rules import RankingStatus, WishStatus, per_thousand
from wijkwerk.participation.wording import TIE_LABELS

FEWEST_SHOWN = 5  # fewer forms from one buurt are not told apart


def rankings() -> QuerySet[Ranking]:
    """Rankings with all that a page of one needs."""
    return Ranking.objects.select_related("longlist__area", "longlist__step__cycle__area")


def options_of(ranking: Ranking, *, pictures: bool = False) -> list[WishLine]:
    """What there is to put in order, numbered as on the paper form: the list stands still while the ranking is open."""
    found = wishes().filter(longlist=ranking.longlist_id)
    if ranking.status == RankingStatus.OPEN:
        found = found.filter(status=WishStatus.LISTED).order_by("pk")
    else:
        found = found.filter(place__isnull=False).order_by("place")
    return lines_of(list(found), ranking.longlist.step.cycle.approach, pictures=pictures)


def shuffled_for(voter_id: int, options: Iterable[WishLine]) -> list[WishLine]:
    """The same wishes in an order of this voter's own, so that standing first on the list helps no wish."""
    return sorted(options, key=lambda line: hashlib.sha256(f"{voter_id}:{line.wish.pk}".encode()).digest())


@dataclass(frozen=True)
class Part:
    """How many of one buurt took part."""

    area: Area
    web: int
    paper: int
    inhabitants: Inhabitants | None

    @property
    def forms(self) -> int:
        """All forms together."""
        return self.web + self.paper

    @property
    def few(self) -> bool:
        """Too few to be told apart."""
        return 0 < self.forms < FEWEST_SHOWN

    @property
    def of_thousand(self) -> float | None:
        """Per thousand inhabitants."""
        return per_thousand(self.forms, self.inhabitants.number if self.inhabitants else None)


@dataclass(frozen=True)
class Turnout:
    """Who took part: the whole, each buurt, and how many did not say where they live."""

    whole: Part
    parts: tuple[Part, ...]
    unknown: int
    printed: int

    @property
    def missing(self) -> list[Part]:
        """The buurten from which no form is known; none when nobody said where they live."""
        if self.unknown == self.whole.forms:
            return []
        return [part for part in self.parts if not part.forms]


def turnout_of(ranking: Ranking) -> Turnout:
    """Who took part, from the roll; four queries whatever the number of voters or buurten."""
    area = ranking.longlist.area
    rows = (
        ranking.roll.filter(used=True)
        .values_list("neighbourhood")
        .annotate(web=Count("pk", filter=Q(on_paper=False)), paper=Count("pk", filter=Q(on_paper=True)))
    )
    counted = {neighbourhood: (web, paper) for neighbourhood, web, paper in rows}
    places = list(neighbourhoods_of(area))
    people = inhabitants_of([area, *places], ranking.opened_on.year)

    def part(of: Area, numbers: tuple[int, int]) -> Part:
        return Part(of, *numbers, inhabitants=people.get(of.pk))

    known = {place.pk for place in places}
    return Turnout(
        whole=part(
            area, (sum(web for web, _ in counted.values()), sum(paper for _, paper in counted.values()))
        ),
        parts=tuple(part(place, counted.get(place.pk, (0, 0))) for place in places),
        unknown=sum(web + paper for pk, (web, paper) in counted.items() if pk not in known),
        printed=ranking.forms_printed,
    )


@dataclass(frozen=True)
class Placed:
    """One wish in the result."""

    line: WishLine
    points: int
    named: int

    @property
    def fits(self) -> bool:
        """Within the limit."""
        limit = self.line.wish.longlist.limit if self.line.wish.longlist else 0
        return (self.line.wish.place or 0) <= limit


@dataclass(frozen=True)
class Settled:
    """A tie: which wishes had as many points, and what put one before the other."""

    titles: tuple[str, ...]
    how: tuple[Any, ...]


def placed(ranking: Ranking) -> list[Placed]:
    """Every counted wish in the residents' order, with its points and on how many forms it stands."""
    result = ranking.result or {}
    scores, named = result.get("scores", {}), result.get("named", {})
    keep = {str(pk) for pk in result.get("order", [])}
    found = wishes().filter(longlist=ranking.longlist_id, pk__in=[int(pk) for pk in keep])
    in_order = sorted(found, key=lambda wish: result["order"].index(str(wish.pk)))
    lines = lines_of(in_order, ranking.longlist.step.cycle.approach)
    return [Placed(line, scores.get(str(line.wish.pk), 0), named.get(str(line.wish.pk), 0)) for line in lines]


def ties_of(ranking: Ranking, rows: Sequence[Placed]) -> list[Settled]:
    """The ties of a result in words."""
    titles = {str(row.line.wish.pk): row.line.title for row in rows}
    return [
        Settled(
            tuple(titles.get(pk, pk) for pk in tie["order"]),
            tuple(TIE_LABELS.get(rule, rule) for rule in tie["settled_by"]),
        )
        for tie in (ranking.result or {}).get("ties", [])
    ]


def ballots_of(ranking: Ranking) -> list[list[int]]:
    """Every form as an order of wishes, the forms themselves in no order that says when they came."""
    return sorted(ranking.ballots.values_list("order", flat=True))
