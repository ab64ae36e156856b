"""What was decided about an area for a term and is over, and formal consultation to answer or close."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Power
from wijkwerk.decisions import queries
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 10


def to_evaluate(reader: Reader) -> Bunch:
    """Deviations from city policy whose term is over; due the first day on which one can look back."""
    return Bunch(
        [
            Task(
                what=_("Kijk terug: anders dan %(policy)s") % {"policy": deviation.policy},
                where=deviation.area.name,
                waits=_("de termijn is voorbij"),
                since=deviation.allowed_until,
                due=deviation.allowed_until + timedelta(1) if deviation.allowed_until else None,
                label=_("Schrijf op hoe het ging"),
                action=link("decisions:evaluate-deviation", deviation.pk),
                url=link("decisions:area", deviation.area.code),
            )
            for deviation in queries.to_evaluate(reader.areas(Power.EVALUATE)).order_by(
                "allowed_until", "pk"
            )[:MOST]
        ]
    )


def consultations(reader: Reader) -> Bunch:
    """Reactions that wait for an answer, one task for each consultation; and those that are over and not closed."""
    tasks = []
    found = queries.consultations_to_work_on(reader.areas(Power.EDIT_PLAN))[:MOST]
    for one in found:
        waiting: int = one.waiting  # type: ignore[attr-defined]
        over = one.open_until < reader.today
        words = ngettext(
            "%(count)s reactie wacht op antwoord", "%(count)s reacties wachten op antwoord", waiting
        )
        tasks.append(
            Task(
                what=one.question,
                where=one.thing.area.name,
                waits=words % {"count": waiting} if waiting else _("de inspraak is voorbij"),
                since=one.oldest if waiting else one.opened_on,  # type: ignore[attr-defined]
                due=one.open_until if over else None,
                label=_("Beantwoord de reacties") if waiting else _("Sluit de inspraak af"),
                action=link("decisions:consultation" if waiting else "decisions:close", one.pk),
                url=link("decisions:consultation", one.pk),
                key="e" if waiting else "o",
            )
        )
    return Bunch(tasks)
