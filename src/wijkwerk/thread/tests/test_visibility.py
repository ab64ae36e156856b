"""No page leaks what its reader may not see: a report nobody has looked at, and another area's."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Door
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.foundation.photos import Photo, reencode
from wijkwerk.people.models import Person
from wijkwerk.signals import actions as signals
from wijkwerk.thread.actions import attach, link
from wijkwerk.thread.models import Role, Thing
from wijkwerk.thread.story import beads_of, tell_story
from wijkwerk.thread.tests.places import make_things

pytestmark = pytest.mark.django_db

SECRET = "Mijn buurman Koos slaat de ramen in"


@pytest.fixture
def world() -> World:
    return make_world()


def picture() -> Photo:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(out, "JPEG")
    out.seek(0)
    return reencode(out)


def hidden_signal(world: World) -> Thing:
    """A report nobody looked at, with a photo, that already feeds a public need."""
    signal, _asker = signals.report(
        signals.Report(area=world.area, text=SECRET, door=Door.WEB, photos=(picture(),))
    )
    (need,) = make_things(world.area, "need")
    link(signal.thing, need, Role.UNDERSTOOD_AS)
    return signal.thing


def reader(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def elsewhere(world: World) -> Area:
    other = Area.objects.create(
        code="borgele", name="Borgele", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    AreaApproach.objects.create(
        area=other,
        approach_key=world.approach.key,
        currency="EUR",
        valid_from=date(2020, 1, 1),
        adopted_by="raad, test",
    )
    return other


def test_a_report_nobody_looked_at_has_no_public_page_and_no_public_photo(world: World) -> None:
    thing = hidden_signal(world)
    photo = thing.attachments.get()
    for path in (thing.get_absolute_url(), reverse("thread:photo", args=[photo.key])):
        assert Client().get(path).status_code == 404
    assert reader(world.area_officer).get(thing.get_absolute_url()).status_code == 200
    assert reader(world.area_officer).get(reverse("thread:photo", args=[photo.key])).status_code == 200


def test_an_official_of_another_area_sees_no_more_than_anyone(world: World) -> None:
    thing = hidden_signal(world)
    outsider = appointed("area_officer", elsewhere(world))
    assert reader(outsider).get(thing.get_absolute_url()).status_code == 404
    assert (
        reader(outsider).get(reverse("thread:photo", args=[thing.attachments.get().key])).status_code == 404
    )
    assert not Thing.objects.visible_to(outsider).filter(pk=thing.pk).exists()


def test_the_page_of_what_it_became_does_not_tell(world: World) -> None:
    thing = hidden_signal(world)
    need = Thing.objects.get(kind="need")
    for client, told in ((Client(), False), (reader(world.area_officer), True)):
        page = client.get(need.get_absolute_url()).content.decode()
        assert (SECRET in page) is told
        assert (thing.number in page) is told
        assert (str(thing.attachments.get().key) in page) is told


def test_beads_in_a_list_are_made_of_what_everyone_may_see(world: World) -> None:
    hidden_signal(world)
    need = Thing.objects.get(kind="need")
    assert beads_of([need])[need.pk][0].date is None
    seen_by_official = tell_story(need, world.area_officer)
    assert seen_by_official.beads[0].date is not None
    assert tell_story(need, None).beads[0].date is None


def test_whoever_reported_it_reads_it_by_their_own_link_only(world: World) -> None:
    thing = hidden_signal(world)
    asker = thing.askers.get()
    page = Client().get(secret_path(asker))
    assert page.status_code == 200
    assert SECRET in page.content.decode()
    assert Client().get(thing.get_absolute_url()).status_code == 404


def test_others_who_are_hidden_are_not_counted_either(world: World) -> None:
    hidden_signal(world)
    need = Thing.objects.get(kind="need")
    (mine, third) = make_things(world.area, "signal", "signal")
    link(mine, need, Role.UNDERSTOOD_AS)
    assert tell_story(mine, None).together is None
    link(third, need, Role.UNDERSTOOD_AS)
    together = tell_story(mine, None).together
    assert together is not None
    assert [(strand.kind, strand.count) for strand in together.others] == [("signal", 1)]


def test_a_photo_that_went_is_gone(world: World) -> None:
    (thing,) = make_things(world.area, "signal")
    kept = attach(thing, picture())
    path = reverse("thread:photo", args=[kept.key])
    assert Client().get(path)["Cache-Control"] == "private, max-age=86400"
    kept.delete()
    assert Client().get(path).status_code == 404
