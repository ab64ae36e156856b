"""Naming a figure beforehand, and writing down what the work brought."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.figures.models import NamedFigure
from wijkwerk.foundation.forms import AmountField, ReasonedForm


class FigureForm(ReasonedForm):
    """By which figure it will be seen whether a measure helps."""

    indicator = forms.CharField(
        label=_("Welk cijfer?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: speelplekken bereikbaar met een rolstoel."),
    )
    before = AmountField(label=_("Hoeveel is het nu?"))
    unit = forms.CharField(
        label=_("Waarin geteld?"), max_length=40, help_text=_("Bijvoorbeeld: van de 6, of procent.")
    )
    source = forms.CharField(
        label=_("Waar komt het cijfer vandaan?"), max_length=200, help_text=_("De bron en het jaar.")
    )


class LearnForm(ReasonedForm):
    """What it brought, what residents say of it, and the figure afterwards: each in its own field."""

    outcome = forms.CharField(
        label=_("Wat bracht het?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wat is er nu anders voor mensen? Wat er is gedaan, staat al bij het werk."),
    )
    verdict = forms.CharField(
        label=_("Wat zeggen bewoners ervan?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In hun eigen woorden, ook als het tegenvalt."),
    )
    verdict_by = forms.CharField(
        label=_("Hoeveel bewoners, en hoe gevraagd?"),
        max_length=160,
        required=False,
        help_text=_("Zonder namen. Bijvoorbeeld: 3 bewoners, gevraagd bij de speelplek."),
    )

    def __init__(self, *args: Any, figure: NamedFigure | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if figure is not None and figure.after is None:
            self.fields["after"] = AmountField(
                label=_("Hoeveel is het cijfer nu?"),
                required=False,
                help_text=f"{figure.indicator}, {figure.unit}",
            )
            self.fields["after_source"] = forms.CharField(
                label=_("Waar komt dat cijfer vandaan?"), max_length=200, required=False
            )
