"""What triage asks more when a signal becomes part of a need: which one there is, or the first words of a new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import ThingField
from wijkwerk.foundation.reasons import Reason
from wijkwerk.needs.actions import Understanding
from wijkwerk.needs.models import Need
from wijkwerk.needs.queries import needs_of
from wijkwerk.signals.models import Signal


class IntoNeedForm(forms.Form):
    """An existing need, or what is asked and what is needed in one sentence; the rest is written on the need's page."""

    need = ThingField(
        label=_("Hoort bij een vraag die er al is"),
        queryset=Need.objects.none(),
        required=False,
        empty_label=_("nee, dit is een nieuwe vraag"),
    )
    new_sentence = forms.CharField(
        label=_("Nieuwe vraag: wat is er nodig?"),
        help_text=_("Eén zin, in gewone woorden. Iedereen leest dit."),
        required=False,
        max_length=120,
    )
    asked = forms.CharField(label=_("Wat werd er gevraagd?"), required=False, max_length=300)
    underlying = forms.CharField(
        label=_("Welke vraag zit daarachter?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, posted: Mapping[str, Any] | None, *, signal: Signal, prefix: str, pointed: int | None = None
    ) -> None:
        super().__init__(posted, prefix=prefix, initial={"need": pointed})
        need = self.fields["need"]
        need.queryset = needs_of(signal.thing.area)  # type: ignore[attr-defined]
        need.label_from_instance = lambda each: each.thing.sentence  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        cleaned = super().clean() or {}
        if not cleaned.get("need"):
            for name, sentence in (
                ("new_sentence", _("Kies een vraag die er al is, of zeg in één zin wat er nodig is.")),
                ("asked", _("Schrijf op wat er werd gevraagd.")),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned

    def sorting_data(self) -> dict[str, Any]:
        """The need, or the understanding of a new one."""
        given = self.cleaned_data
        if given["need"]:
            return {"need": given["need"]}
        return {
            "understanding": Understanding(
                sentence=given["new_sentence"], asked=given["asked"], underlying=given["underlying"]
            )
        }

    def refuse(self, reason: Reason) -> bool:
        """Show a refusal at its field."""
        if reason.field not in self.fields:
            return False
        self.add_error(reason.field, str(reason))
        return True


def make(
    signal: Signal, posted: Mapping[str, Any] | None, prefix: str, pointed: int | None = None
) -> IntoNeedForm:
    """For `signals.actions.register_form`."""
    return IntoNeedForm(posted, signal=signal, prefix=prefix, pointed=pointed)
