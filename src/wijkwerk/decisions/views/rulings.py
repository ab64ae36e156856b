"""What holds in an area: say, scope, room for residents, deviations; and deciding about each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import ScopeOutcome
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.decisions import actions
from wijkwerk.decisions.forms import rulings as forms
from wijkwerk.decisions.models import Deviation, SayStep, SteppedAside
from wijkwerk.decisions.pages import area_page
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Conflict, Verdict
from wijkwerk.people.guards import SignedInRequest, permitted, person_of

SHOWN = gettext_lazy("Het staat op de pagina van de wijk.")


def _area_of_code(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


def _room(pk: int) -> SteppedAside:
    return get_object_or_404(SteppedAside.objects.select_related("area", "thing"), pk=pk)


def _deviation(pk: int) -> Deviation:
    return get_object_or_404(Deviation.objects.select_related("area", "thing"), pk=pk)


def _area_of_deviation(_request: SignedInRequest, pk: int) -> Area:
    return _deviation(pk).area


def _gives_way(request: SignedInRequest, code: str = "", pk: int = 0) -> Verdict:
    """Who steps aside by the approach, or decides on content here."""
    return actions.decides_on_room(request.person, _room(pk).area if pk else working_area(code))


def _speaks_for_area(request: SignedInRequest, code: str) -> Verdict:
    return actions.speaks_for_area(request.person, working_area(code))


def _known_here(verdict: Verdict) -> None:
    """For who has the power, in an approach that may not have the thing: a page that says why not."""
    if not verdict:
        raise Conflict(verdict.reason)


@public
@require_safe
def area(request: HttpRequest, code: str) -> HttpResponse:
    """What was decided about an area and holds there, searchable."""
    form = forms.ScopeSearchForm(request.GET or None)
    asked = form.cleaned_data if request.GET and form.is_valid() else {}
    belongs = asked.get("uitkomst")
    page = area_page(
        working_area(code),
        person_of(request),
        words=asked.get("woorden", ""),
        belongs=ScopeOutcome(belongs) if belongs else None,
    )
    known = {"page": page, "form": form, "asked": any(asked.values())}
    return render(request, "decisions/area.html", known)


def _back(where: Area) -> Crumb:
    return Crumb(
        _("Besluiten over %(area)s") % {"area": where.name}, reverse("decisions:area", args=[where.code])
    )


@permitted(Power.SET_SCOPE, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def scope(request: SignedInRequest, code: str) -> HttpResponse:
    """Decide a doubtful case: a precedent from then on."""
    where = working_area(code)
    _known_here(actions.may_set_scope(request.person, where))
    return form_turn(
        request,
        forms.ScopeForm(request.POST or None),
        lambda given: actions.decide_scope(area=where, by=request.person, **given),
        done=SHOWN,
        title=_("Hoort dit bij de wijk?"),
        lead=_("Zo’n besluit geldt daarna ook voor gevallen die erop lijken."),
        submit=_("Beslis"),
        back=_back(where),
    )


@permitted(Power.DECIDE_CONTENT, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def say(request: SignedInRequest, code: str) -> HttpResponse:
    """Give residents more say, or less."""
    where = working_area(code)
    return form_turn(
        request,
        forms.SayForm(request.POST or None),
        lambda given: actions.change_say(area=where, by=request.person, **given),
        done=SHOWN,
        title=_("Zeggenschap van bewoners"),
        lead=_("Zeggenschap begint klein en groeit langzaam: één stap tegelijk."),
        submit=_("Verander de zeggenschap"),
        back=_back(where),
    )


@permitted(Power.MANAGE_PEOPLE, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def election(request: SignedInRequest, code: str) -> HttpResponse:
    """Keep that residents elected a group: from then on it stands for all of them, for a term."""
    where = working_area(code)
    return form_turn(
        request,
        forms.ElectionForm(request.POST or None),
        lambda given: actions.record_election(area=where, by=request.person, **given),
        done=SHOWN,
        title=_("Schrijf een verkiezing op"),
        lead=_(
            "Alleen een groep die door bewoners is gekozen, spreekt namens hen. Dat geldt voor een termijn."
        ),
        submit=_("Bewaar"),
        back=_back(where),
    )


@permitted(Power.EVALUATE, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def evaluate_say(request: SignedInRequest, code: str) -> HttpResponse:
    """Write down how the present step in say went."""
    where = working_area(code)
    step = SayStep.objects.filter(area=where).first()
    if step is None:
        raise Http404
    return form_turn(
        request,
        forms.SayEvaluationForm(request.POST or None),
        lambda given: actions.evaluate_say(step_id=step.pk, by=request.person, **given),
        done=SHOWN,
        title=_("Hoe ging deze stap?"),
        lead=step.thing.sentence,
        submit=_("Bewaar"),
        back=_back(where),
    )


@permitted(_gives_way)
@require_http_methods(["GET", "POST"])
@pressed_once
def step_aside(request: SignedInRequest, code: str) -> HttpResponse:
    """Give way to residents, within a scope, limits and a term."""
    where = working_area(code)
    _known_here(actions.may_step_aside(request.person, where))
    return form_turn(
        request,
        forms.StepAsideForm(request.POST or None),
        lambda given: actions.step_aside(area=where, by=request.person, **given),
        done=SHOWN,
        title=_("Doe een stap opzij voor bewoners"),
        lead=_("Binnen deze ruimte besluit de gemeente niets zonder het van tevoren te zeggen."),
        submit=_("Doe een stap opzij"),
        back=_back(where),
    )


@permitted(_gives_way)
@require_http_methods(["GET", "POST"])
@pressed_once
def announce(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say beforehand that the municipality will decide after all."""
    room = _room(pk)
    return form_turn(
        request,
        forms.AnnounceForm(request.POST or None),
        lambda given: actions.announce_overrule(stepped_aside_id=pk, by=request.person, **given),
        done=SHOWN,
        title=_("Kondig aan dat de gemeente toch besluit"),
        lead=room.scope,
        submit=_("Kondig aan"),
        back=_back(room.area),
    )


