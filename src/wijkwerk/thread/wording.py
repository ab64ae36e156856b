"""The words of the beads: in the component, as a plain list, and in one sentence for the top of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Text
from wijkwerk.thread.beads import Bead, BeadState, BeadView

_LABELS: dict[Bead, Text] = {
    Bead.SEEN: pgettext_lazy("kraal", "Gezien"),
    Bead.UNDERSTOOD: pgettext_lazy("kraal", "Begrepen"),
    Bead.PROPOSED: pgettext_lazy("kraal", "Bedacht"),
    Bead.CHOSEN: pgettext_lazy("kraal", "Gekozen"),
    Bead.PAID: pgettext_lazy("kraal", "Betaald"),
    Bead.DONE: pgettext_lazy("kraal", "Gedaan"),
    Bead.TOLD: pgettext_lazy("kraal", "Verteld"),
    Bead.LEARNED: pgettext_lazy("kraal", "Geleerd"),
}
# What a bead waits for where nobody said more.
_LATER: dict[Bead, Text] = {
    Bead.UNDERSTOOD: gettext_lazy("als een mens ernaar keek"),
    Bead.PROPOSED: gettext_lazy("als is bedacht wat er kan"),
    Bead.CHOSEN: gettext_lazy("als hierover is gekozen"),
    Bead.PAID: gettext_lazy("na het besluit over geld"),
    Bead.DONE: gettext_lazy("als het werk begint"),
    Bead.TOLD: gettext_lazy("zodra het klaar is"),
    Bead.LEARNED: gettext_lazy("als het er een tijd is"),
}
_NOW: dict[Bead, Text] = {
    Bead.SEEN: gettext_lazy("nog niets gezien"),
    Bead.UNDERSTOOD: gettext_lazy("een mens kijkt wat hier nodig is"),
    Bead.PROPOSED: gettext_lazy("bedenken wat er kan"),
    Bead.CHOSEN: gettext_lazy("hierover wordt nog gekozen"),
    Bead.PAID: gettext_lazy("het geld moet nog worden vastgelegd"),
    Bead.DONE: gettext_lazy("het werk moet nog beginnen"),
    Bead.TOLD: gettext_lazy("wie het vroeg, hoort hoe het afliep"),
    Bead.LEARNED: gettext_lazy("wij vragen wie het meldde of het is opgelost"),
}


def bead_label(bead: Bead) -> str:
    """The word under a bead."""
    return str(_LABELS[bead])


def bead_rows(beads: Iterable[BeadView]) -> list[dict[str, Any]]:
    """Beads as `ui/thread.html` and `ui/thread_mini.html` read them."""
    rows: list[dict[str, Any]] = []
    skipped: Text | None = None
    for view in beads:
        again = view.state is BeadState.SKIPPED and view.why == skipped
        skipped = view.why if view.state is BeadState.SKIPPED else None
        rows.append(
            {
                "key": view.bead.name.lower(),
                "label": bead_label(view.bead),
                "state": view.state.value,
                "date": view.date,
                "mark": _mark(view),
                "line": _line(view),
                "expected": view.expected if not view.line else "",
                # Said once of what was passed over for one reason.
                "why": "" if again else view.why,
                "current": view.current,
                "url": "",
            }
        )
        if view.state is BeadState.FUTURE and not rows[-1]["line"] and not rows[-1]["expected"]:
            rows[-1]["expected"] = _LATER.get(view.bead, "")
    return rows


@dataclass(frozen=True)
class ListedBead:
    """One line of the thread as a plain list; several beads that were not needed for one reason share a line."""

    first: int
    numbers: str
    label: str
    words: str


def listed(beads: Sequence[BeadView]) -> list[ListedBead]:
    """The thread as a plain list, for mail and paper."""
    found = []
    for (skipped, why), group in groupby(beads, key=_together):
        views = list(group)
        if not skipped:
            found += [
                ListedBead(view.bead.value, str(view.bead.value), bead_label(view.bead), _words(view))
                for view in views
            ]
            continue
        first, last = views[0].bead, views[-1].bead
        found.append(
            ListedBead(
                first.value,
                f"{first.value}" if first is last else f"{first.value}–{last.value}",
                _joined([bead_label(view.bead) for view in views]),
                _("niet nodig: %(why)s") % {"why": why} if why else _("niet nodig"),
            )
        )
    return found


def standing(beads: Sequence[BeadView]) -> str:
    """In one sentence how it stands."""
    stop = next((view for view in beads if view.state is BeadState.STOPPED), None)
    if stop is not None:
        why = str(stop.line or stop.why)
        if stop.date is None:
            return _ended(_("Gestopt: %(why)s") % {"why": why})
        return _ended(_("Gestopt op %(day)s: %(why)s") % {"day": day_with_year(stop.date), "why": why})
    done = beads[Bead.DONE - 1]
    present = next((view for view in beads if view.state is BeadState.PRESENT), None)
    if done.state is BeadState.DONE and (present is None or present.bead is not Bead.DONE):
        since = _("Klaar sinds %(day)s.") % {"day": day_with_year(done.date)} if done.date else _("Klaar.")
        return " ".join(part for part in (since, str(done.summary), _now(present)) if part)
    if present is not None:
        return str(present.summary) or _ended(_("Nu: %(line)s") % {"line": _line(present)})
    return _ended(capfirst(next((str(view.why) for view in beads if view.why), "")))


def _now(present: BeadView | None) -> str:
    """What still goes on when the work is done, if anyone said so."""
    return _ended(_("Nu: %(line)s") % {"line": present.line}) if present is not None and present.line else ""


def _line(view: BeadView) -> Text:
    if view.line:
        return view.line
    if view.state is BeadState.PRESENT and not view.expected:
        return _NOW[view.bead]
    return view.why if view.state is BeadState.STOPPED else ""


def _mark(view: BeadView) -> str:
    if view.earlier:
        return pgettext("kraal", "al eerder")
    return pgettext("kraal", "na afloop") if view.afterwards else ""


def _together(view: BeadView) -> tuple[bool, str]:
    return (True, str(view.why)) if view.state is BeadState.SKIPPED else (False, "")


def _words(view: BeadView) -> str:
    """One bead in words: its state, its day, its line."""
    line = str(_line(view))
    if view.state is BeadState.DONE:
        parts = [_("klaar"), day_with_year(view.date) if view.date else "", _mark(view), line]
        return ", ".join(part for part in parts if part)
    if view.state is BeadState.STOPPED:
        return _("gestopt: %(why)s") % {"why": line} if line else _("gestopt")
    later = line or str(view.expected)
    if view.state is BeadState.PRESENT:
        return _("nu: %(line)s") % {"line": later}
    return later or str(_LATER.get(view.bead, ""))


def _joined(labels: Sequence[str]) -> str:
    words = [labels[0], *(label.lower() for label in labels[1:])]
    if len(words) == 1:
        return words[0]
    return _("%(some)s en %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}


def _ended(sentence: str) -> str:
    return sentence if not sentence or sentence.endswith((".", "!", "?", "…")) else sentence + "."
