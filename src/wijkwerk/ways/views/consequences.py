"""What an approach would mean for us; kept as a draft, or as a review of the scale of our areas."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.approaches import Approach, Power, load
from wijkwerk.approaches.loading import text_of
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import lineage
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.guards import SignedInRequest, mandates, permitted
from wijkwerk.people.wording import language
from wijkwerk.ways import actions, facts, queries
from wijkwerk.ways.forms import ScaleForm
from wijkwerk.ways.models import ScaleReview
from wijkwerk.ways.pages import consequences as page


def whole(_request: HttpRequest, **_address: object) -> None:
    """The whole municipality: an approach is not one area's business."""


def known_approach(key: str) -> Approach:
    """The approach with this key; Http404 for one that cannot be chosen."""
    if key not in queries.choosable():
        raise Http404
    return load(key)


@public
@require_safe
def file(request: HttpRequest, key: str) -> HttpResponse:
    """The file of an approach, to keep or to build on."""
    known_approach(key)
    response = HttpResponse(text_of(key), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{key}.toml"'
    return response


@public
@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    """Our own areas, people and money under this approach; the hours of colleagues are for colleagues."""
    approach, held = known_approach(key), mandates(request)
    found = facts.ours(request.GET.get("gebieden", ""))
    now = next(iter(queries.approaches(queries.in_force())), None)
    known = {
        "key": key,
        "title": approach.title.within(language()),
        "level": found.level,
        "levels": [
            (each.key, facts.level_label(each.key, now, approach), each.number) for each in facts.levels()
        ],
        "page": page.page(approach, now if now and now.key != key else None, found),
        "now": now.title.within(language()) if now and now.key != key else "",
        "with_hours": bool(held and held.on()),
        "may_set": bool(held and held.may(Power.SET_APPROACH, within=None)),
        "may_move": key not in queries.in_force(),
        "reviews": ScaleReview.objects.filter(approach_key=key).select_related("area"),
    }
    return render(request, "ways/consequences.html", known)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def scale(request: SignedInRequest, key: str) -> HttpResponse:
    """Write down how the review of the scale ended."""
    approach = known_approach(key)
    level = request.GET.get("gebieden", "")
    found = facts.ours(level)
    result = found.under(approach)
    listed = [(one.facts.name, page.fit_words(one.fit)) for one in result.areas if page.does_not_fit(one)]
    return form_turn(
        request,
        ScaleForm(request.POST if request.method == "POST" else None),
        lambda given: actions.review_scale(
            approach_key=key, area=_around(found.areas), level=found.level, by=request.person, **given
        ),
        done=_("De uitkomst is bewaard, met de redenen."),
        to=f"{reverse('ways:consequences', args=[key])}?gebieden={found.level}",
        title=_("Zijn onze gebieden te groot of te klein?"),
        lead=_("Laten zoals het is, is ook een uitkomst. Schrijf op waarom."),
        facts=[*listed],
        submit=_("Bewaar de uitkomst"),
        back=Crumb(approach.title.within(language()), reverse("ways:consequences", args=[key])),
    )


def _around(areas: list[Area]) -> Area:
    """The area that holds them all, as far as is known."""
    if not areas:
        raise Http404
    return lineage(areas[0])[-1]
