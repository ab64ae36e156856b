"""Foreword, adopting, taking note, reserving and stopping."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.budgets.models import Fund
from wijkwerk.foundation.forms import ReasonedForm

_BODY = _("Een functie of een bestuur, zoals: college van burgemeester en wethouders.")


class ForewordForm(ReasonedForm):
    """The words a plan begins with."""

    foreword = forms.CharField(
        label=_("Voorwoord"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 10})
    )


class AdoptForm(ReasonedForm):
    """In whose name the plan is adopted, and why so."""

    body = forms.CharField(label=_("Wie stelt het plan vast?"), max_length=160, help_text=_BODY)
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Dit staat bij het besluit, voor iedereen."),
    )


class NoteForm(ReasonedForm):
    """Which body takes note."""

    body = forms.CharField(label=_("Wie neemt kennis van het plan?"), max_length=160, help_text=_BODY)


class StopForm(ReasonedForm):
    """Why a measure goes no further; everyone who asked reads it."""

    body = forms.CharField(label=_("Wie besluit dit?"), max_length=160, help_text=_BODY)
    reason = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Iedereen die het vroeg, krijgt dit te lezen."),
    )


class ReserveForm(ReasonedForm):
    """From which fund and year."""

    fund = forms.ModelChoiceField(label=_("Uit welk geld?"), queryset=Fund.objects.none(), empty_label=None)
    year = forms.IntegerField(label=_("Jaar van de begroting"), min_value=1980, max_value=2200)

    def __init__(self, *args: Any, funds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = funds  # type: ignore[attr-defined]
