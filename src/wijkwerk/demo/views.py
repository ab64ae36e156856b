"""Looking along as somebody in the demo: a list of people and a button, instead of passwords and codes."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from wijkwerk.approaches import house
from wijkwerk.areas.queries import approach_for, working_areas
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.people.models import RoleHeld
from wijkwerk.people.wording import language, role_label


def _only_in_a_demo() -> None:
    """Everybody here is invented, and their passwords lie open in `accounts.json`; elsewhere there is no such page."""
    if not settings.DEMO:
        raise Http404


@public
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody one can be, one line for each role, with the areas where they hold it."""
    _only_in_a_demo()
    held = (
        RoleHeld.objects.on(clock.today())
        .filter(person__account__isnull=False)
        .select_related("person", "area", "organisation")
        .order_by("role", "area__name", "person__first_name")
    )
    roles: dict[str, list[RoleHeld]] = {}
    for one in held:
        roles.setdefault(one.role, []).append(one)
    areas = working_areas()
    approach = approach_for(areas[0]) if areas else house()
    groups = [
        {
            "label": role_label(approach, key),
            "task": task.within(language()) if (task := approach.roles[key].task) else "",
            "people": [{"pk": one.pk, "label": _name(one)} for one in holders],
        }
        for key, holders in roles.items()
        if key in approach.roles
    ]
    groups.sort(key=lambda group: str(group["label"]))
    return render(request, "demo/people.html", {"groups": groups})


def _name(held: RoleHeld) -> str:
    """“Ayşe, Voorstad en Rivierenwijk”: first name, and the area or organisation it is held for."""
    where = held.area or held.organisation
    return f"{held.person.first_name}, {where.name}" if where else held.person.first_name


@public
@require_POST
def look_along(request: HttpRequest, held_id: int) -> HttpResponse:
    """Sign in as the holder of this role, second step and all."""
    _only_in_a_demo()
    held = get_object_or_404(
        RoleHeld.objects.on(clock.today())
        .filter(person__account__isnull=False)
        .select_related("person__account"),
        pk=held_id,
    )
    assert held.person.account is not None
    login(request, held.person.account)
    return redirect("portal:my-day")
