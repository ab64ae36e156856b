"""Who agrees to pay for something; ordering from a department; asking the board for more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.budgets.models import Fund, FundKind
from wijkwerk.budgets.queries import regular_funds
from wijkwerk.foundation.forms import AmountField, DayField, ReasonedForm
from wijkwerk.foundation.money import Money
from wijkwerk.people.models import Organisation, OrganisationKind
from wijkwerk.thread.forms import NumberField


class FundForm(ReasonedForm):
    """An amount from a fund, read in the currency of that fund."""

    fund = forms.ModelChoiceField(
        label=_("Uit welk geld?"), queryset=Fund.objects.none(), empty_label=_("kies een fonds")
    )
    amount = AmountField(label=_("Hoeveel?"))

    def __init__(self, *args: Any, funds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = funds  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The amount with its currency."""
        given: dict[str, Any] = super().clean() or {}
        if "amount" in given and "fund" in given:
            given["amount"] = Money.of(given["amount"], given["fund"].currency)
        return given


class ConsentForm(FundForm):
    """Yes or no, up to an amount."""

    agreed = forms.ChoiceField(
        label=_("Ja of nee?"), choices=[("yes", _("ja")), ("no", _("nee"))], widget=forms.RadioSelect
    )
    field_order = ["agreed", "fund", "amount"]

    def clean_agreed(self) -> bool:
        """Whether it is a yes."""
        return bool(self.cleaned_data["agreed"] == "yes")


class ResidentsForm(ConsentForm):
    """What residents decided."""

    residents = forms.IntegerField(label=_("Hoeveel bewoners beslisten?"), min_value=1, max_value=100_000)
    how = forms.CharField(
        label=_("Hoe besloten zij?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld: op de inloopavond, met handen omhoog. Iedereen kan dit lezen."),
    )
    field_order = ["agreed", "residents", "how", "fund", "amount"]


class OfficeForm(ConsentForm):
    """What the office decided."""

    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Iedereen kan dit lezen."),
    )
    field_order = ["agreed", "reason", "fund", "amount"]


class OrderForm(FundForm):
    """What is ordered, from whom, for what price, before which day."""

    what = forms.CharField(
        label=_("Wat bestelt u?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    department = forms.ModelChoiceField(
        label=_("Bij welke dienst?"), queryset=Organisation.objects.none(), empty_label=_("kies een dienst")
    )
    due_on = DayField(label=_("Uiterlijk wanneer?"))
    about = NumberField()
    field_order = ["what", "about", "department", "fund", "amount", "due_on"]

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, funds=Fund.objects.filter(area=area, kind=FundKind.AREA_BUDGET), **kwargs)
        services = Organisation.objects.filter(kind=OrganisationKind.SERVICE)
        self.fields["department"].queryset = services  # type: ignore[attr-defined]


class DeliverForm(ReasonedForm):
    """What was delivered."""

    delivered = forms.CharField(
        label=_("Wat is er geleverd?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class AcceptForm(ReasonedForm):
    """Nothing to fill in."""


class WhyForm(ReasonedForm):
    """Why not."""

    why = forms.CharField(label=_("Waarom?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class ProposeForm(FundForm):
    """What a wish costs, from which regular budget, and why."""

    reason = forms.CharField(
        label=_("Waarom zou hier geld voor moeten komen?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen nodig als het niet meer past."),
    )
    field_order = ["fund", "amount", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, funds=regular_funds(), **kwargs)


class DecideProposalForm(ReasonedForm):
    """What the board decides."""

    granted = forms.ChoiceField(
        label=_("Komt het geld erbij?"),
        choices=[("yes", _("ja")), ("no", _("nee"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Iedereen die het vroeg, krijgt dit te lezen."),
    )
    body = forms.CharField(label=_("Wie besluit dit?"), max_length=160)

    def clean_granted(self) -> bool:
        """Whether it is granted."""
        return bool(self.cleaned_data["granted"] == "yes")
