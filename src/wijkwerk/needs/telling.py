"""What needs say of a thread: the bead "begrepen"."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from wijkwerk.needs.models import Need
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Understood is done on the day it was understood; what was understood had been seen."""
    return [
        Fact(bead, BeadState.DONE, need.pk, need.understood_on)
        for need in Need.objects.filter(pk__in=ids)
        for bead in (Bead.SEEN, Bead.UNDERSTOOD)
    ]


def moments(ids: Sequence[int]) -> list[Moment]:
    """The question behind the question, in both wordings and from each source that speaks."""
    return [
        Moment(
            on=need.understood_on,
            thing_id=need.pk,
            title=_("De vraag achter de vraag"),
            text="\n\n".join(_said(need)),
            quote=need.resident_words or need.from_residents,
            quote_by=_("bewoners") if need.resident_words or need.from_residents else "",
            url=need.thing.get_absolute_url(),
            link_text=need.thing.sentence,
        )
        for need in Need.objects.filter(pk__in=ids).select_related("thing")
    ]


def _said(need: Need) -> list[str]:
    """Each part with what it is; empty parts are left out."""
    residents = need.from_residents if need.resident_words else ""
    parts = (
        (_("Gevraagd: %(text)s"), need.asked),
        (_("Daarachter: %(text)s"), need.underlying),
        (_("Wat bewoners zeggen: %(text)s"), residents),
        (_("Wat de cijfers zeggen: %(text)s"), need.from_figures),
        (_("Wat mensen zien die er werken: %(text)s"), need.from_professionals),
        (_("In de woorden van de gemeente: %(text)s"), need.policy_words),
    )
    return [str(sentence % {"text": text}) for sentence, text in parts if text]
