"""Speaking along about a step."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Comment
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import Mandates, mandates_of, may
from wijkwerk.thread.actions import journal

LONGEST = 1000


@transaction.atomic
def comment(*, step: CycleStep, text: str, by: Person | None) -> Comment:
    """Someone with a role says something about a step (DEV-12). It is shown and heard; it decides nothing (DEV-15)."""
    area, approach = step.cycle.area, step.cycle.approach
    may(by, Power.COMMENT, within=area, on=clock.today()).require()
    if by is None:
        raise ValueError("a refusal comes before this")
    text = text.strip()
    if not text:
        raise Invalid(Reason(_("Schrijf wat u wilt zeggen."), field="text"))
    if len(text) > LONGEST:
        raise Invalid(
            Reason(_("Dit is te lang: hoogstens %(longest)s tekens.") % {"longest": LONGEST}, field="text")
        )
    mandates: Mandates = mandates_of(by)
    roles = [
        held.role
        for held in mandates.within(area)
        if held.role in approach.roles and approach.roles[held.role].may(Power.COMMENT)
    ]
    made = Comment.objects.create(step=step, person=by, role=next(iter(roles), ""), text=text, at=clock.now())
    journal(Verb.COMMENTED, by=by, detail_id=made.pk)
    return made
