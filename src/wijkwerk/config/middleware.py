"""Headers on every answer, and refusals turned into pages that say why and how on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from wijkwerk.config import errors
from wijkwerk.foundation.reasons import Refused

LARGEST_NUMBER = 2**63 - 1
type_response = Callable[[HttpRequest], HttpResponse]


def content_security_policy(tiles_url: str) -> str:
    """The policy: own files only, no inline script or style; a tile server only when one is set."""
    images = ["'self'", "data:"]
    if tiles_url:
        parts = urlsplit(tiles_url.replace("{s}", "a"))
        images.append(
            f"{parts.scheme}://{parts.netloc.replace('a.', '*.', 1) if '{s}' in tiles_url else parts.netloc}"
        )
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src {' '.join(images)}",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "manifest-src 'self'",
        ]
    )


def security_headers(get_response: type_response) -> type_response:
    """Middleware: the content security policy and a closed permissions policy on every answer."""
    policy = content_security_policy(settings.ENVIRONMENT.tiles_url)

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", "geolocation=(self), camera=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        return response

    return middleware


class _Refusals:
    def __init__(self, get_response: type_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: type_response, args: list[Any], address: dict[str, Any]
    ) -> None:
        """What the database cannot hold, a number too large or a text with a null in it, is the name of nothing."""
        for part in address.values():
            if (isinstance(part, int) and part > LARGEST_NUMBER) or (isinstance(part, str) and "\0" in part):
                raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A rule that said no becomes a page with the reason; anything else goes on as an error."""
        if isinstance(exception, Refused):
            return errors.refusal(request, exception)
        return None


def refusals(get_response: type_response) -> _Refusals:
    """Middleware: see `_Refusals`."""
    return _Refusals(get_response)
