"""Going over to another approach: the day, the decision, and what becomes of every role and area."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import DayField, ReasonedForm
from wijkwerk.foundation.money import SYMBOLS, Currency, Money, in_euros
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.actions import Change
from wijkwerk.people.wording import language
from wijkwerk.ways.pages.moving import Present

NOBODY = "-"
# What the actions call a field, and what it is called here.
SAME = {"valid_from": "starts_on", "adopted_by": "decided_by", "area": "areas"}
# In this order, before the questions about tasks and areas.
DECISION = ("starts_on", "decided_by", "public_text", "reason", "currency", "areas", "lessons")


class MoveForm(ReasonedForm):
    """One change set; nothing is done before its overview was seen."""

    starts_on = DayField(label=_("Vanaf welke dag?"))
    decided_by = forms.CharField(
        label=_("Wie besloot dit, en wanneer?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: de gemeenteraad, 3 december 2026, besluit 88."),
    )
    public_text = forms.CharField(
        label=_("Waarom gaat het anders?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen kan dit lezen."),
    )
    currency = forms.ChoiceField(
        label=_("In welke munt?"), choices=[(one.value, SYMBOLS[one]) for one in Currency]
    )
    areas = forms.MultipleChoiceField(label=_("Waar gaat het gelden?"), widget=forms.CheckboxSelectMultiple)
    lessons = forms.MultipleChoiceField(
        label=_("Uit welke lessen komt dit voort?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, after: Approach, present: Present, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.after, self.present = after, present
        self._offer("areas", [(str(area.pk), area.name) for area in present.places])
        self.fields["areas"].initial = [str(area.pk) for area in present.places]
        self.fields["currency"].initial = present.currency
        self._offer("lessons", present.lessons)
        if not present.lessons:
            del self.fields["lessons"]
        for role in present.without_future:
            self.fields[f"role_{role.key}"] = forms.ChoiceField(
                label=role.label.capitalize(), help_text=role.holders, required=False, choices=self._roles()
            )
        for place in present.working:
            if choices := place.choices:
                self.fields[f"area_{place.area.pk}"] = forms.MultipleChoiceField(
                    label=_("%(area)s gaat verder in") % {"area": place.area.name},
                    choices=choices,
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                )

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _roles(self) -> list[tuple[str, Any]]:
        words = language()
        known = [(key, role.label.within(words).capitalize()) for key, role in self.after.roles.items()]
        return [
            ("", _("kies")),
            (NOBODY, _("niemand: deze taak stopt")),
            *sorted(known, key=lambda each: each[1]),
        ]

    @property
    def decision(self) -> list[forms.BoundField]:
        """Who decided what, from when."""
        return [self[name] for name in DECISION if name in self.fields]

    @property
    def of_roles(self) -> list[forms.BoundField]:
        """One question for every role without a future."""
        return [self[name] for name in self.fields if name.startswith("role_")]

    @property
    def of_areas(self) -> list[tuple[bool, forms.BoundField]]:
        """One question for every area that could go on elsewhere, and whether it must be answered."""
        must = {f"area_{place.area.pk}" for place in self.present.working if place.must_move}
        return [
            (name in must or bool(self[name].errors or self[name].value()), self[name])
            for name in self.fields
            if name.startswith("area_")
        ]

    @property
    def chosen(self) -> list[Area]:
        """The areas in which it will hold."""
        wanted = set(self.cleaned_data["areas"])
        return [area for area in self.present.places if str(area.pk) in wanted]

    @property
    def change(self) -> Change:
        """The change set as the action takes it."""
        given = self.cleaned_data
        roles = {
            name.removeprefix("role_"): None if value == NOBODY else str(value)
            for name, value in given.items()
            if name.startswith("role_") and value
        }
        return Change(
            approach_key=self.after.key,
            starts_on=given["starts_on"],
            currency=given["currency"],
            decided_by=given["decided_by"],
            public_text=given["public_text"],
            roles=roles,
            areas={
                place.area: [place.by_id[pk] for pk in given[f"area_{place.area.pk}"]]
                for place in self.present.working
                if given.get(f"area_{place.area.pk}")
            },
            lessons=[
                (key, lesson)
                for key, _colon, lesson in (each.partition(":") for each in given.get("lessons", ()))
            ],
            amount_per_resident=self._in_euros(Currency(given["currency"])),
        )

    def _in_euros(self, chosen: Currency) -> Money | None:
        """What an approach of before the euro gives per resident, where it is adopted in euros."""
        budget = self.after.budget
        if budget.per_resident is None or budget.currency is not Currency.NLG or chosen is not Currency.EUR:
            return None
        return in_euros(Money.of(budget.per_resident, budget.currency))

    def refuse(self, reason: Reason) -> None:
        """At every question that was left open; else at the field as it is called here."""
        kinds = {"roles": "role", "moves": "area"}
        if kind := kinds.get(reason.field):
            names = [f"{kind}_{key}" for key in reason.value.split(", ")]
            for name in (name for name in names if name in self.fields):
                self.add_error(name, _("Kies wat hiervan wordt."))
        super().refuse(replace(reason, field=SAME.get(reason.field, reason.field)))


class AdoptForm(MoveForm):
    """The council's decision on a draft: the same change set, with in one sentence what was decided."""

    decided_by = forms.CharField(
        label=_("Wie besloot dit, en wanneer?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: de gemeenteraad, 3 december 2026, besluit 88."),
    )
    public_text = forms.CharField(
        label=_("Wat is er besloten? Eén zin, voor bewoners."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(label=_("Waarom?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    @property
    def change(self) -> Change:
        """The change set; its text is why, as everyone may read it."""
        return replace(super().change, public_text=self.cleaned_data["reason"])


class WithdrawForm(ReasonedForm):
    """Why a change does not go on."""

    reason = forms.CharField(
        label=_("Waarom gaat dit niet door?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen kan dit lezen."),
    )
