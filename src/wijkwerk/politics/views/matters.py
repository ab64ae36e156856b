"""The direct line: laying a matter before the alderman of an area, reading it, answering it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkwerk.areas.pages import working_area
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.politics import actions
from wijkwerk.politics.forms import AnswerForm, LayBeforeForm
from wijkwerk.politics.models import Matter
from wijkwerk.politics.pages import is_content, matter_page
from wijkwerk.politics.permissions import line_of, may_answer, may_lay_before, may_read


def _has_line(request: SignedInRequest, code: str) -> Verdict:
    return may_lay_before(request.person, working_area(code))


def _is_at_an_end(request: SignedInRequest, pk: int) -> Verdict:
    return may_read(request.person, _matter(pk))


@permitted(_has_line)
@require_http_methods(["GET", "POST"])
@pressed_once
def lay_before(request: SignedInRequest, code: str) -> HttpResponse:
    """Lay a matter before the alderman who adopted the area."""
    area = working_area(code)
    line = line_of(request.person, area)
    first = {"about": request.GET.get("over", "")[:30]}
    who = ", ".join(held.person.first_name for held in line.holders) if line else ""
    return form_turn(
        request,
        LayBeforeForm(request.POST or None, area=area, reader=request.person, initial=first),
        lambda given: actions.lay_before(area=area, given=actions.Laid(**given), by=request.person),
        done=_("Uw vraag is verstuurd. U ziet het antwoord hier en op “Mijn dag”."),
        to=lambda sent: reverse("politics:matter", args=[sent.pk]),
        title=_("Leg iets voor aan de %(office)s") % {"office": line.label if line else ""},
        lead=_("%(area)s, aan %(who)s. Dit gaat rechtstreeks. Niemand anders leest mee.")
        % {"area": area.name, "who": who},
        submit=_("Verstuur"),
        back=Crumb(area.name, reverse("portal:area", args=[area.code])),
    )


@permitted(_is_at_an_end)
@require_http_methods(["GET", "POST"])
def matter(request: SignedInRequest, pk: int) -> HttpResponse:
    """One matter with its answer, or the field to give it."""
    found = _matter(pk)
    may = found.is_open and bool(may_answer(request.person, found))
    form = AnswerForm(request.POST or None) if may else None
    if request.method == "POST" and form is not None:
        answered = form.attempt(
            lambda given: actions.answer(matter_id=pk, text=given["answer"], by=request.person)
        )
        if answered is not None:
            messages.success(request, _("Uw antwoord is verstuurd."))
            return redirect("politics:matter", pk)
    known = {"page": matter_page(found), "form": form, "content": is_content(found, request.person)}
    return render(request, "politics/matter.html", known, status=form.status if form else 200)


def _matter(pk: int) -> Matter:
    rows = Matter.objects.select_related("area", "about", "sent_by", "answered_by")
    return get_object_or_404(rows, pk=pk)
