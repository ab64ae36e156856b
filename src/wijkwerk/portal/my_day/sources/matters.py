"""What lies before my office over the direct line."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkwerk.people.wording import role_label
from wijkwerk.politics.queries import answered_for, waiting_for
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 10


def to_answer(reader: Reader) -> Bunch:
    """Questions of officers that wait for this office, and answers to what this person asked lately."""
    territory = reader.held.territory
    tasks = [
        Task(
            what=matter.question,
            where=matter.area.name,
            waits=_("%(who)s wacht") % {"who": matter.sent_by.first_name},
            since=timezone.localdate(matter.sent_at),
            label=_("Beantwoord"),
            action=reverse("politics:matter", args=[matter.pk]),
            key="e",
        )
        for matter in waiting_for(reader.person)[:MOST]
    ]
    for matter in answered_for(reader.person)[:MOST]:
        office = role_label(territory.approaches(matter.area, reader.today)[0], matter.to_role)
        tasks.append(
            Task(
                what=matter.question,
                where=matter.area.name,
                waits=_("de %(office)s antwoordde") % {"office": office},
                since=timezone.localdate(matter.answered_at or matter.sent_at),
                label=_("Lees het antwoord"),
                action=reverse("politics:matter", args=[matter.pk]),
            )
        )
    return Bunch(tasks)
