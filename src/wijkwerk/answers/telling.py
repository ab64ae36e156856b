"""What answers say of a thread: the bead "verteld" and the moments at which people were told."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Answer, Solved
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Told is done when a closing answer was given; a "nee" to it opens it again, until the next closing answer."""
    closing = Answer.objects.filter(pk__in=ids, closing=True)
    since = Answer.objects.filter(closing=True, told_at__gt=OuterRef("said_at")).filter(
        Q(about=OuterRef("answer__about")) | Q(about=OuterRef("asker__thing"))
    )
    said_no = Exists(Solved.objects.filter(~Exists(since), answer=OuterRef("pk"), solved=False))
    return [
        Fact(Bead.TOLD, BeadState.PRESENT, answer.pk, line=_("niet opgelost, zegt wie het vroeg"))
        if answer.said_no
        else Fact(Bead.TOLD, BeadState.DONE, answer.pk, timezone.localdate(answer.told_at))
        for answer in closing.annotate(said_no=said_no)
    ]


def moments(ids: Sequence[int]) -> list[Moment]:
    """Each answer, with what the askers said when asked whether it is solved."""
    told = [
        Moment(
            on=timezone.localdate(answer.told_at),
            thing_id=answer.pk,
            title=capfirst(answer.news),
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
