"""Programmes: what each is for, what serves that, and how it grew. For everyone to read."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.actions import start_programme, widen_programme
from wijkwerk.areas.models import Programme, Stage
from wijkwerk.areas.queries import programme_areas, programme_history
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.plans import actions
from wijkwerk.plans.forms.programmes import BeginProgrammeForm, DecidedForm, TagForm
from wijkwerk.plans.queries import items_of, serving
from wijkwerk.thread import kinds
from wijkwerk.thread.models import Thing


def whole(_request: HttpRequest, **_address: object) -> None:
    """The whole municipality: a programme is not one area's business."""


def may_tag(request: SignedInRequest, **_address: object) -> Verdict:
    """Whoever writes plans somewhere, or sets the way of working."""
    held = mandates_of(request.person)
    writes = held.may_somewhere(Power.EDIT_PLAN)
    return writes if writes else held.may_somewhere(Power.SET_APPROACH)


def _programme(key: str) -> Programme:
    return get_object_or_404(Programme.objects.select_related("follows", "followed_by"), key=key)


@public
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """Every programme with its own goal and what serves it."""
    found = list(Programme.objects.select_related("follows"))
    counts, held = serving(found), mandates(request)
    known = {
        "programmes": [(each, kinds.counted(counts[each.pk])) for each in found],
        "may_begin": bool(held and held.may(Power.SET_APPROACH, within=None)),
    }
    return render(request, "plans/programmes.html", known)


@public
@require_safe
def programme(request: HttpRequest, key: str) -> HttpResponse:
    """One programme: its goal, what serves it, which areas took part since when."""
    found, held = _programme(key), mandates(request)
    able = bool(held and (held.may_somewhere(Power.EDIT_PLAN) or held.may_somewhere(Power.SET_APPROACH)))
    known = {
        "programme": found,
        "follower": getattr(found, "followed_by", None),
        "counted": kinds.counted(serving([found])[found.pk]),
        "items": [(thing, kinds.kind_of(thing.kind).label) for thing in items_of(found)],
        "steps": programme_history(found),
        "may_tag": able and bool(found.goal),
        "may_widen": bool(held and held.may(Power.SET_APPROACH, within=None)),
    }
    return render(request, "plans/programme.html", known)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def begin_programme(request: SignedInRequest) -> HttpResponse:
    """Begin a programme with its goal."""
    return form_turn(
        request,
        BeginProgrammeForm(request.POST or None, initial={"stage": Stage.EXPERIMENT}),
        lambda given: start_programme(
            key=slugify(given["name"])[:60] or "programma", **{**given, "stage": Stage(given["stage"])}
        ),
        done=_("Het programma is begonnen."),
        to=lambda made: reverse("plans:programme", args=[made.key]),
        title=_("Begin een programma"),
        lead=_("Een programma heeft een eigen doel. Wat ervoor gebeurt, telt apart mee."),
        submit=_("Begin"),
        back=Crumb(_("Programma's"), reverse("plans:programmes")),
    )


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def widen(request: SignedInRequest, key: str) -> HttpResponse:
    """Decide which areas take part from now on."""
    found = _programme(key)
    begun = {"stage": Stage.CITY_WIDE, "areas": programme_areas(found)}
    return form_turn(
        request,
        DecidedForm(request.POST or None, initial=begun),
        lambda given: widen_programme(programme=found, **{**given, "stage": Stage(given["stage"])}),
        done=_("Het besluit staat bij het programma."),
        title=_("Wie doet er voortaan mee?"),
        submit=_("Leg het besluit vast"),
        back=Crumb(found.name, reverse("plans:programme", args=[key])),
    )


@permitted(may_tag)
@require_http_methods(["GET", "POST"])
@pressed_once
def tag(request: SignedInRequest, key: str) -> HttpResponse:
    """Say that an item serves the goal of this programme."""
    found = _programme(key)
    return form_turn(
        request,
        TagForm(request.POST or None, reader=request.person),
        lambda given: actions.tag(programme_id=found.pk, thing=given["about"], by=request.person),
        done=_("Het telt mee voor dit programma."),
        title=_("Wat hoort bij “%(name)s”?") % {"name": found.name},
        facts=[(_("Doel"), found.goal)],
        submit=_("Laat het meetellen"),
        back=Crumb(found.name, reverse("plans:programme", args=[key])),
    )


@permitted(may_tag)
@require_POST
def untag(request: SignedInRequest, key: str, number: str) -> HttpResponse:
    """Take an item out of a programme again."""
    found = _programme(key)
    thing = Thing.objects.visible_to(request.person).numbered(number).first()
    if thing is None or actions.serves(thing) != found:
        raise Http404
    actions.untag(thing=thing, by=request.person)
    messages.success(request, _("Het telt niet meer mee voor dit programma."))
    return redirect("plans:programme", key)
