"""What was decided about an area for a term, and is to be looked back on now that it is over."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

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
