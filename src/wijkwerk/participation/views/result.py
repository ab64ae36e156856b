"""What came out: the order, how it was counted, who took part and who is missing; with all that a recount needs."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from wijkwerk.foundation.guards import public
from wijkwerk.participation.models import Ranking
from wijkwerk.participation.queries.ranking import ballots_of, placed, ties_of, turnout_of
from wijkwerk.participation.rules import RankingStatus
from wijkwerk.participation.views.ranking import ranking_in
from wijkwerk.participation.views.shared import step_context
from wijkwerk.people.wording import resident_text


@public
@require_GET
def result(request: HttpRequest, ranking_id: int) -> HttpResponse:
    """The residents' order. Until the count there is nothing to see: a half-way score would steer who comes after."""
    found = ranking_in(ranking_id)
    if found.status != RankingStatus.COUNTED:
        return redirect("participation:ranking", ranking_id=ranking_id)
    rows = placed(found)
    step = found.longlist.step
    context = {
        **step_context(request, step),
        "ranking": found,
        "rows": rows,
        "ties": ties_of(found, rows),
        "turnout": turnout_of(found),
        "forms": (found.result or {}).get("ballots", 0),
        "formal": resident_text(step.cycle.approach, "formal_decider"),
    }
    return render(request, "participation/result.html", context)


@public
@require_GET
def result_data(_request: HttpRequest, ranking_id: int) -> JsonResponse:
    """The result as data: order, points, ties, settings, fingerprint, turnout."""
    found = _counted(ranking_id)
    turnout = turnout_of(found)
    return _json(
        {
            "area": found.longlist.area.name,
            "cycle": found.longlist.step.cycle.name,
            "opened_on": found.opened_on,
            "closed_on": found.closes_on,
            "counted_on": found.counted_on,
            "seed": found.seed,
            "places_on_a_form": found.most,
            "limit": found.longlist.limit,
            "wishes": [
                {
                    "id": row.line.wish.pk,
                    "number": row.line.wish.thing.number,
                    "title": row.line.title,
                    "cost_minor": row.line.wish.cost_minor,
                    "currency": row.line.wish.currency,
                    "points": row.points,
                    "on_forms": row.named,
                    "within_limit": row.fits,
                }
                for row in placed(found)
            ],
            "forms": {"web": turnout.whole.web, "paper": turnout.whole.paper},
            "missing": found.missing,
            "result": found.result,
        }
    )


@public
@require_GET
def ballot_data(_request: HttpRequest, ranking_id: int) -> JsonResponse:
    """Every form as data, without anybody's name, day or place, so that anyone can count again."""
    found = _counted(ranking_id)
    return _json(
        {
            "method": "Borda: the last on a form gets 1 point, each one above it one more",
            "seed": found.seed,
            "wishes": [
                {"id": row.line.wish.pk, "cost_minor": row.line.wish.cost_minor} for row in placed(found)
            ],
            "forms": ballots_of(found),
        }
    )


def _counted(ranking_id: int) -> Ranking:
    found = ranking_in(ranking_id)
    if found.status != RankingStatus.COUNTED:
        raise Http404
    return found


def _json(data: dict[str, Any]) -> JsonResponse:
    return JsonResponse(data, json_dumps_params={"indent": 1, "ensure_ascii": False})
