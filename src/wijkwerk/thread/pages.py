"""What the thread templates need, for every page that shows a thread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from wijkwerk.people.models import Person
from wijkwerk.thread.beads import Bead, BeadState, BeadView
from wijkwerk.thread.kinds import Moment, kind_of
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import Strand, Together, tell_story

MOST_NAMED = 5
# The last turns stand open; what came before unfolds.
MOST_RECENT = 8


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
            "line": view.line or (view.why if view.state is BeadState.STOPPED else ""),
            "expected": view.expected,
            "why": view.why,
            "current": view.current,
            "url": "",
        }
        for view in beads
    ]


def moment_rows(moments: Iterable[Moment]) -> list[dict[str, Any]]:
    """Moments as `ui/story.html` reads them."""
    return [
        {
            "date": moment.on,
            "title": moment.title,
            "who": moment.who,
            "text": moment.text,
            "quote": moment.quote,
            "quote_by": moment.quote_by,
            "photo_url": reverse("thread:photo", args=[moment.photo.key]) if moment.photo else "",
            "photo_alt": moment.photo.alt if moment.photo else "",
            "reason": moment.reason,
            "url": moment.url,
            "url_label": moment.link_text,
        }
        for moment in moments
    ]


def strand_rows(
    *, together: Together | None, joining: Iterable[Strand], parting: Iterable[Strand]
) -> list[dict[str, Any]]:
    """Strands as `ui/strands.html` reads them: what met here, what meets further on, what parts from here."""
    rows: list[dict[str, Any]] = []
    if together is not None:
        rows.append(
            {
                "kind": "joining",
                "lead": _("Samen met"),
                "others": _listing(together.others),
                "others_url": together.thing.get_absolute_url(),
                "became": _("werd dit één vraag:"),
                "items": [_item(together.thing)],
            }
        )
    before = [strand for strand in joining if kind_of(strand.kind).bead <= Bead.PROPOSED]
    if before:
        rows.append(
            {
                "kind": "joining",
                "lead": _("Dit komt voort uit"),
                "others": _listing(before) + ":",
                "became": "",
                "items": [_item(thing) for thing in _furthest(before)],
            }
        )
    after = [
        strand
        for strand in parting
        if kind_of(strand.kind).bead in {Bead.UNDERSTOOD, Bead.PROPOSED, Bead.CHOSEN}
    ]
    if after:
        rows.append(
            {
                "kind": "parting",
                "lead": _("Hieruit kwamen")
                if sum(strand.count for strand in after) > 1
                else _("Hieruit kwam"),
                "others": _listing(after) + ":",
                "became": "",
                "items": [_item(thing) for thing in _furthest(after)],
            }
        )
    return rows


def thread_context(thing: Thing, reader: Person | None, *, own: Iterable[int] = ()) -> dict[str, Any]:
    """Everything of one thread for one reader: title, beads, strands, story."""
    story = tell_story(thing, reader, own=own)
    rows = moment_rows(story.moments)
    return {
        "thing": thing,
        "kind": kind_of(thing.kind),
        "beads": bead_rows(story.beads),
        "strands": strand_rows(together=story.together, joining=story.joining, parting=story.parting),
        "moments": rows[:MOST_RECENT],
        "earlier": rows[MOST_RECENT:],
        "now": next((view for view in story.beads if view.state is BeadState.PRESENT), None),
    }


def _furthest(strands: list[Strand]) -> list[Thing]:
    """The things worth naming: of what came of it the furthest (measures before wishes), of its causes the nearest."""
    by_kind = {strand.kind: list(strand.things) for strand in strands}
    chosen = sorted(by_kind, key=lambda kind: kind_of(kind).bead)
    named = [kind for kind in chosen if not kind_of(kind).ends_here] or chosen
    plans = [
        thing for kind in chosen if kind_of(kind).ends_here and kind not in named for thing in by_kind[kind]
    ]
    return [*by_kind[named[-1]][:MOST_NAMED], *plans]


def _item(thing: Thing) -> dict[str, str]:
    return {"title": thing.sentence, "url": thing.get_absolute_url(), "note": thing.number}


def _listing(strands: Iterable[Strand]) -> str:
    parts: list[str | Promise] = []
    for strand in strands:
        kind = kind_of(strand.kind)
        parts.append(format_lazy("{} {}", strand.count, kind.label if strand.count == 1 else kind.plural))
    words = [str(part) for part in parts]
    return (
        words[0]
        if len(words) == 1
        else _("%(some)s en %(last)s")
        % {
            "some": ", ".join(words[:-1]),
            "last": words[-1],
        }
    )
