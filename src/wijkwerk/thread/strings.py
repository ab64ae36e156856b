"""The strings of beads of many things at once, in a fixed number of queries.

What stands above a thing and what came of it both speak, with three limits, so that a thread says nothing of another:
what lies below tells only of later beads than the thing's own; a thing that something carries on keeps its own short
way, and what was told of it, to itself, and shows it only while it goes on; where several strands part or meet, they
are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wijkwerk.foundation.language import inner
from wijkwerk.thread.beads import Bead, BeadState, BeadView, Fact, string_of_beads
from wijkwerk.thread.gathering import gather
from wijkwerk.thread.kinds import fact_sources, kind_of
from wijkwerk.thread.models import Link, Thing
from wijkwerk.thread.queries import causes_of, effects_of


@dataclass(frozen=True)
class Around:
    """What led to a thing, what it led to, and what came of what is gathered in it (the work of a plan's measures)."""

    up: set[int]
    down: set[int]
    along: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Way:
    """One measure, or a wish that is none yet, with the beads of its own way."""

    thing: Thing
    below: frozenset[int]
    beads: list[BeadView]


@dataclass(frozen=True)
class Strung:
    """The string of one thing, and the ways of which it is made."""

    beads: list[BeadView]
    ways: list[Way]


def around(things: Sequence[Thing]) -> dict[int, Around]:
    """What stands around each of these things."""
    ids = [thing.pk for thing in things]
    up, down = causes_of(ids), effects_of(ids)
    gatherers = [thing.pk for thing in things if kind_of(thing.kind).ends_here]
    members: dict[int, list[int]] = {}
    if gatherers:
        for effect, cause in Link.objects.filter(effect__in=gatherers).values_list("effect", "cause"):
            members.setdefault(effect, []).append(cause)
    came = effects_of(pk for causes in members.values() for pk in causes)
    return {
        pk: Around(up[pk], down[pk], {each for member in members.get(pk, []) for each in came[member]})
        for pk in ids
    }


def strung(things: Sequence[Thing], told: Mapping[int, Sequence[Thing]]) -> dict[int, Strung]:
    """Per thing its string, from those around it whose story is `told` (itself among them)."""
    rows = {row.pk: row for near in told.values() for row in near}
    facts: dict[int, list[Fact]] = {}
    for fact in facts_of(list(rows.values())):
        facts.setdefault(fact.thing_id, []).append(fact)
    links = Links.between(rows)
    return {
        thing.pk: _strung(thing, {row.pk: row for row in told[thing.pk]}, facts, links) for thing in things
    }


def facts_of(things: Sequence[Thing]) -> list[Fact]:
    """What all these things say about the beads; one call per kind."""
    by_kind: dict[str, list[int]] = {}
    for thing in things:
        by_kind.setdefault(thing.kind, []).append(thing.pk)
    return [
        fact for kind, source in fact_sources().items() if by_kind.get(kind) for fact in source(by_kind[kind])
    ]


@dataclass(frozen=True)
class Links:
    """The links between some things, both ways."""

    effects: Mapping[int, set[int]]
    causes: Mapping[int, set[int]]

    @classmethod
    def between(cls, ids: Iterable[int]) -> Links:
        """Read them, in one query."""
        effects: dict[int, set[int]] = {}
        causes: dict[int, set[int]] = {}
        here = list(ids)
        for cause, effect in Link.objects.filter(cause__in=here, effect__in=here).values_list(
            "cause", "effect"
        ):
            effects.setdefault(cause, set()).add(effect)
            causes.setdefault(effect, set()).add(cause)
        return cls(effects, causes)

    def below(self, pk: int) -> set[int]:
        """A thing and all it led to."""
        return _reached(pk, self.effects)

    def above(self, pk: int) -> set[int]:
        """A thing and all that led to it."""
        return _reached(pk, self.causes)


def _reached(pk: int, steps: Mapping[int, set[int]]) -> set[int]:
    found, look = {pk}, [pk]
    while look:
        for each in steps.get(look.pop(), set()) - found:
            found.add(each)
            look.append(each)
    return found


def _strung(
    thing: Thing, rows: Mapping[int, Thing], facts: Mapping[int, Sequence[Fact]], links: Links
) -> Strung:
    """The string of one thing. `rows` are the things that may speak of it."""
    kind = kind_of(thing.kind)
    since = thing.born_on if kind.bead is Bead.SEEN else None
    said = _said(thing, rows, facts, links)
    ways = [_way(rows[pk], said, links, since) for pk in _parted(thing, rows, links)]
    own = said.get(thing.pk, [])
    if kind.ends_here and ways:
        # What is gathered is adopted as one: its own bead speaks for itself.
        at_own = string_of_beads([fact for fact in own if fact.bead is kind.bead], kind.bead)[kind.bead - 1]
        beads = gather(
            [[*way.beads[: kind.bead - 1], at_own, *_named(way)[kind.bead :]] for way in ways],
            current=kind.bead,
        )
        return Strung(beads, ways)
    if len(ways) > 1:
        return Strung(gather([_named(way) for way in ways], current=kind.bead, since=since), ways)
    every = [fact for found in said.values() for fact in found]
    return Strung(string_of_beads(every, kind.bead, since), ways)


def _named(way: Way) -> list[BeadView]:
    """The beads of one way among several: what still goes on says of what it is."""
    return [
        replace(view, summary=f"{inner(way.thing.sentence)}: {_whole(view)}")
        if view.state is BeadState.PRESENT and view.line
        else view
        for view in way.beads
    ]


def _whole(view: BeadView) -> str:
    """The line as a sentence, and why."""
    return " ".join(str(part) for part in (f"{str(view.line).rstrip('.')}.", view.why) if part)


def _way(thing: Thing, said: Mapping[int, Sequence[Fact]], links: Links, since: date | None) -> Way:
    below = links.below(thing.pk)
    facts = [fact for pk in below | links.above(thing.pk) for fact in said.get(pk, [])]
    return Way(thing, frozenset(below), string_of_beads(facts, None, since))


def _parted(thing: Thing, rows: Mapping[int, Thing], links: Links) -> list[int]:
    """The measures, and the wishes that are none yet, below a thing; of a plan those that stand in it."""
    kind = kind_of(thing.kind)
    if kind.ends_here:
        here = links.causes.get(thing.pk, set())
    elif kind.bead <= Bead.PROPOSED:
        here = links.below(thing.pk)
    else:
        return []
    proposed = {
        pk
        for pk in here
        if pk in rows
        and kind_of(rows[pk].kind).bead is Bead.PROPOSED
        and not kind_of(rows[pk].kind).ends_here
    }
    return sorted(pk for pk in proposed if not proposed & (links.effects.get(pk, set())))


def _said(
    thing: Thing, rows: Mapping[int, Thing], facts: Mapping[int, Sequence[Fact]], links: Links
) -> dict[int, list[Fact]]:
    """What each thing may say here."""
    own = kind_of(thing.kind).bead
    below = links.below(thing.pk) - {thing.pk}
    carried = {pk for pk in rows if _carried_on(pk, rows, links)}
    said = {}
    for pk, row in rows.items():
        at = kind_of(row.kind).bead
        if at is Bead.TOLD and pk != thing.pk and links.causes.get(pk, set()) & carried:
            continue
        said[pk] = [
            fact
            for fact in facts.get(pk, [])
            if not (fact.aside and pk in carried and not (pk == thing.pk and fact.state is BeadState.PRESENT))
            and not (pk in below and fact.bead <= own)
        ]
    return said


def _carried_on(pk: int, rows: Mapping[int, Thing], links: Links) -> bool:
    """Whether something of the thread came of a thing that was only seen."""
    if kind_of(rows[pk].kind).bead is not Bead.SEEN:
        return False
    return any(
        kind_of(rows[effect].kind).bead < Bead.TOLD
        for effect in links.effects.get(pk, set())
        if effect in rows
    )
