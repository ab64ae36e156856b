"""One value of the approach that is different in one area."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Text
from wijkwerk.approaches.drafting import Plain
from wijkwerk.approaches.editing import Entry, Shape
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.people.wording import language

YES, NO = "ja", "nee"
SHAPES = frozenset({Shape.WHOLE, Shape.NUMBER, Shape.YES_NO, Shape.CHOICE, Shape.LINE, Shape.TEXT})


class DifferForm(ReasonedForm):
    """The value here, why it is different, who decided that."""

    reason = forms.CharField(
        label=_("Waarom is het hier anders?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("Iedereen kan dit lezen."),
    )
    decided_by = forms.CharField(label=_("Wie besloot dit, en wanneer?"), max_length=200, required=False)
    valid_from = DayField(label=_("Vanaf"), initial=clock.today)

    def __init__(self, *args: Any, entry: Entry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        self.fields["value"] = _field(entry)
        self.order_fields(["value"])

    def clean_value(self) -> Plain:
        """As an approach file holds it."""
        given = self.cleaned_data["value"]
        if self.entry.shape is Shape.YES_NO:
            return bool(given == YES)
        return Text(nl=str(given)) if self.entry.shape is Shape.TEXT else given


class SameAgainForm(ReasonedForm):
    """Why an area does something as elsewhere again, who decided that, from when."""

    reason = forms.CharField(
        label=_("Waarom gaat het hier weer als elders?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen kan dit lezen."),
    )
    decided_by = forms.CharField(label=_("Wie besloot dit, en wanneer?"), max_length=200)
    valid_from = DayField(label=_("Vanaf"), initial=clock.today)


def _field(entry: Entry) -> forms.Field:
    label = _("Hoe is het hier?")
    if entry.shape is Shape.WHOLE:
        return forms.IntegerField(label=label, min_value=0)
    if entry.shape is Shape.NUMBER:
        return forms.DecimalField(label=label, min_value=0, max_digits=14, decimal_places=4)
    if entry.shape is Shape.YES_NO:
        return forms.ChoiceField(
            label=label, choices=[(YES, _("ja")), (NO, _("nee"))], widget=forms.RadioSelect
        )
    if entry.shape is Shape.CHOICE:
        words = language()
        return forms.ChoiceField(
            label=label, choices=[(key, said.within(words)) for key, said in entry.choices]
        )
    return forms.CharField(label=label, max_length=200)
