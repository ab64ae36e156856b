"""The post room: letters to print and people to call, for desks of the area; and in a demo everything that went out."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.world import World, appointed, make_world
from wijkwerk.answers import actions
from wijkwerk.answers.composing import compose, secret_code
from wijkwerk.answers.models import Asker, Delivery, DeliveryState, Door
from wijkwerk.answers.tests.asking import told, work
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.foundation.reasons import Conflict
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import ContactRead, Person
from wijkwerk.signals import actions as signals
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


def reported(world: World, text: str = "De bank is stuk", **reached: str) -> Asker:
    contact = remember_contact(by_desk=True, **reached)
    _signal, asker = signals.report(
        signals.Report(area=world.area, text=text, door=Door.PAPER), contact=contact
    )
    return asker


@pytest.fixture
def by_post(world: World) -> Asker:
    return reported(world, name="Bea de Groot", address="Kade 9\n7411 AA Deventer")


@pytest.fixture
def by_phone(world: World) -> Asker:
    return reported(world, "De put loopt over", name="Cor Bos", phone="0570 654321")


def reader(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def desk_elsewhere(world: World) -> Person:
    other = Area.objects.create(
        code="borgele", name="Borgele", level=world.area.level, parent=world.city, valid_from="2020-01-01"
    )
    AreaApproach.objects.create(
        area=other, approach_key=world.approach.key, currency="EUR", valid_from="2020-01-01", adopted_by="t"
    )
    return appointed("desk_worker", other)


def test_a_letter_waits_without_a_name_and_is_printed_with_one(world: World, by_post: Asker) -> None:
    told(by_post.thing)
    work()
    desk = reader(world.desk_worker)
    lines = desk.get("/brieven").content.decode()
    assert "De bank is stuk" in lines
    assert "Bea" not in lines
    delivery = Delivery.objects.get(kind="answer")
    letter = desk.get(f"/brieven/{delivery.pk}").content.decode()
    for part in (
        "Bea de Groot",
        "Kade 9",
        "7411 AA Deventer",
        "Het gras is gemaaid.",
        "<svg",
        secret_code(by_post),
    ):
        assert part in letter
    assert ContactRead.objects.get().by == world.desk_worker


def test_printing_is_written_down_once_and_it_no_longer_waits(world: World, by_post: Asker) -> None:
    delivery = Delivery.objects.get()
    desk = reader(world.desk_worker)
    for _ in "12":
        assert desk.post(f"/brieven/{delivery.pk}/gedaan")["Location"] == "/brieven"
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.SENT
    assert JournalEntry.objects.filter(verb="answers.letter_printed", by=world.desk_worker).count() == 1
    assert "De bank is stuk" not in desk.get("/brieven").content.decode()
    # Lost in the post, it is printed again.
    assert desk.get(f"/brieven/{delivery.pk}").status_code == 200


def test_a_call_says_whom_and_what(world: World, by_phone: Asker) -> None:
    told(by_phone.thing)
    work()
    desk = reader(world.desk_worker)
    delivery = Delivery.objects.get(kind="answer")
    assert "Cor" not in desk.get("/bellen").content.decode()
    page = desk.get(f"/bellen/{delivery.pk}").content.decode()
    for part in ("Cor Bos", "0570 654321", "Het gras is gemaaid."):
        assert part in page
    assert desk.post(f"/brieven/{delivery.pk}/gedaan")["Location"] == "/bellen"


def test_a_desk_elsewhere_sees_neither_the_line_nor_the_letter(world: World, by_post: Asker) -> None:
    outsider = reader(desk_elsewhere(world))
    delivery = Delivery.objects.get()
    for path in (f"/brieven/{delivery.pk}", f"/bellen/{delivery.pk}"):
        assert outsider.get(path).status_code in {403, 404}
    assert outsider.post(f"/brieven/{delivery.pk}/gedaan").status_code == 403
    assert not ContactRead.objects.exists()
    assert "De bank is stuk" not in outsider.get("/brieven").content.decode()


def test_nobody_without_that_task_gets_in(world: World, by_post: Asker) -> None:
    for path in ("/brieven", "/bellen", f"/brieven/{Delivery.objects.get().pk}"):
        assert Client().get(path).status_code == 302
        assert reader(world.area_alderman).get(path).status_code == 403


def test_mail_is_not_ticked_off_by_hand(world: World) -> None:
    reported(world, email="ans@example.org")
    with pytest.raises(Conflict):
        actions.handed_over(delivery_id=Delivery.objects.get().pk, by=world.desk_worker)


def test_lists_cost_the_same_for_one_and_for_twelve(
    world: World, django_assert_num_queries: object, by_post: Asker
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    desk = reader(world.desk_worker)
    found = []
    for more in (0, 11):
        for number in range(more):
            reported(world, f"Melding {number}", address=f"Kade {number + 20}, Deventer", name="N. N.")
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("/brieven").status_code == 200
        found.append(len(queries))
    assert found[0] == found[1]


def test_only_a_demo_shows_what_went_out(by_post: Asker, settings: object) -> None:
    paths = ("/berichten", f"/berichten/{Delivery.objects.get().pk}")
    for path in paths:
        assert Client().get(path).status_code == 404
    settings.DEMO = True  # type: ignore[attr-defined]
    for path in paths:
        page = Client().get(path)
        assert page.status_code == 200
        assert "De bank is stuk" in page.content.decode()


def test_a_letter_is_in_its_readers_language_whatever_the_desk_reads(world: World) -> None:
    contact = remember_contact(name="John Doe", address="Quay 9, Deventer", language="en", by_desk=True)
    signals.report(
        signals.Report(area=world.area, text="The bench is broken", door=Door.PAPER), contact=contact
    )
    page = reader(world.desk_worker).get(f"/brieven/{Delivery.objects.get().pk}").content.decode()
    letter = page[page.index("<article") : page.index("</article>")]
    assert 'lang="en"' in letter
    assert "Would you rather call or come by?" in letter
    assert "1. Seen" in letter or "Seen: done" in letter
    assert "Geprint en op de post" in page[: page.index("<article")]


def test_what_is_next_is_one_sentence_with_its_day(world: World, by_post: Asker) -> None:
    actions.tell(
        about=by_post.thing,
        turn="later",
        news="het wordt later",
        text="De fabriek levert later.",
        next_text="Op {day} hoort het klaar te zijn.",
        next_on=date(2027, 5, 4),
    )
    work()
    delivery = Delivery.objects.get(kind="answer")
    letter = reader(world.desk_worker).get(f"/brieven/{delivery.pk}").content.decode()
    assert "Op dinsdag 4 mei 2027 hoort het klaar te zijn." in letter
    assert "Op dinsdag 4 mei 2027 hoort het klaar te zijn." in compose(delivery).text
