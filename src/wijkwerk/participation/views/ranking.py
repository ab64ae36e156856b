"""Putting wishes in order: what there is to choose, one's own form, and handing it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock, rate_limits
from wijkwerk.foundation.guards import public, secret_address
from wijkwerk.foundation.reasons import Refused
from wijkwerk.participation.actions import ask_for_ballot, cast, save_draft
from wijkwerk.participation.composing import is_form_code
from wijkwerk.participation.forms.ranking import AskForm, HandInForm
from wijkwerk.participation.models import Draft, Ranking, Voter
from wijkwerk.participation.queries.ranking import options_of, rankings, shuffled_for
from wijkwerk.participation.rules import RankingStatus, moved, reordered
from wijkwerk.participation.views.shared import may, step_context
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.wording import language, resident_text


def ranking_in(ranking_id: int) -> Ranking:
    """The ranking in the address."""
    return get_object_or_404(rankings(), pk=ranking_id)


def is_open(found: Ranking) -> bool:
    """Whether residents can take part today."""
    return found.status == RankingStatus.OPEN and clock.today() <= found.closes_on


@public
@require_http_methods(["GET", "POST"])
def ranking(request: HttpRequest, ranking_id: int) -> HttpResponse:
    """What there is to choose, how it is counted, and asking for one's own form."""
    found = ranking_in(ranking_id)
    form = AskForm(request.POST or None, area=found.longlist.area)

    @transaction.atomic  # a refusal leaves no address behind
    def act(given: dict[str, Any]) -> Voter:
        contact = remember_contact(email=given["email"], language=language()[:2])
        return ask_for_ballot(
            ranking_id=ranking_id,
            contact=contact,
            email=given["email"],
            neighbourhood=given["neighbourhood"],
        )

    refused, status = None, 200
    if request.method == "POST":
        rate_limits.count("ballot", rate_limits.caller(request), limit=60, seconds=3600)
        try:
            if form.attempt(act) is not None:
                return redirect("participation:asked", ranking_id=ranking_id)
        except Refused as refusal:
            refused, status = refusal.reason, refusal.status
        else:
            refused, status = form.refused_for, form.status
    step = found.longlist.step
    options = options_of(found, pictures=True)
    context = {
        **step_context(request, step),
        "ranking": found,
        "is_open": is_open(found),
        "options": options,
        "most": found.most if found.most and found.most < len(options) else None,
        "form": form,
        "refused": refused,
        "formal": resident_text(step.cycle.approach, "formal_decider"),
        "may_enter": may(request, Power.ENTER_ON_BEHALF, step),
        "may_count": may(request, Power.MANAGE_LONGLIST, step),
    }
    return render(request, "participation/ranking.html", context, status=status)


@public
@require_GET
def asked(request: HttpRequest, ranking_id: int) -> HttpResponse:
    """A mail is on its way. Says nothing of whether this address took part."""
    found = ranking_in(ranking_id)
    return render(request, "participation/asked.html", {"ranking": found, "area": found.longlist.area})


def _voter(request: HttpRequest, voter_id: int, code: str) -> Voter:
    """Whose form this is; Http404 for a code that is not theirs."""
    voter = Voter.objects.select_related("contact").filter(pk=voter_id).first()
    if voter is None or not is_form_code(code, voter):
        rate_limits.count("secret link", rate_limits.caller(request), limit=30, seconds=3600)
        raise Http404
    return voter


@public
@secret_address
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, voter_id: int, code: str) -> HttpResponse:
    """One's own form. Every button keeps what was chosen so far, so one can stop and go on later."""
    voter = _voter(request, voter_id, code)
    found = ranking_in(voter.ranking_id)
    address: dict[str, Any] = {"voter_id": voter_id, "code": code}
    if voter.used or not is_open(found):
        return redirect(reverse("participation:handed-in", kwargs=address))
    options = {line.wish.pk: line for line in options_of(found, pictures=True)}
    saved = Draft.objects.filter(voter=voter).values_list("order", flat=True).first() or []
    order = [pk for pk in saved if pk in options]
    most = min(found.most or len(options), len(options))
    mistake, status = "", 200
    if request.method == "POST":
        order, at = _after(request.POST, order, most)
        order = list(save_draft(voter_id=voter_id, order=order).order)
        if "verder" not in request.POST:
            return redirect(f"{reverse('participation:form', kwargs=address)}{at}")
        if order:
            return redirect(reverse("participation:check", kwargs=address))
        mistake, status = _("Kies minstens één wens."), 422
    context = {
        "ranking": found,
        "area": found.longlist.area,
        "address": address,
        "wishes": len(options),
        "chosen": [options[pk] for pk in order],
        "others": [line for line in shuffled_for(voter_id, options.values()) if line.wish.pk not in order],
        "places": range(1, len(order) + 1),
        "most": most,
        "left": most - len(order),
        "mistake": mistake,
    }
    return render(request, "participation/form.html", context, status=status)


def _after(posted: Mapping[str, str], saved: list[int], most: int) -> tuple[list[int], str]:
    """The order after what was typed and the button that was pressed, and where on the page to go on."""
    typed = {pk: _number(posted.get(f"plaats-{pk}", "")) for pk in saved}
    order = reordered(saved, {pk: place for pk, place in typed.items() if place is not None})
    for button in ("omhoog", "omlaag", "weg", "kies"):
        wish = _number(posted.get(button, ""))
        if wish is None:
            continue
        if button == "kies" and wish not in order and len(order) < most:
            order.append(wish)
        elif button == "weg" and wish in order:
            order.remove(wish)
            return order, "#uw-volgorde"
        elif button in ("omhoog", "omlaag"):
            order = moved(order, wish, up=button == "omhoog")
        return order, f"#wens-{wish}"
    return order, "#uw-volgorde"


def _number(text: str) -> int | None:
    """A whole number as someone types it; None for anything else, and for one that no list is long enough for."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


@public
@secret_address
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, voter_id: int, code: str) -> HttpResponse:
    """The calm last page: this is your order; hand it in, or change it."""
    voter = _voter(request, voter_id, code)
    found = ranking_in(voter.ranking_id)
    address: dict[str, Any] = {"voter_id": voter_id, "code": code}
    saved = Draft.objects.filter(voter=voter).values_list("order", flat=True).first() or []
    form = HandInForm(request.POST or None, initial={"order": " ".join(map(str, saved))})

    def act(given: dict[str, Any]) -> Ranking:
        return cast(voter_id=voter_id, order=given["order"], hear_result=given["hear_result"])

    if request.method == "POST" and form.attempt(act) is not None:
        return redirect(reverse("participation:handed-in", kwargs=address))
    if request.method == "GET" and (voter.used or not saved or not is_open(found)):
        return redirect(reverse("participation:form", kwargs=address))
    options = {line.wish.pk: line for line in options_of(found)}
    context = {
        "ranking": found,
        "area": found.longlist.area,
        "address": address,
        "form": form,
        "chosen": [options[pk] for pk in saved if pk in options],
    }
    status = 409 if form.refused_for and not form.refused_for.field else form.status
    return render(request, "participation/check.html", context, status=status)


@public
@secret_address
@require_GET
def handed_in(request: HttpRequest, voter_id: int, code: str) -> HttpResponse:
    """The receipt: the form counts. What was chosen is not shown, because nobody can look that up any more."""
    voter = _voter(request, voter_id, code)
    found = ranking_in(voter.ranking_id)
    context = {"ranking": found, "area": found.longlist.area, "voter": voter, "is_open": is_open(found)}
    return render(request, "participation/handed_in.html", context)
