"""Going over from one approach to another: seen beforehand, confirmed, public afterwards, taken back in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people import actions as people
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.models import Reorganisation
from wijkwerk.people.wording import language
from wijkwerk.ways import actions, queries
from wijkwerk.ways.forms import AdoptForm, MoveForm, WithdrawForm
from wijkwerk.ways.models import Draft
from wijkwerk.ways.pages import drafts
from wijkwerk.ways.pages import moving as page
from wijkwerk.ways.views.consequences import known_approach, whole
from wijkwerk.ways.views.drafts import number_from

STEP, DO, BACK = "stap", "doe", "terug"


@dataclass(frozen=True)
class Turn:
    """A change set on its way: filled in, looked at, done. `around`: what its two pages show besides."""

    rehearse: Callable[[], list[people.Move]]
    act: Callable[[], str]
    around: dict[str, Any]

    def answer(self, request: HttpRequest, form: MoveForm) -> HttpResponse:
        """The form; or the overview of what was filled in; or, confirmed, where that led."""
        step = request.POST.get(STEP, "")
        if form.is_bound and step == DO:
            if ahead := form.attempt(lambda _given: self.act()):
                return redirect(ahead)
        elif form.is_bound and step != BACK:
            moves = form.attempt(lambda _given: self.rehearse())
            if moves is not None:
                return render(request, "ways/move_overview.html", self._seen(form, moves))
        return render(request, "ways/move.html", {"form": form, **self.around}, status=form.status)

    def _seen(self, form: MoveForm, moves: list[people.Move]) -> dict[str, Any]:
        change = form.change
        return {
            "form": form,
            "change": change,
            "areas": form.chosen,
            "overview": page.overview(moves, form.after, dict(change.areas), clock.today()),
            **self.around,
        }


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def move(request: SignedInRequest, key: str) -> HttpResponse:
    """The change set filled in; then its overview; and only when that was confirmed, done."""
    after = known_approach(key)
    if key in queries.in_force():
        raise Http404  # one goes over to another
    form = MoveForm(
        request.POST if request.method == "POST" else None, after=after, present=page.present(after)
    )
    title = after.title.within(language())

    def act() -> str:
        made = people.reorganise(areas=form.chosen, change=form.change, by=request.person)
        messages.success(request, _("Het staat vast. Iedereen kan lezen wat er verandert."))
        return reverse("ways:change", args=[made.pk])

    around = {
        "title": title,
        "heading": _("Ga over op “%(title)s”") % {"title": title},
        "crumbs": [
            Crumb(_("Werkwijzen"), reverse("ways:catalogue")),
            Crumb(title, reverse("ways:consequences", args=[key])),
        ],
    }
    return Turn(
        lambda: people.rehearse(areas=form.chosen, change=form.change, by=request.person), act, around
    ).answer(request, form)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def adopt(request: SignedInRequest, pk: int) -> HttpResponse:
    """The council's decision on a draft: the same road, with the difference, and kept as a decision."""
    draft = get_object_or_404(Draft, pk=pk)
    after = actions.sound(draft.key, draft.text)
    form = AdoptForm(
        request.POST if request.method == "POST" else None, after=after, present=page.present(after)
    )

    def given() -> actions.Adoption:
        return {
            "draft_id": pk,
            "areas": form.chosen,
            "change": form.change,
            "public_text": form.cleaned_data["public_text"],
            "by": request.person,
            "edition": number_from(request.POST.get("edition", "")),
        }

    def act() -> str:
        made = actions.adopt_draft(**given())
        messages.success(
            request, _("De aanpak is vastgesteld. Het besluit staat op de pagina van de aanpak.")
        )
        for warning in made.warnings[:5]:
            messages.warning(request, str(warning))
        return reverse("thread", args=[made.own.thing.number])

    around = {
        "title": draft.title,
        "heading": _("Leg het besluit vast"),
        "crumbs": [
            Crumb(_("Concepten"), reverse("ways:drafts")),
            Crumb(draft.title, reverse("ways:draft", args=[pk])),
        ],
        "edition": draft.edition,
        "page": drafts.page(draft),
    }
    return Turn(lambda: actions.rehearse_adoption(**given()), act, around).answer(request, form)


@public
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Every change of the organisation, the latest first."""
    rows = Reorganisation.objects.order_by("-starts_on", "-pk")
    known = {
        "changes": [
            (
                change,
                queries.once_in_force(change.approach_before).title.within(language()),
                queries.once_in_force(change.approach_after).title.within(language()),
            )
            for change in rows
        ],
        "may_set": _may_set(request),
        "today": clock.today(),
    }
    return render(request, "ways/changes.html", known)


@public
@require_safe
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed from that day: areas, functions, why, and what stays as it was."""
    found = get_object_or_404(
        Reorganisation.objects.select_related("redivision").prefetch_related("areas"), pk=pk
    )
    known = {
        "change": found,
        "page": page.change_page(found),
        "today": clock.today(),
        "may_withdraw": _may_set(request) and bool(people.may_withdraw(found)),
    }
    return render(request, "ways/change.html", known)


def _may_set(request: HttpRequest) -> bool:
    held = mandates(request)
    return bool(held and held.may(Power.SET_APPROACH, within=None))


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a change back before its day."""
    found = get_object_or_404(Reorganisation, pk=pk)
    people.may_withdraw(found).require()
    return form_turn(
        request,
        WithdrawForm(request.POST if request.method == "POST" else None),
        lambda given: people.withdraw(change_id=pk, by=request.person, **given),
        done=_("De verandering gaat niet door. Alles blijft zoals het was."),
        title=_("Zet deze verandering terug"),
        lead=_("Iedereen houdt de taak en het gebied van nu. Dat het niet doorging, blijft te lezen."),
        facts=[(_("Zou ingaan op"), f"{found.starts_on:%d-%m-%Y}"), (_("Besloten door"), found.decided_by)],
        submit=_("Zet terug"),
        back=Crumb(_("Wat er verandert"), reverse("ways:change", args=[pk])),
        danger=True,
    )
