"""Pages of promises: how they stand in an area; making one, keeping it, saying it cannot be done alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.agreements import actions
from wijkwerk.agreements.forms.promises import KeepForm, NotAloneForm, PromiseForm, TogetherForm
from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.pages import TABS, promise_row
from wijkwerk.agreements.queries import Stand, promises_by
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, before_id, form_turn
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import role_label

PER_PAGE = 25


@public
@require_safe
def area_promises(request: HttpRequest, code: str) -> HttpResponse:
    """What was promised in an area: open, late, kept, and what cannot be kept alone."""
    area = working_area(code)
    asked = request.GET.get("stand", "")
    stand = Stand(asked) if asked in set(Stand) else Stand.ALL
    found = promises_by(area, stand, before=before_id(request), most=PER_PAGE)
    held = mandates(request)
    may_promise = held.may(Power.PROMISE, within=area) if held and held.on() else None
    tabs = [{"label": label, "url": f"?stand={key}", "current": key is stand} for key, label in TABS]
    known = {
        "area": area,
        "tabs": tabs,
        "rows": [promise_row(promise, may_promise) for promise in found[:PER_PAGE]],
        "next_url": f"?stand={stand}&voor={found[PER_PAGE - 1].pk}" if len(found) > PER_PAGE else "",
        "first_url": f"?stand={stand}" if before_id(request) else "",
        "may_promise": may_promise,
    }
    return render(request, "agreements/area.html", known)


def _area_of_code(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


def _area_of_promise(_request: SignedInRequest, pk: int) -> Area:
    return _promise(pk).area


@permitted(Power.PROMISE, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def make(request: SignedInRequest, code: str) -> HttpResponse:
    """Promise something to the residents of an area."""
    area = working_area(code)
    return form_turn(
        request,
        PromiseForm(
            request.POST or None,
            initial={"function": _own_function(request, area), "about": request.GET.get("over", "")},
        ),
        lambda given: actions.promise(area=area, by=request.person, **given),
        done=_("De belofte staat op de pagina van de wijk."),
        title=_("Beloof iets in %(area)s") % {"area": area.name},
        lead=_("Beloof alleen wat u kunt doen. Lukt het niet alleen, dan zegt u dat straks aan de bewoners."),
        submit=_("Beloof het"),
        back=_back(area),
    )


@permitted(Power.PROMISE, area=_area_of_promise)
@require_http_methods(["GET", "POST"])
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was done as promised."""
    one = _promise(pk)
    return form_turn(
        request,
        KeepForm(request.POST if request.method == "POST" else None),
        lambda _given: actions.keep(promise_id=pk, by=request.person),
        done=_("De belofte is gehouden."),
        title=_("Gedaan zoals beloofd"),
        facts=_facts(one),
        submit=_("Ja, gedaan"),
        back=_back(one.area),
    )


@permitted(Power.PROMISE, area=_area_of_promise)
@require_http_methods(["GET", "POST"])
def not_alone(request: SignedInRequest, pk: int) -> HttpResponse:
    """The municipality cannot do it alone and says so to the residents."""
    one = _promise(pk)
    return form_turn(
        request,
        NotAloneForm(request.POST or None),
        lambda given: actions.cannot_keep_alone(promise_id=pk, by=request.person, **given),
        done=_("De bewoners lezen het. Maak nu samen met hen een voorstel."),
        title=_("Dit kunnen wij niet alleen"),
        lead=_("De belofte blijft staan tot u er samen met bewoners een voorstel voor hebt."),
        facts=_facts(one),
        submit=_("Zeg het de bewoners"),
        back=_back(one.area),
    )


@permitted(Power.PROMISE, area=_area_of_promise)
@require_http_methods(["GET", "POST"])
def together(request: SignedInRequest, pk: int) -> HttpResponse:
    """End it with what was worked out together."""
    one = _promise(pk)
    return form_turn(
        request,
        TogetherForm(request.POST or None),
        lambda given: actions.close_together(promise_id=pk, by=request.person, **given),
        done=_("De belofte is samen afgerond."),
        title=_("Rond het samen af"),
        facts=_facts(one),
        submit=_("Rond af"),
        back=_back(one.area),
    )


def _facts(one: Promise) -> list[tuple[Text, Text]]:
    facts = [(_("Beloofd"), one.text), (_("Door"), one.function), (_("Uiterlijk"), day_with_year(one.due_on))]
    return [*facts, *([(_("Aan de bewoners geschreven"), one.message)] if one.message else [])]


def _own_function(request: SignedInRequest, area: Area) -> str:
    held = mandates_of(request.person).within(area)
    return f"{role_label(approach_for(area), held[0].role)} {area.name}" if held else ""


def _back(area: Area) -> Crumb:
    return Crumb(_("Beloofd in %(area)s") % {"area": area.name}, reverse("agreements:area", args=[area.code]))


def _promise(pk: int) -> Promise:
    return get_object_or_404(Promise.objects.select_related("area", "about"), pk=pk)
