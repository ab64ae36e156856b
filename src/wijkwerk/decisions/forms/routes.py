"""Forms of a route to adoption."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.decisions.forms.rulings import DecidingForm
from wijkwerk.decisions.pages.routes import OUTCOMES
from wijkwerk.decisions.rules.routes import StopOutcome


class StopForm(DecidingForm):
    """How a stop ended."""

    ending = forms.ChoiceField(label=_("Wat was de uitkomst?"), widget=forms.RadioSelect)
    public_text = forms.CharField(label=_("Wat is er besloten, in één zin?"), max_length=300)
    body = forms.CharField(label=_("In wiens naam?"), max_length=160)
    field_order = ["ending", "public_text", "reason", "body"]

    def __init__(self, *args: object, only_refusing: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        allowed = [StopOutcome.NOT_AGREED] if only_refusing else list(StopOutcome)
        self.fields["ending"].choices = [(one.value, OUTCOMES[one]) for one in allowed]  # type: ignore[attr-defined]

    def clean_ending(self) -> StopOutcome:
        """The ending itself."""
        return StopOutcome(self.cleaned_data["ending"])
