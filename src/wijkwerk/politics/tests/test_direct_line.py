"""The direct line: past the line manager, to whoever adopted the area, read by its two ends only."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Account, Person, RoleHeld
from wijkwerk.politics import actions
from wijkwerk.politics.events import Verb
from wijkwerk.politics.models import Matter, Subject
from wijkwerk.politics.permissions import may_lay_before, may_read
from wijkwerk.politics.queries import matters_for, waiting_for
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def enter(client: Client, person: Person) -> Client:
    client.force_login(Account.objects.get(pk=person.account_id))
    return client


def laid(world: World, **values: object) -> Matter:
    given = actions.Laid(question="Kunt u met ProRail bellen?", text="De vergunning ligt er al drie maanden.")
    return actions.lay_before(
        area=world.area, given=actions.Laid(**{**vars(given), **values}), by=world.area_officer
    )


@pytest.mark.requirement("DEV-30")
def test_an_officer_reaches_the_alderman_without_the_line_manager_and_it_is_logged(world: World) -> None:
    thing = bear("need", area=world.area, sentence="Licht op het pad")
    matter = laid(world, about=thing)
    assert list(waiting_for(world.area_alderman)) == [matter]
    for other in (world.head_of_department, world.mayor, world.executive_board, world.community_worker):
        assert not matters_for(other).exists()
        assert not may_read(other, matter)
    entry = JournalEntry.objects.get(verb=Verb.LAID_BEFORE)
    assert (entry.by, entry.thing, entry.detail_id) == (world.area_officer, thing, matter.pk)
    actions.answer(matter_id=matter.pk, text="Ik bel morgen.", by=world.area_alderman)
    assert JournalEntry.objects.get(verb=Verb.ANSWERED).by == world.area_alderman


@pytest.mark.requirement("DEV-30")
def test_who_has_no_line_is_told_why(world: World) -> None:
    for person in (world.community_worker, world.resident_team_member, world.service_contact_officer):
        with pytest.raises(Refused, match="hoort niet bij uw taak"):
            actions.lay_before(area=world.area, given=actions.Laid("Vraag?", "Tekst."), by=person)


def test_an_area_without_alderman_sends_to_who_coordinates(world: World) -> None:
    RoleHeld.objects.filter(person=world.area_alderman).update(valid_to=clock.today())
    verdict = may_lay_before(world.area_officer, world.area)
    assert not verdict
    assert str(verdict.reason) == "Voorstad heeft op dit moment geen wijkwethouder."
    assert str(verdict.reason.way_out) == "Ga naar de burgemeester, die coördineert."


def test_the_line_belongs_to_the_office(world: World) -> None:
    matter = laid(world)
    RoleHeld.objects.filter(person=world.area_alderman).update(valid_to=clock.today())
    after = appointed("area_alderman", world.area, name="Nieuw")
    assert list(waiting_for(after)) == [matter]
    assert not may_read(Person.objects.get(pk=world.area_alderman.pk), matter)
    with pytest.raises(Refused):
        actions.answer(matter_id=matter.pk, text="Te laat.", by=Person.objects.get(pk=world.area_alderman.pk))


def test_only_of_the_own_area(world: World) -> None:
    other = Area.objects.create(
        code="w2", name="Zandweerd", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    appointed("area_alderman", other, name="Elders")
    with pytest.raises(Refused):
        actions.lay_before(area=other, given=actions.Laid("Vraag?", "Tekst."), by=world.area_officer)
    thing = bear("need", area=other, sentence="Van daar")
    with pytest.raises(Invalid) as refused:
        laid(world, about=thing)
    assert refused.value.reason.field == "about"


@pytest.mark.parametrize("empty", ["question", "text"])
def test_nothing_is_sent_without_words(world: World, empty: str) -> None:
    with pytest.raises(Invalid) as refused:
        laid(world, **{empty: "  "})
    assert refused.value.reason.field == empty
    assert not Matter.objects.exists()


def test_it_is_answered_once(world: World) -> None:
    matter = laid(world)
    with pytest.raises(Invalid):
        actions.answer(matter_id=matter.pk, text=" ", by=world.area_alderman)
    actions.answer(matter_id=matter.pk, text="Ik bel morgen.", by=world.area_alderman)
    with pytest.raises(Conflict):
        actions.answer(matter_id=matter.pk, text="Toch niet.", by=world.area_alderman)
    with pytest.raises(IntegrityError), transaction.atomic():
        Matter.objects.filter(pk=matter.pk).update(answer="")


def test_the_page_of_a_matter_is_for_its_two_ends(client: Client, world: World) -> None:
    matter = laid(world)
    address = reverse("politics:matter", args=[matter.pk])
    assert client.get(address).status_code == 302
    refused = enter(client, world.head_of_department).get(address)
    assert refused.status_code == 403
    assert "Alleen wie het stuurde en voor wie het is, leest het." in refused.content.decode()
    assert "vergunning" not in refused.content.decode()
    assert "Verstuur uw antwoord" not in enter(client, world.area_officer).get(address).content.decode()
    page = enter(client, world.area_alderman).get(address).content.decode()
    assert "Verstuur uw antwoord" in page
    answered = client.post(address, {"answer": "Ik bel <morgen>."}, follow=True)
    assert "Ik bel &lt;morgen&gt;." in answered.content.decode()


def test_an_empty_answer_stays_on_the_page(client: Client, world: World) -> None:
    address = reverse("politics:matter", args=[laid(world).pk])
    answer = enter(client, world.area_alderman).post(address, {"answer": ""})
    assert answer.status_code == 422


@pytest.mark.requirement("DEV-57")
def test_a_matter_of_content_says_whose_it_is(client: Client, world: World) -> None:
    about_content = laid(world, subject=Subject.CONTENT)
    page = enter(client, world.area_alderman).get(reverse("politics:matter", args=[about_content.pk]))
    sentence = "Een wijkwethouder gaat over het proces; de inhoud ligt bij de portefeuillehouder."
    assert sentence in page.content.decode()
    about_process = laid(world)
    page = client.get(reverse("politics:matter", args=[about_process.pk]))
    assert sentence not in page.content.decode()


def test_the_form_keeps_what_was_typed_and_names_the_field(client: Client, world: World) -> None:
    address = reverse("politics:lay-before", args=[world.area.code])
    typed = {
        "question": "Kunt u bellen?",
        "subject": "process",
        "text": "Al drie maanden.",
        "about": "XX-2026-9999",
    }
    answer = enter(client, world.area_officer).post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dit nummer kennen wij niet." in page
    assert "Al drie maanden." in page
    assert not Matter.objects.exists()
    sent = client.post(address, {**typed, "about": ""}, follow=True)
    assert "Kunt u bellen?" in sent.content.decode()
    assert Matter.objects.get().to_role


def test_who_left_reads_no_more_of_the_line(world: World) -> None:
    matter = laid(world)
    assert may_read(world.area_officer, matter)
    RoleHeld.objects.filter(person=world.area_officer).update(valid_to=clock.today())
    assert not may_read(Person.objects.get(pk=world.area_officer.pk), matter)