@permitted(_gives_way)
@require_http_methods(["GET", "POST"])
@pressed_once
def overrule(request: SignedInRequest, pk: int) -> HttpResponse:
    """Decide after all, once it was announced."""
    room = _room(pk)
    return form_turn(
        request,
        forms.OverruleForm(request.POST or None),
        lambda given: actions.overrule(stepped_aside_id=pk, by=request.person, **given),
        done=SHOWN,
        title=_("Besluit toch zelf"),
        lead=room.scope,
        submit=_("Besluit"),
        back=_back(room.area),
    )


@permitted(_speaks_for_area)
@require_http_methods(["GET", "POST"])
@pressed_once
def deviate(request: SignedInRequest, code: str) -> HttpResponse:
    """Ask to do something otherwise here than the city's policy says."""
    where = working_area(code)
    _known_here(actions.may_ask_deviation(request.person, where))
    return form_turn(
        request,
        forms.DeviationForm(request.POST or None),
        lambda given: actions.ask_deviation(area=where, by=request.person, **given),
        done=SHOWN,
        title=_("Anders dan het stedelijk beleid"),
        submit=_("Vraag het aan"),
        back=_back(where),
    )


@permitted(Power.DEVIATE_FROM_CITY_POLICY, area=_area_of_deviation)
@require_http_methods(["GET", "POST"])
@pressed_once
def weigh(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down what speaks for a deviation and against it."""
    deviation = _deviation(pk)
    return form_turn(
        request,
        forms.WeighForm(request.POST or None),
        lambda given: actions.weigh_deviation(deviation_id=pk, by=request.person, **given),
        done=SHOWN,
        title=_("Weeg het af"),
        lead=deviation.thing.sentence,
        submit=_("Bewaar"),
        back=_back(deviation.area),
    )


@permitted(Power.DEVIATE_FROM_CITY_POLICY, area=_area_of_deviation)
@require_http_methods(["GET", "POST"])
@pressed_once
def decide_deviation(request: SignedInRequest, pk: int) -> HttpResponse:
    """Allow a deviation for a term, or refuse it."""
    deviation = _deviation(pk)
    return form_turn(
        request,
        forms.DecideDeviationForm(request.POST or None),
        lambda given: actions.decide_deviation(deviation_id=pk, by=request.person, **given),
        done=SHOWN,
        title=_("Besluit erover"),
        lead=deviation.thing.sentence,
        submit=_("Besluit"),
        back=_back(deviation.area),
    )


@permitted(Power.EVALUATE, area=_area_of_deviation)
@require_http_methods(["GET", "POST"])
@pressed_once
def evaluate_deviation(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down how a deviation went, after its term."""
    deviation = _deviation(pk)
    return form_turn(
        request,
        forms.EvaluationForm(request.POST or None),
        lambda given: actions.evaluate_deviation(deviation_id=pk, by=request.person, **given),
        done=SHOWN,
        title=_("Kijk terug"),
        lead=deviation.thing.sentence,
        submit=_("Bewaar"),
        back=_back(deviation.area),
    )
