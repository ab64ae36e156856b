"""How people were asked to take part."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.participation.models import WAY_LABELS, Beginner
from wijkwerk.people.models import Organisation
from wijkwerk.thread.forms import NumberField


class ActivationForm(ReasonedForm):
    """What people were asked, how, by whom."""

    sentence = forms.CharField(
        label=_("Wat vroeg u mensen?"), max_length=300, help_text=_("In één zin. Iedereen kan het lezen.")
    )
    way = forms.ChoiceField(label=_("Hoe?"), choices=list(WAY_LABELS.items()))
    held_on = DayField(label=_("Wanneer?"))
    reached = forms.IntegerField(
        label=_("Hoeveel mensen spraken of kregen het?"), min_value=0, max_value=1_000_000
    )
    begun_by = forms.ChoiceField(label=_("Wie begon ermee?"), choices=Beginner.choices)
    executor = forms.ModelChoiceField(
        label=_("Wie deed het?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("bewoners zelf"),
    )
    about = NumberField(label=_("Over welk plan of welke maatregel?"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["executor"].queryset = Organisation.objects.all()  # type: ignore[attr-defined]
