"""Beginning a plan of any kind, and what else an area can be told: goals of services, themes, figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Plan as Described
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Text, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import language
from wijkwerk.plans import actions
from wijkwerk.plans.forms.acting import (
    AreaForm,
    BeginPlanForm,
    FigureForm,
    GoalForm,
    ThemeForm,
    TogetherForm,
)
from wijkwerk.plans.models import Plan

# A whole room may send theirs over the wifi of the community centre.
AN_HOUR = {"limit": 120, "seconds": 3600}


@dataclass(frozen=True)
class AreaAct:
    """One thing that can be told of an area: its words, its form, who may and what it does."""

    label: Text
    form: type[AreaForm]
    power: Power
    does: Callable[[Area, Person, dict[str, Any]], object]
    fits: Callable[[Approach], bool] = lambda _approach: True


def _composed(approach: Approach) -> Described | None:
    return next((each for each in approach.plans if each.made_from), None)


def _put_together(area: Area, person: Person, given: dict[str, Any]) -> object:
    described = _composed(approach_for(area))
    assert described is not None
    return actions.put_together(area=area, key=described.key, by=person, **given)


ACTS: dict[str, AreaAct] = {
    "samenvoegen": AreaAct(
        gettext_lazy("Voeg de plannen van de diensten samen"),
        TogetherForm,
        Power.OPEN_STEP,
        _put_together,
        fits=lambda approach: _composed(approach) is not None,
    ),
    "doel": AreaAct(
        gettext_lazy("Neem een doel over"),
        GoalForm,
        Power.EDIT_SECTOR_PLAN,
        lambda area, person, given: actions.adopt_goal(area=area, by=person, **given),
        fits=lambda approach: bool(approach.working_goals),
    ),
    "onderwerp": AreaAct(
        gettext_lazy("Zet een onderwerp op de lijst"),
        ThemeForm,
        Power.EDIT_PLAN,
        lambda area, person, given: actions.add_theme(area=area, by=person, **given),
    ),
    "cijfer": AreaAct(
        gettext_lazy("Schrijf een cijfer op"),
        FigureForm,
        Power.EDIT_PLAN,
        lambda area, person, given: actions.keep_figure(area=area, by=person, **given),
        fits=lambda approach: bool(approach.themes.list),
    ),
}


def acts_for(area: Area, person: Person) -> list[NextStep]:
    """What this person can begin or tell of an area."""
    approach = approach_for(area)
    own = _service_of(person, area)
    begins = [
        NextStep(
            _("Begin: %(plan)s") % {"plan": described.label.within(language())},
            reverse("plans:begin", args=[area.code, described.key]),
            lesser=True,
        )
        for described in approach.plans
        if _begun_here(described)
        and described.level in (None, area.level)
        and actions.may_write(person, approach=approach, described=described, area=area, service=own)
    ]
    tells = [
        NextStep(each.label, reverse("plans:area-act", args=[area.code, key]), lesser=True)
        for key, each in ACTS.items()
        if each.fits(approach) and may(person, each.power, within=area)
    ]
    return begins + tells


def _begun_here(described: Described) -> bool:
    """The plan of a year is begun from its cycle, and a plan of parts is put together."""
    return not described.made_from and described.kind is not PlanKind.AREA_PLAN


def _service_of(person: Person, area: Area) -> Organisation | None:
    held = mandates_of(person).within(area)
    return next((each.organisation for each in held if each.organisation), None)


def _described(area: Area, key: str) -> Described:
    found = next((each for each in approach_for(area).plans if each.key == key), None)
    if found is None or not _begun_here(found):
        raise Http404
    return found


def may_begin(request: SignedInRequest, code: str, key: str) -> Verdict:
    """For the guard: whether this person begins plans of this kind here, for the service they work for if any."""
    area = working_area(code)
    return actions.may_write(
        request.person,
        approach=approach_for(area),
        described=_described(area, key),
        area=area,
        service=_service_of(request.person, area),
    )


@permitted(may_begin)
@require_http_methods(["GET", "POST"])
@pressed_once
def begin(request: SignedInRequest, code: str, key: str) -> HttpResponse:
    """Begin a plan of one of the kinds of the approach."""
    area = working_area(code)
    described = _described(area, key)
    return form_turn(
        request,
        BeginPlanForm(
            request.POST if request.method == "POST" else None,
            area=area,
            described=described,
            initial={"year": clock.today().year, "service": _service_of(request.person, area)},
        ),
        lambda given: actions.begin_plan(area=area, key=key, by=request.person, **given),
        done=_("Het plan is een concept. Iedereen kan meelezen."),
        to=lambda plan: reverse("plans:edit", args=[plan.thing.number]),
        title=_("Begin: %(plan)s") % {"plan": described.label.within(language())},
        lead=_("Het blijft een concept tot het is vastgesteld. Iedereen kan meelezen."),
        submit=_("Begin het plan"),
        back=_back(area),
    )


def may_tell(request: SignedInRequest, code: str, what: str) -> Verdict:
    """For the guard: whether this person tells that of this area."""
    area = working_area(code)
    if what not in ACTS or not ACTS[what].fits(approach_for(area)):
        raise Http404
    return may(request.person, ACTS[what].power, within=area)


@permitted(may_tell)
@require_http_methods(["GET", "POST"])
@pressed_once
def area_act(request: SignedInRequest, code: str, what: str) -> HttpResponse:
    """One of the things that can be told of an area."""
    area, chosen = working_area(code), ACTS[what]
    return form_turn(
        request,
        chosen.form(
            request.POST if request.method == "POST" else None,
            area=area,
            approach=approach_for(area),
            initial={"year": clock.today().year, "service": _service_of(request.person, area)},
        ),
        lambda given: chosen.does(area, request.person, given),
        done=_("Dat is bewaard."),
        to=lambda made: reverse("plans:plan", args=[made.thing.number]) if isinstance(made, Plan) else "",
        title=chosen.label,
        lead=area.name,
        submit=chosen.label,
        back=_back(area),
    )


def _back(area: Area) -> Crumb:
    return Crumb(_("Wijkplannen van %(area)s") % {"area": area.name}, reverse("plans:area", args=[area.code]))
