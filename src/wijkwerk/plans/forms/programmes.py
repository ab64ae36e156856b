"""Beginning and widening a programme, and saying what serves its goal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area, Programme, Stage
from wijkwerk.areas.queries import working_areas
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Person
from wijkwerk.thread.forms import NumberField
from wijkwerk.thread.models import Thing


class DecidedForm(ReasonedForm):
    """The decision by which areas take part in a programme."""

    areas = forms.ModelMultipleChoiceField(
        label=_("Welke gebieden doen mee?"),
        queryset=Area.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    stage = forms.ChoiceField(label=_("Hoe ver is het?"), choices=Stage.choices, widget=forms.RadioSelect)
    decided_on = DayField(label=_("Op welke dag is dat besloten?"), initial=clock.today)
    decided_by = forms.CharField(label=_("Wie besloot dit?"), max_length=200)
    public_text = forms.CharField(
        label=_("Wat is er besloten, en waarom?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen kan dit lezen."),
    )
    policy_frame = forms.CharField(label=_("In welk breder beleid past het?"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Area.objects.filter(pk__in=[area.pk for area in working_areas()]).defer("geometry")
        self.fields["areas"].queryset = here.order_by("name")  # type: ignore[attr-defined]


class BeginProgrammeForm(DecidedForm):
    """A programme with its own goal, and the one it comes after."""

    name = forms.CharField(label=_("Hoe heet het programma?"), max_length=160)
    goal = forms.CharField(
        label=_("Wat is het doel?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In gewone woorden. Een voorloper houdt zijn eigen doel."),
    )
    follows = forms.ModelChoiceField(
        label=_("Komt het na een ander programma?"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("nee, het is nieuw"),
    )

    field_order = ("name", "goal", "follows", "areas", "stage", "decided_on", "decided_by", "public_text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ended = Programme.objects.filter(followed_by=None)
        self.fields["follows"].queryset = ended  # type: ignore[attr-defined]
        if not ended.exists():
            del self.fields["follows"]

    def refuse(self, reason: Reason) -> None:
        """The key of a programme comes from its name."""
        super().refuse(replace(reason, field="name" if reason.field == "key" else reason.field))


class TagForm(ReasonedForm):
    """One item, by its number."""

    about = NumberField(label=_("Welk nummer hoort erbij?"), required=True)

    def __init__(self, *args: Any, reader: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].among = Thing.objects.visible_to(reader)  # type: ignore[attr-defined]
