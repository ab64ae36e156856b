"""Pages of the year: what is going on in an area, and opening and closing a step."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.pages import working_area
from wijkwerk.areas.queries import approach_for
from wijkwerk.cycles.actions import assess, begin_cycle, close_cycle, close_step, last_day_of, open_step
from wijkwerk.cycles.forms import AssessForm, BeginForm, CloseForm, OpenForm
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.cycles.pages import cycle_page, who_opens
from wijkwerk.cycles.queries import cycles_of
from wijkwerk.cycles.wording import ASKED, say_of
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.wording import language


@public
@require_safe
def area_year(request: HttpRequest, code: str) -> HttpResponse:
    """The running cycles of an area, each with its steps, dates and level of say."""
    area = working_area(code)
    running, finished = cycles_of(area)
    held = mandates(request)
    may_open = held.may(Power.OPEN_STEP, within=area) if held and held.on() else None
    may_close = held.may(Power.CLOSE_STEP, within=area) if held and held.on() else None
    pages = [cycle_page(cycle, open_verdict=may_open, close_verdict=may_close) for cycle in running]
    known = {
        "area": area,
        "pages": pages,
        "finished": [cycle_page(cycle, open_verdict=None, close_verdict=may_close) for cycle in finished],
        "may_begin": may_open,
        "who": pages[0].who if pages else who_opens(approach_for(area)),
    }
    return render(request, "cycles/area.html", known)


def _area_of_code(_request: SignedInRequest, code: str) -> Area:
    return working_area(code)


def _area_of_step(_request: SignedInRequest, pk: int) -> Area:
    return _step(pk).cycle.area


@permitted(Power.OPEN_STEP, area=_area_of_code)
@require_http_methods(["GET", "POST"])
def begin(request: SignedInRequest, code: str) -> HttpResponse:
    """Begin a new year: its steps are built from the approach."""
    area = working_area(code)
    today = clock.today()
    steps = ", ".join(step.label.within(language()) for step in approach_for(area).cycle.steps)
    return form_turn(
        request,
        BeginForm(request.POST or None, initial={"name": str(today.year), "starts_on": today}),
        lambda given: begin_cycle(area=area, by=request.person, **given),
        done=lambda cycle: _("Het jaar %(name)s staat klaar. Open nu de eerste stap.") % {"name": cycle},
        title=_("Begin een nieuw jaar"),
        lead=_("De stappen komen uit de aanpak: %(steps)s. U opent ze daarna zelf, een voor een.")
        % {"steps": steps},
        submit=_("Zet het jaar klaar"),
        back=_back(area),
    )


@permitted(Power.OPEN_STEP, area=_area_of_step)
@require_http_methods(["GET", "POST"])
def open_one(request: SignedInRequest, pk: int) -> HttpResponse:
    """Open a step, after saying until when."""
    step = _step(pk)
    say = say_of(step.involvement)
    lead = _("%(area)s, jaar %(name)s.") % {"area": step.cycle.area, "name": step.cycle}
    if say:
        told = {"name": say.name, "meaning": say.meaning}
        lead += " " + _("Bewoners lezen hierbij: “%(name)s. %(meaning)s”") % told
    return form_turn(
        request,
        OpenForm(request.POST or None, initial={"until": last_day_of(step)}),
        lambda given: open_step(step_id=pk, by=request.person, **given),
        done=lambda opened: _("“%(step)s” is open.") % {"step": opened.label},
        title=_("Open “%(step)s”") % {"step": step.label},
        lead=lead,
        submit=_("Open deze stap"),
        back=_back(step.cycle.area),
    )


@permitted(Power.CLOSE_STEP, area=_area_of_step)
@require_http_methods(["GET", "POST"])
def close_one(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close a step, after a page that says what follows."""
    step = _step(pk)
    later = CycleStep.objects.filter(cycle=step.cycle, ordinal__gt=step.ordinal).order_by("ordinal").first()
    follows = (
        _("Daarna kan “%(step)s” open.") % {"step": later.label}
        if later
        else _("Dit is de laatste stap: daarna is het jaar klaar.")
    )
    return form_turn(
        request,
        CloseForm(request.POST if request.method == "POST" else None),
        lambda _given: close_step(step_id=pk, by=request.person),
        done=lambda closed: _("“%(step)s” is gesloten.") % {"step": closed.label},
        title=_("Sluit “%(step)s”") % {"step": step.label},
        lead=_("%(area)s, jaar %(name)s.") % {"area": step.cycle.area, "name": step.cycle} + f" {follows}",
        note=_("Een gesloten stap gaat niet zomaar weer open."),
        submit=_("Sluit deze stap"),
        back=_back(step.cycle.area),
    )


def _area_of_cycle(_request: SignedInRequest, pk: int) -> Area:
    return _cycle(pk).area


@permitted(Power.CLOSE_STEP, area=_area_of_cycle)
@require_http_methods(["GET", "POST"])
def assess_one(request: SignedInRequest, pk: int) -> HttpResponse:
    """The self-assessment of a cycle: three questions and a line per goal, answered at once or bit by bit."""
    cycle = _cycle(pk)
    written = getattr(cycle, "self_assessment", None)
    initial = {name: getattr(written, name) for name in ASKED} if written else {}
    if written:
        initial |= {f"goal_{key}": said for key, said in written.goals.items()}
    goals = cycle.approach.working_goals
    return form_turn(
        request,
        AssessForm(request.POST if request.method == "POST" else None, initial=initial, goals=goals),
        lambda given: assess(
            cycle_id=pk,
            by=request.person,
            goals={goal.key: given[f"goal_{goal.key}"] for goal in goals},
            **{name: given[name] for name in ASKED},
        ),
        done=_("De terugblik is bewaard."),
        title=_("Terugblik op %(name)s") % {"name": cycle},
        lead=_("Drie vragen over dit jaar in %(area)s. Iedereen kan de antwoorden lezen.")
        % {"area": cycle.area},
        submit=_("Bewaar de terugblik"),
        back=_back(cycle.area),
    )


@permitted(Power.CLOSE_STEP, area=_area_of_cycle)
@require_http_methods(["GET", "POST"])
def end_one(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close a cycle whose steps are closed and whose questions are answered."""
    cycle = _cycle(pk)
    return form_turn(
        request,
        CloseForm(request.POST if request.method == "POST" else None),
        lambda _given: close_cycle(cycle_id=pk, by=request.person),
        done=_("Het jaar %(name)s is afgesloten.") % {"name": cycle},
        title=_("Sluit het jaar %(name)s af") % {"name": cycle},
        lead=_("%(area)s, jaar %(name)s.") % {"area": cycle.area, "name": cycle},
        note=_("Een afgesloten jaar gaat niet meer open. De terugblik blijft staan."),
        submit=_("Sluit het jaar af"),
        back=_back(cycle.area),
    )


def _cycle(pk: int) -> Cycle:
    return get_object_or_404(Cycle.objects.select_related("area", "self_assessment"), pk=pk)


def _back(area: Area) -> Crumb:
    return Crumb(_("Het jaar van %(area)s") % {"area": area.name}, reverse("cycles:area", args=[area.code]))


def _step(pk: int) -> CycleStep:
    return get_object_or_404(CycleStep.objects.select_related("cycle__area"), pk=pk)
