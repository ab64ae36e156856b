"""What was pressed twice is done once: a form carries a key, and the second press gets the answer to the first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from wijkwerk.foundation import clock
from wijkwerk.foundation.models import Pressed

FIELD = "once"
_KEPT = timedelta(days=2)

Given = ParamSpec("Given")
Request = TypeVar("Request", bound=HttpRequest)


def pressed_once(
    view: Callable[Concatenate[Request, Given], HttpResponse],
) -> Callable[Concatenate[Request, Given], HttpResponse]:
    """For a view whose form holds `{% once %}`: whoever presses again is sent where the first press led.

    The whole view is one transaction, so that of two presses at the same moment the second waits for the first. Not
    for a view that works on pictures or speaks to another machine: that does not belong in a transaction.
    """

    @wraps(view)
    def once_view(request: Request, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        given = request.POST.get(FIELD, "") if request.method == "POST" else ""
        if not given:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            pressed, first = Pressed.objects.get_or_create(
                key=_key(request, given), defaults={"at": clock.now()}
            )
            if not first:
                return redirect(pressed.led_to)
            response = view(request, *args, **kwargs)
            if isinstance(response, HttpResponseRedirect):
                pressed.led_to = response.url
                pressed.save(update_fields=["led_to"])
            else:
                pressed.delete()  # nothing was done yet: what was typed is mended and pressed again
            return response

    once_view.done_once = True  # type: ignore[attr-defined]  # a test looks whether its form holds the key
    return once_view


def _key(request: HttpRequest, given: str) -> str:
    """One key for one person at one address."""
    account = getattr(request.user, "pk", None) if hasattr(request, "user") else None
    return hashlib.blake2b(f"{account}:{request.path}:{given}".encode(), digest_size=24).hexdigest()


def sweep() -> None:
    """Forget presses that nobody will repeat. For the worker, now and then."""
    Pressed.objects.filter(at__lt=clock.now() - _KEPT).delete()
