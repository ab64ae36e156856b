"""Forms of composing and adopting."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches.editing import Entry, Place, Shape
from wijkwerk.approaches.limits import MOST_BYTES
from wijkwerk.approaches.values import Text
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.people.wording import language

LONGEST_TEXT = 1000
YES, NO = "ja", "nee"


class BeginForm(ReasonedForm):
    """A draft: what it is called, what it begins with, and in which proposal its choices stand."""

    title = forms.CharField(label=_("Hoe heet de nieuwe aanpak?"), max_length=120)
    key = forms.CharField(
        label=_("Sleutel"),
        max_length=60,
        help_text=_(
            "Een korte naam voor het bestand, bijvoorbeeld onze_stad_2027. Verandert later niet meer."
        ),
    )
    extends = forms.ChoiceField(label=_("Begin met"))
    municipality = forms.CharField(label=_("Gemeente"), max_length=80)
    document = forms.CharField(
        label=_("In welk voorstel of besluit staan de keuzes?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: Raadsvoorstel 2027-12. Elke keuze noemt dit als bron."),
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["extends"].choices = choices  # type: ignore[attr-defined]


class PlaceForm(ReasonedForm):
    """Everything that can be filled in at one place of an approach, and where it was proposed."""

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        self.names = {entry.path: name_of(entry.path) for entry in place.entries}
        for entry in place.entries:
            self.fields[self.names[entry.path]] = _field(entry)
        self.fields["source"] = forms.CharField(
            label=_("Waar staat dit? (artikel of bladzijde van het voorstel)"), max_length=80
        )

    def clean_source(self) -> str:
        """One place in one document: no marks that mean something in a source."""
        return re.sub(r"[;,\s]+", " ", str(self.cleaned_data["source"])).strip()

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, by path."""
        return {
            entry.path: _plain(entry, self.cleaned_data.get(self.names[entry.path]))
            for entry in self.place.entries
        }


def name_of(path: str) -> str:
    """The name of the field for a path: a dot would read as something else in an address of a page."""
    return path.replace(".", "--")


def _field(entry: Entry) -> forms.Field:
    words = language()
    common: dict[str, Any] = {
        "label": entry.label.within(words).capitalize(),
        "required": False,
        "initial": _initial(entry),
    }
    choices = [(key, label.within(words)) for key, label in entry.choices]
    nothing = ("", _("niet beschreven"))
    make: dict[Shape, Callable[[], forms.Field]] = {
        Shape.TEXT: lambda: forms.CharField(
            max_length=LONGEST_TEXT,
            widget=forms.TextInput() if _is_name(entry) else forms.Textarea(attrs={"rows": 2}),
            **common,
        ),
        Shape.LINE: lambda: forms.CharField(max_length=200, **common),
        Shape.LINES: lambda: forms.CharField(
            max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 2}), **common
        ),
        Shape.WHOLE: lambda: forms.IntegerField(min_value=0, **common),
        Shape.NUMBER: lambda: forms.DecimalField(min_value=0, max_digits=14, decimal_places=4, **common),
        Shape.YES_NO: lambda: forms.ChoiceField(choices=[nothing, (YES, _("ja")), (NO, _("nee"))], **common),
        Shape.CHOICE: lambda: forms.ChoiceField(choices=[nothing, *choices], **common),
        Shape.SEVERAL: lambda: forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **common
        ),
    }
    return make[entry.shape]()


def _is_name(entry: Entry) -> bool:
    return entry.path.rpartition(".")[2] in ("label", "plural")


def _initial(entry: Entry) -> Any:
    value = entry.value
    if entry.shape is Shape.YES_NO:
        return {True: YES, False: NO}.get(value, "")
    if entry.shape is Shape.LINES:
        return "\n".join(value)
    if entry.shape is Shape.SEVERAL:
        return [str(one) for one in value]
    if isinstance(value, Decimal):
        return value.normalize() if value != value.to_integral() else value.quantize(Decimal(1))
    return "" if value is None else value


def _plain(entry: Entry, given: Any) -> Any:
    """As a file holds it; None for an empty field."""
    if entry.shape is Shape.SEVERAL:
        return tuple(given or ())
    if given is None or given == "":
        return None
    if entry.shape is Shape.YES_NO:
        return given == YES
    if entry.shape is Shape.TEXT:
        return Text(nl=" ".join(str(given).split()))
    if entry.shape is Shape.LINES:
        return tuple(line.strip() for line in str(given).splitlines() if line.strip())
    return given


class AddForm(ReasonedForm):
    """One thing more in a list: what it is called, and of which sort it is."""

    label = forms.CharField(label=_("Hoe heet het?"), max_length=120)
    kind = forms.ChoiceField(label=_("Wat voor soort is het?"), required=False)
    source = forms.CharField(
        label=_("Waar staat dit? (artikel of bladzijde van het voorstel)"), max_length=80
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kinds:
            field = self.fields["kind"]
            field.required, field.choices = True, kinds  # type: ignore[attr-defined]
        else:
            del self.fields["kind"]


class TextForm(ReasonedForm):
    """The draft as a file."""

    text = forms.CharField(
        label=_("Het bestand"),
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "class": "wijkwerk-written-file"}),
        help_text=_("Voor wie het bestand liever zelf schrijft. U krijgt alle fouten tegelijk te zien."),
    )

    def clean_text(self) -> str:
        """Line ends as a file has them: a browser sends others."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")
