"""The desk: what a resident can do online, from phone, paper or counter, with equal weight and both names."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkwerk.answers.composing import secret_code, secret_path
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.answers.qr import qr_svg
from wijkwerk.answers.views.receipts import may_print
from wijkwerk.approaches import Power
from wijkwerk.areas import address
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.photos import reencode
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import resident_text
from wijkwerk.signals.actions import Report
from wijkwerk.signals.actions.desk import enter
from wijkwerk.signals.forms.desk import DeskForm
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import maybe_reported
from wijkwerk.signals.rules import Filled
from wijkwerk.signals.wording import approach_here

_KEPT = "desk"
_SHOWN_TODAY = 8


@permitted(Power.ENTER_ON_BEHALF)
@never_cache
@require_http_methods(["GET", "POST"])
def desk(request: SignedInRequest) -> HttpResponse:
    """One page per person; area and door stay for the next."""
    areas = mandates_of(request.person).areas_with(Power.ENTER_ON_BEHALF)
    kept = request.session.get(_KEPT, {})
    posted = request.POST if request.method == "POST" else None
    chosen = _chosen(areas, (posted or kept).get("area", ""))
    approach = approach_here(chosen)
    matches = _matches(posted, chosen) if posted is not None else []
    form = DeskForm(
        posted,
        request.FILES or None,
        initial=kept,
        areas=areas,
        approach=approach,
        matches=matches,
    )
    looking = posted is not None and posted.get("action") == "look"
    if posted is not None and not looking:
        asker = form.attempt(lambda given: _enter(request, form, given))
        if asker is not None:
            request.session[_KEPT] = {"area": asker.thing.area.code, "door": form.cleaned_data["door"]}
            messages.success(request, _("Bewaard als %(number)s.") % {"number": asker.thing.number})
            return redirect("signals:desk-receipt", asker.pk)
    context = {
        "form": form,
        "looking": looking,
        "matches": matches,
        "today": _entered_today(request),
        "danger": resident_text(approach, "danger"),
        "worry": resident_text(approach, "worry"),
        "promise": resident_text(approach, "promise"),
    }
    return render(request, "signals/desk.html", context, status=200 if looking else form.status)


def _chosen(areas: list[Area], code: str) -> Area | None:
    return next((area for area in areas if area.code == code), areas[0] if len(areas) == 1 else None)


def _matches(posted: Any, area: Area | None) -> list[Signal]:
    """What this may be the same as; and what was chosen before, so that the choice stands."""
    found = address.find(posted.get("place_text", "")) if posted.get("place_text", "").strip() else None
    here = area or (found.area if found else None)
    same_place = found is not None and found.area == here
    near = maybe_reported(
        Filled(
            text=posted.get("text", "")[:4000],
            area_id=here.pk if here else None,
            place_text=posted.get("place_text", ""),
            longitude=found.lon if found and same_place else None,
            latitude=found.lat if found and same_place else None,
        )
    )
    chosen = posted.get("same_as", "")
    if chosen.isdecimal() and len(chosen) < 18 and int(chosen) not in {one.pk for one in near}:
        near += list(Signal.objects.open().filter(pk=int(chosen), thing__public=True).for_list())
    return near


def _enter(request: SignedInRequest, form: DeskForm, given: dict[str, Any]) -> Asker:
    """Where it is, the photo outside any transaction, then the one action."""
    found = address.find(given["place_text"]) if given["place_text"].strip() else None
    area = form.areas.get(given["area"]) or (found.area if found else None)
    if area is None:
        raise Invalid(Reason(_("Kies een wijk, of schrijf een straat die wij kennen."), field="area"))
    located = found if found is not None and found.area == area else None
    upload = given["photo"]
    report = Report(
        area=area,
        text=given["text"],
        door=Door(given["door"]),
        category=given["category"],
        neighbourhood=located.buurt if located else None,
        place_text=given["place_text"],
        longitude=located.lon if located else None,
        latitude=located.lat if located else None,
        whole_neighbourhood=given["whole_neighbourhood"],
        own_contribution=given.get("own_contribution", ""),
        photos=(reencode(upload, size=upload.size),) if upload else (),
        request_key=given["request_key"],
    )
    same_as = (
        Signal.objects.select_related("thing__area").get(pk=given["same_as"]).thing
        if given["same_as"]
        else None
    )
    return enter(given=report, who=form.on_behalf(), by=request.person, same_as=same_as)


def _entered_today(request: SignedInRequest) -> list[Asker]:
    """What this person wrote down today, newest first."""
    midnight = timezone.make_aware(datetime.combine(clock.today(), time.min))
    mine = Asker.objects.filter(entered_by=request.person, since__gte=midnight, thing__signal__isnull=False)
    return list(mine.select_related("thing").order_by("-pk")[:_SHOWN_TODAY])


@permitted(may_print)
@never_cache
@require_safe
def receipt(request: HttpRequest, asker_id: int) -> HttpResponse:
    """A paper for the resident: number, promised day, the secret link as QR and the code in letters."""
    asker = Asker.objects.select_related("thing__area", "contact").get(pk=asker_id)
    signal = get_object_or_404(Signal, pk=asker.thing_id)
    context = {
        "asker": asker,
        "signal": signal,
        "thing": asker.thing,
        "supported": asker.role == AskerRole.SUPPORTER,
        "qr": qr_svg(settings.SITE_URL + secret_path(asker)),
        "code": secret_code(asker),
        "promise": resident_text(approach_here(asker.thing.area), "promise"),
    }
    return render(request, "signals/receipt.html", context)
