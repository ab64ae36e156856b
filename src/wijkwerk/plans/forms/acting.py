"""What is filled in for each thing that can be done with a plan or an area, beside its measures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import AuthorKind
from wijkwerk.decisions.models import Followed
from wijkwerk.foundation.forms import AmountField, DayField, ReasonedForm
from wijkwerk.people.models import Organisation, OrganisationKind
from wijkwerk.people.wording import language
from wijkwerk.plans.actions.checking import known_themes
from wijkwerk.plans.models import Plan, Reaction, ReviewPoint
from wijkwerk.plans.queries import parents_for
from wijkwerk.plans.wording import MAKERS

LONG = {"rows": 5}


class NothingForm(ReasonedForm):
    """Nothing to fill in: a page that asks whether you are sure."""

    def __init__(self, *args: Any, plan: Plan | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan


class RoundForm(NothingForm):
    """A consultation round: what the plan intends, and until when people can react."""

    intention = forms.CharField(
        label=_("Wat wil dit plan?"),
        max_length=2000,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("In gewone woorden, voor bewoners."),
    )
    open_until = DayField(label=_("Tot en met welke dag kan men reageren?"))


class AnswerForm(NothingForm):
    """One reaction, what was done with it and why."""

    reaction = forms.ModelChoiceField(
        label=_("Op welke reactie antwoordt u?"),
        queryset=Reaction.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    followed = forms.ChoiceField(
        label=_("Wat is ermee gedaan?"), choices=Followed.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=2000,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("Wie reageerde, krijgt dit te lezen. Het staat ook bij het plan."),
    )
    text_public = forms.BooleanField(
        label=_("Iedereen mag de reactie lezen: er staat niets persoonlijks in"), required=False
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        field: Any = self.fields["reaction"]
        field.queryset = Reaction.objects.filter(round__plan=plan, answered_on__isnull=True)
        field.label_from_instance = lambda reaction: reaction.text


class JudgeForm(NothingForm):
    """Whether the office accepts a project."""

    accepted = forms.TypedChoiceField(
        label=_("Aanvaardt het wijkbureau dit project?"),
        choices=[("1", _("ja")), ("", _("nee"))],
        coerce=bool,
        required=False,
        widget=forms.RadioSelect,
    )
    body = forms.CharField(label=_("Wie besluit dit?"), max_length=160)
    reason = forms.CharField(label=_("Waarom?"), max_length=2000, widget=forms.Textarea(attrs=LONG))

    def clean_accepted(self) -> bool:
        """A yes or a no."""
        return bool(self.cleaned_data.get("accepted"))


class TaskForm(NothingForm):
    """A task of the area and how people work together on it."""

    text = forms.CharField(label=_("Welke opgave heeft het gebied?"), max_length=300)
    cooperation = forms.CharField(
        label=_("Wie werken hieraan samen, en hoe?"), max_length=300, widget=forms.Textarea(attrs=LONG)
    )


class SignForm(NothingForm):
    """Who made a plan along."""

    kind = forms.ChoiceField(label=_("Wie deden mee?"), widget=forms.RadioSelect)
    organisation = forms.ModelChoiceField(
        label=_("Organisatie"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("geen organisatie"),
    )
    name = forms.CharField(
        label=_("Naam van de groep"),
        max_length=160,
        required=False,
        help_text=_("Een groep of een bijeenkomst, geen namen van bewoners."),
    )
    people = forms.IntegerField(
        label=_("Met hoeveel mensen?"), min_value=1, max_value=1_000_000, required=False
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        authors = plan.described.authors if plan.described else ()
        field: Any = self.fields["kind"]
        field.choices = [(each.value, MAKERS[each]) for each in authors or tuple(AuthorKind)]


class HorizonForm(NothingForm):
    """Another number of years, from a day on."""

    years = forms.IntegerField(label=_("Voor hoeveel jaar geldt het plan?"), min_value=1, max_value=100)
    holds_from = DayField(label=_("Vanaf welke dag?"))
    body = forms.CharField(label=_("Wie besluit dit?"), max_length=160)
    reason = forms.CharField(label=_("Waarom?"), max_length=2000, widget=forms.Textarea(attrs=LONG))


class ReviewForm(NothingForm):
    """What a review of a plan for years found."""

    review = forms.ModelChoiceField(
        label=_("Welke terugblik?"), queryset=ReviewPoint.objects.none(), empty_label=None
    )
    findings = forms.CharField(
        label=_("Wat liet de terugblik zien?"), max_length=2000, widget=forms.Textarea(attrs=LONG)
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        field: Any = self.fields["review"]
        field.queryset = ReviewPoint.objects.filter(plan=plan, held_on__isnull=True)
        field.label_from_instance = lambda review: f"{review.due_on:%d-%m-%Y}"


class BeginPlanForm(ReasonedForm):
    """A plan of some kind: its year, its service, the plan above it, and what it is about."""

    year = forms.IntegerField(label=_("Eerste jaar"), min_value=1980, max_value=2200)
    service = forms.ModelChoiceField(
        label=_("Van welke dienst is dit plan?"),
        queryset=Organisation.objects.filter(kind=OrganisationKind.SERVICE),
        required=False,
        empty_label=_("geen dienst"),
    )
    parent = forms.ModelChoiceField(
        label=_("Onder welk plan valt het?"), queryset=Plan.objects.none(), required=False
    )
    sentence = forms.CharField(
        label=_("Hoe heet het?"),
        max_length=120,
        required=False,
        help_text=_("Leeg: de naam van het soort plan, het gebied en het jaar."),
    )
    foreword = forms.CharField(
        label=_("Waar gaat het over?"), max_length=4000, required=False, widget=forms.Textarea(attrs=LONG)
    )

    def __init__(self, *args: Any, area: Any, described: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["parent"]
        above = parents_for(area, described)
        field.queryset = Plan.objects.filter(pk__in=[each.pk for each in above]).select_related("thing")
        field.label_from_instance = lambda plan: plan.thing.sentence
        if not described.parent:
            del self.fields["parent"]


class AreaForm(ReasonedForm):
    """What every form about an area is told."""

    def __init__(self, *args: Any, area: Any, approach: Approach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area, self.approach = area, approach


class GoalForm(AreaForm):
    """A goal that a service makes its own."""

    goal = forms.ChoiceField(label=_("Welk doel?"))
    service = forms.ModelChoiceField(
        label=_("Welke dienst neemt het over?"),
        queryset=Organisation.objects.filter(kind=OrganisationKind.SERVICE),
        empty_label=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["goal"]
        field.choices = [(each.key, each.label.within(language())) for each in self.approach.working_goals]


class ThemeForm(AreaForm):
    """A theme that is added to the list."""

    label = forms.CharField(label=_("Welk onderwerp?"), max_length=80)
    reason = forms.CharField(
        label=_("Bij welk geval bleek dat dit bij de wijk hoort?"), max_length=300, required=False
    )


class FigureForm(AreaForm):
    """A figure with its year and source."""

    theme = forms.ChoiceField(label=_("Onderwerp"))
    label = forms.CharField(label=_("Wat telt het cijfer?"), max_length=120)
    value = AmountField(label=_("Hoeveel?"))
    unit = forms.CharField(label=_("Eenheid"), max_length=40, required=False)
    year = forms.IntegerField(label=_("Jaar"), min_value=1900, max_value=2200)
    source = forms.CharField(label=_("Waar komt het vandaan?"), max_length=200)
    expected_problem = forms.CharField(
        label=_("Welk probleem laat het verwachten?"), max_length=500, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["theme"]
        field.choices = list(known_themes(self.area, self.approach).items())


class TogetherForm(AreaForm):
    """The year for which plans are put together."""

    year = forms.IntegerField(label=_("Voor welk jaar?"), min_value=1980, max_value=2200)
