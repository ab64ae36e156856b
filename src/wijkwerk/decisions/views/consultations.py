"""Formal consultation: opened to everyone, reacted to online or at the desk, answered and closed."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.decisions import actions
from wijkwerk.decisions.forms.consultations import (
    AnswerForm,
    CloseConsultationForm,
    ConsultationForm,
    ImportantForm,
)
from wijkwerk.decisions.models import Consultation, ConsultationReaction
from wijkwerk.decisions.pages import consultation_page
from wijkwerk.decisions.views import reacting
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest, permitted, person_of
from wijkwerk.thread.models import Thing


def _consultation(pk: int) -> Consultation:
    """A consultation on what everyone may see; otherwise it is not there."""
    rows = Consultation.objects.select_related("thing__area", "thing__neighbourhood")
    return get_object_or_404(rows, pk=pk, thing__public=True)


def _thing(number: str) -> Thing:
    return get_object_or_404(Thing.objects.numbered(number).select_related("area"), public=True)


def _reaction(number: str) -> ConsultationReaction:
    rows = ConsultationReaction.objects.select_related("thing", "consultation__thing__area")
    return get_object_or_404(rows, thing__in=Thing.objects.numbered(number))


def _area_of_thing(_request: SignedInRequest, number: str) -> Area:
    return _thing(number).area


def _area_of_consultation(_request: SignedInRequest, pk: int) -> Area:
    return _consultation(pk).thing.area


def _area_of_reaction(_request: SignedInRequest, number: str) -> Area:
    return _reaction(number).consultation.thing.area


def _may_mark(request: SignedInRequest, number: str) -> Verdict:
    return actions.may_mark(request.person, _thing(number))


def _back(consultation: Consultation) -> Crumb:
    return Crumb(consultation.question, reverse("decisions:consultation", args=[consultation.pk]))


@public
@require_safe
def consultation(request: HttpRequest, pk: int) -> HttpResponse:
    """What is to be decided and until when everyone can react; later what was said, and done with it."""
    page = consultation_page(_consultation(pk), person_of(request))
    return render(request, "decisions/consultation.html", {"page": page})


@public
@require_http_methods(["GET", "POST"])
def react(request: HttpRequest, pk: int) -> HttpResponse:
    """Anyone says what they think, without an account."""
    found = _consultation(pk)
    return reacting.online(
        request,
        partial(actions.react, consultation_id=pk),
        actions.may_react(found),
        template="decisions/react.html",
        area=found.thing.area,
        consultation=found,
    )


@permitted(Power.ENTER_ON_BEHALF, area=_area_of_consultation)
@require_http_methods(["GET", "POST"])
@pressed_once
def react_on_behalf(request: SignedInRequest, pk: int) -> HttpResponse:
    """What someone said by phone, at the desk or in a letter, written down for them with equal weight."""
    found = _consultation(pk)
    return reacting.at_the_desk(
        request,
        partial(actions.react, consultation_id=pk),
        actions.may_react(found),
        lead=found.question,
        back=_back(found),
        area=found.thing.area,
    )


@permitted(Power.EDIT_PLAN, area=_area_of_reaction)
@require_http_methods(["GET", "POST"])
@pressed_once
def answer(request: SignedInRequest, number: str) -> HttpResponse:
    """What was done with one reaction, and why."""
    found = _reaction(number)
    return form_turn(
        request,
        AnswerForm(request.POST if request.method == "POST" else None),
        lambda given: actions.answer_reaction(reaction_id=found.pk, by=request.person, **given),
        done=_("Wie reageerde, krijgt bericht."),
        title=_("Beantwoord een reactie"),
        lead=found.consultation.question,
        facts=[(_("De reactie"), found.text or _("Deze tekst is gewist."))],
        submit=_("Verstuur het antwoord"),
        back=_back(found.consultation),
    )


@permitted(_may_mark)
@require_http_methods(["GET", "POST"])
@pressed_once
def important(request: SignedInRequest, number: str) -> HttpResponse:
    """Mark what is decided about a thing as important: everyone can react first."""
    thing = _thing(number)
    return form_turn(
        request,
        ImportantForm(request.POST if request.method == "POST" else None),
        lambda given: actions.mark_important(thing=thing, by=request.person, **given),
        done=_("Hierover wordt pas besloten als iedereen kon reageren."),
        to=reverse("decisions:consult", args=[number]),
        title=_("Maak dit een belangrijk besluit"),
        lead=thing.sentence,
        note=_("Daarna kan niemand hierover besluiten voordat er inspraak is geweest."),
        submit=_("Maak dit een belangrijk besluit"),
        back=Crumb(thing.sentence, thing.get_absolute_url()),
    )


@permitted(Power.EDIT_PLAN, area=_area_of_thing)
@require_http_methods(["GET", "POST"])
@pressed_once
def consult(request: SignedInRequest, number: str) -> HttpResponse:
    """Let everyone react to a thing until a day."""
    thing = _thing(number)
    return form_turn(
        request,
        ConsultationForm(request.POST if request.method == "POST" else None),
        lambda given: actions.open_consultation(thing=thing, by=request.person, **given),
        done=_("De inspraak is open."),
        to=lambda opened: reverse("decisions:consultation", args=[opened.pk]),
        title=_("Open de inspraak"),
        lead=thing.sentence,
        submit=_("Open de inspraak"),
        back=Crumb(thing.sentence, thing.get_absolute_url()),
    )


@permitted(Power.EDIT_PLAN, area=_area_of_consultation)
@require_http_methods(["GET", "POST"])
@pressed_once
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close formal consultation, with what was done with the reactions."""
    found = _consultation(pk)
    received = ConsultationReaction.objects.filter(consultation=found).count()
    return form_turn(
        request,
        CloseConsultationForm(
            request.POST if request.method == "POST" else None, initial={"reactions": received}
        ),
        lambda given: actions.close_consultation(consultation_id=pk, by=request.person, **given),
        done=_("De inspraak is afgesloten."),
        title=_("Sluit de inspraak af"),
        lead=found.question,
        submit=_("Sluit af"),
        back=_back(found),
    )
