"""Asking, finding a service, answering; recording an assignment and looking back on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.foundation.forms import DayField, ReasonedForm, ThingField
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.requests.models import ExpectedResult
from wijkwerk.requests.rules import RequestState, Weight, may_answer_so, needs_of_both
from wijkwerk.requests.wording import ANSWERED, WEIGHTS, client_words
from wijkwerk.thread.forms import NumberField

_TEXT = forms.Textarea(attrs={"rows": 4})


class ServiceField(ThingField):
    """One of the services of the municipality."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Organisation.objects.filter(kind=OrganisationKind.SERVICE), **kwargs)


class AskForm(ReasonedForm):
    """What is asked, of which service, and what either side needs."""

    sentence = forms.CharField(
        label=_("Wat vraagt u?"),
        max_length=200,
        help_text=_("In één zin. Wie de draad volgt, kan dit lezen."),
    )
    service = ServiceField(
        label=_("Aan welke dienst?"),
        required=False,
        empty_label=_("dat weet ik nog niet"),
        help_text=_("Zonder dienst komt het op de lijst van vragen waar nog niemand voor is."),
    )
    weight = forms.ChoiceField(
        label=_("Hoe vraagt u het?"),
        choices=[(one.value, WEIGHTS[one]) for one in Weight],
        widget=forms.RadioSelect,
        initial=Weight.REQUEST,
    )
    client = forms.ChoiceField(label=_("Voor wie is het?"))
    area_needs = forms.CharField(
        label=_("Wat heeft het gebied nodig, en waarom?"), max_length=2000, widget=_TEXT, required=False
    )
    service_needs = forms.CharField(
        label=_("Wat heeft de dienst nodig om ja te kunnen zeggen?"),
        max_length=2000,
        widget=_TEXT,
        required=False,
    )
    wanted_on = DayField(label=_("Wanneer is het nodig?"), required=False)
    about = NumberField()

    def __init__(self, *args: Any, approach: Approach, may_order: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clients = approach.organisation.clients
        if clients:
            self.fields["client"].choices = [(key, client_words(key)) for key in clients]  # type: ignore[attr-defined]
        else:
            del self.fields["client"]
        if not may_order:
            del self.fields["weight"]
        for name in ("area_needs", "service_needs"):
            self.fields[name].required = needs_of_both(approach.options.direction)

    def clean_weight(self) -> Weight:
        """As the mechanism knows it."""
        return Weight(self.cleaned_data["weight"])


class FindServiceForm(ReasonedForm):
    """Which service supplies what is asked."""

    service = ServiceField(label=_("Welke dienst doet dit?"), empty_label=_("kies een dienst"))


class ConfirmForm(ReasonedForm):
    """Nothing to fill in."""


class AnswerForm(ReasonedForm):
    """Yes, no or another date."""

    answer = forms.ChoiceField(label=_("Uw antwoord"), widget=forms.RadioSelect)
    promised_for = DayField(
        label=_("Op welke dag?"), required=False, help_text=_("Verplicht als het op een andere dag kan.")
    )
    text = forms.CharField(
        label=_("Toelichting"),
        max_length=2000,
        widget=_TEXT,
        required=False,
        help_text=_("Bij nee en bij een andere dag schrijft u waarom. Wie de draad volgt, kan dit lezen."),
    )

    def __init__(self, *args: Any, weight: Weight, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(one.value, said) for one, (said, _told) in ANSWERED.items() if may_answer_so(weight, one)]
        self.fields["answer"].choices = offered  # type: ignore[attr-defined]

    def clean_answer(self) -> RequestState:
        """As the mechanism knows it."""
        return RequestState(self.cleaned_data["answer"])


class AssignmentForm(ReasonedForm):
    """What is asked of a programme: order, results, what each side expects. One a line."""

    taker = ThingField(queryset=Person.objects.none(), label=_("Aan wie geeft u de opdracht?"))
    order = forms.CharField(label=_("Wat is de opdracht?"), max_length=2000, widget=_TEXT)
    results = forms.CharField(
        label=_("Wat moet er aan het eind zijn?"),
        max_length=2000,
        widget=_TEXT,
        required=False,
        help_text=_("Eén resultaat per regel."),
    )
    of_giver = forms.CharField(
        label=_("Wat mag de ander van u verwachten?"),
        max_length=2000,
        widget=_TEXT,
        required=False,
        help_text=_("Eén verwachting per regel."),
    )
    of_taker = forms.CharField(
        label=_("Wat verwacht u van de ander?"),
        max_length=2000,
        widget=_TEXT,
        required=False,
        help_text=_("Eén verwachting per regel."),
    )
    ends_on = DayField(label=_("Wanneer kijkt u terug?"), required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taker"].queryset = people  # type: ignore[attr-defined]

    def refuse(self, reason: Reason) -> None:
        """What both expect is asked in two fields: show its refusal at the first."""
        shown = "of_giver" if reason.field not in self.fields else reason.field
        super().refuse(replace(reason, field=shown))


class LookBackForm(ReasonedForm):
    """Of every result whether it is there, who looked, and what was learned."""

    evaluator = ThingField(queryset=Organisation.objects.all(), label=_("Wie keek?"))
    conclusion = forms.CharField(label=_("Wat leert u ervan?"), max_length=2000, widget=_TEXT, required=False)

    def __init__(self, *args: Any, results: list[ExpectedResult], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for result in results:
            self.fields[f"reached_{result.pk}"] = forms.ChoiceField(
                label=result.text, choices=[("yes", _("Ja")), ("no", _("Nee"))], widget=forms.RadioSelect
            )
        self.order_fields([*(f"reached_{result.pk}" for result in results), "evaluator", "conclusion"])
        self.results = results

    def reached(self) -> dict[int, bool]:
        """Per result whether it is there."""
        return {each.pk: self.cleaned_data[f"reached_{each.pk}"] == "yes" for each in self.results}
