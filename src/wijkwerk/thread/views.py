"""The public page of the thread, and the photos on it."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from wijkwerk.foundation.guards import public
from wijkwerk.people.guards import person_of
from wijkwerk.thread.kinds import kind_of
from wijkwerk.thread.models import Attachment, Thing
from wijkwerk.thread.pages import thread_context


@public
def thread(request: HttpRequest, number: str) -> HttpResponse:
    """One thread, from any of its things, as far as this reader may see it."""
    reader = person_of(request)
    things = Thing.objects.numbered(number).visible_to(reader).select_related("area", "neighbourhood")
    thing = get_object_or_404(things)
    if thing.number != number:
        raise Http404
    return render(request, "thread/thread.html", thread_context(thing, reader))


@public
def photo(request: HttpRequest, key: str) -> HttpResponse | FileResponse:
    """A photo of a thing this reader may see."""
    attachment = get_object_or_404(Attachment.objects.select_related("thing"), key=key)
    visible = Thing.objects.filter(pk=attachment.thing_id).visible_to(person_of(request)).exists()
    if not visible:
        raise Http404
    return photo_response(attachment)


def photo_response(attachment: Attachment) -> FileResponse:
    """The file of a photo; a browser may keep it, others may not."""
    response = FileResponse(attachment.file.open("rb"), content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=86400"
    return response


def words_for(thing: Thing) -> str:
    """What residents call this kind of thing."""
    return str(kind_of(thing.kind).label)
