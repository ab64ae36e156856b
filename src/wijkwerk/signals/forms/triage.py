"""What the area officer decides about a signal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Organisation
from wijkwerk.signals.actions import Destination, Sorting, SortingForm
from wijkwerk.signals.actions.destinations import form_factories
from wijkwerk.signals.models import Signal
from wijkwerk.signals.near import Near
from wijkwerk.signals.permissions import services
from wijkwerk.signals.rules import Route, level_of
from wijkwerk.signals.wording import LEVEL_LABELS

_LONGEST_ANSWER = 4000
# Fields of this form that belong to a destination: `asks_service`, `asks_doer`.
_OWN_FIELDS = ("service", "doer")


@dataclass(frozen=True)
class WayChoice:
    """A radio button, its destination, the fields that only this one asks, and whether it was chosen."""

    option: BoundWidget
    way: Destination
    fields: list[forms.BoundField]
    chosen: bool

    @property
    def level(self) -> object:
        """The words for the level on which this way puts the question."""
        return LEVEL_LABELS[level_of(Route(self.way.key))]


class TriageForm(ReasonedForm):
    """Where it goes, what people hear, what is public. What a destination asks more stands in `extras`."""

    destination = forms.ChoiceField(
        label=_("Waar gaat deze melding heen?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waar deze melding heen gaat."),
            "invalid_choice": _("Kies waar deze melding heen gaat."),
        },
    )
    service = forms.ModelChoiceField(
        label=_("Welke dienst?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("geen dienst"),
    )
    doer = forms.ModelChoiceField(
        label=_("Wie doet dit?"),
        help_text=_("Kiest u “ik zelf”, dan staat het op uw dag tot u antwoordt."),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("ik zelf"),
    )
    answer = forms.CharField(
        label=_("Wat hoort wie dit meldde?"),
        help_text=_("Leeg: onze gewone tekst bij deze keuze. Eindigt het hier, dan schrijft u het zelf."),
        required=False,
        max_length=_LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sentence = forms.CharField(
        label=_("Openbare zin"),
        help_text=_("Zonder namen, adressen of telefoonnummers."),
        required=False,
        max_length=120,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    show_text = forms.BooleanField(
        label=_("Hele tekst laten zien"),
        help_text=_("Alleen als er niemand in te herkennen is."),
        required=False,
    )
    drop_photo = forms.BooleanField(
        label=_("Foto weghalen"),
        help_text=_("Als er iemand, een nummerbord of een huis van binnen op te zien is."),
        required=False,
    )

    def __init__(
        self,
        posted: Mapping[str, Any] | None = None,
        *,
        signal: Signal,
        ways: Sequence[Destination],
        has_photo: bool,
        pointed: Near | None = None,
    ) -> None:
        initial = {
            "sentence": signal.thing.sentence,
            "service": signal.service_id,
            "doer": signal.service_id,
            "destination": pointed.destination if pointed else None,
        }
        super().__init__(posted, initial=initial)
        self.ways = ways
        self.begun = str((posted or initial).get("destination") or "")
        self.fields["destination"].choices = [(way.key, way.label) for way in ways]  # type: ignore[attr-defined]
        for name in _OWN_FIELDS:
            self.fields[name].queryset = services()  # type: ignore[attr-defined]
        if not has_photo:
            del self.fields["drop_photo"]
        factories = form_factories()
        self.extras: dict[str, SortingForm] = {
            way.key: factories[way.key](signal, posted, way.key, pointed.thing.pk if pointed else None)
            for way in ways
            if way.key in factories
        }
        for key, extra in self.extras.items():
            if key != self.begun:
                # What was typed under another way stays, and is nobody's mistake.
                extra.errors.clear()

    @property
    def chosen_extra(self) -> SortingForm | None:
        """The extra form of the chosen destination."""
        return self.extras.get(self.begun) if self.is_bound else None

    def choices_with_hints(self) -> list[WayChoice]:
        """Every radio button, its destination and what that asks more."""
        return [
            WayChoice(
                option, way, [*self._own_fields(way), *self.extras.get(way.key, ())], way.key == self.begun
            )
            for option, way in zip(self["destination"], self.ways, strict=True)
        ]

    def _own_fields(self, way: Destination) -> list[forms.BoundField]:
        return [self[name] for name in _OWN_FIELDS if getattr(way, f"asks_{name}")]

    def clean(self) -> dict[str, Any]:
        """Only the chosen destination's own fields are checked."""
        cleaned = super().clean() or {}
        way = next((one for one in self.ways if one.key == self.begun), None)
        for name in _OWN_FIELDS:
            if way is None or not getattr(way, f"asks_{name}"):
                self.errors.pop(name, None)
                cleaned[name] = None
        if self.chosen_extra is not None and not self.chosen_extra.is_valid():
            self._say_what_is_missing(self.chosen_extra)
        return cleaned

    def _say_what_is_missing(self, extra: SortingForm) -> None:
        self.add_error(
            "destination", " ".join(str(text) for texts in extra.errors.values() for text in texts)
        )

    def refuse(self, reason: Reason) -> None:
        """At the field it is about, in this form or in the chosen destination's."""
        extra = self.chosen_extra
        if extra is not None and reason.field not in self.fields and extra.refuse(reason):
            self.refused_for = reason
            self._say_what_is_missing(extra)
            return
        super().refuse(reason)

    def sorting(self) -> Sorting:
        """The decision, as the action reads it."""
        given = self.cleaned_data
        extra = self.chosen_extra
        return Sorting(
            destination=given["destination"],
            sentence=given["sentence"],
            hide_text=not given["show_text"],
            drop_photo=given.get("drop_photo", False),
            answer=given["answer"],
            service=given["service"] or given["doer"],
            data=extra.sorting_data() if extra is not None else {},
        )


class PassOnForm(ReasonedForm):
    """To another service than thought."""

    service = forms.ModelChoiceField(
        label=_("Naar een andere dienst"), queryset=Organisation.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, signal: Signal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = services().exclude(pk=signal.service_id or 0)  # type: ignore[attr-defined]
