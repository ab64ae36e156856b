"""Working a wish out as a measure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area, Programme
from wijkwerk.areas.queries import descendant_ids
from wijkwerk.foundation.forms import AmountField, DayField, ReasonedForm, ThingsField
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Reason
from wijkwerk.participation.models import Wish
from wijkwerk.people.models import Organisation, OrganisationKind
from wijkwerk.people.wording import language
from wijkwerk.plans.actions import Drafted, Executing
from wijkwerk.plans.models import AddedTheme, Funding, KeyFigure, Measure

EXECUTORS = 4
_SERVICES = (OrganisationKind.MUNICIPALITY, OrganisationKind.SERVICE)


class MeasureForm(ReasonedForm):
    """A measure: what, why, who does it, what residents do themselves, what it costs and from what money."""

    sentence = forms.CharField(label=_("Wat gaat er gebeuren?"), max_length=120, help_text=_("In één zin."))
    motive = forms.CharField(
        label=_("Waarom?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Welke vraag van bewoners lost dit op?"),
    )
    theme = forms.ChoiceField(label=_("Onderwerp"), required=False)
    working_goal = forms.ChoiceField(label=_("Bij welk doel hoort het?"), required=False)
    serves_objective = forms.BooleanField(label=_("Draagt bij aan het hoofddoel"), required=False)
    neighbourhood = forms.ModelChoiceField(
        label=_("Buurt"), queryset=Area.objects.none(), required=False, empty_label=_("de hele wijk")
    )
    residents_do = forms.CharField(label=_("Wat doen bewoners zelf?"), max_length=500, required=False)
    cost = AmountField(label=_("Wat kost het?"), required=False)
    zero_reason = forms.CharField(
        label=_("Kost het niets? Schrijf waarom niet."), max_length=300, required=False
    )
    figures = ThingsField(
        label=_("Op welke cijfers rust het?"),
        queryset=KeyFigure.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    programme = forms.ModelChoiceField(
        label=_("Bij welk programma hoort het?"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("geen programma"),
    )
    funding = forms.ChoiceField(
        label=_("Van welk geld?"),
        choices=Funding.choices,
        widget=forms.RadioSelect,
        initial=Funding.AREA_BUDGET,
    )
    funding_service = forms.ModelChoiceField(
        label=_("Welke dienst betaalt het uit de gewone begroting?"),
        queryset=Organisation.objects.filter(kind__in=_SERVICES),
        required=False,
        empty_label=_("geen dienst"),
    )
    expected_on = DayField(label=_("Wanneer is het klaar?"), required=False)

    def __init__(self, *args: Any, area: Area, approach: Approach, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency
        fields: Any = self.fields
        fields["theme"].choices = _choices(approach.themes.list, self.initial.get("theme"))
        fields["working_goal"].choices = _choices(approach.working_goals, self.initial.get("working_goal"))
        fields["theme"].choices += list(AddedTheme.objects.filter(area=area).values_list("key", "label"))
        figures = KeyFigure.objects.filter(area=area)
        fields["figures"].queryset = figures
        if not figures.exists():
            del fields["figures"]
        # A programme that says what it is for.
        programmes = Programme.objects.filter(memberships__area=area).exclude(goal="").distinct()
        fields["programme"].queryset = programmes
        if not programmes.exists():
            del fields["programme"]
        if not any(plan.amounts_required for plan in approach.plans):
            del fields["zero_reason"]
        within = descendant_ids(area) - {area.pk}
        fields["neighbourhood"].queryset = Area.objects.on().filter(pk__in=within).order_by("name")
        if approach.objective.label:
            fields["serves_objective"].help_text = approach.objective.label.within(language())
        every = Organisation.objects.all()
        for place in range(1, EXECUTORS + 1):
            fields[f"executor_{place}"] = forms.ModelChoiceField(
                label=_("Uitvoerder %(place)s") % {"place": place},
                queryset=every,
                required=False,
                empty_label=_("kies wie het doet"),
            )
            fields[f"task_{place}"] = forms.CharField(
                label=_("Wat doet uitvoerder %(place)s?") % {"place": place}, max_length=200, required=False
            )
        fields["executor_1"].help_text = _(
            "Een dienst, een partner of bewoners zelf. Samen mag ook: noem dan elk."
        )

    def refuse(self, reason: Reason) -> None:
        """A refusal about executors belongs to the first of them."""
        super().refuse(reason)
        if reason.field == "executors":
            self._errors.pop(forms.forms.NON_FIELD_ERRORS, None)  # type: ignore[attr-defined]
            self.add_error("executor_1", str(reason))

    def drafted(self) -> Drafted:
        """What the action asks."""
        given = dict(self.cleaned_data)
        chosen = [(given.pop(f"executor_{n}"), given.pop(f"task_{n}")) for n in range(1, EXECUTORS + 1)]
        return Drafted(
            **{
                **given,
                "funding": Funding(given["funding"]),
                "cost": Money.of(given["cost"] or 0, self.currency),
                "figures": tuple(given.get("figures") or ()),
                "executors": tuple(Executing.by(party, task) for party, task in chosen if party),
            }
        )


def initial_from_wish(wish: Wish) -> dict[str, Any]:
    """What the wish already says, to start from."""
    cost = Money(wish.cost_minor, wish.currency).amount if wish.cost_minor is not None else None  # type: ignore[arg-type]
    return {
        "sentence": wish.thing.sentence,
        "motive": wish.need.sentence,
        "theme": wish.theme,
        "neighbourhood": wish.thing.neighbourhood_id,
        "residents_do": wish.own_contribution,
        "cost": cost,
    }


def initial_from_measure(measure: Measure) -> dict[str, Any]:
    """A measure as it stands, to write anew."""
    initial: dict[str, Any] = {
        name: getattr(measure, name)
        for name in (
            "motive",
            "theme",
            "working_goal",
            "serves_objective",
            "residents_do",
            "funding",
            "expected_on",
            "zero_reason",
        )
    }
    initial["figures"] = list(measure.figures.all())
    initial |= {
        "sentence": measure.thing.sentence,
        "neighbourhood": measure.thing.neighbourhood_id,
        "cost": measure.cost.amount,
        "funding_service": measure.funding_service_id,
        "programme": measure.programme_id,
    }
    for place, executor in enumerate(measure.executors.all()[:EXECUTORS], start=1):
        initial |= {f"executor_{place}": executor.organisation_id, f"task_{place}": executor.task}
    return initial


def _choices(named: Any, present: str | None) -> list[tuple[str, Any]]:
    found = [(each.key, each.label.within(language())) for each in named]
    if present and present not in dict(found):
        found.append((present, present))
    return [("", _("niet gekozen")), *found]
