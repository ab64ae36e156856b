"""Work as those who do it see it: what is late, what is going on, what can begin."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.people.permissions import Mandates
from wijkwerk.plans.models import Executor, Measure, Work
from wijkwerk.plans.queries import going_on
from wijkwerk.plans.rules import MeasureStatus

MOST = 200


@dataclass(frozen=True)
class WorkCard:
    """Work going on, with what its executor can do."""

    work: Work
    days_late: int
    own: bool
    task: str
    ways: list[NextStep]


@dataclass(frozen=True)
class MyWork:
    """The work list of one person."""

    late: list[WorkCard]
    going_on: list[WorkCard]
    to_begin: list[Measure]
    done: list[Work]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.late or self.going_on or self.to_begin or self.done)


def my_work(held: Mandates) -> MyWork:
    """What the parties of someone's roles carry out, and what goes on in the areas they answer for."""
    own = {role.organisation_id for role in held.on() if role.organisation_id}
    areas = [area.pk for area in held.areas_with(Power.REPORT_PROGRESS)]
    executors = Prefetch("measure__executors", Executor.objects.select_related("organisation"))
    mine = Q(measure__executors__organisation__in=own) | Q(thing__area__in=areas)
    works = list(
        going_on()
        .filter(mine)
        .select_related("thing__area", "measure__thing", "measure__thing__neighbourhood")
        .prefetch_related(executors)
        .order_by("due_on", "thing_id")
        .distinct()[:MOST]
    )
    cards = [work_card(work, own) for work in works]
    to_begin = Measure.objects.filter(
        Q(executors__organisation__in=own) | Q(thing__area__in=areas), status=MeasureStatus.ADOPTED
    )
    done = Work.objects.filter(mine, done_on__isnull=False)
    return MyWork(
        late=[card for card in cards if card.days_late],
        going_on=[card for card in cards if not card.days_late],
        to_begin=list(
            to_begin.select_related("thing__area").order_by("expected_on", "thing_id").distinct()[:MOST]
        ),
        done=list(
            done.select_related("thing__area", "measure__thing")
            .order_by("-done_on", "-thing_id")
            .distinct()[:10]
        ),
    )


def work_card(work: Work, own: Collection[int]) -> WorkCard:
    """One piece of work with the three things to tell of it."""
    executor = next((one for one in work.measure.executors.all() if one.organisation_id in own), None)
    number = work.thing.number
    return WorkCard(
        work=work,
        days_late=work.days_late(clock.today()),
        own=executor is not None,
        task=executor.task if executor else "",
        ways=[
            NextStep(
                _("Meld hoe het gaat"), reverse("plans:progress", args=[number]), extra=work.thing.sentence
            ),
            NextStep(_("Het wordt later"), reverse("plans:late", args=[number]), extra=work.thing.sentence),
            NextStep(_("Het is klaar"), reverse("plans:finish", args=[number]), extra=work.thing.sentence),
        ],
    )
