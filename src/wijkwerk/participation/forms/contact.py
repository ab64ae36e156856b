"""The fields by which someone can be reached, for every form that asks for them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.participation.wording import language
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact

PARTS = ("name", "email", "phone", "address")


class ContactForm(ReasonedForm):
    """Name and ways to be reached, all of which may stay empty."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Telefoonnummer"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    address = forms.CharField(
        label=_("Adres met postcode"),
        max_length=300,
        required=False,
        help_text=_("Dan krijgt u een brief."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def reachable(self, given: dict[str, Any]) -> bool:
        """Whether there is any way to reach this person."""
        return any(given.get(part) for part in PARTS[1:])

    def contact(self, *, by_desk: bool = False) -> Contact | None:
        """Who this is, remembered; None when they left nothing."""
        given = {part: self.cleaned_data.get(part, "") for part in PARTS}
        if not self.reachable(given):
            return None
        return remember_contact(**given, language=language()[:2], by_desk=by_desk)
