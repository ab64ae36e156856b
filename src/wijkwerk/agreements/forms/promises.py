"""Making a promise, giving it back to the residents, ending it together."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.thread.forms import NumberField


class PromiseForm(ReasonedForm):
    """What is promised, by which function, before which day."""

    text = forms.CharField(
        label=_("Wat belooft u?"), max_length=300, help_text=_("In woorden van bewoners, in één zin.")
    )
    due_on = DayField(label=_("Uiterlijk wanneer?"))
    function = forms.CharField(
        label=_("Welke functie belooft dit?"),
        max_length=120,
        help_text=_("Een functie en geen naam: de belofte blijft als u een andere taak krijgt."),
    )
    about = NumberField()


class KeepForm(ReasonedForm):
    """Nothing to fill in."""


class NotAloneForm(ReasonedForm):
    """The message to the residents, without which nothing is given back."""

    message = forms.CharField(
        label=_("Wat schrijft u aan de bewoners?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text=_("Waarom lukt het niet alleen, en wat vraagt u hun? Dit komt op de pagina van de wijk."),
    )


class TogetherForm(ReasonedForm):
    """The joint proposal, without which it does not end."""

    joint_proposal = forms.CharField(
        label=_("Welk voorstel hebt u samen met bewoners gemaakt?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )
    kept = forms.ChoiceField(
        label=_("Wat is ervan gekomen?"),
        choices=[("yes", _("Samen is het gelukt")), ("no", _("Samen hebben wij het losgelaten"))],
        widget=forms.RadioSelect,
        initial="yes",
    )

    def clean_kept(self) -> bool:
        """Whether it was kept."""
        return bool(self.cleaned_data["kept"] == "yes")
