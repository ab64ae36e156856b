"""Changes of what this person, or the party they work for, agreed to: told until they were read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wijkwerk.agreements.queries import waiting_notices
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 10


def changed(reader: Reader) -> Bunch:
    """The longest unread first."""
    return Bunch(
        [
            Task(
                what=_("Een afspraak is veranderd: %(agreement)s") % {"agreement": notice.change.after},
                where=notice.change.agreement.area.name,
                waits=_("veranderd door: %(function)s") % {"function": notice.change.function},
                since=notice.change.changed_on,
                label=_("Lees wat er veranderde"),
                action=link("agreements:agreements", notice.change.agreement.area.code),
            )
            for notice in waiting_notices(reader.person).order_by("id")[:MOST]
        ]
    )
