"""How much of what an area asks is physical, and when that says something about the unit that asks (ROT-01)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, descendant_ids, sourced
from wijkwerk.foundation.reasons import Reason
from wijkwerk.needs.models import Need

# No source gives a limit; past half, talk about an area is mostly talk about its stones.
MOST_PERCENT = 50


@dataclass(frozen=True)
class PhysicalShare:
    """The needs of an area with a theme, those of a physical one, and a warning when the unit explains it."""

    needs: int
    physical: int
    warning: Reason | None

    @property
    def percent(self) -> int:
        """The share, in whole percents."""
        return round(100 * self.physical / self.needs) if self.needs else 0


def physical_share(area: Area) -> PhysicalShare:
    """Of the needs of an area and what lies in it; a fixed number of queries."""
    approach = approach_for(area)
    physical = {theme.key for theme in approach.themes.list if theme.physical}
    themes = list(
        Need.objects.filter(thing__area__in=descendant_ids(area))
        .exclude(theme="")
        .values_list("theme", flat=True)
    )
    share = PhysicalShare(len(themes), sum(theme in physical for theme in themes), None)
    if share.percent <= MOST_PERCENT or not _pulls_to_stones(approach):
        return share
    said = _(
        "Van wat %(area)s vraagt is %(percent)s %% fysiek. Wie het gebied helpt, heeft zelf ook zulke taken."
    )
    warning = sourced(
        approach,
        said % {"area": area.name, "percent": share.percent},
        "organisation.unit",
        value=f"> {MOST_PERCENT} %",
        way_out=_("Vraag ook naar samenleven, veiligheid en kansen."),
    )
    return PhysicalShare(share.needs, share.physical, warning)


def _pulls_to_stones(approach: Approach) -> bool:
    """Whether the unit has other tasks too, or hangs under a service whose work is physical."""
    unit = approach.organisation.unit
    if unit is None:
        return False
    services = {service.key: service for service in approach.organisation.services}
    own = services.get(unit.service or "")
    return bool(unit.other_tasks or (own and own.physical))
