"""Beginning a year, opening a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches.schema.purpose import Goal
from wijkwerk.cycles.wording import ASKED
from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.people.wording import language


class BeginForm(ReasonedForm):
    """A new cycle: its name and first day."""

    name = forms.CharField(
        label=_("Hoe heet dit jaar?"), max_length=40, help_text=_("Meestal het jaartal, bijvoorbeeld 2027.")
    )
    starts_on = DayField(label=_("Eerste dag"))


class OpenForm(ReasonedForm):
    """The last day of the step that opens."""

    until = DayField(
        label=_("Tot en met welke dag duurt deze stap?"),
        help_text=_("Bewoners zien deze dag op elke pagina. Later sluiten mag, eerder ook."),
    )


class CloseForm(ReasonedForm):
    """Nothing to fill in: a page that asks whether you are sure."""


class AssessForm(ReasonedForm):
    """The three questions about a cycle, and what came of each goal."""

    what = forms.CharField(
        label=ASKED["what"], max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    why = forms.CharField(
        label=ASKED["why"], max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    how_well = forms.CharField(
        label=ASKED["how_well"], max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    def __init__(self, *args: Any, goals: Sequence[Goal] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for goal in goals:
            self.fields[f"goal_{goal.key}"] = forms.CharField(
                label=_("Wat kwam er van dit doel: %(goal)s?") % {"goal": goal.label.within(language())},
                max_length=500,
                required=False,
            )
