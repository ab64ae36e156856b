"""What reactions and formal consultations say of a thread."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijkwerk.decisions.models import AnsweredReaction, Consultation, Followed
from wijkwerk.foundation.language import day_with_year, inner
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import FactSource, Moment, MomentSource


def _found(table: type[AnsweredReaction], ids: Sequence[int]) -> list[AnsweredReaction]:
    assert issubclass(table, Model)
    return list(table._default_manager.filter(pk__in=ids).select_related("thing", table.about))  # type: ignore[misc]


def facts_of(table: type[AnsweredReaction]) -> FactSource:
    """Someone said something."""
    return lambda ids: [
        Fact(Bead.SEEN, BeadState.DONE, reaction.pk, reaction.thing.born_on)
        for reaction in _found(table, ids)
    ]


def moments_of(table: type[AnsweredReaction]) -> MomentSource:
    """What was said, where it may be read, and what was done with it."""
    return lambda ids: [moment for reaction in _found(table, ids) for moment in _moments(reaction)]


def _moments(reaction: AnsweredReaction) -> list[Moment]:
    said = Moment(
        on=reaction.thing.born_on,
        thing_id=reaction.pk,
        title=_("Reactie op “%(subject)s”") % {"subject": inner(reaction.subject.sentence)},
        quote=reaction.text if reaction.text_public else "",
    )
    if reaction.answered_on is None:
        return [said]
    done = Moment(
        on=reaction.answered_on,
        thing_id=reaction.pk,
        title=_("Wat ermee is gedaan: %(followed)s") % {"followed": Followed(reaction.followed).label},
        text=reaction.reason,
        order=60,
    )
    return [said, done]


def consultation_moments(ids: Sequence[int]) -> list[Moment]:
    """That everyone could react, until when; and what was done with the reactions."""
    found = []
    for one in Consultation.objects.filter(thing_id__in=ids):
        url = reverse("decisions:consultation", args=[one.pk])
        found.append(
            Moment(
                on=one.opened_on,
                thing_id=one.thing_id,
                title=_("Iedereen kan reageren tot en met %(day)s") % {"day": day_with_year(one.open_until)},
                text=one.question,
                url=url,
                link_text=_("Inspraak"),
            )
        )
        if one.closed_on is not None:
            number = one.reactions or 0
            title = ngettext("%(number)s mens reageerde", "%(number)s mensen reageerden", number)
            found.append(
                Moment(
                    on=one.closed_on,
                    thing_id=one.thing_id,
                    title=title % {"number": number},
                    text=one.answer,
                    url=url,
                    link_text=_("Inspraak"),
                )
            )
    return found
