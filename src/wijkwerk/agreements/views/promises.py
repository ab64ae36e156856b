"""Pages of promises: how they stand in an area; making one, keeping it, saying it cannot be done alone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
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
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, before_id, form_page
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
    form = PromiseForm(
        request.POST or None,
        initial={"function": _own_function(request, area), "about": request.GET.get("over", "")},
    )
    if (
        request.method == "POST"
        and form.attempt(lambda given: actions.promise(area=area, by=request.person, **given)) is not None
    ):
        messages.success(request, _("De belofte staat op de pagina van de wijk."))
        return redirect("agreements:area", code)
    return form_page(
        request,
        form,
        title=_("Beloof iets in %(area)s") % {"area": area.name},
        lead=_("Beloof alleen wat u kunt doen. Lukt het niet alleen, dan zegt u dat straks aan de bewoners."),
        submit=_("Beloof het"),
        back=_back(area),
    )


@permitted(Power.PROMISE, area=_area_of_promise)
@require_http_methods(["GET", "POST"])
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was done as promised."""
    form = KeepForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.attempt(lambda _given: actions.keep(promise_id=pk, by=request.person)) is not None
    ):
        return _done(request, pk, _("De belofte is gehouden."))
    return _about(request, form, pk, title=_("Gedaan zoals beloofd"), submit=_("Ja, gedaan"))


@permitted(Power.PROMISE, area=_area_of_promise)
@require_http_methods(["GET", "POST"])
def not_alone(request: SignedInRequest, pk: int) -> HttpResponse:
    """The municipality cannot do it alone and says so to the residents."""
    form = NotAloneForm(request.POST or None)
    if (
        request.method == "POST"
        and form.attempt(lambda given: actions.cannot_keep_alone(promise_id=pk, by=request.person, **given))
        is not None
    ):
        return _done(request, pk, _("De bewoners lezen het. Maak nu samen met hen een voorstel."))
    return _about(
        request,
        form,
        pk,
        title=_("Dit kunnen wij niet alleen"),
        lead=_("De belofte blijft staan tot u er samen met bewoners een voorstel voor hebt."),
        submit=_("Zeg het de bewoners"),
    )


@permitted(Power.PROMISE, area=_area_of_promise)
@require_http_methods(["GET", "POST"])
def together(request: SignedInRequest, pk: int) -> HttpResponse:
    """End it with what was worked out together."""
    form = TogetherForm(request.POST or None)
    if (
        request.method == "POST"
        and form.attempt(lambda given: actions.close_together(promise_id=pk, by=request.person, **given))
        is not None
    ):
        return _done(request, pk, _("De belofte is samen afgerond."))
    return _about(request, form, pk, title=_("Rond het samen af"), submit=_("Rond af"))


def _about(
    request: HttpRequest, form: ReasonedForm, pk: int, *, title: str, submit: str, lead: str = ""
) -> HttpResponse:
    one = _promise(pk)
    facts = [(_("Beloofd"), one.text), (_("Door"), one.function), (_("Uiterlijk"), day_with_year(one.due_on))]
    if one.message:
        facts.append((_("Aan de bewoners geschreven"), one.message))
    return form_page(
        request, form, title=title, lead=lead, facts=[*facts], submit=submit, back=_back(one.area)
    )


def _done(request: HttpRequest, pk: int, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("agreements:area", _promise(pk).area.code)


def _own_function(request: SignedInRequest, area: Area) -> str:
    held = mandates_of(request.person).within(area)
    return f"{role_label(approach_for(area), held[0].role)} {area.name}" if held else ""


def _back(area: Area) -> Crumb:
    return Crumb(_("Beloofd in %(area)s") % {"area": area.name}, reverse("agreements:area", args=[area.code]))


def _promise(pk: int) -> Promise:
    return get_object_or_404(Promise.objects.select_related("area", "about"), pk=pk)
