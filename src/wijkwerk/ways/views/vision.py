"""The vision on working in neighbourhoods: for everyone to read, for the policy officer to write."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.ways import actions, queries
from wijkwerk.ways.forms import ChapterForm
from wijkwerk.ways.models import Chapter, VisionChapter
from wijkwerk.ways.views.consequences import whole


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The six chapters, which are missing, and which are due to be looked at again."""
    chapters, held = queries.vision(), mandates(request)
    known = {
        "chapters": chapters.items(),
        "missing": [chapter.label for chapter, written in chapters.items() if written is None],
        "today": clock.today(),
        "may_set": bool(held and held.may(Power.SET_APPROACH, within=None)),
    }
    return render(request, "ways/vision.html", known)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
def write(request: SignedInRequest, chapter: str) -> HttpResponse:
    """Write a chapter, or write it anew."""
    if chapter not in Chapter:
        raise Http404
    written = VisionChapter.objects.filter(chapter=chapter).first()
    begun = {"stance": written.stance, "review_on": written.review_on} if written else {}
    return form_turn(
        request,
        ChapterForm(request.POST if request.method == "POST" else None, initial=begun),
        lambda given: actions.write_chapter(chapter=chapter, by=request.person, **given),
        done=_("Het hoofdstuk staat in de visie."),
        title=Chapter(chapter).label,
        lead=_("Een hoofdstuk van onze visie op werken in de wijken."),
        submit=_("Bewaar het hoofdstuk"),
        back=Crumb(_("Onze visie"), reverse("ways:vision")),
    )
