"""What the thread template needs, for every page that shows a thread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wijkwerk.people.models import Person
from wijkwerk.thread.beads import Bead, BeadState, BeadView
from wijkwerk.thread.kinds import kind_of
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import Strand, tell_story


def bead_label(bead: Bead) -> str:
    """The word under a bead."""
    return {
        Bead.SEEN: pgettext("kraal", "Gezien"),
        Bead.UNDERSTOOD: pgettext("kraal", "Begrepen"),
        Bead.PROPOSED: pgettext("kraal", "Bedacht"),
        Bead.CHOSEN: pgettext("kraal", "Gekozen"),
        Bead.PAID: pgettext("kraal", "Betaald"),
        Bead.DONE: pgettext("kraal", "Gedaan"),
        Bead.TOLD: pgettext("kraal", "Verteld"),
        Bead.LEARNED: pgettext("kraal", "Geleerd"),
    }[bead]


def bead_rows(beads: Iterable[BeadView]) -> list[dict[str, Any]]:
    """Beads as `ui/thread.html` and `ui/thread_mini.html` read them."""
    return [
        {
            "key": view.bead.name.lower(),
            "label": bead_label(view.bead),
            "state": view.state.value,
            "date": view.date,
            "line": view.line,
            "expected": view.expected
            or (_("nog niet bekend") if view.state is BeadState.FUTURE and not view.why else ""),
            "why": view.why,
            "current": view.current,
            "url": "",
        }
        for view in beads
    ]


def strand_rows(strands: Iterable[Strand]) -> list[dict[str, Any]]:
    """Strands as `ui/strands.html` reads them."""
    rows = []
    for strand in strands:
        kind = kind_of(strand.kind)
        rows.append(
            {
                "kind": strand.kind,
                "label": kind.label if strand.count == 1 else kind.plural,
                "count": strand.count,
                "items": [
                    {"number": thing.number, "title": thing.sentence, "url": thing.get_absolute_url()}
                    for thing in strand.things
                ],
                "more": strand.count - len(strand.things),
            }
        )
    return rows


def thread_context(thing: Thing, reader: Person | None, *, own: Iterable[int] = ()) -> dict[str, Any]:
    """Everything of one thread for one reader: title, beads, strands, story."""
    story = tell_story(thing, reader, own=own)
    return {
        "thing": thing,
        "kind": kind_of(thing.kind),
        "beads": bead_rows(story.beads),
        "joining": strand_rows(story.joining),
        "parting": strand_rows(story.parting),
        "moments": story.moments,
        "now": next((view for view in story.beads if view.state is BeadState.PRESENT), None),
    }
