"""What promises say of a thread: made, given back to the residents, ended."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import PromiseState
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
        thing_id = promise.about_id or 0
        made = {"thing_id": thing_id, "who": promise.function}
        found.append(
            Moment(
                on=promise.made_on,
                title=_("Beloofd: %(promise)s") % {"promise": promise.text},
                text=_("Uiterlijk op %(day)s.") % {"day": f"{promise.due_on:%d-%m-%Y}"},
                **made,
            )
        )
        if promise.message and promise.told_on:
            found.append(
                Moment(
                    on=promise.told_on, title=_("Dit kunnen wij niet alleen"), text=promise.message, **made
                )
            )
        if promise.closed_on:
            found.append(
                Moment(
                    on=promise.closed_on,
                    title=_ENDS[PromiseState(promise.state)],
                    text=promise.joint_proposal,
                    **made,
                )
            )
    return found
