"""The public page of a thread, from any of its things: the whole story, who goes about it, how to follow it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijkwerk.answers.forms import FollowForm
from wijkwerk.answers.queries import next_word
from wijkwerk.decisions.queries import open_consultations_on
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.people.guards import person_of
from wijkwerk.people.queries import who_for_what
from wijkwerk.signals.near import can_be_meant_too
from wijkwerk.thread.kinds import kind_of
from wijkwerk.thread.models import Thing
from wijkwerk.thread.pages import thread_context
from wijkwerk.ways.pages.adopted import adopted_page


@public
def thread(request: HttpRequest, number: str) -> HttpResponse:
    """One thread as far as this reader may see it. A number not public yet gives the page of one that is nobody's."""
    reader = person_of(request)
    things = Thing.objects.numbered(number).visible_to(reader).select_related("area", "neighbourhood")
    thing = things.first()
    if thing is None or thing.number != number:
        return render(request, "portal/thread_closed.html", status=404)
    if kind_of(thing.kind).alone:
        known = {"thing": thing, "page": adopted_page(thing), "today": clock.today()}
        return render(request, "ways/adopted.html", known)
    context = {
        **thread_context(thing, reader),
        "promised": next_word(thing.pk),
        "consultation": open_consultations_on([thing.pk]).first(),
        "may_mean_too": can_be_meant_too(thing),
        "people": who_for_what(thing.area)[:4],
        "form": FollowForm(),
    }
    return render(request, "portal/thread.html", context)
