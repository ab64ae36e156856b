"""Forms of politics."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import ReasonedForm, ThingField
from wijkwerk.people.models import Person
from wijkwerk.politics.models import Subject
from wijkwerk.thread.forms import NumberField
from wijkwerk.thread.models import Thing


class LayBeforeForm(ReasonedForm):
    """What an officer lays before the alderman of the area."""

    question = forms.CharField(label=_("Wat vraagt u, in één zin?"), max_length=160)
    subject = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=Subject.choices,
        widget=forms.RadioSelect,
        initial=Subject.PROCESS,
        help_text=_(
            "Een wijkwethouder kan iets doen aan het proces. Over de inhoud gaat de portefeuillehouder."
        ),
    )
    text = forms.CharField(
        label=_("Wat speelt er?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_(
            "Wat is er gebeurd, wat is geprobeerd, en wanneer moet er iets gebeuren? Geen namen van bewoners."
        ),
    )
    about = NumberField(
        label=_("Over welk nummer?"), help_text=_("Van een melding, maatregel of plan, zoals MR-2026-0012.")
    )

    def __init__(self, *args: Any, area: Area, reader: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area, self.reader = area, reader
        self.fields["about"].among = Thing.objects.visible_to(reader)  # type: ignore[attr-defined]


class AnswerForm(ReasonedForm):
    """The answer of the office."""

    answer = forms.CharField(label=_("Uw antwoord"), max_length=2000, widget=forms.Textarea)


class ForwardForm(ReasonedForm):
    """What a committee of an area sends on."""

    sentence = forms.CharField(label=_("Wat is het voorstel, in één zin?"), max_length=120)
    text = forms.CharField(
        label=_("Wat speelt er?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Iedereen kan dit lezen. Geen namen van bewoners."),
    )
    to = forms.CharField(label=_("Welke commissie behandelt het?"), max_length=160)
    about = NumberField(label=_("Over welk nummer?"))


class BoardListForm(ReasonedForm):
    """An issue for the table of the board."""

    sentence = forms.CharField(label=_("Wat vraagt u het college, in één zin?"), max_length=120)
    subject = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=Subject.choices,
        widget=forms.RadioSelect,
        initial=Subject.PROCESS,
    )
    text = forms.CharField(
        label=_("Wat speelt er?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Iedereen kan dit lezen. Geen namen van bewoners."),
    )
    about = NumberField(label=_("Over welk nummer?"))

    def clean_subject(self) -> Subject:
        """Process or content."""
        return Subject(self.cleaned_data["subject"])


class ProcessForm(ReasonedForm):
    """What was agreed with the alderman of an area."""

    alderman = ThingField(Person.objects.none(), label=_("Met wie?"))
    text = forms.CharField(
        label=_("Wat is afgesproken?"),
        max_length=2000,
        widget=forms.Textarea,
        initial=_(
            "De wijkwethouder gaat over het proces: of stappen op tijd zijn, en of iedereen meedoet."
            " De inhoud blijft bij de portefeuillehouder."
        ),
        help_text=_("Iedereen kan dit lezen."),
    )

    def __init__(self, *args: Any, aldermen: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["alderman"]
        assert isinstance(field, ThingField)
        field.queryset = aldermen


class TreatForm(ReasonedForm):
    """What became of a proposal."""

    public_text = forms.CharField(label=_("Wat is ervan gekomen, in één zin?"), max_length=300)
    reason = forms.CharField(label=_("Waarom?"), max_length=2000, widget=forms.Textarea)
    body = forms.CharField(
        label=_("Wie behandelde het?"),
        max_length=160,
        required=False,
        help_text=_("Leeg: waar het naartoe is gestuurd."),
    )
