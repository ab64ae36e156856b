"""What answers say of a thread: the bead "verteld" and the moments at which people were told."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from wijkwerk.answers.models import Answer, Delivery, Solved
from wijkwerk.answers.rules import opens_again
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Told is done when a closing answer was given. A "nee" to it is counted until the next closing answer; of more
    than half it opens the bead again.
    """
    since = Answer.objects.filter(closing=True, told_at__gt=OuterRef("said_at")).filter(
        Q(about=OuterRef("answer__about")) | Q(about=OuterRef("asker__thing"))
    )
    said_no = Solved.objects.filter(~Exists(since), solved=False)
    closing = Answer.objects.filter(pk__in=ids, closing=True).annotate(
        said_no=_number_of(said_no), told=_number_of(Delivery.objects.all())
    )
    return [_fact(answer, answer.said_no, answer.told) for answer in closing]


def _number_of(rows: QuerySet[Solved] | QuerySet[Delivery]) -> Coalesce:
    """How many of these belong to an answer, as part of the query for answers."""
    mine = rows.filter(answer=OuterRef("pk")).order_by().values("answer")
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)


def _fact(answer: Answer, said_no: int, told: int) -> Fact:
    if said_no and opens_again(said_no, told):
        return Fact(Bead.TOLD, BeadState.PRESENT, answer.pk, line=_("niet opgelost, zegt wie het vroeg"))
    count = ngettext_lazy(
        "%(said_no)s van %(told)s zegt: niet opgelost",
        "%(said_no)s van %(told)s zeggen: niet opgelost",
        said_no,
    ) % {"said_no": said_no, "told": told}
    day = timezone.localdate(answer.told_at)
    return Fact(Bead.TOLD, BeadState.DONE, answer.pk, day, line=count if said_no else "")


def moments(ids: Sequence[int]) -> list[Moment]:
    """Each answer, with what the askers said when asked whether it is solved."""
    told = [
        Moment(
            on=timezone.localdate(answer.told_at),
            thing_id=answer.pk,
            title=capfirst(answer.news),
            who=answer.function or (answer.by.first_name if answer.by else ""),
            text=answer.text,
            at=answer.told_at,
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
            at=verdict.said_at,
        )
        for verdict in Solved.objects.filter(answer_id__in=ids).order_by("said_at")
    ]
    return told + said
