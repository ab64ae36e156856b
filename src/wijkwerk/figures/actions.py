"""Keeping what a municipality asked its residents itself."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.figures.models import Indicator, SurveyFigure
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may


@transaction.atomic
def keep_survey(
    *, indicator: Indicator, year: int, source: str, percents: Mapping[Area, Decimal], by: Person
) -> list[SurveyFigure]:
    """Keep the outcome of one survey in one year, all areas at once; what was kept of that year is replaced."""
    may(by, Power.SET_APPROACH, within=None).require()
    if not source.strip():
        raise Invalid(Reason(_("Zeg uit welk onderzoek dit komt."), field="source"))
    if year > clock.today().year:
        raise Invalid(Reason(_("Dit jaar moet nog komen."), field="year"))
    if not percents:
        raise Invalid(Reason(_("Vul van minstens één gebied in wat er uitkwam."), field="year"))
    for area, percent in percents.items():
        if not 0 <= percent <= 100:
            said = _("%(area)s: kies een getal van 0 tot en met 100.") % {"area": area.name}
            raise Invalid(Reason(said, field=f"area_{area.pk}"))
    return [
        SurveyFigure.objects.update_or_create(
            area=area,
            indicator=indicator,
            year=year,
            defaults={"percent": percent, "source": source.strip(), "entered_by": by},
        )[0]
        for area, percent in percents.items()
    ]
