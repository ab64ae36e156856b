"""Every view says who may use it. This one says: everyone. The guards that ask for a role are in `people.guards`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.http import HttpResponseBase
from django.utils.cache import add_never_cache_headers

Given = ParamSpec("Given")
Answer = TypeVar("Answer", bound=HttpResponseBase)


def guarded(name: str, view: Callable[..., Any]) -> None:
    """Write on a view who guards it; a test fails for a view without."""
    view.guard = name  # type: ignore[attr-defined]


def public(view: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """A page for everyone, without signing in."""

    @wraps(view)
    def open_view(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        return view(*args, **kwargs)

    guarded("public", open_view)
    return open_view


def secret_address(view: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """A page whose address is itself the key: kept by nobody between, found by no search engine.

    That it never leaves as a referrer is the policy of the whole site (same-origin). `no-referrer` would also hide
    from us where a form came from, and every button on the page would be taken for a forgery.
    """

    @wraps(view)
    def unlisted_view(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        response = view(*args, **kwargs)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return unlisted_view
