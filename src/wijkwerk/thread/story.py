"""The whole thread as a page tells it: beads, strands and story, for one reader, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from wijkwerk.people.models import Person
from wijkwerk.thread.beads import Bead, BeadView
from wijkwerk.thread.kinds import Moment, kind_of, moment_sources
from wijkwerk.thread.models import Link, Thing
from wijkwerk.thread.strings import Strung, Way, around, strung

# The story lists the nearest strands; a need with thousands of signals tells how many there are.
MOST_STRANDS = 12
# More than any thread met so far; a page stays a page.
MOST_THINGS = 5000


@dataclass(frozen=True)
class Strand:
    """Things of one kind that meet in, or part from, the thing of this page."""

    kind: str
    things: Sequence[Thing]
    count: int


@dataclass(frozen=True)
class Together:
    """Where the strand of this page meets others: the thing they became, and how many others of which kind."""

    thing: Thing
    others: list[Strand]


@dataclass(frozen=True)
class Story:
    """One thread seen from one of its things."""

    thing: Thing
    beads: list[BeadView]
    together: Together | None
    joining: list[Strand]
    parting: list[Strand]
    moments: list[Moment]
    ways: list[Way]


def tell_story(thing: Thing, reader: Person | None, *, own: Iterable[int] = ()) -> Story:
    """The thread of `thing` as `reader` may see it; `own` are ids their secret link lets them see."""
    here = around([thing])[thing.pk]
    up, down = here.up, here.down
    seen = {
        row.pk: row
        for row in Thing.objects.filter(pk__in=_most(up, down | here.along))
        .visible_to(reader)
        .select_related("area")
    }
    allowed = set(own) | {thing.pk}
    missing = [pk for pk in allowed & (up | down) if pk not in seen]
    if missing:
        seen.update({row.pk: row for row in Thing.objects.filter(pk__in=missing).select_related("area")})
    joining = _strands([seen[pk] for pk in up if pk in seen and pk != thing.pk], thing, before=True)
    parting = _strands([seen[pk] for pk in down if pk in seen and pk != thing.pk], thing, before=False)
    speaking = _nearest(seen, own=allowed)
    told = [row for row in speaking if row.pk in up or row.pk in down]
    string = strung([thing], {thing.pk: speaking})[thing.pk]
    return Story(
        thing=thing,
        beads=string.beads,
        together=_together(thing, [seen[pk] for pk in down if pk in seen], up),
        joining=joining,
        parting=parting,
        moments=moments_of(told),
        ways=string.ways,
    )


def beads_of(things: Sequence[Thing]) -> Mapping[int, list[BeadView]]:
    """The mini thread of many things at once, for lists: looks up and down, public facts only."""
    return {pk: string.beads for pk, string in strings_of(things).items()}


def strings_of(things: Sequence[Thing]) -> Mapping[int, Strung]:
    """The string of many things at once with the strands it is made of, public facts only."""
    near = around(things)
    every = {pk for here in near.values() for pk in here.up | here.down | here.along}
    rows = {row.pk: row for row in Thing.objects.filter(pk__in=every, public=True)}
    rows.update({thing.pk: thing for thing in things})
    told = {
        pk: _nearest(
            {each: rows[each] for each in here.up | here.down | here.along if each in rows}, own={pk}
        )
        for pk, here in near.items()
    }
    return strung(things, told)


def moments_of(things: Sequence[Thing]) -> list[Moment]:
    """What happened to all these things, newest first."""
    by_kind: dict[str, list[int]] = {}
    for thing in things:
        by_kind.setdefault(thing.kind, []).append(thing.pk)
    per_kind, general = moment_sources()
    found = [
        moment for kind, source in per_kind.items() if by_kind.get(kind) for moment in source(by_kind[kind])
    ]
    every = [thing.pk for thing in things]
    found += [moment for source in general for moment in source(every)]
    beads = {thing.pk: kind_of(thing.kind).bead for thing in things}
    return sorted(
        found,
        key=lambda m: (
            m.on,
            m.order or 10 * beads.get(m.thing_id, Bead.SEEN),
            m.at.timestamp() if m.at else 0,
            m.thing_id,
        ),
        reverse=True,
    )


def _together(thing: Thing, below: list[Thing], above: set[int]) -> Together | None:
    """The nearest thing below in which strands of others meet this one; counted, not listed."""
    if kind_of(thing.kind).bead is not Bead.SEEN:
        return None
    needs = [row.pk for row in below if kind_of(row.kind).bead is Bead.UNDERSTOOD]
    if not needs:
        return None
    first = min(needs)
    counts = (
        Link.objects.filter(effect=first, cause__public=True)
        .exclude(cause__in=above | {thing.pk})
        .values_list("cause__kind")
        .annotate(number=Count("cause", distinct=True))
        .order_by("cause__kind")
    )
    others = [Strand(kind, [], number) for kind, number in counts]
    return Together(next(row for row in below if row.pk == first), others) if others else None


def _strands(things: list[Thing], thing: Thing, *, before: bool) -> list[Strand]:
    by_kind: dict[str, list[Thing]] = {}
    for other in sorted(things, key=lambda row: row.pk):
        by_kind.setdefault(other.kind, []).append(other)
    return sorted(
        (Strand(kind, rows[:MOST_STRANDS], len(rows)) for kind, rows in by_kind.items()),
        key=lambda strand: kind_of(strand.kind).bead,
        reverse=before,
    )


def _nearest(seen: Mapping[int, Thing], *, own: set[int]) -> list[Thing]:
    """The things whose story is told: all but the crowd of signals beside this one."""
    first = [row for row in seen.values() if kind_of(row.kind).bead is Bead.SEEN]
    first.sort(key=lambda row: (row.pk not in own, row.pk))
    others = [row for row in seen.values() if kind_of(row.kind).bead is not Bead.SEEN]
    return [*first[:MOST_STRANDS], *others]


def _most(up: set[int], down: set[int]) -> list[int]:
    """What came of it before what led to it, and of that the nearest: causes are older than their effects."""
    return [*sorted(down)[:MOST_THINGS], *sorted(up - down, reverse=True)[:MOST_THINGS]]
