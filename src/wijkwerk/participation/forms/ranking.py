"""Forms of ranking."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.needs.queries import neighbourhoods_of
from wijkwerk.participation.actions.ballots import MOST_FORMS_AT_ONCE


class AskForm(ReasonedForm):
    """Where to send someone's own form."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("U krijgt een link naar uw formulier. Zo doet iedereen één keer mee."),
    )
    neighbourhood = forms.ModelChoiceField(
        label=_("In welke buurt woont u?"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("dat zeg ik liever niet"),
        help_text=_("Alleen om te zien welke buurten meedoen."),
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood"].queryset = neighbourhoods_of(area)  # type: ignore[attr-defined]


class HandInForm(ReasonedForm):
    """The last page: what was seen is what is handed in."""

    order = forms.CharField(widget=forms.HiddenInput)
    hear_result = forms.BooleanField(label=_("Mail mij de uitslag"), required=False)

    def clean_order(self) -> list[int]:
        """The ids of wishes, best first."""
        return _numbers(self.cleaned_data["order"])


class PaperForm(ReasonedForm):
    """A paper form, typed over."""

    paper_form = forms.CharField(
        label=_("Nummer van het formulier"),
        max_length=20,
        help_text=_("Bijvoorbeeld 0042-7KQ4."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    order = forms.CharField(
        label=_("De gekozen nummers, de beste eerst"),
        max_length=200,
        help_text=_("Met spaties ertussen, bijvoorbeeld 7 2 11."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )
    neighbourhood = forms.ModelChoiceField(
        label=_("Buurt"), queryset=Area.objects.none(), required=False, empty_label=_("niet ingevuld")
    )
    email = forms.EmailField(
        label=_("E-mailadres, als het erop staat"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    hear_result = forms.BooleanField(label=_("Wil de uitslag per mail"), required=False)

    def __init__(self, *args: Any, area: Area, by_number: dict[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_number = by_number
        self.fields["neighbourhood"].queryset = neighbourhoods_of(area)  # type: ignore[attr-defined]

    def clean_order(self) -> list[int]:
        """From the numbers on paper to ids of wishes."""
        numbers = _numbers(self.cleaned_data["order"])
        wrong = [str(number) for number in numbers if number not in self.by_number]
        if wrong:
            raise forms.ValidationError(
                _("Deze nummers staan niet op het formulier: %(numbers)s.") % {"numbers": ", ".join(wrong)}
            )
        return [self.by_number[number] for number in numbers]


class PrintForm(ReasonedForm):
    """How many paper forms to print."""

    number = forms.IntegerField(
        label=_("Hoeveel formulieren?"), min_value=1, max_value=MOST_FORMS_AT_ONCE, initial=20
    )


class CountForm(ReasonedForm):
    """Who is missing, before the count."""

    missing = forms.CharField(
        label=_("Wie deden weinig of niet mee?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In gewone woorden. Dit staat bij de uitslag, zodat iedereen weet wie er ontbreekt."),
    )


class ExtendForm(ReasonedForm):
    """More time."""

    closes_on = DayField(label=_("Nieuwe laatste dag"))


def _numbers(text: str) -> list[int]:
    """Whole numbers in the order they were written, whatever stands between them; long ones are cut to nonsense."""
    return [int(number[:18]) for number in re.findall(r"[0-9]+", text)]
