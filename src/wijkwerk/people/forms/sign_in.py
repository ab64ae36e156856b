"""Asking for a link to sign in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class LinkForm(forms.Form):
    """One e-mail address."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        help_text=_("Het adres waarop u mail van uw team krijgt."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
