"""The pages of people."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import Power, load
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.people import mail
from wijkwerk.people.actions import Change, appoint, reorganise
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


def test_what_is_short_stands_on_the_page_of_people(client: Client) -> None:
    world = make_world("dordrecht_1997")
    RoleHeld.objects.filter(role="area_coordinator").update(hours=8)
    body = text_of(enter(client, world.administrator), "people")
    assert "Dat is nauwelijks genoeg om plannen te maken." in body
    RoleHeld.objects.filter(role="area_coordinator").update(hours=20)
    assert "nauwelijks genoeg" not in text_of(client, "people")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("tilburg_1997", ["160", "stadsprogramma", "dienst Wijkzaken", "niet gehaald"]),
        ("utrecht_1997", ["ja, met een eigen budget", "De Venen: geen bureau"]),
        ("deventer_1997", ["Teams in de gebieden"]),
    ],
)
def test_services_and_teams_stand_on_a_page(client: Client, key: str, told: list[str]) -> None:
    world = make_world(key)
    body = text_of(enter(client, world.administrator), "organisation")
    for words in told:
        assert words in body


def test_the_page_of_teams_costs_the_same_for_many_areas(client: Client, world: World) -> None:
    enter(client, world.administrator)
    counted = []
    for number in range(2):
        for extra in range(11 * number + 1):
            Area.objects.create(
                code=f"z{number}{extra}",
                name="Z",
                level=world.area.level,
                parent=world.city,
                valid_from=LONG_AGO,
            )
        with CaptureQueriesContext(connection) as caught:
            text_of(client, "organisation")
        counted.append(len(caught))
    assert counted[0] == counted[1]


def test_who_it_is_now_is_found_after_a_reorganisation(client: Client) -> None:
    world = make_world("utrecht_1997")
    roles: dict[str, str | None] = {
        key: None for key in world.approach.roles if key not in load("utrecht_2018").roles
    }
    change = Change(
        approach_key="utrecht_2018",
        starts_on=clock.today(),
        currency="EUR",
        decided_by="raad",
        public_text="Van bureau naar kleine maat.",
        roles={**roles, "area_office_manager": "area_officer"},
        lessons=[("dordrecht_1997", "hours_hardly_enough")],
    )
    reorganise(areas=[world.city, world.area], change=change, by=None)
    enter(client, world.administrator)
    page = client.post(reverse("people:who-now"), {"role": "area_office_manager", "area": world.area.pk})
    body = page.content.decode()
    assert "wijkambtenaar, Voorstad" in body
    assert "Van bureau naar kleine maat." in body
    assert "Acht coördinatie-uren" in body
    page = client.post(reverse("people:who-now"), {"role": "office_staff", "area": world.area.pk})
    assert "Niemand gevonden" in page.content.decode()
    assert client.post(reverse("people:who-now"), {"role": "x"}).status_code == 422


def test_handing_over_before_somebody_new_comes(client: Client) -> None:
    world = make_world("tilburg_1997")
    held = world.area_manager.roles.get()
    address = reverse("people:hand-over", args=[held.pk])
    assert enter(client, world.front_office).get(address).status_code == 403
    enter(client, world.area_manager)
    assert client.post(address, {"text": ""}).status_code == 422
    assert client.post(address, {"text": "De agenda ligt klaar."}).status_code == 302
    assert "De agenda ligt klaar." in client.get(address).content.decode()


def test_who_manages_areas_says_why_a_border_runs_so_and_how_intensively(client: Client) -> None:
    world = make_world("dordrecht_1997")
    code = world.area.code
    enter(client, world.administrator)
    assert reverse("people:explain-border", args=[code]) in text_of(client, "manage-areas")
    client.post(reverse("people:explain-border", args=[code]), {"text": "Het spoor."})
    given = {
        "intensity": "intensive",
        "order_on": "1993-01-01",
        "valid_from": "2026-01-01",
        "reason": "Veel.",
    }
    address = reverse("people:set-intensity", args=[code])
    assert client.post(address, given).status_code == 422
    assert client.post(address, {**given, "order_title": "Bestuursopdracht"}).status_code == 302
    body = client.get(reverse("areas:border", args=[code])).content.decode()
    assert "Het spoor." in body
    assert "Bestuursopdracht" in body
    assert enter(client, world.area_coordinator).get(address).status_code == 403


def test_an_office_is_opened_and_covers_its_areas(client: Client) -> None:
    world = make_world("utrecht_1997")
    enter(client, world.administrator)
    given = {
        "name": "Bureau Oost",
        "team": "area_office",
        "areas": [world.area.pk],
        "valid_from": "2026-01-01",
    }
    assert client.post(reverse("people:open-office"), {**given, "areas": []}).status_code == 422
    assert client.post(reverse("people:open-office"), given).status_code == 302
    assert "Elke plek heeft precies één bureau." in text_of(client, "organisation")


def test_elsewhere_no_intensity_is_set(client: Client, world: World) -> None:
    enter(client, world.administrator)
    given = {
        "intensity": "intensive",
        "order_title": "x",
        "order_on": "1993-01-01",
        "valid_from": "2026-01-01",
        "reason": "Veel.",
    }
    page = client.post(reverse("people:set-intensity", args=[world.area.code]), given)
    assert page.status_code == 403
    assert "geen intensief en extensief" in page.content.decode()


def test_an_area_is_given_a_value_of_its_own_in_the_browser(client: Client) -> None:
    world = make_world("rotterdam_2020s")
    enter(client, world.policy_officer)
    choose = reverse("people:may-differ", args=[world.area.code])
    address = reverse("people:differ", args=[world.area.code, "longlist.limit"])
    assert choose in text_of(client, "manage-areas")
    assert address in client.get(choose).content.decode()
    given = {"value": "3", "valid_from": "2026-01-01", "decided_by": "college, 1 juni 2026"}
    refused = client.post(address, given)
    assert refused.status_code == 422
    assert "Schrijf waarom het hier anders is." in refused.content.decode()
    assert client.post(address, {**given, "reason": "Weinig wensen.", "value": "drie"}).status_code == 422
    assert client.post(address, {**given, "reason": "Weinig wensen."}).status_code == 302
    assert "Weinig wensen." in client.get(reverse("areas:differences")).content.decode()
    assert client.get(reverse("people:differ", args=[world.area.code, "levels.x"])).status_code == 404
    assert enter(client, world.area_manager).get(choose).status_code == 403


def test_where_areas_are_the_same_the_page_says_why_none_differs(client: Client, world: World) -> None:
    enter(client, world.policy_officer)
    page = client.get(reverse("people:may-differ", args=[world.area.code])).content.decode()
    assert "Onder deze aanpak werkt elk gebied hetzelfde." in page
    address = reverse("people:differ", args=[world.area.code, "longlist.limit"])
    assert client.get(address).status_code == 403
