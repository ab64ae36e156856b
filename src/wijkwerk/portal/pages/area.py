"""The page of one area: who and what, on the day it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.areas import pictures
from wijkwerk.areas.models import Area, Inhabitants
from wijkwerk.areas.queries import inhabitants
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason
from wijkwerk.foundation.templatetags.wijkwerk import number
from wijkwerk.monitoring.models import Effect
from wijkwerk.participation.models import PanelSession
from wijkwerk.people.queries import Post, TeamNow
from wijkwerk.people.queries.teams import Staffing
from wijkwerk.people.wording import language
from wijkwerk.portal.pages.reasons import why
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import OPEN
from wijkwerk.thread.models import Thing

MOST_NEAR, MOST_REPORTED, MOST_MEETINGS, MOST_PEOPLE, MOST_QUOTES = 5, 40, 4, 8, 2
# Quotes are looked for among what was learned lately.
MOST_LEARNED = 20
WIDTH_OF_MAP = 320.0


@dataclass(frozen=True)
class People:
    """Who works for an area: the residents' team with who guide it, and who to call for what."""

    team: TeamNow | None
    posts: list[Post]

    @property
    def faces(self) -> list[Post]:
        """Whom a resident meets first."""
        return list(self.team.guides) if self.team else self.posts[:2]

    @property
    def members(self) -> int:
        """How many residents are in the team."""
        return len({post.person.pk for post in self.team.members}) if self.team else 0


def people_of(area: Area) -> People:
    """Everyone of this area, read once."""
    staffing = Staffing(area)
    to_call: dict[int, Post] = {}
    for post in staffing.posts:
        if not post.role.is_resident and post.role.area_level == area.level:
            to_call.setdefault(post.person.pk, post)
    return People(staffing.residents_team(), list(to_call.values())[:MOST_PEOPLE])


def portrait_of(area: Area) -> str:
    """One sentence: what sort of place, and how many people."""
    people: Inhabitants | None = inhabitants(area, clock.today().year)
    parts = [area.portrait.rstrip(".") + "." if area.portrait else ""]
    if people:
        known = {"number": number(people.number), "year": people.year}
        parts.append(_("%(number)s inwoners (%(year)s).") % known)
    return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Reported:
    """The newest public reports of an area: a few in sight, the rest folded, those that can be on the map."""

    signals: list[Signal]

    @property
    def first(self) -> list[Signal]:
        """In sight."""
        return self.signals[:MOST_NEAR]

    @property
    def rest(self) -> list[Signal]:
        """Folded: so that the list holds everything that the map does."""
        return self.signals[MOST_NEAR:]


def reported(area: Area, neighbourhood: Area | None) -> Reported:
    """What was reported lately and may be read by all; one query, which walks the newest things only."""
    newest = Thing.objects.filter(kind="signal", public=True).order_by("-pk")
    newest = newest.filter(area=area, **({"neighbourhood": neighbourhood} if neighbourhood else {}))
    found = Signal.objects.filter(thing__in=newest[:MOST_REPORTED])
    return Reported(list(found.for_list().order_by("-thing")))


def map_of(area: Area, found: Reported) -> pictures.AreaMap:
    """The area with a mark for each of these reports that is still open and has a place."""
    marks = [
        (signal.longitude, signal.latitude, signal.thing.sentence)
        for signal in found.signals
        if signal.status in OPEN and signal.longitude is not None and signal.latitude is not None
    ]
    drawn = pictures.area_map([area], marks=marks, width=WIDTH_OF_MAP)
    # The page says which area this is: its name across the picture would only stand in the way of the marks.
    return replace(drawn, outlines=[replace(shape, x="", y="") for shape in drawn.outlines])


@dataclass(frozen=True)
class Meeting:
    """An occasion ahead."""

    session: PanelSession

    @property
    def day(self) -> str:
        """The number in the circle."""
        return str(self._at.day)

    @property
    def note(self) -> str:
        """When, where, and who asks."""
        when = formats.date_format(self._at, "D j F, H.i")
        asked = self.session.askers_text
        return ", ".join(part for part in (when, self.session.place, asked) if part)

    @property
    def _at(self) -> datetime:
        return timezone.localtime(self.session.starts_at)


def meetings_of(area: Area) -> list[Meeting]:
    """The next occasions on which residents are asked."""
    ahead = PanelSession.objects.filter(round__area=area, starts_at__gte=clock.now()).order_by("starts_at")
    return [Meeting(session) for session in ahead[:MOST_MEETINGS]]


def quotes_of(area: Area) -> QuerySet[Effect]:
    """What residents said of what was done, the newest first."""
    newest = Thing.objects.filter(area=area, kind="effect", public=True).order_by("-pk")[:MOST_LEARNED]
    told = Effect.objects.filter(thing__in=newest).exclude(verdict="")
    return told.select_related("thing", "work").order_by("-learned_on", "-pk")[:MOST_QUOTES]


def objective_of(approach: Approach) -> Reason | None:
    """The one central objective (DEV-05), with where it is written; None where the approach names none."""
    label = approach.objective.label
    return why(approach, "objective.label", label.within(language())) if label else None
