"""What signals say of a thread: the bead "gezien", and what happened on the short way."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_in_words
from wijkwerk.foundation.reasons import Text
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import Route, SignalStatus, days_late
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment
from wijkwerk.thread.models import Attachment

_SHORT_WAY = (Route.REGULAR, Route.QUICK)
_BETWEEN = (Bead.UNDERSTOOD, Bead.PROPOSED, Bead.CHOSEN, Bead.PAID)


def facts(ids: Sequence[int]) -> list[Fact]:
    """Seen is done from the first day. A signal handled from the regular budget skips the beads between.

    All but being seen is the signal's own short way: nothing of it holds for a need in which it was understood.
    """
    found = []
    for signal in Signal.objects.filter(pk__in=ids).select_related("thing", "service"):
        found.append(Fact(Bead.SEEN, BeadState.DONE, signal.pk, signal.thing.born_on))
        if signal.status == SignalStatus.NEW:
            found.append(
                Fact(
                    Bead.UNDERSTOOD,
                    BeadState.PRESENT,
                    signal.pk,
                    line=_line(signal, _("Een mens kijkt ernaar.")),
                    aside=True,
                )
            )
        elif signal.route in _SHORT_WAY:
            found += _short_way(signal)
        elif signal.route == Route.LONGLIST:
            continue  # the need tells what became of it
        elif signal.status == SignalStatus.ANSWERED and signal.route == Route.THANKS:
            found += _thanked(signal)
        elif signal.status == SignalStatus.ANSWERED:
            why = {
                Route.SUPRA_AREA: _("dit is groter dan de wijk"),
                Route.INDIVIDUAL: _("dit is een persoonlijke vraag, met een eigen deur"),
            }.get(Route(signal.route) if signal.route else Route.REGULAR, _("dit is beantwoord"))
            found.append(
                Fact(Bead.UNDERSTOOD, BeadState.STOPPED, signal.pk, signal.handled_on, why=why, aside=True)
            )
    return found


def _thanked(signal: Signal) -> list[Fact]:
    """Nothing stopped: there was nothing to be done."""
    why = _("een bedankje vraagt geen vervolg")
    beads = (*_BETWEEN, Bead.DONE, Bead.LEARNED)
    thanked = Fact(Bead.TOLD, BeadState.DONE, signal.pk, signal.handled_on, aside=True)
    return [*(Fact(bead, BeadState.SKIPPED, signal.pk, why=why, aside=True) for bead in beads), thanked]


def _short_way(signal: Signal) -> list[Fact]:
    why = _("een dienst doet dit uit de gewone begroting")
    skipped = [Fact(bead, BeadState.SKIPPED, signal.pk, why=why, aside=True) for bead in _BETWEEN]
    if signal.status == SignalStatus.ANSWERED:
        # Nobody looks a year later what a mended lamp brought.
        done = Fact(Bead.DONE, BeadState.DONE, signal.pk, signal.handled_on, aside=True)
        return [*skipped, done, Fact(Bead.LEARNED, BeadState.SKIPPED, signal.pk, aside=True)]
    who = signal.service.name if signal.service else _("De gemeente")
    line = _line(signal, _("%(who)s pakt dit op.") % {"who": who})
    return [*skipped, Fact(Bead.DONE, BeadState.PRESENT, signal.pk, line=line, aside=True)]


def _line(signal: Signal, what: Text) -> Text:
    """What goes on and until when; said as it is when it was not solved, or when the promised day has passed."""
    day = {"day": day_in_words(signal.answer_due_on)}
    again = _("Nog niet opgelost, zegt wie het meldde.") if signal.reopened else ""
    until = (
        _("U had op %(day)s van ons moeten horen. Dat is niet gelukt.") % day
        if days_late(signal.answer_due_on, clock.today())
        else _("U hoort van ons uiterlijk %(day)s.") % day
    )
    return format_lazy("{} {} {}", again, what, until) if again else format_lazy("{} {}", what, until)


def moments(ids: Sequence[int]) -> list[Moment]:
    """What was reported, in the resident's own words once a person looked."""
    photos = {photo.thing_id: photo for photo in Attachment.objects.filter(thing_id__in=ids).order_by("-id")}
    return [
        Moment(
            on=signal.thing.born_on,
            thing_id=signal.pk,
            title=_("Gemeld via %(door)s") % {"door": signal.get_door_display()},
            who=_("een bewoner") if signal.resident_words else _("iemand die in de wijk werkt"),
            quote=signal.text if signal.text_public else "",
            photo=photos.get(signal.pk),
            url=signal.thing.get_absolute_url() if signal.thing.public else "",
            link_text=signal.thing.number if signal.thing.public else "",
        )
        for signal in Signal.objects.filter(pk__in=ids).select_related("thing")
    ]
