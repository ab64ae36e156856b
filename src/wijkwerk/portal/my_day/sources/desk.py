"""What waits at the desk: letters to print, people to call. One task for the whole pile, not one per letter."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.answers.queries import for_the_desk
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import Power
from wijkwerk.portal.links import link
from wijkwerk.portal.my_day.reader import Reader
from wijkwerk.portal.my_day.tasks import Bunch, Task

MOST = 100  # counted up to here: beyond it the pile is simply high


def letters(reader: Reader) -> Bunch:
    """Letters that nobody printed yet."""
    found = _waiting(reader, Channel.LETTER)
    what = ngettext("%(count)s brief om te printen", "%(count)s brieven om te printen", len(found))
    return _pile(found, what, _("Print"), "answers:letters")


def calls(reader: Reader) -> Bunch:
    """People who asked to be called."""
    found = _waiting(reader, Channel.PHONE)
    what = ngettext("%(count)s bewoner om te bellen", "%(count)s bewoners om te bellen", len(found))
    return _pile(found, what, _("Bel"), "answers:calls")


def _waiting(reader: Reader, channel: Channel) -> list[tuple[datetime, str]]:
    areas = reader.areas(Power.ENTER_ON_BEHALF)
    if not areas:
        return []
    rows = for_the_desk(channel, areas).select_related(None)
    return list(rows.values_list("created_at", "asker__thing__area__name")[:MOST])


def _pile(found: list[tuple[datetime, str]], what: str, label: str, name: str) -> Bunch:
    if not found:
        return Bunch()
    count = str(len(found)) if len(found) < MOST else f"{MOST}+"
    oldest = min(timezone.localdate(created) for created, _area in found)
    task = Task(
        what=what % {"count": count},
        where=", ".join(sorted({area for _created, area in found})),
        waits=_("bewoners wachten op dit bericht"),
        since=oldest,
        due=oldest,  # what is to be sent goes the day it was written
        label=label,
        action=link(name),
    )
    return Bunch([task])
