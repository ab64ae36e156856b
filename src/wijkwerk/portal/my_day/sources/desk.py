"""What waits at the desk: letters to print, people to call."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from wijkwerk.answers.models import Delivery
from wijkwerk.answers.queries import for_the_desk
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import Power
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 10


def letters(reader: Reader) -> Bunch:
    """Letters that nobody printed yet."""
    return _waiting(
        reader, Channel.LETTER, _("Print"), "answers:letter", "answers:letters", _("Alle brieven")
    )


def calls(reader: Reader) -> Bunch:
    """People who asked to be called."""
    return _waiting(
        reader, Channel.PHONE, _("Bel"), "answers:call", "answers:calls", _("Iedereen die wil dat u belt")
    )


def _waiting(reader: Reader, channel: Channel, label: str, one: str, all_of_them: str, more: str) -> Bunch:
    areas = reader.areas(Power.ENTER_ON_BEHALF)
    if not areas:
        return Bunch()
    found = list(for_the_desk(channel, areas)[: MOST + 1])
    tasks = [_task(delivery, label, one) for delivery in found[:MOST]]
    return Bunch(tasks, more, link(all_of_them)) if len(found) > MOST else Bunch(tasks)


def _task(delivery: Delivery, label: str, name: str) -> Task:
    thing = delivery.answer.about if delivery.answer else delivery.asker.thing if delivery.asker else None
    return Task(
        what=thing.sentence if thing else _("Bericht"),
        where=thing.area.name if thing else "",
        waits=_("een bewoner wacht op dit bericht"),
        since=timezone.localdate(delivery.created_at),
        label=label,
        action=link(name, delivery.pk),
        url=thing.get_absolute_url() if thing else "",
    )
