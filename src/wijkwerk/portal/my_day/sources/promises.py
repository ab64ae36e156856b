"""Promises of mine, and of the areas I work for."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import ENDS
from wijkwerk.approaches import Power
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 20


def due(reader: Reader) -> Bunch:
    """Late, or due this week. Who works for the whole municipality sees only what they promised themselves."""
    may_promise = reader.areas(Power.PROMISE)
    if not may_promise:
        return Bunch()
    here = [area for area in reader.own_areas if area in may_promise]
    mine = Q(area__in=here) | Q(made_by=reader.person)
    rows = Promise.objects.filter(mine, due_on__lte=reader.last_day).exclude(state__in=ENDS)
    return Bunch(
        [
            Task(
                what=promise.text,
                where=promise.area.name,
                waits=_("beloofd door %(function)s") % {"function": promise.function},
                since=promise.made_on,
                due=promise.due_on,
                label=_("Handel af"),
                action=link(
                    "agreements:area",
                    promise.area.code,
                    fallback=f"{link('portal:area', promise.area.code)}#beloofd",
                ),
                url=promise.about.get_absolute_url() if promise.about else "",
            )
            for promise in rows.select_related("area", "about").order_by("due_on", "pk")[:MOST]
        ]
    )
