"""What everyone reads: the plans of an area, and one plan, on the screen and on paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.people.guards import mandates
from wijkwerk.plans.actions import may_write_plan
from wijkwerk.plans.pages import plan_page, plan_row
from wijkwerk.plans.pages.around import area_counts, around
from wijkwerk.plans.queries import cycles_without_plan, plans_of
from wijkwerk.plans.views.acting import acts_for as plan_acts
from wijkwerk.plans.views.area_acting import acts_for
from wijkwerk.plans.views.finding import plan_of
from wijkwerk.plans.views.routes import has_a_way, way_of


@public
@require_safe
def area_plans(request: HttpRequest, code: str) -> HttpResponse:
    """The plans of an area, and for who writes them the cycles that have none."""
    area = working_area(code)
    held = mandates(request)
    ways = []
    if held and held.on():
        verdict = held.may(Power.EDIT_PLAN, within=area)
        ways = [
            NextStep(
                _("Begin het wijkplan van %(name)s") % {"name": cycle.name},
                reverse("plans:open", args=[cycle.pk]),
                verdict,
            )
            for cycle in cycles_without_plan(area)
        ]
        ways += acts_for(area, held.person)
    known = {
        "area": area,
        "rows": [plan_row(plan) for plan in plans_of(area)],
        "ways": ways,
        "counts": area_counts(area, approach_for(area)),
    }
    return render(request, "plans/area.html", known)


@public
@require_safe
def plan(request: HttpRequest, number: str) -> HttpResponse:
    """One plan."""
    found = plan_of(number)
    held = mandates(request)
    may_edit = bool(held and may_write_plan(held.person, found))
    may_adopt = bool(held and held.may(Power.ADOPT_PLAN, within=found.area))
    may_take_note = bool(held and held.may(Power.TAKE_NOTE_PLAN, within=found.area))
    page = plan_page(found)
    watches = held is not None and any(act.verdict for act in plan_acts(found, held.person))
    known = {
        "page": page,
        "around": around(found, [card.measure for card in page.cards]),
        "may_work_on_it": may_edit or may_adopt or may_take_note or watches,
        "may_adopt": may_adopt and not may_edit,
        "may_enter": bool(held and held.may(Power.ENTER_ON_BEHALF, within=found.area)),
        "is_staff": bool(held and held.on()),
        "way_url": way_of(found) if has_a_way(found) else "",
    }
    return render(request, "plans/plan.html", known)
