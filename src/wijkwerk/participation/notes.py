"""What participation adds to the pages of needs: what was wished in a panel, and where wishes are written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.foundation.reasons import Text
from wijkwerk.needs.hooks import WayOn, register_notes, register_way_on
from wijkwerk.needs.models import Need
from wijkwerk.participation.models import Contribution


def what_was_wished(signal_ids: Sequence[int]) -> Mapping[int, Sequence[Text]]:
    """Of each panel contribution the wished measure, and for which group it was said by whom (DEV-46)."""
    found: dict[int, list[Text]] = {}
    for each in Contribution.objects.filter(pk__in=signal_ids):
        texts: list[Text] = []
        if each.wished:
            texts.append(_("Wenst: %(wish)s") % {"wish": each.wished})
        if each.group:
            texts.append(
                _("Namens %(group)s, verwoord met %(supporter)s")
                % {"group": each.group, "supporter": each.supporter}
            )
        found[each.pk] = texts
    return found


def _address(need: Need) -> str:
    return reverse("participation:wishes", args=[need.pk])


def register() -> None:
    """Stand beside the signals and needs."""
    register_notes(what_was_wished)
    register_way_on(WayOn(_("Wensen"), Power.MANAGE_LONGLIST, _address))
