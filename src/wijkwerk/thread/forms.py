"""Naming a thing of the thread in a form: by the number that stands on its page and in every letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.thread.models import Thing


class NumberField(forms.CharField):
    """The thing whose number was typed, in whatever letters; None where the field was left empty.

    A form narrows `among` to what its reader may know of: another number is as unknown as one that does not exist.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.among: QuerySet[Thing] | None = None
        given = {
            "label": _("Waar gaat het over?"),
            "help_text": _("Het nummer van een melding, wens of maatregel, zoals MR-2026-0181."),
            "max_length": 30,
            "required": False,
        }
        super().__init__(**{**given, **kwargs})

    def clean(self, value: Any) -> Thing | None:
        """The thing itself."""
        number = super().clean(value).strip().upper()
        if not number:
            return None
        among = Thing.objects.all() if self.among is None else self.among
        found = among.filter(pk__in=Thing.objects.numbered(number)).select_related("area").first()
        if found is None or found.number != number:
            raise forms.ValidationError(_("Dit nummer kennen wij niet."))
        return found
