"""Forming a team, its questions, doing without a meeting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import ReasonedForm, ThingsField
from wijkwerk.people.models import Person


class TeamForm(ReasonedForm):
    """Around which questions, with whom."""

    team = forms.ChoiceField(label=_("Soort team"))
    name = forms.CharField(label=_("Hoe heet het team?"), max_length=120)
    questions = forms.CharField(
        label=_("Rond welke vragen?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén vraag per regel, zoals die in het gebied leeft."),
    )
    members = ThingsField(
        label=_("Wie zitten erin?"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    rhythm = forms.CharField(
        label=_("Hoe en hoe vaak komt het team bij elkaar?"), max_length=200, required=False
    )

    def __init__(
        self, *args: Any, kinds: list[tuple[str, str]], people: QuerySet[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = kinds  # type: ignore[attr-defined]
        self.fields["members"].queryset = people  # type: ignore[attr-defined]

    def clean_questions(self) -> list[str]:
        """One question a line."""
        return [line.strip() for line in self.cleaned_data["questions"].splitlines() if line.strip()]

    def clean_members(self) -> list[Person]:
        """Who were ticked."""
        return list(self.cleaned_data["members"])


class QuestionForm(ReasonedForm):
    """One more question."""

    sentence = forms.CharField(label=_("Welke vraag?"), max_length=200)


class OutcomeForm(ReasonedForm):
    """What came of a question."""

    ending = forms.CharField(
        label=_("Wat kwam eruit?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class EndForm(ReasonedForm):
    """Nothing to fill in."""


class LeaveOutForm(ReasonedForm):
    """Why an area does without."""

    reason = forms.CharField(
        label=_("Hoe stemt u hier dan af?"),
        max_length=300,
        required=False,
        help_text=_("Iedereen die hier werkt, kan dit lezen."),
    )
