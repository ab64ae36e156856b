"""Forms of answers."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Door
from wijkwerk.answers.on_behalf import OnBehalf
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.actions.contacts import LONGEST
from wijkwerk.people.models import Contact
from wijkwerk.people.wording import language

# What may be written down for someone else, by phone, at the desk or from paper.
DOORS = (Door.PHONE, Door.DESK, Door.PAPER, Door.LETTER)
_FEWEST_DIGITS = 6


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


PARTS = ("name", "email", "phone", "address")


class ContactForm(ReasonedForm):
    """Name and ways to be reached, all of which may stay empty."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Telefoonnummer"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    address = forms.CharField(
        label=_("Adres met postcode"),
        max_length=300,
        required=False,
        help_text=_("Dan krijgt u een brief."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def reachable(self, given: dict[str, Any]) -> bool:
        """Whether there is any way to reach this person."""
        return any(given.get(part) for part in PARTS[1:])

    def contact(self, *, by_desk: bool = False) -> Contact | None:
        """Who this is, remembered; None when they left nothing."""
        given = {part: self.cleaned_data.get(part, "") for part in PARTS}
        if not self.reachable(given):
            return None
        return remember_contact(**given, language=language()[:2], by_desk=by_desk)


class ReactForm(ContactForm):
    """What someone thinks of it, and if they wish how to reach them."""

    text = forms.CharField(
        label=_("Wat vindt u ervan?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )
    field_order = ("text", "email", "phone", "address", "name")


class OnBehalfForm(ReasonedForm):
    """Who it is written down for, how they came, and how to answer them. No organisation is asked (DEV-50)."""

    door = forms.ChoiceField(
        label=_("Hoe kwam het binnen?"), choices=[(door.value, door.label) for door in DOORS]
    )
    name = forms.CharField(label=_("Namens wie?"), required=False, max_length=LONGEST["name"])
    consent = forms.BooleanField(label=_("Voorgelezen wat wij bewaren, en het is goed"), required=False)
    phone = forms.CharField(
        label=_("Telefoon"),
        required=False,
        max_length=LONGEST["phone"],
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        max_length=LONGEST["email"],
        error_messages={"invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.")},
    )
    address = forms.CharField(
        label=_("Postadres"),
        help_text=_("Voor een brief."),
        required=False,
        max_length=LONGEST["address"],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(label=_("Taal van onze berichten"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"language": settings.LANGUAGE_CODE, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean_phone(self) -> str:
        """A number that can be called."""
        return checked_phone(self.cleaned_data["phone"])

    def on_behalf(self) -> OnBehalf:
        """Who it is written down for."""
        given = self.cleaned_data
        parts = ("name", "email", "phone", "address", "language", "consent")
        return OnBehalf(**{part: given[part] for part in parts})


class ReactOnBehalfForm(OnBehalfForm):
    """What someone thinks of it, written down for them."""

    text = forms.CharField(
        label=_("Wat zegt deze persoon?"),
        max_length=2000,
        help_text=_("In hun eigen woorden. Zonder namen of nummers van anderen."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ("name", "door", "consent", "text")


def checked_phone(number: str) -> str:
    """The number as written, when it can be one."""
    if number and len(re.findall(r"\d", number)) < _FEWEST_DIGITS:
        raise forms.ValidationError(_("Dit telefoonnummer is te kort. Schrijf het met kengetal."))
    return number
