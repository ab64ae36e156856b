"""What executors tell of the work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.forms import DayField, PhotoField, ReasonedForm
from wijkwerk.foundation.photos import Photo, reencode


class PhotoForm(ReasonedForm):
    """A form with a photo, written anew before anything is stored."""

    photo = PhotoField(help_text=_("Zet er liever geen mensen op. Plaats en tijd halen wij uit de foto."))

    def given(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """What the action asks, with the photo as we keep it. Raises Invalid for a file that is none."""
        upload = cleaned["photo"]
        photo: Photo | None = reencode(upload, size=upload.size) if upload is not None else None
        return {**cleaned, "photo": photo}


class StartForm(ReasonedForm):
    """When the work will be done."""

    due_on = DayField(label=_("Wanneer is het klaar?"))


class ProgressForm(PhotoForm):
    """How it goes."""

    text = forms.CharField(
        label=_("Hoe gaat het?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    field_order = ("text", "photo")


class LateForm(ReasonedForm):
    """Why it takes longer, and the new day."""

    reason = forms.CharField(
        label=_("Waarom wordt het later?"),
        max_length=300,
        help_text=_("Iedereen die het vroeg, krijgt dit te lezen."),
    )
    due_on = DayField(label=_("Wanneer is het dan klaar?"))


class FinishForm(PhotoForm):
    """What was done, and what those who asked hear."""

    output = forms.CharField(
        label=_("Wat is er gedaan?"),
        max_length=500,
        help_text=_("Wat er nu staat of ligt. Wat het oplevert, vragen wij later aan bewoners."),
    )
    text = forms.CharField(
        label=_("Wat schrijft u aan wie het vroeg?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Zij krijgen er de vraag bij of het is opgelost."),
    )
    field_order = ("output", "text", "photo")
