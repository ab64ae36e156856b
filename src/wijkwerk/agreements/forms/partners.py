"""A partner signs."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.people.models import Organisation


class JoinForm(ReasonedForm):
    """Who signed, when, and what it brings."""

    organisation = forms.ModelChoiceField(label=_("Welke organisatie?"), queryset=Organisation.objects.none())
    commitment = forms.CharField(
        label=_("Wat doet deze partner?"), max_length=300, help_text=_("In één zin. Iedereen kan het lezen.")
    )
    joined_on = DayField(label=_("Wanneer getekend?"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["organisation"].queryset = Organisation.objects.all()  # type: ignore[attr-defined]
