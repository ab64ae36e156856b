"""What the area officer decides about a signal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Organisation
from wijkwerk.signals.actions import Destination, Sorting, SortingForm
from wijkwerk.signals.actions.destinations import form_factories
from wijkwerk.signals.models import Signal
from wijkwerk.signals.permissions import services

_LONGEST_ANSWER = 4000


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
    ) -> None:
        initial = {"sentence": signal.thing.sentence, "service": signal.service_id}
        super().__init__(posted, initial=initial)
        self.ways = ways
        self.fields["destination"].choices = [(way.key, way.label) for way in ways]  # type: ignore[attr-defined]
        self.fields["service"].queryset = services()  # type: ignore[attr-defined]
        if not has_photo:
            del self.fields["drop_photo"]
        factories = form_factories()
        self.extras: dict[str, SortingForm] = {
            way.key: factories[way.key](signal, posted, way.key) for way in ways if way.key in factories
        }

    @property
    def chosen_extra(self) -> SortingForm | None:
        """The extra form of the chosen destination."""
        return self.extras.get(self.data.get("destination", "")) if self.is_bound else None

    def choices_with_hints(self) -> list[tuple[Any, Destination, SortingForm | None]]:
        """Every radio button, its destination and what that asks more."""
        return [
            (option, way, self.extras.get(way.key))
            for option, way in zip(self["destination"], self.ways, strict=True)
        ]

    def clean(self) -> dict[str, Any]:
        """Only the chosen destination's own fields are checked."""
        cleaned = super().clean() or {}
        extra = self.chosen_extra
        if extra is not None and not extra.is_valid():
            self.add_error("destination", _("Bij deze keuze moet nog iets worden ingevuld."))
        return cleaned

    def refuse(self, reason: Reason) -> None:
        """At the field it is about, in this form or in the chosen destination's."""
        extra = self.chosen_extra
        if extra is not None and reason.field not in self.fields and extra.refuse(reason):
            self.reason = reason
            self.add_error("destination", _("Bij deze keuze moet nog iets worden ingevuld."))
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
            service=given["service"],
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
