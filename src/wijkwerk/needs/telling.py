"""What needs say of a thread: the bead "begrepen"."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from wijkwerk.needs.models import Need
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Understood is done on the day it was understood."""
    return [
        Fact(Bead.UNDERSTOOD, BeadState.DONE, need.pk, need.understood_on)
        for need in Need.objects.filter(pk__in=ids)
    ]


def moments(ids: Sequence[int]) -> list[Moment]:
    """The question behind the question, with what residents say."""
    return [
        Moment(
            on=need.understood_on,
            thing_id=need.pk,
            title=_("De vraag achter de vraag"),
            text=" ".join(
                part for part in (need.underlying, need.from_figures, need.from_professionals) if part
            ),
            quote=need.resident_words,
            quote_by=_("bewoners") if need.resident_words else "",
            url=need.thing.get_absolute_url(),
            link_text=need.thing.sentence,
        )
        for need in Need.objects.filter(pk__in=ids).select_related("thing")
    ]
