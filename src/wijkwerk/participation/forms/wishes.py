"""Forms of wishes and the longlist."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.forms import ContactForm
from wijkwerk.approaches import Approach
from wijkwerk.foundation.forms import AmountField, DayField, ReasonedForm
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.needs.forms import theme_choices
from wijkwerk.participation.actions import Wished
from wijkwerk.participation.models import Wish
from wijkwerk.people.models import Organisation
from wijkwerk.thread.models import Thing


class WishForm(ContactForm):
    """A wished measure: what, what it costs, what residents bring."""

    sentence = forms.CharField(
        label=_("De wens in één zin"), max_length=120, help_text=_("Zo staat hij op de kaart voor bewoners.")
    )
    text = forms.CharField(
        label=_("Toelichting"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    theme = forms.ChoiceField(label=_("Thema"), required=False)
    cost = AmountField(label=_("Geschatte kosten in euro’s"), required=False)
    own_contribution = forms.CharField(
        label=_("Wat doen bewoners zelf?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    heard_in = forms.TypedMultipleChoiceField(
        label=_("Wie wensten dit?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wie u aanvinkt, hoort wat er met de wens gebeurt."),
    )
    field_order = ("sentence", "text", "theme", "cost", "own_contribution", "heard_in")

    def __init__(
        self,
        *args: Any,
        approach: Approach,
        currency: str = Currency.EUR,
        signals: list[Thing] | None = None,
        known: Wish | None = None,
        **kwargs: Any,
    ) -> None:
        if known is not None:
            kwargs["initial"] = {
                "sentence": known.thing.sentence,
                "text": known.text if known.text != known.thing.sentence else "",
                "theme": known.theme,
                "cost": known.cost.amount if known.cost else None,
                "own_contribution": known.own_contribution,
            }
        super().__init__(*args, **kwargs)
        self.currency = currency
        self.fields["theme"].choices = theme_choices(approach, known.theme if known else "")  # type: ignore[attr-defined]
        if currency == Currency.NLG:
            self.fields["cost"].label = _("Geschatte kosten in guldens")
        if known is not None:
            for name in ("heard_in", "name", "email", "phone", "address"):
                del self.fields[name]
        elif signals:
            self.fields["heard_in"].choices = [(thing.pk, _said(thing)) for thing in signals]  # type: ignore[attr-defined]
        else:
            del self.fields["heard_in"]

    def wished(self) -> Wished:
        """What was filled in, as the action reads it."""
        given = self.cleaned_data
        cost = given["cost"]
        return Wished(
            sentence=given["sentence"],
            text=given["text"],
            theme=given["theme"],
            own_contribution=given["own_contribution"],
            cost=None if cost is None else Money.of(cost, self.currency),
        )


def _said(thing: Thing) -> str:
    """A signal as a choice: what was said, and what was wished."""
    contribution = getattr(thing, "contribution", None)
    said = f"{thing.number}: {thing.sentence}"
    return f"{said} → {contribution.wished}" if contribution and contribution.wished else said


class PassOnForm(ReasonedForm):
    """To which body, and why."""

    to = forms.ModelChoiceField(
        label=_("Aan wie?"), queryset=Organisation.objects.all(), empty_label=_("Kies wie hierover gaat")
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen die dit wenste, krijgt dit te lezen."),
    )


class DropForm(ReasonedForm):
    """Why a wish goes no further."""

    reason = forms.CharField(
        label=_("Waarom gaat deze wens nu niet door?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen die dit wenste, krijgt dit te lezen."),
    )


class OpenRankingForm(ReasonedForm):
    """Until when residents can put the list in order."""

    closes_on = DayField(label=_("Laatste dag"))
