"""Speaking along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.participation.actions.comments import LONGEST


class CommentForm(ReasonedForm):
    """What someone says, and of which step."""

    step = forms.TypedChoiceField(label=_("Over welke stap?"), coerce=int)
    text = forms.CharField(
        label=_("Wat wilt u zeggen?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Uw voornaam en uw rol staan erbij. Iedereen kan het lezen."),
    )

    def __init__(self, *args: Any, steps: Sequence[CycleStep], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [(step.pk, step.label) for step in steps]  # type: ignore[attr-defined]
