"""What requests say of a thread: asked of a service, and what it answered."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.rules import Course, RequestState
from wijkwerk.requests.wording import ANSWERED
from wijkwerk.thread.kinds import Moment


def moments(ids: Sequence[int]) -> list[Moment]:
    """What was asked of services about any of these things, as moments of the story."""
    found = []
    rows = ServiceRequest.objects.filter(about_id__in=ids, course=Course.TO_SERVICE, service__isnull=False)
    for request in rows.select_related("service"):
        service = {"service": request.service.name if request.service else ""}
        about = request.about_id or 0
        title = _("Gevraagd aan %(service)s") % service
        found.append(Moment(on=request.asked_on, thing_id=about, title=title, text=request.sentence))
        if request.answered_on:
            _given, told = ANSWERED[RequestState(request.state)]
            answered = str(told) % service
            found.append(Moment(on=request.answered_on, thing_id=about, title=answered, text=request.answer))
    return found
