"""Answering a signal, and giving it back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import PhotoField, ReasonedForm
from wijkwerk.signals.rules import FundingSource
from wijkwerk.signals.wording import FUNDING_LABELS


class AnswerForm(ReasonedForm):
    """What everyone who asked gets to read, and from what money it was handled."""

    text = forms.CharField(
        label=_("Uw antwoord"),
        help_text=_("Aan wie dit meldde, in gewone woorden: wat is er gedaan, of waarom kan het niet?"),
        max_length=4000,
        error_messages={"required": _("Schrijf het antwoord aan wie dit meldde.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    photo = PhotoField(label=_("Foto van het resultaat"))
    funding_source = forms.ChoiceField(
        label=_("Waaruit is het betaald?"),
        choices=[(source.value, FUNDING_LABELS[source]) for source in FundingSource],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waaruit dit is betaald.")},
    )


class GiveBackForm(ReasonedForm):
    """Not ours: why, and whose."""

    because = forms.CharField(
        label=_("Waarom hoort dit niet bij uw dienst, en bij wie dan wel?"),
        help_text=_("Alleen de wijkambtenaar leest dit."),
        max_length=300,
        error_messages={"required": _("Schrijf waarom dit niet bij uw dienst hoort, en bij wie dan wel.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
