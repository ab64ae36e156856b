"""The three screens of a report. No field asks for an organisation: nobody has to be organised to report (DEV-50)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.forms import checked_phone
from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import PhotoField, ReasonedForm
from wijkwerk.people.actions.contacts import LONGEST
from wijkwerk.people.wording import resident_text
from wijkwerk.signals.actions.reporting import LONGEST_CONTRIBUTION, LONGEST_PLACE
from wijkwerk.signals.wording import category_words


class SeenForm(ReasonedForm):
    """First screen. Text or photo is enough; the subject helps us and may stay empty."""

    text = forms.CharField(
        label=_("Vertel wat u ziet of waar u aan denkt"),
        help_text=_("In uw eigen woorden. Schrijf geen namen of telefoonnummers van anderen op."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    photo = PhotoField(help_text=_("Een foto helpt vaak. Liever geen mensen of nummerborden erop."))
    category = forms.ChoiceField(label=_("Waar gaat het over?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, approach: Approach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = category_choices(approach)  # type: ignore[attr-defined]


class PlaceForm(ReasonedForm):
    """Second screen: the area is all that must be known."""

    search = forms.CharField(
        label=_("Straat, buurt of postcode"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    area = forms.ChoiceField(
        label=_("Wijk"),
        error_messages={
            "required": _("Kies in welke wijk het is."),
            "invalid_choice": _("Kies in welke wijk het is."),
        },
    )
    place_text = forms.CharField(
        label=_("Waar precies?"),
        help_text=_("Bijvoorbeeld: tegenover de school, bij de bushalte."),
        required=False,
        max_length=LONGEST_PLACE,
    )
    whole_neighbourhood = forms.BooleanField(label=_("Het gaat over de hele buurt"), required=False)
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)

    def __init__(self, *args: Any, areas: Sequence[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("Kies een wijk"))] + [  # type: ignore[attr-defined]
            (area.code, area.name) for area in areas
        ]


class ReplyForm(ReasonedForm):
    """Third screen: everything may stay empty."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        max_length=LONGEST["email"],
        error_messages={"invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Of een telefoonnummer"),
        help_text=_("Dan bellen wij u."),
        required=False,
        max_length=LONGEST["phone"],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    address = forms.CharField(
        label=_("Of een postadres"),
        help_text=_("Dan sturen wij u een brief."),
        required=False,
        max_length=LONGEST["address"],
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    name = forms.CharField(
        label=_("Uw naam"),
        help_text=_("Alleen nodig voor een brief, of om u aan te spreken."),
        required=False,
        max_length=LONGEST["name"],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    own_contribution = forms.CharField(
        required=False, max_length=LONGEST_CONTRIBUTION, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, approach: Approach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_own_contribution(self, approach)

    def clean_phone(self) -> str:
        """A number that can be called."""
        return checked_phone(self.cleaned_data["phone"])


class MailForm(ReasonedForm):
    """Only where to write to, and that may stay empty too."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        max_length=LONGEST["email"],
        error_messages={
            "invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."),
            "required": _("Vul een e-mailadres in."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, required: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = required


def category_choices(approach: Approach) -> list[tuple[str, Any]]:
    """The subjects of the approach with what belongs to them; first that one does not know."""
    words = [(one.key, *category_words(one)) for one in approach.signals.categories]
    named = [(key, f"{label} ({examples})" if examples else label) for key, label, examples in words]
    return [("", _("Weet ik niet")), *named]


def ask_own_contribution(form: forms.Form, approach: Approach) -> None:
    """ "U vraagt, u draait mee" (UTR97-10): asked in the municipality's words, unless its approach does not ask it."""
    if approach.options.own_contribution_asked is False:
        del form.fields["own_contribution"]
        return
    form.fields["own_contribution"].label = resident_text(approach, "own_contribution") or _(
        "Wat kunt of wilt u zelf doen? Niets is ook goed."
    )
