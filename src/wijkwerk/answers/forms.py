"""Forms of answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SolvedForm(forms.Form):
    """ "Opgelost?" with room for words of one's own."""

    solved = forms.TypedChoiceField(
        label=_("Is het opgelost?"),
        choices=[("ja", _("Ja, het is opgelost")), ("nee", _("Nee, het is niet opgelost"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "ja",
        error_messages={"required": _("Kies ja of nee.")},
    )
    words = forms.CharField(
        label=_("Wilt u er iets bij zeggen? (mag leeg blijven)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FollowForm(forms.Form):
    """Hear what becomes of something: a mail address is enough."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        error_messages={
            "required": _("Vul een e-mailadres in."),
            "invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    """The number and code from a letter, typed over."""

    code = forms.CharField(
        label=_("De code uit uw brief"),
        help_text=_("Bijvoorbeeld 12-7KQ4-9XMP-2FHT-W3RN. Kleine letters en spaties mogen ook."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("Neem de code over uit uw brief.")},
    )
