"""Pages of meetings: the teams of my areas with their questions, and the meetings an area takes part in."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.meetings import actions
from wijkwerk.meetings.forms import EndForm, LeaveOutForm, OutcomeForm, QuestionForm, TeamForm
from wijkwerk.meetings.models import ActionTeam, TeamQuestion
from wijkwerk.meetings.queries import series_of, teams_in, to_be_ended
from wijkwerk.people.guards import SignedInRequest, permitted, staff
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import language


@staff
@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    """The teams formed around questions in my areas, those that may end, and where one can be formed."""
    areas = mandates_of(request.person).areas_with(Power.READ_AREA)
    forming = mandates_of(request.person).areas_with(Power.UNDERSTAND_NEED)
    ended = {team.pk for team in to_be_ended(areas)}
    known = {
        "teams": teams_in(areas),
        "may_end": ended,
        "forming": {area.pk for area in forming},
        "areas": areas,
    }
    return render(request, "meetings/mine.html", known)


def _area_of_code(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


@permitted(Power.READ_AREA, area=_area_of_code)
@require_safe
def of_area(request: SignedInRequest, code: str) -> HttpResponse:
    """The meetings that the approach has for an area, held or left out; and forming a team there."""
    area = working_area(code)
    known = {
        "area": area,
        "series": series_of(area),
        "may_form": actions.may_form_here(request.person, area),
        "may_leave_out": bool(actions.may_form(request.person, area)),
    }
    return render(request, "meetings/area.html", known)


def may_form(request: SignedInRequest, code: str) -> Verdict:
    """Whether a team can be formed around questions here, and by this reader."""
    return actions.may_form_here(request.person, working_area(code))


@permitted(may_form)
@require_http_methods(["GET", "POST"])
@pressed_once
def form(request: SignedInRequest, code: str) -> HttpResponse:
    """Form a team around questions."""
    area = working_area(code)
    kinds = [(team.key, team.label.within(language())) for team in actions.kinds_of_team(approach_for(area))]
    return form_turn(
        request,
        TeamForm(request.POST or None, kinds=kinds, people=_officials(area)),
        lambda given: actions.form_team(area=area, by=request.person, **given),
        done=_("Het team is gevormd."),
        title=_("Vorm een team in %(area)s") % {"area": area.name},
        lead=_("Een team bestaat zolang er een vraag open staat."),
        submit=_("Vorm het team"),
        back=_back(),
    )


def _officials(area: Area) -> QuerySet[Person]:
    approach = approach_for(area)
    residents = {key for key, role in approach.roles.items() if role.is_resident}
    held = RoleHeld.objects.on(clock.today()).filter(area=area).exclude(role__in=residents)
    return Person.objects.filter(pk__in=held.values("person"))


def may_work_on_team(request: SignedInRequest, pk: int) -> Verdict:
    """Who goes about the questions of the team's area."""
    return actions.may_form(request.person, _team(pk).area)


@permitted(may_work_on_team)
@require_http_methods(["GET", "POST"])
@pressed_once
def add_question(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more question for a team."""
    return form_turn(
        request,
        QuestionForm(request.POST or None),
        lambda given: actions.add_question(team_id=pk, by=request.person, **given),
        done=_("De vraag staat op de lijst van het team."),
        title=_("Een vraag erbij"),
        submit=_("Zet op de lijst"),
        facts=[(_("Team"), _team(pk).name)],
        back=_back(),
    )


@permitted(may_work_on_team)
@require_http_methods(["GET", "POST"])
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a team that has no open question."""
    return form_turn(
        request,
        EndForm(request.POST if request.method == "POST" else None),
        lambda _given: actions.end_team(team_id=pk, by=request.person),
        done=_("Het team is gestopt."),
        title=_("Stop het team"),
        submit=_("Ja, stop"),
        facts=[(_("Team"), _team(pk).name)],
        back=_back(),
    )


def may_work_on_question(request: SignedInRequest, pk: int) -> Verdict:
    """Who goes about the questions of the area of its team."""
    return actions.may_form(request.person, _question(pk).team.area)


@permitted(may_work_on_question)
@require_http_methods(["GET", "POST"])
def close_question(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a question off the list, with what came of it."""
    question = _question(pk)
    return form_turn(
        request,
        OutcomeForm(request.POST or None),
        lambda given: actions.close_question(question_id=pk, by=request.person, **given),
        done=_("De vraag is van de lijst."),
        title=question.sentence,
        submit=_("Rond de vraag af"),
        facts=[(_("Team"), question.team.name)],
        back=_back(),
    )


def may_leave_out(request: SignedInRequest, code: str, series: str) -> Verdict:
    """Who goes about the questions of the area."""
    return actions.may_form(request.person, working_area(code))


@permitted(may_leave_out)
@require_http_methods(["GET", "POST"])
def leave_out(request: SignedInRequest, code: str, series: str) -> HttpResponse:
    """Do without an optional meeting."""
    area = working_area(code)
    return form_turn(
        request,
        LeaveOutForm(request.POST or None),
        lambda given: actions.leave_out(area=area, series=series, by=request.person, **given),
        done=_("Uw gebied doet het zonder dit overleg."),
        title=_("Zonder dit overleg"),
        submit=_("Laat het weg"),
        back=Crumb(area.name, reverse("meetings:area", args=[code])),
    )


def _back() -> Crumb:
    return Crumb(_("Teams rond vragen"), reverse("meetings:mine"))


def _team(pk: int) -> ActionTeam:
    return get_object_or_404(ActionTeam.objects.select_related("area"), pk=pk)


def _question(pk: int) -> TeamQuestion:
    return get_object_or_404(TeamQuestion.objects.select_related("team__area"), pk=pk)
