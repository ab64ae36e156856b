"""Reads of answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkwerk.answers.models import Answer, Asker, Delivery, DeliveryState, Solved
from wijkwerk.answers.rules import Channel
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.thread.queries import causes_of, effects_of


def askers_up_the_thread(thing_id: int) -> list[Asker]:
    """Everyone owed an answer about this thing or anything that led to it, each person once.

    Who stopped following is left out. Of one person's several askings the oldest stands for all.
    """
    things = causes_of([thing_id]).get(thing_id, set())
    found: dict[tuple[str, int], Asker] = {}
    askers = (
        Asker.objects.filter(thing_id__in=things, stopped_at__isnull=True)
        .select_related("contact")
        .order_by("id")
    )
    for asker in askers:
        who = ("contact", asker.contact_id) if asker.contact_id else ("asker", asker.pk)
        found.setdefault(who, asker)
    return list(found.values())


def number_of_askers(thing_ids: Sequence[int]) -> dict[int, int]:
    """Per thing how many people asked about it or about what led to it, in two queries."""
    reached = causes_of(thing_ids)
    every = {pk for ids in reached.values() for pk in ids}
    who: dict[int, set[tuple[str, int]]] = {}
    rows = Asker.objects.filter(thing_id__in=every, stopped_at__isnull=True)
    for pk, thing_id, contact_id in rows.values_list("pk", "thing_id", "contact_id"):
        who.setdefault(thing_id, set()).add(("contact", contact_id) if contact_id else ("asker", pk))
    return {
        root: len(set().union(*(who.get(pk, set()) for pk in ids))) if ids else 0
        for root, ids in reached.items()
    }


def to_do() -> QuerySet[Delivery]:
    """Mail that waits, or that a worker claimed and left (its lease has lapsed)."""
    now = clock.now()
    return Delivery.objects.filter(
        Q(state=DeliveryState.WAITING) | Q(state=DeliveryState.CLAIMED, claimed_until__lt=now),
        channel=Channel.MAIL,
        next_attempt_at__lte=now,
    ).order_by("next_attempt_at", "id")


def for_the_desk(channel: Channel, areas: Iterable[Area]) -> QuerySet[Delivery]:
    """Letters to print, or people to call, that nobody did yet, about something in these areas."""
    here = [area.pk for area in areas]
    return (
        Delivery.objects.filter(channel=channel, state=DeliveryState.WAITING, asker__thing__area__in=here)
        .select_related("answer__about__area", "asker__thing__area", "contact")
        .order_by("id")
    )


def oldest_waiting_seconds() -> int:
    """Age in seconds of the oldest mail that should have gone; 0 when none waits."""
    oldest = to_do().values_list("next_attempt_at", flat=True).first()
    return max(0, int((clock.now() - oldest).total_seconds())) if oldest else 0


def closing_answers_to(asker: Asker) -> QuerySet[Answer]:
    """What this asker was told is done: told since they came, or sent to them. Of what was over before, they know
    nothing and are asked nothing.
    """
    down = effects_of([asker.thing_id]).get(asker.thing_id, set())
    sent = Exists(Delivery.objects.filter(answer=OuterRef("pk"), asker=asker))
    return Answer.objects.filter(Q(told_at__gte=asker.since) | sent, about_id__in=down, closing=True)


def answer_to_judge(asker: Asker) -> Answer | None:
    """The closing answer about which this asker has not yet said whether it is solved, if any."""
    return (
        closing_answers_to(asker)
        .exclude(verdicts__asker=asker)
        .select_related("thing", "about")
        .order_by("-told_at")
        .first()
    )


def last_said(asker: Asker) -> Solved | None:
    """What this asker last said when asked whether it is solved."""
    return asker.verdicts.select_related("answer").order_by("-said_at").first()


def said_not_solved(thing_ids: Sequence[int]) -> dict[int, list[Solved]]:
    """Per thing what its askers said was not solved, the last first, each with the answer it was about; one query."""
    said: dict[int, list[Solved]] = {}
    rows = Solved.objects.filter(asker__thing__in=thing_ids, solved=False).order_by("-said_at")
    for row in rows.select_related("answer__by", "asker"):
        said.setdefault(row.asker.thing_id, []).append(row)
    return said


def next_word(thing_id: int) -> Answer | None:
    """The last thing said about this thread that names when the next word comes, if that day is still ahead."""
    around = causes_of([thing_id])[thing_id] | effects_of([thing_id])[thing_id]
    return (
        Answer.objects.filter(about_id__in=around, next_on__gte=clock.today(), thing__public=True)
        .select_related("by")
        .order_by("-told_at")
        .first()
    )
