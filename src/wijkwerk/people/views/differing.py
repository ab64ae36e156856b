"""Pages on which one area is given a value of its own, with the public reason (ROT-19)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.editing import Entry, place_at
from wijkwerk.approaches.wording import heading, in_words
from wijkwerk.areas.actions import differ, differ_no_longer, may_be_different
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for, every_difference
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.forms.differing import SHAPES, DifferForm, SameAgainForm
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.wording import language

# The parts in which an area may well differ; the rest of an approach is for all areas together.
PARTS = ("longlist", "signals", "budget", "cycle", "options")


@dataclass(frozen=True)
class Value:
    """One value, what it is now, and the page on which this area changes it."""

    name: str
    now: str
    url: str


def _area(_request: SignedInRequest, code: str, **_address: str) -> Area:
    return working_area(code)


def _entries(approach: Approach) -> dict[str, Entry]:
    found = (entry for part in PARTS for entry in place_at(approach, part).entries)
    return {entry.path: entry for entry in found if entry.shape in SHAPES}


@permitted(Power.SET_APPROACH, area=_area)
@require_safe
def choose(request: SignedInRequest, code: str) -> HttpResponse:
    """In what an area can differ, with what holds there now."""
    area = working_area(code)
    approach = approach_for(area)
    may_differ = may_be_different(approach)
    values = [
        Value(
            heading(path).within(language()),
            "—" if entry.value is None else in_words(entry.value, language()),
            reverse("people:differ", args=[code, path]),
        )
        for path, entry in _entries(approach).items()
    ]
    mine, today = [each for each in every_difference() if each.area == area], clock.today()
    known = {
        "area": area,
        "may_differ": may_differ,
        "values": values if may_differ else [],
        "now": [each for each in mine if each.holds_on(today)],
        "ended": [each for each in mine if each.until and each.until <= today],
    }
    return render(request, "people/differ.html", known)


@permitted(Power.SET_APPROACH, area=_area)
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, code: str, path: str) -> HttpResponse:
    """Give an area a value of its own, from a day, with the reason."""
    area = working_area(code)
    approach = approach_for(area)
    entry = _entries(approach).get(path)
    if entry is None:
        raise Http404
    may_be_different(approach).require()
    now = "—" if entry.value is None else in_words(entry.value, language())
    return form_turn(
        request,
        DifferForm(request.POST or None, entry=entry),
        lambda given: differ(area=area, path=path, **given),
        done=_("Het verschil staat in het openbare register."),
        to=reverse("areas:differences"),
        title=heading(path).within(language()).capitalize(),
        lead=_("Dit verandert alleen voor %(area)s. Iedereen kan lezen waarom.") % {"area": area.name},
        facts=[(_("Nu"), now)],
        submit=_("Maak het hier anders"),
        back=Crumb(_("Anders in %(area)s") % {"area": area.name}, reverse("people:may-differ", args=[code])),
    )


@permitted(Power.SET_APPROACH, area=_area)
@require_http_methods(["GET", "POST"])
@pressed_once
def same_again(request: SignedInRequest, code: str, path: str) -> HttpResponse:
    """Let an area do something as everywhere else again, from a day, with the reason."""
    area, today = working_area(code), clock.today()
    found = [each for each in every_difference() if each.area == area and each.path == path]
    one = next((each for each in found if each.holds_on(today)), None)
    if one is None:
        raise Http404
    return form_turn(
        request,
        SameAgainForm(request.POST or None),
        lambda given: differ_no_longer(area=area, path=path, **given),
        done=_("Het gaat hier weer als elders. Wat er was, blijft te lezen."),
        to=reverse("areas:differences"),
        title=_("Niet meer anders: %(what)s") % {"what": one.name},
        lead=_("%(area)s doet dit vanaf een dag weer zoals de rest.") % {"area": area.name},
        facts=[
            (_("Nu hier"), one.here),
            (_("Elders"), one.elsewhere or "—"),
            (_("Waarom anders"), one.reason),
        ],
        submit=_("Maak het hier weer gelijk"),
        back=Crumb(_("Anders in %(area)s") % {"area": area.name}, reverse("people:may-differ", args=[code])),
    )
