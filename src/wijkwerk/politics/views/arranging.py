"""What of politics an area has; a proposal forwarded, put on the list of the board, treated."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Conflict
from wijkwerk.people.guards import SignedInRequest, permitted, person_of
from wijkwerk.politics import actions
from wijkwerk.politics.arranging import arrangement_page
from wijkwerk.politics.forms import BoardListForm, ForwardForm, ProcessForm, TreatForm
from wijkwerk.politics.models import Proposal, Subject
from wijkwerk.politics.queries import aldermen_of


def _area_of_code(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


def _proposal(pk: int) -> Proposal:
    return get_object_or_404(Proposal.objects.select_related("area", "thing"), pk=pk)


def _area_of_proposal(_request: SignedInRequest, pk: int) -> Area:
    return _proposal(pk).area


@public
@require_safe
def arrangement(request: HttpRequest, code: str) -> HttpResponse:
    """What of politics this area has, and what was brought from here."""
    page = arrangement_page(working_area(code), person_of(request))
    return render(request, "politics/arrangement.html", {"page": page})


@permitted(Power.READ_AREA, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def forward(request: SignedInRequest, code: str) -> HttpResponse:
    """Send an idea from the committee of an area to an ordinary committee."""
    area = working_area(code)
    verdict = actions.may_forward(request.person, area)
    if not verdict:
        raise Conflict(verdict.reason)
    return form_turn(
        request,
        ForwardForm(request.POST or None),
        lambda given: actions.forward_proposal(area=area, by=request.person, **given),
        done=_("Het voorstel is doorgestuurd."),
        title=_("Stuur een voorstel door"),
        lead=_("Deze commissie beslist niets. Een gewone commissie behandelt het voorstel."),
        submit=_("Stuur door"),
        back=_back(area),
    )


@permitted(Power.PLACE_ON_BOARD_LIST, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def board_list(request: SignedInRequest, code: str) -> HttpResponse:
    """Bring an issue to the table of the board."""
    area = working_area(code)
    verdict = actions.may_reach_board(request.person, area, Subject.PROCESS)
    if not verdict:
        raise Conflict(verdict.reason)
    return form_turn(
        request,
        BoardListForm(request.POST or None),
        lambda given: actions.place_on_board_list(area=area, by=request.person, **given),
        done=_("Het staat op de lijst van het college."),
        title=_("Zet iets op de lijst van het college"),
        submit=_("Zet op de lijst"),
        back=_back(area),
    )


@permitted(Power.MANAGE_PEOPLE, area=_area_of_code)
@require_http_methods(["GET", "POST"])
@pressed_once
def agree_on_process(request: SignedInRequest, code: str) -> HttpResponse:
    """Write down with the alderman of an area what is process and what is content."""
    area = working_area(code)
    verdict = actions.may_agree_on_process(request.person, area)
    if not verdict:
        raise Conflict(verdict.reason)
    return form_turn(
        request,
        ProcessForm(request.POST or None, aldermen=aldermen_of(area)),
        lambda given: actions.agree_on_process(area=area, by=request.person, **given),
        done=_("De afspraak staat op de pagina van de wijk."),
        title=_("Schrijf op wat met de wijkwethouder is afgesproken"),
        lead=_("Een nieuwe afspraak komt in de plaats van de vorige met dezelfde wethouder."),
        submit=_("Bewaar"),
        back=_back(area),
    )


@permitted(Power.ADOPT_PLAN, area=_area_of_proposal)
@require_http_methods(["GET", "POST"])
@pressed_once
def treat(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down what became of a proposal."""
    proposal = _proposal(pk)
    return form_turn(
        request,
        TreatForm(request.POST or None),
        lambda given: actions.treat(proposal_id=pk, by=request.person, **given),
        done=_("Het staat op de pagina van de wijk."),
        title=_("Wat is ervan gekomen?"),
        lead=proposal.thing.sentence,
        submit=_("Bewaar"),
        back=_back(proposal.area),
    )


def _back(area: Area) -> Crumb:
    return Crumb(
        _("Politiek en %(area)s") % {"area": area.name}, reverse("politics:arrangement", args=[area.code])
    )
