"""Pages of learning: a figure named beforehand, and what the work brought."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.monitoring import actions
from wijkwerk.monitoring.forms import FigureForm, LearnForm
from wijkwerk.monitoring.models import Effect
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.plans.models import Measure, Work
from wijkwerk.thread.models import Thing


def _area(_request: SignedInRequest, number: str) -> Area:
    return get_object_or_404(Thing.objects.numbered(number).select_related("area")).area


@permitted(Power.EDIT_PLAN, area=_area)
@require_http_methods(["GET", "POST"])
@pressed_once
def name_figure(request: SignedInRequest, number: str) -> HttpResponse:
    """Name beforehand by which figure it will be seen whether a measure helps."""
    thing = get_object_or_404(Thing.objects.numbered(number), kind="measure")
    measure = get_object_or_404(Measure.objects.select_related("thing"), pk=thing.pk)
    return form_turn(
        request,
        FigureForm(request.POST or None),
        lambda given: actions.name_figure(measure_id=measure.pk, by=request.person, **given),
        done=_("Het cijfer staat bij de maatregel."),
        title=_("Noem vooraf een cijfer"),
        lead=measure.thing.sentence,
        note=_("Een cijfer zegt niet alles. Daarnaast vragen wij bewoners wat zij ervan vinden."),
        submit=_("Noem het cijfer"),
        back=Crumb(number, reverse("plans:measure", args=[number])),
    )


@permitted(Power.RECORD_EFFECT, area=_area)
@require_http_methods(["GET", "POST"])
@pressed_once
def learn(request: SignedInRequest, number: str) -> HttpResponse:
    """What the work brought: outcome, verdict and figure each apart, with what was done beside it."""
    thing = get_object_or_404(Thing.objects.numbered(number), kind="work")
    work = get_object_or_404(Work.objects.select_related("thing__area", "measure__thing"), pk=thing.pk)
    figure = actions.named_beforehand(work)
    form = LearnForm(request.POST or None, figure=figure)
    if request.method == "POST":
        done = form.attempt(
            lambda given: actions.learn(work_id=work.pk, given=actions.Learned(**given), by=request.person)
        )
        if done is not None:
            messages.success(request, _("Het staat in de draad, voor iedereen."))
            return redirect(work.thing.get_absolute_url())
    known = {
        "form": form,
        "work": work,
        "figure": figure,
        "verdict": actions.is_done(work),
        "effects": Effect.objects.filter(work=thing).order_by("-learned_on", "-thing_id"),
    }
    return render(request, "monitoring/learn.html", known, status=form.status)
