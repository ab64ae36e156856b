"""Reactions that wait for an answer, one task for all of one consultation; and those that are over and not closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.decisions.queries import consultations_to_work_on
from wijkwerk.plans.actions import may_write
from wijkwerk.plans.models import Plan
from wijkwerk.plans.queries import rounds_to_work_on
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 10


def in_consultation(reader: Reader) -> Bunch:
    """In formal consultations, for who writes plans there."""
    return Bunch(
        [
            _task(
                one,
                reader.today,
                what=one.question,
                where=one.thing.area.name,
                over=_("de inspraak is voorbij"),
                close=_("Sluit de inspraak af"),
                answer_at=link("decisions:consultation", one.pk),
                close_at=link("decisions:close", one.pk),
            )
            for one in consultations_to_work_on(reader.areas(Power.EDIT_PLAN))[:MOST]
        ]
    )


def to_plans(reader: Reader) -> Bunch:
    """To the draft of a plan, for who writes that plan."""
    mine = (*reader.areas(Power.EDIT_PLAN), *reader.areas(Power.EDIT_SECTOR_PLAN))
    areas = {area.pk: area for area in mine}
    return Bunch(
        [
            _task(
                one,
                reader.today,
                what=one.plan.thing.sentence,
                where=one.plan.area.name,
                over=_("de overlegronde is voorbij"),
                close=_("Sluit de overlegronde"),
                answer_at=link("plans:act", one.plan.thing.number, "antwoord"),
                close_at=link("plans:act", one.plan.thing.number, "overleg-sluiten"),
            )
            for one in rounds_to_work_on(list(areas.values()))[:MOST]
            if _writes(reader, one.plan, areas[one.plan.area_id])
        ]
    )


def _writes(reader: Reader, plan: Plan, area: Area) -> bool:
    """Whether the plan is theirs to write by the approach of its area today, which the reader has at hand."""
    approach = reader.held.territory.approaches(area, reader.today)[0]
    described = next((each for each in approach.plans if each.key == plan.key), None)
    who = reader.person
    return bool(may_write(who, approach=approach, described=described, area=area, service=plan.service))


def _task(
    one: Any, today: date, *, what: str, where: str, over: str, close: str, answer_at: str, close_at: str
) -> Task:
    """`one` is open to reactions until a day, and carries how many wait and since when."""
    words = ngettext(
        "%(count)s reactie wacht op antwoord", "%(count)s reacties wachten op antwoord", one.waiting
    )
    return Task(
        what=what,
        where=where,
        waits=words % {"count": one.waiting} if one.waiting else over,
        since=one.oldest if one.waiting else one.opened_on,
        due=one.open_until if one.open_until < today else None,
        label=_("Beantwoord de reacties") if one.waiting else close,
        action=answer_at if one.waiting else close_at,
        key="e" if one.waiting else "o",
    )
