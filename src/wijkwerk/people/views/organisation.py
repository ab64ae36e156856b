"""Pages of the organisation: its services, teams and offices; who it is now; handing a function over."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import ApproachErrors, Power, load
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import YES, Verdict
from wijkwerk.people import actions
from wijkwerk.people.forms import HandoverForm, WhoNowForm
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.models import LessonApplied, Office, Reorganisation, RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.queries import coverage, formations_of, unit_of
from wijkwerk.people.wording import language, role_choices, role_label


@staff
@require_safe
def organisation(request: SignedInRequest) -> HttpResponse:
    """The services and the unit of every approach in force, the teams against their posts, the offices."""
    today = clock.today()
    territory = mandates_of(request.person).territory
    approaches = territory.approaches(None, today)
    known = {
        "units": [(each.title.within(language()), unit_of(each)) for each in approaches],
        "formations": formations_of(territory, today),
        "coverage": coverage(today, territory),
        "offices": Office.objects.on(today).prefetch_related("areas__area"),
    }
    return render(request, "people/organisation.html", known)


@staff
@require_http_methods(["GET", "POST"])
def who_now(request: SignedInRequest) -> HttpResponse:
    """Who does today what somebody remembers, and which changes lie between."""
    changes = list(Reorganisation.objects.filter(withdrawn_on=None).prefetch_related("areas", "lessons"))
    roles = dict(role_choices(mandates_of(request.person).territory))
    for change in changes:
        before = load(change.approach_before)
        roles |= {
            key: role.label.within(language()) for key, role in before.roles.items() if key not in roles
        }
    choices = sorted(roles.items(), key=lambda each: each[1])
    areas = Area.objects.filter(pk__in=RoleHeld.objects.values("area")).order_by("name")
    form = WhoNowForm(request.POST or None, roles=choices, areas=areas)
    found = form.attempt(lambda given: actions.look_up(**given)) if request.method == "POST" else None
    known = {
        "form": form,
        "asked": found is not None,
        "found": [(held, _label(held, request)) for held in found or ()],
        "changes": [
            (change, _titles(change), [_lesson(each) for each in change.lessons.all()]) for change in changes
        ],
    }
    return render(request, "people/who_now.html", known, status=form.status)


def _label(held: RoleHeld, request: SignedInRequest) -> str:
    approach = mandates_of(request.person).territory.approaches(held.area, clock.today())[0]
    return role_label(approach, held.role)


def _titles(change: Reorganisation) -> tuple[str, str]:
    before, after = load(change.approach_before), load(change.approach_after)
    return before.title.within(language()), after.title.within(language())


def _lesson(applied: LessonApplied) -> str:
    try:
        lessons = load(applied.approach_key).development.lessons
    except ApproachErrors:
        return applied.lesson
    found = next((each.label.within(language()) for each in lessons if each.key == applied.lesson), "")
    return found or applied.lesson


def may_hand_over(request: SignedInRequest, pk: int) -> Verdict:
    """The holder, or whoever manages people there."""
    held = get_object_or_404(RoleHeld.objects.select_related("area"), pk=pk)
    if held.person_id == request.person.pk:
        return YES
    return mandates_of(request.person).may(Power.MANAGE_PEOPLE, within=held.area)


@permitted(may_hand_over)
@require_http_methods(["GET", "POST"])
@pressed_once
def hand_over(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down what the next holder must know."""
    held = get_object_or_404(RoleHeld.objects.select_related("person", "area"), pk=pk)
    earlier = [
        (f"{each.written_by.first_name}, {each.written_on:%d-%m-%Y}", each.text)
        for each in held.handovers.select_related("written_by")
    ]
    return form_turn(
        request,
        HandoverForm(request.POST or None),
        lambda given: actions.hand_over(held=held, by=request.person, **given),
        done=_("De overdracht staat klaar voor de opvolger."),
        title=_("Draag de taak over: %(role)s") % {"role": _label(held, request)},
        submit=_("Schrijf het op"),
        back=Crumb(_("Mensen"), reverse("people:people")),
        facts=[(_("Wie"), str(held.person)), *earlier],
    )
