"""Forms of looking back and ahead: the scale, a term of the council, the vision."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.ways.models import IssueState, Outcome


class ScaleForm(ReasonedForm):
    """How the scale review ended, and why."""

    ending = forms.ChoiceField(label=_("Wat is besloten?"), choices=Outcome.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(label=_("Waarom?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    decided_by = forms.CharField(label=_("Wie besloot dit, en wanneer?"), max_length=200)


class ReviewForm(ReasonedForm):
    """The review of a term of the council."""

    term = forms.CharField(
        label=_("Welke raadsperiode?"), max_length=20, help_text=_("Bijvoorbeeld 2022–2026.")
    )
    asked = forms.CharField(label=_("Wie is gevraagd?"), max_length=500, help_text=_("Functies, geen namen."))
    places = forms.CharField(label=_("In welke gemeenten?"), max_length=300)
    findings = forms.CharField(
        label=_("Wat is gevonden?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    issues = forms.CharField(
        label=_("Wat moet de nieuwe raad oppakken?"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Eén kwestie op elke regel."),
    )


class IssueForm(ReasonedForm):
    """What became of an issue that was handed over."""

    state = forms.ChoiceField(label=_("Stand"), choices=IssueState.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Toelichting"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ChapterForm(ReasonedForm):
    """One chapter of the vision."""

    stance = forms.CharField(
        label=_("Wat vinden wij hiervan?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6})
    )
    review_on = DayField(label=_("Wanneer kijken wij er weer naar?"))
