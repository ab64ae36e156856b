"""The longlist: for everyone to read, with what happened to each wish; for officials to decide on."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.money import Currency
from wijkwerk.participation.actions import drop, estimate, may_be_opened, open_ranking, pass_on
from wijkwerk.participation.forms.wishes import DropForm, OpenRankingForm, PassOnForm, WishForm
from wijkwerk.participation.models import Ranking, Wish
from wijkwerk.participation.queries.wishes import WishLine, lines_of, longlists, wishes
from wijkwerk.participation.rules import RankingStatus, WishStatus
from wijkwerk.participation.views.shared import may, step_context
from wijkwerk.people.guards import SignedInRequest, permitted

# A lot is drawn with one number out of a million, shown to all before the first form.
SEEDS = 1_000_000


def area_of_longlist(_request: HttpRequest, longlist_id: int) -> Area:
    """The area of the longlist in the address."""
    return get_object_or_404(longlists(), pk=longlist_id).area


def area_of_wish(_request: HttpRequest, wish_id: int) -> Area:
    """The area of the wish in the address."""
    return get_object_or_404(wishes(), pk=wish_id).thing.area


@public
@require_GET
def longlist(request: HttpRequest, longlist_id: int) -> HttpResponse:
    """Every wish of the year, and how it ended or that it still has to."""
    found = get_object_or_404(longlists(), pk=longlist_id)
    approach = found.step.cycle.approach
    lines = lines_of(list(wishes().filter(longlist=found)), approach)
    groups = {status: [line for line in lines if line.wish.status == status] for status in WishStatus}
    ranking: Ranking | None = getattr(found, "ranking", None)
    manages = may(request, Power.MANAGE_LONGLIST, found.step)
    frozen = ranking is not None and ranking.status == RankingStatus.OPEN
    context = {
        **step_context(request, found.step),
        "longlist": found,
        "ranking": ranking,
        "is_open": frozen,
        "undecided": groups[WishStatus.LISTED],
        "ranked": groups[WishStatus.RANKED],
        "ended": [
            (_("Doorgegeven"), groups[WishStatus.PASSED_ON]),
            (_("Gaat nu niet door"), groups[WishStatus.DROPPED]),
        ],
        "total": len(lines),
        "passed_on": len(groups[WishStatus.PASSED_ON]),
        "dropped": len(groups[WishStatus.DROPPED]),
        "own": sum(bool(line.wish.own_contribution) for line in lines),
        "unpriced": _unpriced(groups[WishStatus.LISTED]) if manages else 0,
        "may_manage": manages and not frozen,
        "may_decide": not frozen and may(request, Power.DECIDE_WISH, found.step),
        "may_open": manages and ranking is None,
        "openable": may_be_opened(found) if manages and ranking is None else None,
    }
    return render(request, "participation/longlist.html", context)


def _unpriced(lines: list[WishLine]) -> int:
    return sum(line.wish.cost_minor is None for line in lines)


@permitted(Power.MANAGE_LONGLIST, area=area_of_longlist)
@require_http_methods(["GET", "POST"])
def open_for_residents(request: SignedInRequest, longlist_id: int) -> HttpResponse:
    """Give the list to the residents, until a day; the number for a lot is drawn and shown now."""
    found = get_object_or_404(longlists(), pk=longlist_id)
    form = OpenRankingForm(request.POST or None, initial={"closes_on": found.step.planned_to})

    def act(given: dict[str, Any]) -> Ranking:
        seed = secrets.randbelow(SEEDS)
        return open_ranking(
            longlist_id=longlist_id, closes_on=given["closes_on"], seed=seed, by=request.person
        )

    if request.method == "POST" and (ranking := form.attempt(act)):
        messages.success(request, _("Bewoners kunnen nu meedoen."))
        return redirect("participation:ranking", ranking_id=ranking.pk)
    lines = lines_of(
        list(wishes().filter(longlist=found, status=WishStatus.LISTED)), found.step.cycle.approach
    )
    context = {
        "longlist": found,
        "area": found.area,
        "form": form,
        "number": len(lines),
        "unpriced": _unpriced(lines),
        "openable": may_be_opened(found),
        "positions": found.step.cycle.approach.longlist.positions,
    }
    return render(request, "participation/open_ranking.html", context, status=form.status)


@permitted(Power.MANAGE_LONGLIST, area=area_of_wish)
@require_http_methods(["GET", "POST"])
def estimated(request: SignedInRequest, wish_id: int) -> HttpResponse:
    """Word a wish and say what it costs."""
    found = _wish(wish_id)
    form = WishForm(
        request.POST or None, approach=_approach(found), currency=Currency(found.currency), known=found
    )
    return _change(
        request,
        found,
        form,
        lambda _given: estimate(wish_id=wish_id, given=form.wished(), by=request.person),
        title=_("Schatten en verwoorden"),
        button=_("Bewaar"),
    )


@permitted(Power.DECIDE_WISH, area=area_of_wish)
@require_http_methods(["GET", "POST"])
def passed_on(request: SignedInRequest, wish_id: int) -> HttpResponse:
    """Give a wish to the body that goes about it."""
    return _change(
        request,
        _wish(wish_id),
        PassOnForm(request.POST or None),
        lambda given: pass_on(wish_id=wish_id, to=given["to"], reason=given["reason"], by=request.person),
        title=_("Doorgeven"),
        button=_("Geef door"),
    )


@permitted(Power.DECIDE_WISH, area=area_of_wish)
@require_http_methods(["GET", "POST"])
def dropped(request: SignedInRequest, wish_id: int) -> HttpResponse:
    """Say why a wish goes no further."""
    return _change(
        request,
        _wish(wish_id),
        DropForm(request.POST or None),
        lambda given: drop(wish_id=wish_id, reason=given["reason"], by=request.person),
        title=_("Laten vallen"),
        button=_("Laat vallen"),
    )


def _change(
    request: SignedInRequest,
    found: Wish,
    form: ReasonedForm,
    act: Callable[[dict[str, Any]], Wish],
    *,
    title: str,
    button: str,
) -> HttpResponse:
    if request.method == "POST" and form.attempt(act) is not None:
        messages.success(request, _("“%(wish)s” is bijgewerkt.") % {"wish": found.thing.sentence})
        if found.longlist_id is None:
            return redirect("participation:wishes", need_id=found.need_id)
        return redirect("participation:longlist", longlist_id=found.longlist_id)
    context = {"wish": found, "area": found.thing.area, "form": form, "title": title, "button": button}
    return render(request, "participation/wish.html", context, status=form.status)


def _wish(wish_id: int) -> Wish:
    return get_object_or_404(wishes().select_related("longlist__step__cycle"), pk=wish_id)


def _approach(found: Wish) -> Approach:
    return found.longlist.step.cycle.approach if found.longlist else approach_for(found.thing.area)
