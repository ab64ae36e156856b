"""The whole thread as a page tells it: beads, strands and story, for one reader, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from wijkwerk.people.models import Person
from wijkwerk.thread.beads import Bead, BeadView, Fact, string_of_beads
from wijkwerk.thread.kinds import Moment, fact_sources, kind_of, moment_sources
from wijkwerk.thread.models import Link, Thing
from wijkwerk.thread.queries import causes_of, effects_of

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


def tell_story(thing: Thing, reader: Person | None, *, own: Iterable[int] = ()) -> Story:
    """The thread of `thing` as `reader` may see it; `own` are ids their secret link lets them see."""
    up = causes_of([thing.pk])[thing.pk]
    down = effects_of([thing.pk])[thing.pk]
    seen = {
        row.pk: row
        for row in Thing.objects.filter(pk__in=_most(up, down)).visible_to(reader).select_related("area")
    }
    allowed = set(own) | {thing.pk}
    missing = [pk for pk in allowed & (up | down) if pk not in seen]
    if missing:
        seen.update({row.pk: row for row in Thing.objects.filter(pk__in=missing).select_related("area")})
    joining = _strands([seen[pk] for pk in up if pk in seen and pk != thing.pk], thing, before=True)
    parting = _strands([seen[pk] for pk in down if pk in seen and pk != thing.pk], thing, before=False)
    told = _nearest(thing, seen, own=allowed)
    return Story(
        thing=thing,
        beads=string_of_beads(facts_of(told), current=kind_of(thing.kind).bead),
        together=_together(thing, [seen[pk] for pk in down if pk in seen], up),
        joining=joining,
        parting=parting,
        moments=moments_of(told),
    )


def beads_of(things: Sequence[Thing]) -> Mapping[int, list[BeadView]]:
    """The mini thread of many things at once, for lists: looks up and down, public facts only."""
    ids = [thing.pk for thing in things]
    up, down = causes_of(ids), effects_of(ids)
    every = {pk for reached in (*up.values(), *down.values()) for pk in reached}
    rows = {row.pk: row for row in Thing.objects.filter(pk__in=every, public=True)}
    rows.update({thing.pk: thing for thing in things})
    told = {
        thing.pk: _nearest(
            thing, {pk: rows[pk] for pk in up[thing.pk] | down[thing.pk] if pk in rows}, own={thing.pk}
        )
        for thing in things
    }
    facts: dict[int, list[Fact]] = {}
    for fact in facts_of(list({row.pk: row for near in told.values() for row in near}.values())):
        facts.setdefault(fact.thing_id, []).append(fact)
    return {
        thing.pk: string_of_beads(
            [fact for row in told[thing.pk] for fact in facts.get(row.pk, [])],
            current=kind_of(thing.kind).bead,
        )
        for thing in things
    }


def facts_of(things: Sequence[Thing]) -> list[Fact]:
    """What all these things say about the beads; one call per kind."""
    by_kind = _by_kind(things)
    return [
        fact for kind, source in fact_sources().items() if by_kind.get(kind) for fact in source(by_kind[kind])
    ]


def moments_of(things: Sequence[Thing]) -> list[Moment]:
    """What happened to all these things, newest first."""
    by_kind = _by_kind(things)
    per_kind, general = moment_sources()
    found = [
        moment for kind, source in per_kind.items() if by_kind.get(kind) for moment in source(by_kind[kind])
    ]
    every = [thing.pk for thing in things]
    found += [moment for source in general for moment in source(every)]
    beads = {thing.pk: kind_of(thing.kind).bead for thing in things}
    return sorted(
        found, key=lambda m: (m.on, m.order or beads.get(m.thing_id, Bead.SEEN), m.thing_id), reverse=True
    )


def _by_kind(things: Sequence[Thing]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for thing in things:
        found.setdefault(thing.kind, []).append(thing.pk)
    return found


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


def _nearest(thing: Thing, seen: Mapping[int, Thing], *, own: set[int]) -> list[Thing]:
    """The things whose story is told: all but the crowd of signals beside this one."""
    first = [row for row in seen.values() if kind_of(row.kind).bead is Bead.SEEN]
    first.sort(key=lambda row: (row.pk not in own, row.pk))
    others = [row for row in seen.values() if kind_of(row.kind).bead is not Bead.SEEN]
    return [*first[:MOST_STRANDS], *others]


def _most(up: set[int], down: set[int]) -> list[int]:
    """What came of it before what led to it, and of that the nearest: causes are older than their effects."""
    return [*sorted(down)[:MOST_THINGS], *sorted(up - down, reverse=True)[:MOST_THINGS]]
