"""Forms of the portal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import FIRST_YEAR, LAST_YEAR, ReasonedForm


class NameKnownForm(ReasonedForm):
    """What a survey found in each area: of every hundred residents, how many know its name."""

    year = forms.IntegerField(
        label=_("In welk jaar is het gevraagd?"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    source = forms.CharField(
        label=_("Uit welk onderzoek?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: bewonersenquête 2026, vraag 4."),
    )

    def __init__(self, *args: Any, areas: Sequence[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = areas
        for area in areas:
            self.fields[f"area_{area.pk}"] = forms.DecimalField(
                label=_("%(area)s: hoeveel van de honderd kennen de naam?") % {"area": area.name},
                min_value=0,
                max_value=100,
                max_digits=4,
                decimal_places=1,
                required=False,
            )

    @property
    def percents(self) -> dict[Area, Decimal]:
        """The areas that were filled in."""
        given = {area: self.cleaned_data.get(f"area_{area.pk}") for area in self.areas}
        return {area: percent for area, percent in given.items() if percent is not None}
