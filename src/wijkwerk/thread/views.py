"""The photos of the thread. Its page combines capabilities and stands in `portal`."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wijkwerk.foundation.guards import public
from wijkwerk.people.guards import person_of
from wijkwerk.thread.models import Attachment, Thing


@public
def photo(request: HttpRequest, key: UUID) -> FileResponse:
    """A photo of a thing this reader may see."""
    attachment = get_object_or_404(Attachment.objects.select_related("thing"), key=key)
    if not Thing.objects.filter(pk=attachment.thing_id).visible_to(person_of(request)).exists():
        raise Http404
    return photo_response(attachment)


def photo_response(attachment: Attachment) -> FileResponse:
    """The file of a photo; the reader's own browser may keep it for a day, nobody between."""
    try:
        response = FileResponse(attachment.file.open("rb"), content_type="image/jpeg")
    except FileNotFoundError:  # a backup of the files older than that of the database
        raise Http404 from None
    response["Cache-Control"] = "private, max-age=86400"
    return response
