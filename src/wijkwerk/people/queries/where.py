"""Where people find the municipality for an area: in the area itself, or at the city office (DOR-20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wijkwerk.approaches.schema import AreaBase
from wijkwerk.areas.models import Area, Intensity, ManagementIntensity
from wijkwerk.areas.queries import approach_for, lineage
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Reason, Verdict
from wijkwerk.people.models import Office
from wijkwerk.people.queries.coverage import offices_for
from wijkwerk.people.rules.capacity import needs_office, works_from_the_city_office
from wijkwerk.people.wording import because, sourced

BASE = "organisation.based_in_area"


@dataclass(frozen=True)
class Whereabouts:
    """The offices for an area, and what there is to say of it."""

    offices: list[Office]
    sentence: str
    why: Reason


def where_to_find(area: Area, on: date | None = None) -> Whereabouts | None:
    """Where people find us; None where nothing is said of it and there is no office."""
    day = on or clock.today()
    approach, offices = approach_for(area, day), offices_for(area, day)
    base, intensive = approach.organisation.based_in_area, _intensive(area, day)
    if base is None and not offices:
        return None
    sentence = ""
    if works_from_the_city_office(base, intensive=intensive):
        sentence = _("Wij zitten niet in %(area)s zelf. U vindt ons op het stadskantoor.") % {
            "area": area.name
        }
    elif not offices and needs_office(base, intensive=intensive):
        sentence = _("Bij %(area)s hoort een bureau in de wijk. Dat is er nog niet.") % {"area": area.name}
    return Whereabouts(offices, sentence, sourced(approach, "", BASE))


def may_have_an_office(area: Area, on: date | None = None) -> Verdict:
    """Whether people may be stationed here; an office above the working areas, such as the city's, always may."""
    day = on or clock.today()
    approach = approach_for(area, day)
    around = lineage(area, day)
    if approach.plan_level.key not in {each.level for each in around}:
        return YES
    base = approach.organisation.based_in_area
    if not works_from_the_city_office(base, intensive=_intensive(area, day, around)):
        return YES
    said = _("In %(area)s werkt niemand vanuit de wijk, zegt de aanpak.") % {"area": area.name}
    way_out = _("Ontvang mensen op het stadskantoor.")
    if base is AreaBase.INTENSIVE_AREAS:
        way_out += " " + _("Of wijs dit gebied eerst aan voor intensief beheer.")
    return because(approach, BASE, said, way_out)


def _intensive(area: Area, day: date, around: list[Area] | None = None) -> bool:
    found = ManagementIntensity.objects.on(day).filter(area__in=around or lineage(area, day))
    return found.filter(intensity=Intensity.INTENSIVE).exists()
