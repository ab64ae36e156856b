"""Forms of rulings about an area."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Involvement
from wijkwerk.approaches.schema import ScopeOutcome
from wijkwerk.decisions.actions.scope import OUTCOMES
from wijkwerk.decisions.models import SayLevel
from wijkwerk.foundation.forms import DayField, ReasonedForm, ThingField
from wijkwerk.people.models import OF_RESIDENTS, Organisation


def long_text(label: Any, help_text: Any = "", most: int = 2000) -> forms.CharField:
    """A text of some sentences."""
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, help_text=help_text, max_length=most, widget=widget)


def line(label: Any, help_text: Any = "", most: int = 160, *, required: bool = True) -> forms.CharField:
    """One line."""
    return forms.CharField(label=label, help_text=help_text, max_length=most, required=required)


class DecidingForm(ReasonedForm):
    """What every decision asks: why, and in whose name."""

    reason = long_text(_("Waarom?"), _("Iedereen kan dit lezen."))
    body = forms.CharField(
        label=_("Wie besluit dit?"), max_length=160, help_text=_("Een functie of een college, geen naam.")
    )


class ScopeForm(DecidingForm):
    """A doubtful case."""

    subject = line(_("Waar gaat het over?"))
    example = line(_("Een voorbeeld"), _("Zo herkennen anderen het geval."), 300)
    belongs = forms.ChoiceField(
        label=_("Hoort het bij de wijk?"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    depends_on = line(_("Waar hangt het van af?"), _("Alleen als het ervan afhangt."), 300, required=False)
    field_order = ["subject", "example", "belongs", "depends_on", "reason", "body"]

    def clean_belongs(self) -> ScopeOutcome:
        """The belongs itself."""
        return ScopeOutcome(self.cleaned_data["belongs"])


class ScopeSearchForm(forms.Form):
    """Words and belongs; both may stay empty."""

    woorden = forms.CharField(label=_("Woorden"), max_length=100, required=False)
    uitkomst = forms.ChoiceField(
        label=_("Hoort het bij de wijk?"), choices=[("", _("alle")), *OUTCOMES.items()], required=False
    )


class SayForm(DecidingForm):
    """How far residents go from today."""

    level = forms.ChoiceField(
        label=_("Hoe ver gaan bewoners?"), choices=SayLevel.choices, widget=forms.RadioSelect
    )
    field_order = ["level", "reason", "body"]

    def clean_level(self) -> Involvement:
        """The level itself."""
        return Involvement(self.cleaned_data["level"])


class EvaluationForm(ReasonedForm):
    """How something went."""

    evaluation = long_text(_("Hoe ging het?"), _("Voor bewoners, voor de politiek en voor ambtenaren."), 4000)


class SayEvaluationForm(EvaluationForm):
    """How a step in say went, and whether the next can follow."""

    worked = forms.ChoiceField(
        label=_("Werkte het?"), choices=[("yes", _("ja")), ("no", _("nee"))], widget=forms.RadioSelect
    )

    def clean_worked(self) -> bool:
        """Whether it worked."""
        return bool(self.cleaned_data["worked"] == "yes")


class StepAsideForm(DecidingForm):
    """Room for residents."""

    scope = line(_("Waar gaan bewoners zelf over?"), most=300)
    limits = line(_("Wat blijft zoals het is?"), _("De grenzen, wat zij ook kiezen."), 500)
    residents = line(_("Welke bewoners?"))
    ends_on = DayField(label=_("Tot en met welke dag?"))
    notice_days = forms.IntegerField(
        label=_("Hoeveel dagen van tevoren zegt de gemeente het als zij toch zelf besluit?"),
        min_value=1,
        max_value=365,
        initial=30,
    )
    field_order = ["scope", "limits", "residents", "ends_on", "notice_days", "reason", "body"]


class AnnounceForm(ReasonedForm):
    """That the municipality will decide after all."""

    reason = long_text(_("Wat schrijft u aan de bewoners?"))
    effective_from = DayField(label=_("Vanaf welke dag?"))


class OverruleForm(ReasonedForm):
    """What is decided after all."""

    public_text = forms.CharField(label=_("Wat is er besloten, in één zin?"), max_length=300)
    body = forms.CharField(label=_("Wie besluit dit?"), max_length=160)


class DeviationForm(ReasonedForm):
    """What an area wants to do otherwise."""

    policy = line(_("Van welk beleid van de stad?"), most=200)
    otherwise = long_text(_("Wat wil de wijk anders doen?"))
    why = long_text(_("Waarom past dat hier beter?"))


class WeighForm(ReasonedForm):
    """What speaks for it and against it."""

    weighing = long_text(_("Wat is ervoor, en wat is ertegen?"), _("Iedereen kan dit lezen."))


class DecideDeviationForm(DecidingForm):
    """Allowed until a day, or not."""

    allowed_until = DayField(
        label=_("Tot en met welke dag mag het?"), required=False, help_text=_("Leeg: het mag niet.")
    )
    field_order = ["allowed_until", "reason", "body"]

    def clean_allowed_until(self) -> date | None:
        """The last day, or None for a refusal."""
        return self.cleaned_data["allowed_until"] or None


class ElectionForm(ReasonedForm):
    """That residents elected a group."""

    organisation = ThingField(
        Organisation.objects.filter(kind__in=OF_RESIDENTS), label=_("Welke groep is gekozen?")
    )
    held_on = DayField(label=_("Op welke dag?"))
    ends_on = DayField(label=_("Tot en met welke dag geldt het?"))
    entitled = forms.IntegerField(
        label=_("Hoeveel bewoners mochten stemmen?"), min_value=1, max_value=10_000_000
    )
    voted = forms.IntegerField(label=_("Hoeveel stemden er?"), min_value=0, max_value=10_000_000)
    how = line(_("Hoe is er gekozen?"), _("Bijvoorbeeld: met stembriefjes in het buurthuis."), 300)
