"""Where a need is, for who joins it: what runs already is told as it is."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from wijkwerk.foundation.language import day_with_year, inner
from wijkwerk.needs.models import Need
from wijkwerk.thread.beads import Bead, BeadState, BeadView
from wijkwerk.thread.story import strings_of
from wijkwerk.thread.strings import Way

MOST_TOLD = 3


def where_it_is(need: Need) -> str:
    """What is known of the need's measures and wishes, to be kept: furthest first; empty when nothing came of it."""
    with translation.override(settings.LANGUAGE_CODE):
        ways = sorted(strings_of([need.thing])[need.thing_id].ways, key=_liveliness, reverse=True)
        told = [_told(way) for way in ways]
        return " ".join(dict.fromkeys(told[:MOST_TOLD]))


def _told(way: Way) -> str:
    """One measure or wish in one sentence, and why where that is known."""
    beads, title = way.beads, inner(way.thing.sentence)
    stop = next((view for view in beads if view.state is BeadState.STOPPED), None)
    done, chosen = beads[Bead.DONE - 1], beads[Bead.CHOSEN - 1]
    if stop is not None:
        why = str(stop.line or stop.why).rstrip(".")
        return _("“%(what)s” ging niet door: %(why)s.") % {"what": title, "why": why}
    if done.state is BeadState.DONE:
        day = day_with_year(done.date) if done.date else ""
        return _("Dit is al gedaan: %(what)s, op %(day)s.") % {"what": title, "day": day}
    if done.state is BeadState.PRESENT and done.line:
        return _("Dit loopt al: %(what)s (%(line)s).") % {"what": title, "line": done.line} + _why(done)
    if chosen.state in {BeadState.DONE, BeadState.SKIPPED}:
        when = f" ({done.expected})" if done.expected else ""
        return _("Dit is al gekozen: %(what)s%(when)s.") % {"what": title, "when": when}
    if chosen.line:
        return _("Dit is al bedacht: %(what)s. Nu: %(line)s.") % {"what": title, "line": chosen.line}
    return _("Dit is al bedacht: %(what)s.") % {"what": title}


def _why(view: BeadView) -> str:
    return f" {view.why}" if view.why else ""


def _liveliness(way: Way) -> tuple[bool, int]:
    """What goes on before what is done, what is done before what stopped."""
    stopped = any(view.state is BeadState.STOPPED for view in way.beads)
    under_way = way.beads[Bead.DONE - 1].state is BeadState.PRESENT
    done = max((view.bead for view in way.beads if view.state is BeadState.DONE), default=Bead.SEEN)
    return (not stopped, 10 if under_way else int(done))
