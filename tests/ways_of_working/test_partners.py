"""How partners are bound: the same page and the same act under each file, and what each form asks of a file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.planning import on
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.agreements.actions import join
from wijkwerk.agreements.models import CovenantParty
from wijkwerk.agreements.partners import partners_under
from wijkwerk.approaches import ApproachErrors, load
from wijkwerk.approaches.schema import PartnerForm
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import appoint
from wijkwerk.people.models import Organisation, OrganisationKind, Person

pytestmark = pytest.mark.django_db

FORM = "partners.form"
FIRST, LATER = date(2026, 2, 2), date(2026, 5, 4)
POLICE = {"key": "police", "name": "Politie", "kind": OrganisationKind.POLICE}


def signs(world: World, key: str, day: date, name: str = "") -> CovenantParty:
    party, _made = Organisation.objects.get_or_create(
        key=key, defaults={"name": name or key, "kind": OrganisationKind.OTHER}
    )
    with on(LATER):
        return join(
            organisation=party, commitment="Elke week een spreekuur", joined_on=day, by=world.policy_officer
        )


def bound(world: World) -> dict[str, str]:
    with on(LATER):
        return {row.name: row.bound for row in partners_under(world.approach).rows}


@pytest.mark.switch(FORM, "covenant")
def test_parties_sign_each_on_its_own_day_and_who_came_later_shows() -> None:
    world = make_world("deventer_1997")
    assert set(bound(world).values()) == {"tekende nog niet"}
    signs(world, "police", FIRST)
    signs(world, "elderly_work", LATER)
    signs(world, "zorg", LATER, "Zorggroep")
    found = bound(world)
    assert found["politie"] == "tekende op 2 februari 2026"
    assert found["stichting Ouderenwerk Deventer"] == "tekende op 4 mei 2026"
    assert found["Zorggroep"] == "tekende op 4 mei 2026"
    assert found["Welzijnsstichting Raster"] == "tekende nog niet"
    with pytest.raises(Conflict, match="tekende al"):
        signs(world, "police", LATER)


@pytest.mark.requirement("TIL-28")
@pytest.mark.switch(FORM, "not_arranged")
def test_an_advice_is_not_carried_out_until_a_partner_signs(client: Client) -> None:
    world = make_world("tilburg_1997")
    page = reverse("agreements:partners")
    before = client.get(page).content.decode()
    assert "Met betrokken organisaties tot samenwerkingsafspraken of een convenant komen" in before
    assert "nog niet uitgevoerd" in before
    signs(world, "police", FIRST, "Politie")
    with on(LATER):
        after = client.get(page).content.decode()
    assert "nog niet uitgevoerd" not in after
    assert "uitgevoerd sinds 2 februari 2026" in after


@pytest.mark.switch(FORM, "project_group_member")
def test_a_member_of_the_project_group_has_a_seat_there() -> None:
    world = make_world("dordrecht_1997")
    assert bound(world) == {
        "politie": "zit in: projectgroep wijkbeheer",
        "Stichting Welzijn Dordrecht": "geen vaste plek",
    }


@pytest.mark.switch(FORM, "seconded")
def test_people_of_a_partner_work_at_the_office() -> None:
    world = make_world("utrecht_1997")
    assert bound(world)["politie"] == "0 mensen werken bij ons bureau"
    Organisation.objects.create(**POLICE)
    appoint(
        person=Person.objects.create(first_name="Ans"),
        role="seconded_police_officer",
        area=world.area,
        by=None,
        valid_from=FIRST,
    )
    assert bound(world)["politie"] == "1 mens werkt bij ons bureau"


@pytest.mark.switch(FORM, "co_makers")
def test_who_has_a_stake_makes_the_ambitions_too() -> None:
    world = make_world("utrecht_2018")
    assert bound(world) == {"Wie belang heeft bij een wijk": "maakt mee: wijkambitie"}


@pytest.mark.switch(FORM, "invited")
def test_who_is_invited_comes_when_a_question_asks_for_it() -> None:
    world = make_world("rotterdam_2020s")
    assert bound(world) == dict.fromkeys(("politie", "woningcorporatie"), "komt als een vraag daarom vraagt")


SIGN = ("deventer_1997", "tilburg_1997", "amersfoort_advice_1997")


@pytest.mark.parametrize("key", [*SIGN, "dordrecht_1997", "utrecht_1997", "utrecht_2018", "rotterdam_2020s"])
def test_partners_sign_only_where_the_file_lets_them(key: str) -> None:
    world = make_world(key)
    if key in SIGN:
        assert signs(world, "police", FIRST).joined_on == FIRST
        return
    with pytest.raises(Refused, match="doen anders mee") as refused:
        signs(world, "police", FIRST)
    assert refused.value.reason.rule == f"{key}: {FORM}"
    assert refused.value.reason.way_out
    assert not CovenantParty.objects.exists()


def test_nobody_signs_tomorrow_or_for_nothing_and_not_everybody_writes_it_down() -> None:
    world = make_world("deventer_1997")
    party = world.organisations["welzijn"]
    with on(FIRST):
        with pytest.raises(Invalid):
            join(organisation=party, commitment=" ", by=world.policy_officer)
        with pytest.raises(Invalid):
            join(
                organisation=party,
                commitment="Iets",
                joined_on=FIRST + timedelta(days=1),
                by=world.policy_officer,
            )
        with pytest.raises(Refused):
            join(organisation=party, commitment="Iets", by=world.area_officer)


FITS = {
    "deventer_1997": {"covenant", "invited", "project_group_member"},
    "dordrecht_1997": {"covenant", "invited", "not_arranged", "project_group_member"},
    "utrecht_1997": {"covenant", "invited", "not_arranged", "project_group_member", "seconded"},
    "utrecht_2018": {"co_makers", "invited", "not_arranged"},
    "rotterdam_2020s": {"covenant", "invited", "not_arranged"},
}


@pytest.mark.parametrize("key", FITS)
def test_no_file_may_state_a_form_for_which_it_has_no_place(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = set()
    for form in PartnerForm:
        try:
            load(variant(tmp_path, monkeypatch, key, {FORM: str(form)}))
        except ApproachErrors:
            continue
        sound.add(str(form))
    assert sound == FITS[key]


def test_it_is_written_down_on_a_page() -> None:
    world = make_world("deventer_1997")
    client = Client()
    client.force_login(world.policy_officer.account)  # type: ignore[arg-type]
    with on(LATER):
        done = client.post(
            reverse("agreements:join"),
            {
                "organisation": world.organisations["welzijn"].pk,
                "commitment": "Een open inloop in elke wijk",
                "joined_on": "2026-02-02",
            },
        )
        assert done.status_code == 302
        text = Client().get(reverse("agreements:partners")).content.decode()
    assert "Een open inloop in elke wijk" in text
    assert "Schrijf op dat een partner tekende" not in text


def test_the_page_costs_the_same_for_one_and_for_twelve() -> None:
    world, costs = make_world("deventer_1997"), []
    signs(world, "p0", FIRST)
    page = reverse("agreements:partners")
    Client().get(page)
    for numbers in (range(0), range(1, 12)):
        for number in numbers:
            signs(world, f"p{number}", FIRST)
        with CaptureQueriesContext(connection) as queries:
            Client().get(page)
        costs.append(len(queries))
    assert costs[0] == costs[1]
