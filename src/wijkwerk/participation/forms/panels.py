"""Forms of panels."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.forms import ContactForm
from wijkwerk.answers.models import Door
from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import MomentField, ReasonedForm
from wijkwerk.foundation.language import day_in_words
from wijkwerk.needs.queries import neighbourhoods_of
from wijkwerk.participation.models import AskedBy, PanelRound, PanelSession
from wijkwerk.people.wording import resident_text
from wijkwerk.signals.actions import Report
from wijkwerk.signals.rules import LONGEST_TEXT


class SaidForm(ContactForm):
    """What someone says in a panel. Only the problem must be filled in; nobody need belong to anything (DEV-50)."""

    text = forms.CharField(
        label=_("Wat is er aan de hand in uw buurt of wijk?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    wished = forms.CharField(
        label=_("Wat zou er moeten gebeuren?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    own_contribution = forms.CharField(
        label=_("Wat kunt of wilt u zelf doen?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    neighbourhood = forms.ModelChoiceField(
        label=_("In welke buurt?"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("de hele wijk"),
    )
    place_text = forms.CharField(
        label=_("Waar precies?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld een straat of een plein."),
    )
    group = forms.CharField(
        label=_("Namens welke groep?"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld de soosmiddag."),
    )
    supporter = forms.CharField(
        label=_("Wie hielp met verwoorden?"),
        max_length=160,
        required=False,
        help_text=_("Voornaam en organisatie. Beide komen bij de inbreng te staan."),
    )
    request_key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, area: Area, approach: Approach, **kwargs: Any) -> None:
        kwargs["initial"] = {"request_key": uuid.uuid4().hex, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.area = area
        self.fields["neighbourhood"].queryset = neighbourhoods_of(area)  # type: ignore[attr-defined]
        self.fields["own_contribution"].label = (
            resident_text(approach, "own_contribution") or self.fields["own_contribution"].label
        )

    def report(self, door: Door) -> Report:
        """What was filled in, as a signal."""
        given = self.cleaned_data
        return Report(
            area=self.area,
            text=given["text"],
            door=door,
            neighbourhood=given["neighbourhood"],
            place_text=given["place_text"],
            own_contribution=given["own_contribution"],
            resident_words=given.get("resident_words", True),
            request_key=given["request_key"],
        )

    def said(self) -> dict[str, Any]:
        """What belongs to the contribution rather than to the signal."""
        return {name: self.cleaned_data[name] for name in ("wished", "group", "supporter")}


class ContributeForm(SaidForm):
    """A resident fills it in themselves, without an account. Leaving an address is the yes to hearing more."""

    field_order = ("text", "wished", "own_contribution", "neighbourhood", "place_text", "group", "supporter")


def _place_and_day(session: PanelSession) -> str:
    return f"{session.place}, {day_in_words(timezone.localdate(session.starts_at))}"


class EnterForm(SaidForm):
    """Paper, typed over fast: the session and the door stay for the next one."""

    session = forms.ModelChoiceField(
        label=_("Bijeenkomst"),
        queryset=PanelSession.objects.none(),
        required=False,
        empty_label=_("geen bijeenkomst"),
    )
    door = forms.ChoiceField(
        label=_("Hoe kwam het binnen?"),
        choices=[
            (Door.PAPER.value, Door.PAPER.label),
            (Door.PANEL.value, _("gezegd op de bijeenkomst")),
            (Door.PHONE.value, Door.PHONE.label),
            (Door.DESK.value, Door.DESK.label),
        ],
    )
    resident_words = forms.BooleanField(
        label=_("Dit staat er in de woorden van de bewoner"), required=False, initial=True
    )
    field_order = (
        "session",
        "door",
        "text",
        "resident_words",
        "wished",
        "own_contribution",
        "neighbourhood",
        "place_text",
        "group",
        "supporter",
    )

    def __init__(self, *args: Any, panel: PanelRound, **kwargs: Any) -> None:
        super().__init__(*args, area=panel.area, **kwargs)
        session = self.fields["session"]
        session.queryset = panel.sessions.all()  # type: ignore[attr-defined]
        session.label_from_instance = _place_and_day  # type: ignore[attr-defined]
        self.fields["text"].label = _("Wat is er aan de hand?")
        # The next one begins where the last one ended.
        self.fields["text"].widget.attrs["autofocus"] = True


class SessionForm(ReasonedForm):
    """An occasion to ask people."""

    place = forms.CharField(label=_("Waar?"), max_length=160)
    starts_at = MomentField(
        label=_("Wanneer?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M"],
    )
    asked_by = forms.ChoiceField(
        label=_("Wie vragen er?"), choices=AskedBy.choices, widget=forms.RadioSelect, initial=AskedBy.RESIDENT
    )
    askers_text = forms.CharField(
        label=_("Wie zijn dat?"),
        max_length=200,
        required=False,
        help_text=_("Komt op de pagina. Bijvoorbeeld: Ria en Mo van het wijkteam."),
    )


class HeldForm(ReasonedForm):
    """How it went."""

    attendance = forms.IntegerField(label=_("Hoeveel mensen kwamen er?"), min_value=0, max_value=32_767)
    report = forms.CharField(
        label=_("Wat werd er in het kort gezegd?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Zonder namen: iedereen leest dit."),
    )
