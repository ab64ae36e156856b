"""What forms share: a refusal lands on the field it is about, days and amounts are read as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.photos import FORMATS
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Text

Result = TypeVar("Result")
_AMOUNT = re.compile(r"-?\d+(\.\d{1,2})?")
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_DIGITS = 18  # of an id
# More than any municipality has, and less than the database can hold.
MOST_UNITS = Decimal(1_000_000_000_000)


class ReasonedForm(forms.Form):
    """A form whose action may say no: what was typed stays, the sentence stands at its field."""

    refused_for: Reason | None = None

    def refuse(self, reason: Reason) -> None:
        """Show a refusal at the field it is about, else above the form."""
        self.refused_for = reason
        sentence = f"{reason} {reason.way_out}".strip()
        self.add_error(reason.field if reason.field in self.fields else None, sentence)

    def attempt(self, act: Callable[[dict[str, Any]], Result]) -> Result | None:
        """What `act` gives when the form is right and nothing refuses; else None, with the errors on the form.

        A refusal for want of mandate is not about what was typed, and goes on to the page that explains it.
        """
        if not self.is_valid():
            return None
        try:
            return act(self.cleaned_data)
        except (Invalid, Conflict, StepNotAllowed) as refused:
            self.refuse(refused.reason)
            return None

    @property
    def status(self) -> int:
        """The HTTP status of the page with this form."""
        return 422 if self.is_bound and self.errors else 200


def within_reach(value: date) -> None:
    """Validator: a day that one can still count on from, forward and back."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise forms.ValidationError(
            _("Kies een jaar van %(first)s tot en met %(last)s."),
            params={"first": FIRST_YEAR, "last": LAST_YEAR},
        )


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    default_validators = [within_reach]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)


class MomentField(forms.DateTimeField):
    """A day and a time."""

    default_validators = [within_reach]

    def to_python(self, value: Any) -> datetime | None:
        """The moment; the first and last of all years have none in another time zone."""
        try:
            return super().to_python(value)
        except OverflowError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class PhotoField(forms.FileField):
    """A photo that may be left out, of the kinds we read: a telephone then turns its own kind into one of them.

    An empty file comes through, for `photos.reencode` to say what is wrong with it.
    """

    def __init__(self, *, preview: Text = _("Uw foto"), **kwargs: Any) -> None:
        accepted = ",".join(f"image/{one.lower()}" for one in FORMATS)
        shape = {"accept": accepted, "data-photo": "", "data-preview": preview}
        kwargs = {"label": _("Foto"), "required": False, "allow_empty_file": True, **kwargs}
        super().__init__(widget=forms.FileInput(attrs=shape), **kwargs)


class ThingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of a kind of thing. A number larger than the database can hold is no choice."""

    def to_python(self, value: Any) -> Any:
        """The thing that was chosen."""
        try:
            return super().to_python(value)
        except OverflowError:
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice"
            ) from None


class ThingsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Some of a kind of thing. A number larger than the database can hold is no choice."""

    def clean(self, value: Any) -> Any:
        """The things that were chosen; what is no number at all is said by Django."""
        if any(len(str(one)) > MOST_DIGITS for one in value or ()):
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": "…"}
            )
        return super().clean(value)


class AmountField(forms.Field):
    """An amount in whole units as a Decimal, in Dutch or English notation: `1.250`, `1.250,50`, `€ 1250.50`."""

    def __init__(self, **kwargs: Any) -> None:
        shape = {"inputmode": "decimal", "autocomplete": "off", "maxlength": "24"}
        kwargs.setdefault("widget", forms.TextInput(attrs=shape))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        """The Decimal, or None for an empty field."""
        text = str(value or "").strip()
        if not text:
            return None
        amount = amount_from(text[:100])
        if amount is None:
            raise forms.ValidationError(_("Schrijf een bedrag in cijfers, bijvoorbeeld 1.250 of 12,50."))
        if abs(amount) >= MOST_UNITS:
            raise forms.ValidationError(_("Dit bedrag is te groot."))
        return amount

    def prepare_value(self, value: Any) -> Any:
        """As people write it in Dutch."""
        return f"{value}".replace(".", ",") if isinstance(value, Decimal) else value


def amount_from(text: str) -> Decimal | None:
    """The amount someone wrote, or None when it is none. A mark followed by three digits parts thousands."""
    bare = re.sub(r"[\s\u00a0€ƒ]", "", text).replace("−", "-").removesuffix(",-")
    for mark, other in ((",", "."), (".", ",")):
        whole, found, cents = bare.rpartition(mark)
        if found and len(cents) in (1, 2) and other not in cents and mark not in whole:
            bare = f"{_joined(whole, other)}.{cents}"
            break
    else:
        for mark in ",.":
            bare = _joined(bare, mark)
    return Decimal(bare) if _AMOUNT.fullmatch(bare) else None


def _joined(whole: str, mark: str) -> str:
    """`1.250.000` → `1250000`; left as it is when the groups are no thousands."""
    return whole.replace(mark, "") if re.fullmatch(rf"-?[1-9]\d{{0,2}}(\{mark}\d{{3}})*", whole) else whole
