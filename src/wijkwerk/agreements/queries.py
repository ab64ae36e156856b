"""Reads of promises and agreements."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from wijkwerk.agreements.models import Agreement, AgreementNotice, Promise
from wijkwerk.agreements.rules import ENDS, PromiseState
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of


def open_promises(areas: list[Area]) -> QuerySet[Promise]:
    """Promises not yet closed, soonest first."""
    return (
        Promise.objects.filter(area__in=areas)
        .exclude(state__in=ENDS)
        .select_related("about", "area", "made_by")
    )


def late_promises(areas: list[Area]) -> QuerySet[Promise]:
    """Promises whose date has passed."""
    return open_promises(areas).filter(due_on__lt=clock.today())


def promises_of(area: Area, *, most: int = 12) -> QuerySet[Promise]:
    """What was promised in an area, newest first: kept, open, late, cannot be kept alone."""
    return Promise.objects.filter(area=area).select_related("about").order_by("-made_on", "-id")[:most]


class Stand(StrEnum):
    """The ways a reader looks at promises."""

    ALL = "alle"
    OPEN = "open"
    LATE = "te-laat"
    NOT_ALONE = "niet-alleen"
    ENDED = "klaar"


def promises_by(area: Area, stand: Stand, *, before: int | None = None, most: int = 25) -> list[Promise]:
    """The promises of an area that stand so, the newest first, at most `most` and one more."""
    today = clock.today()
    wanted = {
        Stand.ALL: Q(),
        Stand.OPEN: Q(state=PromiseState.OPEN, due_on__gte=today),
        Stand.LATE: Q(due_on__lt=today) & ~Q(state__in=ENDS),
        Stand.NOT_ALONE: Q(state=PromiseState.CANNOT_ALONE),
        Stand.ENDED: Q(state__in=ENDS),
    }[stand]
    found = Promise.objects.filter(wanted, area=area).select_related("about").order_by("-id")
    return list((found.filter(pk__lt=before) if before else found)[: most + 1])


def agreements_of(area: Area, *, before: int | None = None, most: int = 25) -> list[Agreement]:
    """What was agreed in an area, newest first, each with how often it changed; at most `most` and one more."""
    found = (
        Agreement.objects.filter(area=area)
        .select_related("thing__area")
        .prefetch_related("makers__person", "makers__organisation", "changes__decision")
        .order_by("-thing_id")
    )
    return list((found.filter(pk__lt=before) if before else found)[: most + 1])


def changed_agreements(area: Area) -> tuple[int, int]:
    """How many agreements an area has, and how many of them were changed later: public (UTR18-12)."""
    found = Agreement.objects.filter(area=area).aggregate(
        made=Count("pk", distinct=True), changed=Count("pk", filter=Q(changes__isnull=False), distinct=True)
    )
    return found["made"], found["changed"]


def waiting_notices(person: Person) -> QuerySet[AgreementNotice]:
    """Changes of what this person, or a party this person works for, agreed to, not read yet."""
    parties = {held.organisation_id for held in mandates_of(person).on() if held.organisation_id}
    return (
        AgreementNotice.objects.filter(
            Q(maker__person=person) | Q(maker__organisation__in=parties), read_at__isnull=True
        )
        .select_related("change__agreement__thing", "change__agreement__area", "change__decision")
        .order_by("-id")
    )
