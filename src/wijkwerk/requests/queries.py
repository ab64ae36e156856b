"""Reads of requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people.models import Organisation
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.rules import OPEN, Course, RequestState


def _rows() -> QuerySet[ServiceRequest]:
    return ServiceRequest.objects.select_related("area", "service", "about", "asked_by")


def open_requests(areas: Iterable[Area], client: str = "") -> QuerySet[ServiceRequest]:
    """What is asked for these areas and not yet answered, the longest due first; per kind of client if asked."""
    found = _rows().filter(area__in=areas, state__in=OPEN)
    return found.filter(client=client) if client else found


def late_requests(areas: Iterable[Area]) -> QuerySet[ServiceRequest]:
    """Where a service has been silent too long (ROT-22)."""
    return _rows().filter(area__in=areas, state=RequestState.ASKED, due_on__lt=clock.today())


def without_service(areas: Iterable[Area]) -> QuerySet[ServiceRequest]:
    """Demand without supply: nobody was found yet who does this, the oldest first (DOR-11)."""
    return _rows().filter(area__in=areas, state=RequestState.LOOKING).order_by("asked_on", "id")


def for_services(
    services: Sequence[Organisation], areas: Iterable[Area] | None = None
) -> QuerySet[ServiceRequest]:
    """What waits for an answer of these services."""
    found = _rows().filter(service__in=services, state=RequestState.ASKED, course=Course.TO_SERVICE)
    return found if areas is None else found.filter(area__in=areas)


def at_office(areas: Iterable[Area]) -> QuerySet[ServiceRequest]:
    """What services reported at the office of these areas and that waits for its answer."""
    return _rows().filter(area__in=areas, state=RequestState.ASKED, course=Course.TO_OFFICE)


@dataclass(frozen=True)
class PerClient:
    """How much was asked for one kind of client, how much of it is open, and how much late."""

    client: str
    asked: int
    open: int
    late: int


def per_client(areas: Iterable[Area]) -> list[PerClient]:
    """The report per kind of client, in one query (UTR97-14)."""
    late = Q(state=RequestState.ASKED, due_on__lt=clock.today())
    rows = (
        ServiceRequest.objects.filter(area__in=areas)
        .values("client")
        .annotate(
            asked=Count("pk"), open=Count("pk", filter=Q(state__in=OPEN)), late=Count("pk", filter=late)
        )
        .order_by("client")
    )
    return [PerClient(**row) for row in rows]
