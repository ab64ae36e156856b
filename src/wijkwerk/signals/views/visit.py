"""One visitor filling in a report: their draft, found by a token that only their browser holds."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import working_areas
from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.photos import Photo
from wijkwerk.signals.actions import drafts
from wijkwerk.signals.models import Draft
from wijkwerk.signals.queries import about_of, draft_with, filled_in
from wijkwerk.signals.rules import Filled
from wijkwerk.signals.wording import approach_here
from wijkwerk.thread.models import Thing

COOKIE = "melding"
_HOUR = 3600
# Far above what one person or a library does, far below what a script wants.
_DRAFTS_AN_HOUR = 200
_PHOTOS_AN_HOUR = 200


class Visit:
    """The request, the draft that belongs to it, and the pages in between."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.token = request.COOKIES.get(COOKIE, "")
        self.draft: Draft | None = draft_with(drafts.key_of(self.token)) if self.token else None
        self.filled = filled_in(self.draft) if self.draft else Filled()

    @property
    def open_draft(self) -> Draft | None:
        """The draft, while it has not been sent."""
        return self.draft if self.draft and not self.draft.asker_id else None

    @cached_property
    def areas(self) -> list[Area]:
        """Where one can report."""
        return working_areas()

    @cached_property
    def area(self) -> Area | None:
        """The chosen area; the only one where there is no more."""
        asked = self.about.area.code if self.about else self.request.GET.get("area", "")
        for area in self.areas:
            if area.pk == self.filled.area_id or (self.filled.area_id is None and area.code == asked):
                return area
        return self.areas[0] if len(self.areas) == 1 else None

    @cached_property
    def about(self) -> Thing | None:
        """What this adds to or corrects: named in the address at first, then kept."""
        if number := self.request.GET.get("over", ""):
            found: Thing | None = (
                Thing.objects.numbered(number).filter(public=True).select_related("area").first()
            )
            return found
        return about_of(self.filled)

    @cached_property
    def approach(self) -> Approach:
        """The approach in force there."""
        return approach_here(self.area)

    def keep(self, **changes: Any) -> Draft:
        """Keep what was typed, opening a draft when there is none."""
        draft = self.open_draft or self._begin()
        self.filled = replace(self.filled, **changes)
        drafts.keep(draft, self.filled)
        return draft

    def keep_photo(self, photo: Photo) -> None:
        """Keep the photo with the draft."""
        rate_limits.count(
            "report photo", rate_limits.caller(self.request), limit=_PHOTOS_AN_HOUR, seconds=_HOUR
        )
        drafts.keep_photo(self.open_draft or self._begin(), photo)

    def _begin(self) -> Draft:
        rate_limits.count(
            "report draft", rate_limits.caller(self.request), limit=_DRAFTS_AN_HOUR, seconds=_HOUR
        )
        self.token, self.draft = drafts.open_draft()
        self.filled = Filled()
        return self.draft

    def page(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """A page of the report; the cookie goes along when the draft is new."""
        known = {"filled": self.filled, "has_photo": bool(self.draft and self.draft.photo), **context}
        return self._marked(render(self.request, template, known, status=status))

    def go(self, name: str, fragment: str = "") -> HttpResponse:
        """On to another page of the report."""
        answer = redirect(name)
        return self._marked(HttpResponseRedirect(answer["Location"] + fragment))

    def _marked(self, response: HttpResponse) -> HttpResponse:
        if self.draft and self.request.COOKIES.get(COOKIE) != self.token:
            # Until the browser closes: on a shared computer the next one starts anew.
            response.set_cookie(
                COOKIE,
                self.token,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response
