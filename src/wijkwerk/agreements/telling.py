"""What promises say of a thread: made, given back to the residents, ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.models import Agreement, Promise
from wijkwerk.agreements.rules import PromiseState
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Text
from wijkwerk.thread.kinds import Moment

_ENDS = {
    PromiseState.KEPT: _("De belofte is gehouden"),
    PromiseState.KEPT_TOGETHER: _("Samen met bewoners gehouden"),
    PromiseState.GIVEN_UP: _("Samen met bewoners losgelaten"),
}


def moments(ids: Sequence[int]) -> list[Moment]:
    """The promises about any of these things, as moments of the story."""
    found = []
    for promise in Promise.objects.filter(about_id__in=ids):
        due = _("Uiterlijk op %(day)s.") % {"day": day_with_year(promise.due_on)}
        made = _("Beloofd: %(promise)s") % {"promise": promise.text}
        found.append(_moment(promise, promise.made_on, made, due))
        if promise.message and promise.told_on:
            found.append(_moment(promise, promise.told_on, _("Dit kunnen wij niet alleen"), promise.message))
        if promise.closed_on:
            end = _ENDS[PromiseState(promise.state)]
            found.append(_moment(promise, promise.closed_on, end, promise.joint_proposal or promise.text))
    return found


def _moment(promise: Promise, on: date, title: Text, text: Text) -> Moment:
    return Moment(on=on, thing_id=promise.about_id or 0, title=title, who=promise.function, text=text)


def agreement_moments(ids: Sequence[int]) -> list[Moment]:
    """What was agreed, and what it said before each change; the decision to change tells itself."""
    found = []
    for agreement in Agreement.objects.filter(pk__in=ids).prefetch_related("changes"):
        changes = list(agreement.changes.all())
        first = changes[0].before if changes else agreement.text
        found.append(Moment(on=agreement.made_on, thing_id=agreement.pk, title=_("Afgesproken"), text=first))
        found += [
            Moment(
                on=change.changed_on,
                thing_id=agreement.pk,
                title=_("Voortaan geldt"),
                who=change.function,
                text=change.after,
                order=90 + place,
            )
            for place, change in enumerate(changes)
        ]
    return found
