"""Managing areas: why a border runs so, how intensively, from which office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area, Intensity
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import DayField, ReasonedForm, ThingsField

_PUBLIC = _("Iedereen kan dit lezen.")
_TEXT = forms.Textarea(attrs={"rows": 4})


class BorderForm(ReasonedForm):
    """Why the border runs where it does."""

    text = forms.CharField(
        label=_("Waarom loopt de grens hier?"),
        max_length=1000,
        widget=_TEXT,
        required=False,
        help_text=_PUBLIC,
    )


class IntensityForm(ReasonedForm):
    """Much or little coordination, with the order behind it."""

    intensity = forms.ChoiceField(
        label=_("Hoe wordt het gebied beheerd?"), choices=Intensity.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Waarom?"), max_length=1000, widget=_TEXT, required=False, help_text=_PUBLIC
    )
    order_title = forms.CharField(label=_("Op welke opdracht rust dit?"), max_length=200, required=False)
    order_on = DayField(label=_("Van welke dag is de opdracht?"))
    order_url = forms.URLField(
        label=_("Waar staat de opdracht?"), required=False, max_length=500, assume_scheme="https"
    )
    valid_from = DayField(label=_("Vanaf"), initial=clock.today)

    def clean_intensity(self) -> Intensity:
        """As the mechanism knows it."""
        return Intensity(self.cleaned_data["intensity"])


class OfficeForm(ReasonedForm):
    """A place of a team, for areas."""

    name = forms.CharField(label=_("Hoe heet het bureau?"), max_length=120)
    team = forms.ChoiceField(label=_("Van welk team?"))
    address = forms.CharField(label=_("Adres"), max_length=200, required=False, help_text=_PUBLIC)
    areas = ThingsField(
        label=_("Voor welke gebieden?"), queryset=Area.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    valid_from = DayField(label=_("Vanaf"), initial=clock.today)

    def __init__(
        self, *args: Any, teams: list[tuple[str, str]], areas: QuerySet[Area], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = teams  # type: ignore[attr-defined]
        self.fields["areas"].queryset = areas  # type: ignore[attr-defined]

    def clean_areas(self) -> list[Area]:
        """Those that were ticked."""
        return list(self.cleaned_data["areas"])
