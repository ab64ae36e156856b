"""Every view says who may use it. This one says: everyone. The guards that ask for a role are in `people.guards`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.http import HttpResponseBase

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
