"""What the thread templates need, for every page that shows a thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from wijkwerk.foundation.language import inner
from wijkwerk.people.models import Person
from wijkwerk.thread.beads import Bead
from wijkwerk.thread.kinds import Moment, kind_of
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import Strand, Together, tell_story
from wijkwerk.thread.strings import Way
from wijkwerk.thread.wording import bead_rows, standing

MOST_NAMED = 5
# The last turns stand open; what came before unfolds.
MOST_RECENT = 8


def moment_rows(
    moments: Iterable[Moment], ways: Sequence[Way] = (), *, without: str = ""
) -> list[dict[str, Any]]:
    """Moments as `ui/story.html` reads them; where there are several ways each says on which it is.

    `without` is an address that no moment links to: that of the page itself.
    """
    named = _ways_by_thing(ways)
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
            "url": moment.url if moment.url != without else "",
            "url_label": moment.link_text,
            **_about(moment, named.get(moment.thing_id)),
        }
        for moment in moments
    ]


def _ways_by_thing(ways: Sequence[Way]) -> dict[int, Thing]:
    """Of each thing on one of several ways: the measure, or the wish, whose way it is."""
    if len(ways) < 2:
        return {}
    count = Counter(pk for way in ways for pk in way.below)
    return {pk: way.thing for way in ways for pk in way.below if count[pk] == 1}


def _about(moment: Moment, way: Thing | None) -> dict[str, str]:
    """The measure of a moment, unless its title names it already."""
    if way is None or way.sentence in str(moment.title):
        return {"about": "", "about_url": ""}
    return {"about": inner(way.sentence), "about_url": way.get_absolute_url()}


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
                "others": _listing(_counted(before)) + ":",
                "became": "",
                "items": [_item(thing) for thing in _furthest(before).things[:MOST_NAMED]],
            }
        )
    after = [
        strand
        for strand in parting
        if kind_of(strand.kind).bead in {Bead.UNDERSTOOD, Bead.PROPOSED, Bead.CHOSEN}
    ]
    standing_in = [strand for strand in after if kind_of(strand.kind).ends_here]
    came = [strand for strand in after if strand not in standing_in]
    if came:
        # What is counted is what is named: of what came of it the furthest.
        furthest = _furthest(came)
        rows.append(
            {
                "kind": "parting",
                "lead": _("Hieruit kwamen") if furthest.count > 1 else _("Hieruit kwam"),
                "others": _listing([furthest]) + ":",
                "became": "",
                "items": [_item(thing) for thing in furthest.things[:MOST_NAMED]],
            }
        )
    if standing_in:
        rows.append(
            {
                "kind": "parting",
                "lead": _("Staat in:"),
                "others": "",
                "became": "",
                "items": [_item(thing) for strand in standing_in for thing in strand.things[:MOST_NAMED]],
            }
        )
    return rows


def thread_context(thing: Thing, reader: Person | None, *, own: Iterable[int] = ()) -> dict[str, Any]:
    """Everything of one thread for one reader: title, how it stands, beads, strands, story."""
    story = tell_story(thing, reader, own=own)
    # The thread does not link to itself; the asker's own page links to the public one, if that is there.
    here = "" if own and thing.public else thing.get_absolute_url()
    rows = moment_rows(story.moments, story.ways, without=here)
    return {
        "thing": thing,
        "kind": kind_of(thing.kind),
        "beads": bead_rows(story.beads),
        "strands": strand_rows(together=story.together, joining=story.joining, parting=story.parting),
        "moments": rows[:MOST_RECENT],
        "earlier": rows[MOST_RECENT:],
        "standing": standing(story.beads),
        "joined_late": any(view.earlier for view in story.beads),
    }


def _furthest(strands: list[Strand]) -> Strand:
    """The furthest along the thread: measures before wishes, wishes before questions, questions before reports."""
    return max(strands, key=lambda strand: (kind_of(strand.kind).bead, strand.things[-1].pk))


def _counted(strands: list[Strand]) -> list[Strand]:
    """What a reader counts of what led to it: how many reported it, and what is named."""
    nearest = _furthest(strands)
    counted = [strand for strand in strands if strand is nearest or kind_of(strand.kind).bead is Bead.SEEN]
    return sorted(counted, key=lambda strand: kind_of(strand.kind).bead)


def _item(thing: Thing) -> dict[str, str]:
    return {"title": inner(thing.sentence), "url": thing.get_absolute_url(), "note": thing.number}


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
