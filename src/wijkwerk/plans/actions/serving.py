"""An item is tagged with the programme whose goal it serves, so that a forerunner is counted apart (DOR-40)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Programme, ProgrammeArea
from wijkwerk.areas.queries import lineage
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Measure, ProgrammeItem
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@transaction.atomic
def tag(*, programme_id: int, thing: Thing, by: Person) -> None:
    """From now on the item counts for this programme. Conflict when it counts for one already."""
    programme = Programme.objects.get(pk=programme_id)
    thing = Thing.objects.select_for_update().select_related("area").get(pk=thing.pk)
    _must(by, thing)
    if not programme.goal:
        raise Conflict(
            Reason(
                _("“%(name)s” heeft geen doel. Er kan niets bij horen.") % {"name": programme.name},
                way_out=_("Begin een programma met een doel."),
            )
        )
    around = [area.pk for area in lineage(thing.area)]
    if not ProgrammeArea.objects.filter(programme=programme, area__in=around).exists():
        raise Invalid(
            Reason(_("%(area)s deed niet mee aan dit programma.") % {"area": thing.area.name}, field="about")
        )
    present = serves(thing)
    if present is not None:
        raise Conflict(
            Reason(
                _("Dit hoort al bij “%(name)s”.") % {"name": present.name},
                field="about",
                way_out=_("Haal het daar eerst weg."),
            )
        )
    measure = Measure.objects.filter(thing=thing)
    if not measure.update(programme=programme):
        ProgrammeItem.objects.create(thing=thing, programme=programme, tagged_by=by, tagged_on=clock.today())
    journal(Verb.TAGGED, thing, by=by, detail_id=programme.pk)


@transaction.atomic
def untag(*, thing: Thing, by: Person) -> None:
    """The item no longer counts for a programme."""
    thing = Thing.objects.select_for_update().select_related("area").get(pk=thing.pk)
    _must(by, thing)
    present = serves(thing)
    if present is None:
        raise Conflict(Reason(_("Dit hoort bij geen programma.")))
    Measure.objects.filter(thing=thing).update(programme=None)
    ProgrammeItem.objects.filter(thing=thing).delete()
    journal(Verb.UNTAGGED, thing, by=by, detail_id=present.pk)


def serves(thing: Thing) -> Programme | None:
    """The programme whose goal an item serves."""
    return (
        Programme.objects.filter(items__thing=thing).first()
        or Programme.objects.filter(measures__thing=thing).first()
    )


def _must(by: Person, thing: Thing) -> None:
    """Whoever writes plans in the area of the item, or sets the way of working there."""
    writes = may(by, Power.EDIT_PLAN, within=thing.area)
    if not writes and not may(by, Power.SET_APPROACH, within=thing.area):
        writes.require()
