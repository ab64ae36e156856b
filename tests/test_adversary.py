"""What an attacker, a clumsy user and an unlucky operator tried, and must not get."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.access.asking import visitor
from tests.world import World, make_world
from wijkwerk.answers.models import Delivery, DeliveryState, Door
from wijkwerk.answers.rules import Channel
from wijkwerk.foundation.photos import Photo
from wijkwerk.participation.composing import form_code
from wijkwerk.participation.models import Draft, Voter
from wijkwerk.participation.tests.factories import (
    START,
    asked,
    on,
    open_longlist,
    open_panel,
    open_ranking,
    wished,
)
from wijkwerk.people.models import ContactRead
from wijkwerk.signals.actions import Report, report
from wijkwerk.thread.models import Attachment, Thing

A_PHOTO = Photo(b"\xff\xd8 a picture", 4, 3)
HUGE = "9" * 5000  # more digits than Python turns into a number


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def voter(world: World) -> Voter:
    """Someone who asked for a form; the mail with its link waits in the outbox."""
    with on(START):
        longlist = open_longlist(world)
        wished(world, longlist)
        return asked(open_ranking(world, longlist))


def test_a_desk_worker_does_not_open_a_mail_with_someones_own_form(world: World, voter: Voter) -> None:
    """Who handles letters and calls saw every mail by its number: the link to vote, the link that erases."""
    mail = Delivery.objects.get(kind="ballot", channel=Channel.MAIL)
    desk = visitor(world.desk_worker)
    for name in ("answers:letter", "answers:call"):
        with on(START):
            answer = desk.get(reverse(name, args=[mail.pk]))
        assert answer.status_code == 404, name
    assert not ContactRead.objects.exists()
    with on(START):
        assert desk.post(reverse("answers:handed-over", args=[mail.pk])).status_code == 409
    mail.refresh_from_db()
    assert mail.state == DeliveryState.WAITING


@pytest.mark.parametrize("field", ["kies", "weg", "omhoog", "omlaag", "plaats"])
def test_a_place_of_five_thousand_digits_changes_nothing(voter: Voter, field: str) -> None:
    wish = voter.ranking.longlist.wishes.earliest("pk").pk
    Draft.objects.create(voter=voter, order=[wish])
    name = f"plaats-{wish}" if field == "plaats" else field
    with on(START):
        address = reverse("participation:form", args=[voter.pk, form_code(voter)])
        answer = Client().post(address, {name: HUGE})
    assert answer.status_code == 302
    assert Draft.objects.get().order == [wish]


@pytest.mark.parametrize("before", [HUGE, "99999999999999999999", "-1", "²", "٣", "\0", "x"])
def test_a_list_that_goes_on_from_nonsense_begins_at_its_beginning(
    world: World, settings: Settings, before: str
) -> None:
    settings.DEMO = True
    for address in (reverse("needs:needs", args=[world.area.code]), reverse("answers:sent")):
        assert Client().get(address, {"voor": before}).status_code == 200, address


def test_a_need_from_reports_with_nonsense_numbers_is_a_need_from_none(world: World) -> None:
    address = reverse("needs:new", args=[world.area.code])
    assert visitor(world.area_officer).get(address, {"melding": [HUGE, "-1", "²"]}).status_code == 200


def test_the_messages_of_a_demo_go_on_past_the_first_page(voter: Voter, settings: Settings) -> None:
    settings.DEMO = True
    first = Delivery.objects.get(kind="ballot")
    for number in range(60):
        first.pk, first.key = None, f"another:{number}"
        first.save()
    answer = Client().get(reverse("answers:sent"))
    shown = [row["pk"] for row in answer.context["rows"]]
    further = f"{reverse('answers:sent')}?voor={shown[-1]}"
    assert further in answer.content.decode()
    assert max(row["pk"] for row in Client().get(further).context["rows"]) < shown[-1]


LARGER_THAN_ANY = ["9223372036854775808", "99999999999999999999"]


@pytest.mark.parametrize("number", LARGER_THAN_ANY)
def test_a_number_larger_than_any_is_of_nothing(world: World, number: str) -> None:
    officer = visitor(world.area_officer)
    for address in (f"/vraag/{number}/wensen", f"/vraag/{number}/verwoorden", f"/wens/{number}/schatten"):
        assert officer.get(address).status_code == 404, address
    assert Client().get(f"/volg/{number}/x").status_code == 404


@pytest.mark.parametrize("address", ["/wijk/%00", "/wijk/voorstad%00", "/draad/%00", "/geld/%00/2026"])
def test_a_null_in_an_address_is_of_nothing(world: World, address: str) -> None:
    """PostgreSQL refuses to look for it."""
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("number", LARGER_THAN_ANY)
def test_a_choice_larger_than_any_is_refused_at_its_field(world: World, number: str) -> None:
    address = reverse("needs:bundle", args=[world.area.code])
    answer = visitor(world.area_officer).post(address, {"need": number})
    assert answer.status_code == 422
    assert answer.context["form"].errors["need"]


@pytest.mark.parametrize("number", [*LARGER_THAN_ANY, HUGE])
def test_one_of_many_choices_larger_than_any_is_refused_at_its_field(world: World, number: str) -> None:
    address = reverse("agreements:make-agreement", args=[world.area.code])
    given = {"text": "Wij vegen.", "people": [world.area_officer.pk, number]}
    answer = visitor(world.area_officer).post(address, given)
    assert answer.status_code == 422
    assert answer.context["form"].errors["people"]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1899-12-31"])
def test_a_day_out_of_reach_is_refused_at_its_field(world: World, day: str) -> None:
    officer = visitor(world.area_officer)
    begun = officer.post(reverse("cycles:begin", args=[world.area.code]), {"name": "x", "starts_on": day})
    assert begun.status_code == 422
    assert begun.context["form"].errors["starts_on"]
    with on(START):
        panel = open_panel(world)
    planned = officer.post(reverse("participation:sessions", args=[panel.pk]), {"starts_at": f"{day}T00:00"})
    assert planned.status_code == 422
    assert planned.context["form"].errors["starts_at"]


def test_a_report_with_nothing_in_it_at_all_is_asked_for_something(world: World) -> None:
    answer = Client().post(reverse("signals:report"))
    assert answer.status_code == 422
    assert answer.context["form"].errors


def test_a_photo_whose_file_is_gone_is_not_found(world: World) -> None:
    with on(START):
        signal, _asker = report(Report(area=world.area, text="Zie de foto", door=Door.WEB, photos=(A_PHOTO,)))
        Thing.objects.filter(pk=signal.pk).update(public=True)
    attachment = Attachment.objects.get()
    address = reverse("thread:photo", args=[attachment.key])
    shown = Client().get(address)
    assert shown.status_code == 200
    assert shown.getvalue() == A_PHOTO.content
    attachment.file.delete(save=False)
    assert Client().get(address).status_code == 404
