"""Looking for a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import working_areas
from wijkwerk.decisions.models import DecisionKind


class SearchForm(forms.Form):
    """Words, kind, area, year: all may stay empty; what is no choice is passed over."""

    woorden = forms.CharField(label=_("Woorden"), max_length=100, required=False)
    soort = forms.ChoiceField(
        label=_("Soort besluit"), choices=[("", _("alle")), *DecisionKind.choices], required=False
    )
    wijk = forms.ChoiceField(label=_("Wijk"), required=False)
    jaar = forms.IntegerField(label=_("Jaar"), min_value=1980, max_value=2200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas: dict[str, Area] = {area.code: area for area in working_areas()}
        names = [(code, area.name) for code, area in self.areas.items()]
        self.fields["wijk"].choices = [("", _("alle")), *names]  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked, without what is empty or wrong."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
