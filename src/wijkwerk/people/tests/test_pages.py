"""The pages of people."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people import mail
from wijkwerk.people.actions import appoint
from wijkwerk.people.models import Account, Person, RoleHeld
from wijkwerk.people.permissions import may

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    letters: list[dict[str, object]] = []
    monkeypatch.setattr(mail, "_mailer", lambda **letter: letters.append(letter))
    return letters


def enter(client: Client, person: Person) -> Client:
    client.force_login(Account.objects.get(pk=person.account_id))
    return client


def text_of(client: Client, name: str, **address: int) -> str:
    response = client.get(reverse(f"people:{name}", kwargs=address))
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_page_lists_who_does_what_where(client: Client, world: World) -> None:
    page = text_of(enter(client, world.area_officer), "people")
    for person in world.people.values():
        assert person.first_name in page
    assert "Voorstad" in page
    assert "wijkambtenaar" in page
    assert "De hele gemeente" in page


def test_only_who_may_appoint_sees_how(client: Client, world: World) -> None:
    give = reverse("people:give-role")
    assert give in text_of(enter(client, world.administrator), "people")
    assert give in text_of(enter(client, world.community_worker), "people")
    alderman = text_of(enter(client, world.area_alderman), "people")
    assert give not in alderman
    assert "beeindigen" not in alderman


def test_a_guide_ends_residents_roles_only(client: Client, world: World) -> None:
    page = text_of(enter(client, world.community_worker), "people")
    ends = reverse("people:end-role", args=[world.resident_team_member.roles.get().pk])
    assert ends in page
    assert page.count("/beeindigen") == 1


@pytest.mark.requirement("DEV-20")
@pytest.mark.requirement("DEV-47")
def test_what_needs_attention_comes_first(client: Client, world: World) -> None:
    today = clock.today()
    Area.objects.create(
        code="w2", name="Zandweerd", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    member = Person.objects.create(first_name="Bijna")
    appoint(
        person=member,
        role="resident_team_member",
        area=world.area,
        valid_from=today - timedelta(days=2 * 365 - 30),
        by=None,
    )
    page = text_of(enter(client, world.administrator), "people")
    attention = page[page.index("Vraagt aandacht") : page.index("Voorstad</h2>")]
    assert "Bijna, lid van het wijkteam: termijn" in attention
    assert "Verleng" in attention
    assert "Zandweerd: nog geen wijkambtenaar, opbouwwerker, beheercoördinator of wijkagent" in attention
    assert "Zandweerd: door niemand van het college geadopteerd" in attention
    assert f"{world.portfolio_holder} heeft nog geen gebied geadopteerd" in attention


def test_the_number_of_queries_does_not_grow_with_areas_and_people(client: Client, world: World) -> None:
    enter(client, world.administrator)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            text_of(client, "people")
        return len(caught)

    def add(first: int, areas: int, people: int) -> None:
        for number in range(first, first + areas):
            area = Area.objects.create(
                code=f"x{number}",
                name=f"X{number}",
                level=world.area.level,
                parent=world.city,
                valid_from=LONG_AGO,
            )
            for place in range(people):
                RoleHeld.objects.create(
                    person=Person.objects.create(first_name=f"P{number}{place}"),
                    role="resident_team_member",
                    area=area,
                    valid_from=LONG_AGO,
                )

    add(0, areas=1, people=1)
    few = queries()
    add(1, areas=12, people=5)
    assert queries() == few
    assert few <= 25


def filled_in(world: World, **more: object) -> dict[str, object]:
    return {
        "role": "area_officer",
        "area": world.area.pk,
        "first_name": "Nieuw",
        "valid_from": clock.today().isoformat(),
        "sign_in": "password",
        **more,
    }


def test_giving_a_role_to_someone_new_makes_person_account_and_invitation(
    client: Client, world: World, sent: list[dict[str, object]]
) -> None:
    enter(client, world.administrator)
    response = client.post(
        reverse("people:give-role"), filled_in(world, email="nieuw@example.org", last_name="Kracht")
    )
    assert response.status_code == 302, response.content.decode()
    person = Person.objects.get(first_name="Nieuw", last_name="Kracht")
    assert may(person, Power.RUN_PANEL, within=world.area)
    assert person.account is not None
    assert [(letter["kind"], letter["account_id"]) for letter in sent] == [
        ("account.invitation", person.account.pk)
    ]


def test_a_team_member_gets_a_link_instead(
    client: Client, world: World, sent: list[dict[str, object]]
) -> None:
    enter(client, world.community_worker)
    given = filled_in(
        world, role="resident_team_member", email="lid@example.org", sign_in="link", entry="elected"
    )
    assert client.post(reverse("people:give-role"), given).status_code == 302
    held = RoleHeld.objects.get(person__first_name="Nieuw")
    assert (held.entry, held.entered_by) == ("elected", world.community_worker)
    assert [letter["kind"] for letter in sent] == ["account.sign_in"]


def test_someone_known_keeps_the_same_person(client: Client, world: World) -> None:
    enter(client, world.administrator)
    before = Person.objects.count()
    given = filled_in(world, role="adviser", person=world.desk_worker.pk, first_name="")
    assert client.post(reverse("people:give-role"), given).status_code == 302
    assert world.desk_worker.roles.filter(role="adviser").exists()
    assert Person.objects.count() == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"area": ""}, "hoort bij een wijk"),
        ({"role": "wizard"}, "id_role"),
        ({"first_name": ""}, "Kies iemand, of vul hieronder een naam in."),
        ({"valid_from": "gisteren"}, "id_valid_from"),
        ({"hours": "-3"}, "id_hours"),
        ({"email": "geen adres"}, "id_email"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_written(
    client: Client, world: World, wrong: dict[str, object], said: str, sent: list[dict[str, object]]
) -> None:
    enter(client, world.administrator)
    before = Person.objects.count()
    response = client.post(reverse("people:give-role"), filled_in(world, **wrong))
    assert response.status_code == 422
    page = response.content.decode()
    assert said in page
    assert "Dit klopt nog niet" in page
    assert Person.objects.count() == before
    assert sent == []


def test_a_second_account_for_one_address_leaves_no_person_behind(
    client: Client, world: World, sent: list[dict[str, object]]
) -> None:
    enter(client, world.administrator)
    assert world.mayor.account is not None
    before = Person.objects.count()
    response = client.post(
        reverse("people:give-role"), filled_in(world, email=world.mayor.account.email.upper())
    )
    assert response.status_code == 422
    assert "al een account" in response.content.decode()
    assert (Person.objects.count(), sent) == (before, [])


def test_ending_and_renewing(client: Client, world: World) -> None:
    enter(client, world.community_worker)
    member = Person.objects.create(first_name="Lid")
    held = appoint(person=member, role="resident_team_member", area=world.area, by=None)
    first_end = held.term_ends_on
    client.post(reverse("people:renew-term", args=[held.pk]))
    held.refresh_from_db()
    assert held.term_ends_on != first_end

    end = reverse("people:end-role", args=[held.pk])
    assert "Lid: lid van het wijkteam Voorstad" in client.get(end).content.decode()
    assert client.post(end, {"on": clock.today().isoformat()}).status_code == 422
    tomorrow = clock.today() + timedelta(days=1)
    assert client.post(end, {"on": tomorrow.isoformat()}).status_code == 302
    held.refresh_from_db()
    assert held.valid_to == tomorrow


@pytest.mark.parametrize("name", ["give-role", "end-role", "renew-term"])
def test_who_may_not_gets_the_reason(client: Client, world: World, name: str) -> None:
    enter(client, world.area_alderman)
    kwargs = {} if name == "give-role" else {"pk": world.area_officer.roles.get().pk}
    response = client.post(reverse(f"people:{name}", kwargs=kwargs), {"on": clock.today().isoformat()})
    assert response.status_code == 403
    assert "Mensen en taken beheren" in response.content.decode()


def test_a_guide_cannot_end_a_colleague_by_guessing_the_address(client: Client, world: World) -> None:
    enter(client, world.community_worker)
    held = world.area_officer.roles.get()
    tomorrow = clock.today() + timedelta(days=1)
    response = client.post(reverse("people:end-role", args=[held.pk]), {"on": tomorrow.isoformat()})
    assert response.status_code == 403
    held.refresh_from_db()
    assert held.valid_to is None


@pytest.mark.requirement("AMF-13")
def test_the_register_of_mandates_is_open_to_all_staff(client: Client, world: World) -> None:
    page = text_of(enter(client, world.resident_team_member), "mandates")
    assert "Deventer wijkaanpak" in page
    assert "wijkambtenaar" in page
    assert "Meldingen verdelen" in page
    assert "standaard van Wijkwerk" in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_are_whole_in_both_languages(client: Client, world: World, language: str) -> None:
    enter(client, world.administrator)
    client.cookies["taal"] = language
    for name in ("people", "give-role", "mandates"):
        page = text_of(client, name)
        assert f'lang="{language}"' in page
        assert "%(" not in page
    if language == "en":
        assert "Vraagt aandacht" not in text_of(client, "people")


def test_long_names_and_strange_letters_are_only_text(client: Client, world: World) -> None:
    name = "<script>alert(1)</script> محمد 😀 " + "lang" * 10
    Person.objects.filter(pk=world.area_officer.pk).update(first_name=name[:80])
    page = text_of(enter(client, world.administrator), "people")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
