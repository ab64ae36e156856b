"""The report as the desk fills it in: the same questions, in fast order on one page."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.forms import OnBehalfForm
from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import PhotoField
from wijkwerk.signals.actions.reporting import LONGEST_CONTRIBUTION, LONGEST_PLACE
from wijkwerk.signals.forms.report import ask_own_contribution, category_choices
from wijkwerk.signals.models import Signal


class DeskForm(OnBehalfForm):
    """What they said, and where."""

    text = forms.CharField(
        label=_("Wat zegt deze persoon?"),
        help_text=_("In hun eigen woorden. Zonder namen of nummers van anderen."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    area = forms.ChoiceField(
        label=_("Wijk"),
        required=False,
        help_text=_("Mag leeg blijven als hieronder een straat staat die wij kennen."),
        error_messages={"invalid_choice": _("Kies een wijk uit de lijst.")},
    )
    place_text = forms.CharField(label=_("Straat of plek"), required=False, max_length=LONGEST_PLACE)
    whole_neighbourhood = forms.BooleanField(label=_("Het gaat over de hele buurt"), required=False)
    same_as = forms.TypedChoiceField(
        label=_("Al gemeld?"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect
    )
    own_contribution = forms.CharField(required=False, max_length=LONGEST_CONTRIBUTION)
    category = forms.ChoiceField(label=_("Waar gaat het over?"), required=False)
    photo = PhotoField(preview=_("De foto"))
    request_key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    field_order = ("door", "name", "consent", "text", "area", "place_text", "whole_neighbourhood", "same_as")

    def __init__(
        self,
        *args: Any,
        areas: Sequence[Area],
        approach: Approach,
        matches: Sequence[Signal] = (),
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {
            "request_key": uuid.uuid4().hex,
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, **kwargs)
        self.areas = {area.code: area for area in areas}
        self.fields["area"].choices = [("", _("volgens de straat"))] + [  # type: ignore[attr-defined]
            (area.code, area.name) for area in areas
        ]
        self.fields["category"].choices = category_choices(approach)  # type: ignore[attr-defined]
        self.fields["same_as"].choices = [("", _("Nee, dit is nieuw"))] + [  # type: ignore[attr-defined]
            (one.pk, f"{one.thing.number} · {one.thing.sentence}") for one in matches
        ]
        ask_own_contribution(self, approach)
