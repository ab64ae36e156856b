"""What was finished lately, with its photo and what asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wijkwerk.answers.queries import number_of_askers
from wijkwerk.plans.models import Work
from wijkwerk.plans.queries import recent_results
from wijkwerk.thread.beads import Bead
from wijkwerk.thread.kinds import kinds
from wijkwerk.thread.models import Thing
from wijkwerk.thread.queries import causes_of


@dataclass(frozen=True)
class Result:
    """One finished work: what was done, the oldest public question behind it, how many asked."""

    work: Work
    question: Thing | None
    askers: int
    photo: Any

    @property
    def title(self) -> str:
        """The measure in one sentence."""
        return self.work.measure.thing.sentence

    @property
    def url(self) -> str:
        """The thread, seen from the work."""
        return self.work.thing.get_absolute_url()


def latest_results(most: int = 3) -> list[Result]:
    """The newest results of all areas, those with a photo before others; in a fixed number of queries."""
    newest = recent_results(most=most * 3)
    shown = sorted(newest, key=lambda work: not work.thing.attachments.all())[:most]
    works = [work for work in newest if work in shown]
    ids = [work.pk for work in works]
    causes = causes_of(ids)
    first = [kind.key for kind in kinds() if kind.bead is Bead.SEEN]
    every = {pk for found in causes.values() for pk in found}
    questions = {
        thing.pk: thing
        for thing in Thing.objects.filter(pk__in=every, kind__in=first, public=True).order_by("born_on", "pk")
    }
    askers = number_of_askers(ids)
    return [
        Result(
            work=work,
            question=next((thing for pk, thing in questions.items() if pk in causes[work.pk]), None),
            askers=askers[work.pk],
            photo=next(reversed(work.thing.attachments.all()), None),
        )
        for work in works
    ]
