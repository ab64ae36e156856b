"""Several strands seen as one, where measures part from a need or stand together in a plan: counted. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.reasons import Text
from wijkwerk.thread.beads import Bead, BeadState, BeadView, marked

_SETTLED = (BeadState.DONE, BeadState.SKIPPED)
_COUNTS: dict[Bead, Text] = {
    Bead.CHOSEN: _("%(done)s van %(all)s gekozen"),
    Bead.PAID: _("%(done)s van %(all)s betaald"),
    Bead.DONE: _("%(done)s van %(all)s klaar"),
    Bead.TOLD: _("%(done)s van %(all)s verteld"),
    Bead.LEARNED: _("%(done)s van %(all)s bekeken"),
}


def gather(
    strands: Sequence[Sequence[BeadView]], *, current: Bead, since: date | None = None
) -> list[BeadView]:
    """One string of several: a bead is done when it is on every strand that goes on, with the last day; else it says
    on how many. What all strands share, up to the bead of the page's own thing, has its first day. Where every strand
    stopped, the one that came furthest tells why.
    """
    alive = [views for views in strands if not _stopped(views)]
    if not alive:
        return list(max(strands, key=lambda views: _stop_of(views).value))
    going = [views for views in alive if not _waits(views)] or alive
    at: dict[Bead, list[BeadView]] = {
        bead: [views[bead - 1] for views in (alive if bead <= Bead.CHOSEN else going)] for bead in Bead
    }
    chosen_from = [views[Bead.CHOSEN - 1] for views in strands]
    beads = [_one(chosen_from if bead is Bead.CHOSEN else at[bead]) for bead in Bead]
    open_beads = [view.bead for view in beads if view.state not in _SETTLED]
    going_on = [
        bead for bead in open_beads if any(each.state is BeadState.PRESENT and each.line for each in at[bead])
    ]
    done = max((view.bead for view in beads if view.state is BeadState.DONE), default=Bead.SEEN)
    after = [bead for bead in open_beads if bead >= done]
    present = going_on[-1] if going_on else next(iter(after or open_beads), None)
    found: list[BeadView] = []
    reached = date.min
    for view in beads:
        shown = _dated(view, at[view.bead], first=view.bead <= min(current, Bead.PROPOSED), reached=reached)
        if view.bead is not Bead.PAID:  # the bill may come after the work
            reached = max(reached, shown.date or reached)
        if view.bead is present:
            shown = replace(shown, state=BeadState.PRESENT)
        found.append(replace(shown, current=view.bead is current))
    return marked(found, since)


def _one(views: Sequence[BeadView]) -> BeadView:
    """One bead of all strands: its state and its line; a date comes later."""
    bead = views[0].bead
    going = [view for view in views if view.state is not BeadState.STOPPED]
    done = [view for view in going if view.state is BeadState.DONE]
    waiting = [view for view in going if view.state not in _SETTLED]
    skipped = [view for view in going if view.state is BeadState.SKIPPED]
    asked = len(views) - len(skipped)
    if waiting:
        first = min(waiting, key=lambda view: (not view.line, view.state is not BeadState.PRESENT))
        line = _joined(_count(bead, len(done), asked), first.line) if done else first.line
        expected = "" if done else first.expected
        return BeadView(
            bead,
            BeadState.FUTURE,
            None,
            line,
            expected,
            first.why,
            summary=_sentences(bead, len(done), asked, first),
        )
    if not done:
        return BeadView(bead, BeadState.SKIPPED, why=_reasons(skipped))
    whole = bead > Bead.PROPOSED and asked > 1
    line = (
        _count(bead, len(done), asked) if whole and len(done) < asked else done[0].line if asked == 1 else ""
    )
    elsewhere = _reasons(skipped, counted=True) if bead is Bead.PAID else ""
    if elsewhere:
        paid = line if len(done) < asked else format_lazy("{} {}", len(done), _("betaald"))
        line = format_lazy("{}, {}", paid, elsewhere)
    return BeadView(bead, BeadState.DONE, None, line, summary=done[0].summary if asked == 1 else "")


def _dated(view: BeadView, strands: Sequence[BeadView], *, first: bool, reached: date) -> BeadView:
    """With the day of a bead that is done. One that would run backwards is left out: it is of another strand."""
    days = [each.date for each in strands if each.state is BeadState.DONE and each.date]
    if view.state is not BeadState.DONE or not days:
        return view
    day = min(days) if first else max(days)
    earlier = [each for each in strands if each.date == day and each.earlier]
    return replace(view, date=day if earlier or day >= reached else None)


def _count(bead: Bead, done: int, asked: int) -> Text:
    words = _COUNTS.get(bead)
    return format_lazy("{}", str(words) % {"done": done, "all": asked}) if words else ""


def _joined(*parts: Text) -> Text:
    return "; ".join(str(part) for part in parts if part)


def _sentences(bead: Bead, done: int, asked: int, first: BeadView) -> Text:
    if not first.summary or not done or bead not in _COUNTS:
        return first.summary
    return f"{_count(bead, done, asked)}. {first.summary}"


def _reasons(skipped: Sequence[BeadView], *, counted: bool = False) -> Text:
    """Why it was not needed: the one reason, or each with how many."""
    reasons = Counter(str(view.why) for view in skipped if view.why)
    if len(reasons) == 1 and not counted:
        return next(iter(reasons))
    return ", ".join(f"{number} {why}" for why, number in reasons.items())


def _waits(views: Sequence[BeadView]) -> bool:
    """Whether a wish was chosen and nobody took it up: where others went on, it holds none of them back."""
    chosen = views[Bead.CHOSEN - 1]
    after = views[Bead.CHOSEN :]
    return chosen.state in _SETTLED and not any(
        view.state in _SETTLED or view.line or view.expected for view in after
    )


def _stopped(views: Sequence[BeadView]) -> bool:
    return any(view.state is BeadState.STOPPED for view in views)


def _stop_of(views: Iterable[BeadView]) -> Bead:
    return next(view.bead for view in views if view.state is BeadState.STOPPED)
