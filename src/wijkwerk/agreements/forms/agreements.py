"""Writing down what was agreed and by whom, and changing it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import ReasonedForm, ThingsField
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact, Organisation, Person, RoleHeld
from wijkwerk.thread.forms import NumberField

MOST_RESIDENTS = 50


class AgreementForm(ReasonedForm):
    """What was agreed, and everyone who agreed to it."""

    text = forms.CharField(
        label=_("Wat is er afgesproken?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    about = NumberField()
    people = ThingsField(
        label=_("Welke mensen spraken dit af?"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    organisations = ThingsField(
        label=_("Welke partijen spraken dit af?"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    makers = forms.CharField(
        label=_("Welke bewoners spraken dit af?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Eén e-mailadres per regel. Zij krijgen bericht als de afspraak verandert. Niemand ziet de adressen."
        ),
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = RoleHeld.objects.on(clock.today()).filter(area=area)
        self.fields["people"].queryset = Person.objects.filter(roles__in=held).distinct()  # type: ignore[attr-defined]
        self.fields["organisations"].queryset = Organisation.objects.order_by("name")  # type: ignore[attr-defined]

    def clean_makers(self) -> list[str]:
        """The addresses, each once."""
        found = list(dict.fromkeys(self.cleaned_data["makers"].split()))
        if len(found) > MOST_RESIDENTS:
            raise forms.ValidationError(_("Hoogstens %(most)s bewoners per keer.") % {"most": MOST_RESIDENTS})
        for address in found:
            validate_email(address)
        return found

    def everyone(self) -> list[Person | Organisation | Contact]:
        """All who made it."""
        given = self.cleaned_data
        residents = [remember_contact(email=address, by_desk=True) for address in given["makers"]]
        return [*given["people"], *given["organisations"], *residents]


class ChangeForm(ReasonedForm):
    """What holds from now on, why, and in which function it is changed."""

    text = forms.CharField(
        label=_("Wat geldt er voortaan?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    reason = forms.CharField(
        label=_("Waarom verandert het?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Iedereen die het afsprak, krijgt dit te lezen."),
    )
    function = forms.CharField(label=_("In welke functie verandert u dit?"), max_length=120)
