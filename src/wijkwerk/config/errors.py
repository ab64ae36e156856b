"""Pages for what went wrong: what happened, why, and how on. Each works without a database."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.guards import public
from wijkwerk.foundation.reasons import Refused

# Where the pages of a capability can be read by everyone, for whoever was refused one of the others.
WAYS_BACK = {"ways": ("ways:catalogue", _("Naar de werkwijzen"))}


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page of a reasoned no; its status is the refusal's own (403, 409, 422 or 429)."""
    known: dict[str, object] = {"reason": refused.reason, "status": refused.status}
    if back := WAYS_BACK.get(request.resolver_match.app_name if request.resolver_match else ""):
        known |= {"way_out_url": reverse(back[0]), "way_out_label": back[1]}
    return render(
        request,
        "errors/refused.html",
        known,
        status=refused.status,
    )


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came without its mark: mostly a page left open too long, or cookies switched off."""
    return render(request, "errors/csrf.html", status=403)


@public
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent could not be read."""
    return render(request, "errors/400.html", status=400)


@public
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 without a reason of its own."""
    return render(request, "errors/403.html", status=403)


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing this reader may know of."""
    return render(request, "errors/404.html", status=404)


@public
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our mistake."""
    return render(request, "errors/500.html", status=500)
