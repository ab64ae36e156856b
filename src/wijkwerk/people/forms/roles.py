"""Giving and ending a role."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wijkwerk.approaches.schema.roles import Entry
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import Mandates
from wijkwerk.people.wording import role_choices

ENTRY_LABELS = {
    Entry.RECRUITED: pgettext_lazy("taak", "gevraagd"),
    Entry.ELECTED: _("gekozen"),
    Entry.DRAWN_BY_LOT: _("geloot"),
    Entry.OPEN: _("zelf aangemeld"),
    Entry.APPOINTED: _("aangesteld"),
    Entry.ADOPTED: _("gebied geadopteerd"),
    Entry.SECONDED: _("gedetacheerd"),
    Entry.MANDATED: _("gemachtigd"),
}


class AppointForm(forms.Form):
    """Who gets which role, where, from when. A new person is made when no known one is chosen."""

    person = forms.ModelChoiceField(
        label=_("Iemand die wij kennen"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("iemand nieuw"),
    )
    first_name = forms.CharField(label=_("Of iemand nieuw: voornaam"), max_length=80, required=False)
    last_name = forms.CharField(label=_("Achternaam"), max_length=120, required=False)
    phone = forms.CharField(label=_("Telefoon voor het werk"), max_length=40, required=False)
    email = forms.EmailField(
        label=_("E-mailadres om in te loggen"),
        required=False,
        help_text=_("Op dit adres krijgt de persoon een link. Zonder adres kan iemand niet inloggen."),
    )
    sign_in = forms.ChoiceField(
        label=_("Hoe logt een nieuwe persoon in?"),
        choices=[
            ("password", _("met wachtwoord en code (medewerkers)")),
            ("link", _("met een link per mail (leden van een team)")),
        ],
        widget=forms.RadioSelect,
        required=False,
        initial="password",
    )
    role = forms.ChoiceField(label=_("Taak"))
    area = forms.ModelChoiceField(
        label=_("Gebied"), queryset=Area.objects.none(), required=False, empty_label=_("de hele gemeente")
    )
    organisation = forms.ModelChoiceField(
        label=_("Dienst of groep"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("geen dienst of groep"),
    )
    employer = forms.ModelChoiceField(
        label=_("In dienst bij"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("zoals de aanpak zegt"),
        help_text=_("Voor wie gedetacheerd of gemachtigd is: wie betaalt het salaris?"),
    )
    hours = forms.DecimalField(
        label=_("Uren per week"), min_value=0, max_digits=4, decimal_places=1, required=False
    )
    valid_from = DayField(
        label=_("Vanaf"),
        initial=clock.today,
    )
    entry = forms.ChoiceField(
        label=_("Hoe kreeg deze persoon de taak?"),
        choices=[
            ("", _("zoals de aanpak zegt")),
            *((entry.value, label) for entry, label in ENTRY_LABELS.items()),
        ],
        required=False,
    )
    handover = forms.CharField(
        label=_("Wat moet de opvolger weten?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text=_("Nodig als iemand anders deze taak had en zelf niets opschreef."),
    )

    def __init__(self, *args: Any, mandates: Mandates, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.filter(pk__in=[area.pk for area in mandates.areas_to_staff()])
        self.fields["person"].queryset = Person.objects.all()  # type: ignore[attr-defined]
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        self.fields["role"].choices = role_choices(mandates.territory)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One person, known or new."""
        cleaned = super().clean() or {}
        if not cleaned.get("person") and not cleaned.get("first_name"):
            self.add_error("person", _("Kies iemand, of vul hieronder een naam in."))
        return cleaned

    def refuse(self, reason: Reason) -> None:
        """Show a refusal at the field it is about."""
        self.add_error(reason.field if reason.field in self.fields else None, str(reason))


class EndForm(forms.Form):
    """The first day on which a role no longer holds."""

    on = DayField(
        label=_("Vanaf welke dag geldt de taak niet meer?"),
        initial=clock.today,
    )


class HandoverForm(ReasonedForm):
    """What the next holder of a function must know."""

    text = forms.CharField(
        label=_("Wat moet uw opvolger weten?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
        help_text=_("Wat loopt, wie u kent, wat is beloofd. Geen gegevens van bewoners."),
    )


class WhoNowForm(ReasonedForm):
    """A function as somebody remembers it, in an area as it was then."""

    role = forms.ChoiceField(label=_("Welke taak zoekt u?"))
    area = forms.ModelChoiceField(
        label=_("In welk gebied?"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("de hele gemeente"),
    )

    def __init__(
        self, *args: Any, roles: list[tuple[str, str]], areas: QuerySet[Area], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
