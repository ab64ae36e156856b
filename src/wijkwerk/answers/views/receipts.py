"""What someone takes home after saying something: their number, their own link, the code in letters."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkwerk.answers.composing import secret_code, secret_path
from wijkwerk.answers.models import Asker
from wijkwerk.answers.qr import qr_svg
from wijkwerk.answers.views.asker import asker_of
from wijkwerk.approaches import Power
from wijkwerk.foundation.guards import public, secret_address
from wijkwerk.foundation.reasons import Verdict, no
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import mandates_of


@public
@secret_address
@require_safe
def thanks(request: HttpRequest, asker_id: int, code: str) -> HttpResponse:
    """What was said has a number and a link of one's own, by which they hear what was done with it."""
    return render(request, "answers/thanks.html", _known(asker_of(request, asker_id, code)))


def may_print(request: SignedInRequest, asker_id: int) -> Verdict:
    """The secret link on a receipt is the resident's: only whoever wrote it down for them prints it."""
    asker = get_object_or_404(Asker.objects.select_related("thing__area"), pk=asker_id)
    verdict = mandates_of(request.person).may(Power.ENTER_ON_BEHALF, within=asker.thing.area)
    if verdict and asker.entered_by_id != request.person.pk:
        return no(_("Alleen wie dit invoerde, kan de bon afdrukken."), rule="balie.bon")
    return verdict


@permitted(may_print)
@never_cache
@require_safe
def receipt(request: SignedInRequest, asker_id: int) -> HttpResponse:
    """A paper for who said something at the desk: the number, the secret link as QR and the code in letters."""
    asker = Asker.objects.select_related("thing__area", "contact").get(pk=asker_id)
    return render(request, "answers/receipt.html", _known(asker))


def _known(asker: Asker) -> dict[str, object]:
    link = settings.SITE_URL + secret_path(asker)
    return {
        "asker": asker,
        "thing": asker.thing,
        "link": link,
        "qr": qr_svg(link),
        "code": secret_code(asker),
    }
