"""The vision on working in neighbourhoods, chapter by chapter (AMF-02)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import journal
from wijkwerk.ways.events import Verb
from wijkwerk.ways.models import Chapter, VisionChapter
from wijkwerk.ways.permissions import must_set_approach


@transaction.atomic
def write_chapter(*, chapter: str, stance: str, review_on: date, by: Person) -> VisionChapter:
    """Say what we hold about this subject, and when we look at it again. What stood there is replaced."""
    must_set_approach(by)
    if not stance.strip():
        raise Invalid(Reason(_("Schrijf wat wij hiervan vinden."), field="stance"))
    if review_on <= clock.today():
        raise Invalid(Reason(_("Kies een dag na vandaag om er weer naar te kijken."), field="review_on"))
    written, _new = VisionChapter.objects.update_or_create(
        chapter=Chapter(chapter),
        defaults={
            "stance": stance.strip(),
            "review_on": review_on,
            "written_on": clock.today(),
            "written_by": by,
        },
    )
    journal(Verb.VISION_WRITTEN, by=by, detail_id=written.pk)
    return written
