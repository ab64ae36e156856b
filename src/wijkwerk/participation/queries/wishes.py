"""Reads of wishes and the longlist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from wijkwerk.approaches import Approach
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation.reasons import Text
from wijkwerk.participation.models import Longlist, Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.participation.wording import WISH_LABELS
from wijkwerk.people.wording import theme_label
from wijkwerk.thread.models import Attachment, Link, Role, Thing
from wijkwerk.thread.queries import causes_of


@dataclass(frozen=True)
class WishLine:
    """One wish as lists and cards show it."""

    wish: Wish
    theme: str
    label: Text
    badge: str
    reason: str = ""
    picture: Attachment | None = None
    number: int = 0

    @property
    def title(self) -> str:
        """Its public sentence."""
        return self.wish.thing.sentence

    @property
    def place(self) -> str:
        """Where it is, as fine as is known."""
        thing = self.wish.thing
        return (thing.neighbourhood or thing.area).name


def longlists() -> QuerySet[Longlist]:
    """Longlists with all that a page of one needs."""
    return Longlist.objects.select_related("area", "step__cycle__area", "ranking")


def wishes() -> QuerySet[Wish]:
    """Wishes with all that a line of one prints."""
    return Wish.objects.select_related("thing__area", "thing__neighbourhood", "passed_to", "longlist")


def lines_of(found: Sequence[Wish], approach: Approach, *, pictures: bool = False) -> list[WishLine]:
    """Wishes with the reason of how they ended, and a picture where one may be seen; numbered from 1."""
    ids = [wish.pk for wish in found]
    ended = Decision.objects.filter(thing__in=ids, kind__in=[DecisionKind.DROP, DecisionKind.PASS_ON])
    reasons = {decision.thing_id: decision.reason for decision in ended.order_by("decided_on", "pk")}
    seen = _pictures(ids) if pictures else {}
    return [
        WishLine(
            wish,
            theme_label(approach, wish.theme),
            *WISH_LABELS[WishStatus(wish.status)],
            reason=reasons.get(wish.pk, ""),
            picture=seen.get(wish.pk),
            number=number,
        )
        for number, wish in enumerate(found, start=1)
    ]


def _pictures(ids: Sequence[int]) -> dict[int, Attachment]:
    """Per wish the latest public photo of itself or of what it came from, in two queries."""
    reached = causes_of(ids)
    every = {pk for things in reached.values() for pk in things}
    photos = Attachment.objects.filter(thing__in=every, thing__public=True).order_by("pk")
    by_thing = {photo.thing_id: photo for photo in photos}
    return {
        pk: by_thing[max(with_photo)]
        for pk, things in reached.items()
        if (with_photo := [thing for thing in things if thing in by_thing])
    }


def signals_behind(need: Thing) -> QuerySet[Thing]:
    """The signals a need was understood from, with what was wished in a panel."""
    causes = Link.objects.filter(effect=need, role=Role.UNDERSTOOD_AS).values("cause")
    return Thing.objects.filter(pk__in=causes).select_related("contribution", "signal").order_by("pk")
