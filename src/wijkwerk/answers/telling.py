"""What answers say of a thread: the bead "verteld" and the moments at which people were told."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Answer, Solved
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Told is done when a closing answer was given and nobody since said that it is not solved."""
    found = []
    for answer in Answer.objects.filter(pk__in=ids, closing=True):
        on = timezone.localdate(answer.told_at)
        found.append(Fact(Bead.TOLD, BeadState.DONE, answer.pk, on))
    return found


def moments(ids: Sequence[int]) -> list[Moment]:
    """Each answer, with what the askers said when asked whether it is solved."""
    told = [
        Moment(
            on=timezone.localdate(answer.told_at),
            thing_id=answer.pk,
            title=answer.news,
            who=answer.function or (answer.by.first_name if answer.by else ""),
            text=answer.text,
        )
        for answer in Answer.objects.filter(pk__in=ids, in_story=True)
        .select_related("by")
        .order_by("told_at")
    ]
    said = [
        Moment(
            on=timezone.localdate(verdict.said_at),
            thing_id=verdict.answer_id,
            title=_("Opgelost, zegt wie het vroeg")
            if verdict.solved
            else _("Niet opgelost, zegt wie het vroeg"),
            who=_("een bewoner"),
        )
        for verdict in Solved.objects.filter(answer_id__in=ids).order_by("said_at")
    ]
    return told + said
