"""Granting, committing, paying and releasing money."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.budgets.models import Fund
from wijkwerk.budgets.queries import regular_funds
from wijkwerk.foundation.forms import AmountField, ReasonedForm
from wijkwerk.foundation.money import Currency
from wijkwerk.people.models import Organisation


class GrantForm(ReasonedForm):
    """Which service line the money is taken from, and by which decision."""

    regular = forms.ModelChoiceField(
        label=_("Uit welk deel van de gewone begroting?"),
        queryset=Fund.objects.none(),
        empty_label=_("kies een deel"),
        help_text=_("Het bedrag gaat daar af en komt bij de wijk erbij."),
    )
    ground = forms.CharField(
        label=_("Met welk besluit?"), max_length=200, help_text=_("Bijvoorbeeld: college, 14 januari 2026.")
    )

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regular"].queryset = regular_funds(currency)  # type: ignore[attr-defined]


class RegularForm(ReasonedForm):
    """A service line with what the council made available for a year."""

    name = forms.CharField(
        label=_("Welk deel van de begroting?"), max_length=120, help_text=_("Bijvoorbeeld: groen en spelen.")
    )
    year = forms.IntegerField(label=_("Jaar"), min_value=1980, max_value=2200)
    amount = AmountField(label=_("Bedrag"))
    currency = forms.ChoiceField(
        label=_("Munt"), choices=[(Currency.EUR.value, _("euro")), (Currency.NLG.value, _("gulden"))]
    )
    ground = forms.CharField(label=_("Met welk besluit?"), max_length=200)
    legal_ground = forms.CharField(label=_("Wettelijke grond"), max_length=300)


class CommitForm(ReasonedForm):
    """Who was given the order."""

    ordered_from = forms.ModelChoiceField(
        label=_("Aan wie is de opdracht gegeven?"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("niemand in het bijzonder"),
    )


class PayForm(ReasonedForm):
    """The number under which the financial administration booked it. Compulsory, so that the two can be compared."""

    booking_number = forms.CharField(
        label=_("Boekingsnummer"), max_length=40, help_text=_("Van de financiële administratie.")
    )


class ReleaseForm(ReasonedForm):
    """Why the money is not needed."""

    reason = forms.CharField(label=_("Waarom is het geld niet nodig?"), max_length=200)
