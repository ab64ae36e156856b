"""Hours, posts and mandates against what the file asks: bands refuse, the rest warns."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ways_of_working.variants import variant
from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area, Inhabitants
from wijkwerk.areas.queries import size_warning
from wijkwerk.cycles.actions import begin_cycle
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.actions import appoint
from wijkwerk.people.models import Organisation, OrganisationKind, Person, RoleHeld
from wijkwerk.people.permissions import may
from wijkwerk.people.queries import formations, hours_of_areas, spread_too_far

pytestmark = pytest.mark.django_db


def coordinator_with(world: World, role: str, hours: float | None) -> None:
    RoleHeld.objects.filter(role=role, area=world.area).update(hours=hours)


@pytest.mark.requirement("DOR-26")
@pytest.mark.parametrize(("hours", "fits"), [("7.5", False), ("8", True), ("38", True), ("38.5", False)])
def test_a_coordinator_has_eight_to_thirty_eight_hours(hours: str, fits: bool) -> None:
    world = make_world("dordrecht_1997")
    RoleHeld.objects.filter(role="area_coordinator").delete()
    given = {"person": world.area_coordinator, "role": "area_coordinator", "area": world.area, "by": None}
    if fits:
        assert appoint(**given, hours=Decimal(hours)).hours == Decimal(hours)  # type: ignore[arg-type]
    else:
        with pytest.raises(Invalid) as refused:
            appoint(**given, hours=Decimal(hours))  # type: ignore[arg-type]
        assert refused.value.reason.rule == "dordrecht_1997: roles.area_coordinator.hours"


def test_where_the_file_gives_no_band_any_hours_will_do() -> None:
    world = make_world("rotterdam_2020s")
    RoleHeld.objects.filter(role="area_manager").delete()
    assert appoint(
        person=world.area_manager, role="area_manager", area=world.area, by=None, hours=Decimal("2")
    ).hours == Decimal("2")


@pytest.mark.requirement("DOR-22")
@pytest.mark.switch("options.hours_hardly_enough", "8")
@pytest.mark.parametrize(("hours", "flagged"), [(8, True), (8.5, False), (38, False), (None, False)])
def test_eight_hours_raise_the_flag(hours: float | None, flagged: bool) -> None:
    world = make_world("dordrecht_1997")
    coordinator_with(world, "area_coordinator", hours)
    (found,) = hours_of_areas()
    assert found.hours == (None if hours is None else Decimal(str(hours)))
    assert bool(found.warning) is flagged
    if found.warning:
        assert "8 uur per week voor 4 stappen in een jaar" in str(found.warning)
        assert found.warning.source.startswith("003_")


@pytest.mark.requirement("DOR-22")
def test_hours_are_held_against_the_steps_due_in_the_year_ahead() -> None:
    world = make_world("dordrecht_1997")
    coordinator_with(world, "area_coordinator", 8)
    today = clock.today()
    cycle = begin_cycle(area=world.area, name="Dit jaar", starts_on=today, by=world.area_coordinator)
    steps = list(cycle.steps.order_by("ordinal"))
    cycle.steps.filter(pk=steps[0].pk).update(status="closed", opened_on=today, closed_on=today)
    cycle.steps.filter(pk=steps[3].pk).update(planned_from=today + timedelta(days=366))
    (found,) = hours_of_areas()
    assert "voor 2 stappen in een jaar" in str(found.warning)
    cycle.steps.filter(pk=steps[3].pk).update(planned_from=today + timedelta(days=365))
    assert "voor 3 stappen in een jaar" in str(hours_of_areas()[0].warning)


def test_hours_of_who_only_works_there_do_not_count() -> None:
    world = make_world("dordrecht_1997")
    coordinator_with(world, "area_coordinator", 4)
    RoleHeld.objects.filter(role="community_worker").update(hours=36)
    assert hours_of_areas()[0].hours == 4


@pytest.mark.switch("options.hours_hardly_enough", "20")
def test_another_file_flags_other_hours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"options.hours_hardly_enough": 20}
    world = make_world(variant(tmp_path, monkeypatch, "dordrecht_1997", values))  # type: ignore[arg-type]
    coordinator_with(world, "area_coordinator", 16)
    assert hours_of_areas()[0].warning


@pytest.mark.requirement("TIL-16")
def test_an_area_team_has_ten_posts() -> None:
    world = make_world("tilburg_1997")
    (team,) = formations(world.area)
    assert (team.people, team.asked) == (4, "10")
    assert team.warning
    for _number in range(6):
        appointed("front_office", world.area)
    (full,) = formations(world.area)
    assert (full.people, full.warning) == (10, None)


@pytest.mark.requirement("UTR18-09")
@pytest.mark.parametrize(("people", "warned"), [(9, True), (10, False), (20, False), (21, True)])
def test_an_office_has_ten_to_twenty_people(people: int, warned: bool) -> None:
    world = make_world("utrecht_2018", inhabitants=25_000)
    for _number in range(people - 1):
        appointed("area_officer", world.area)
    (office,) = [each for each in formations(world.area) if each.asked]
    assert (office.people, bool(office.warning)) == (people, warned)
    assert world.approach.plan_level.count == 10
    assert size_warning(world.area) is None
    Inhabitants.objects.update(number=24_999)
    assert size_warning(world.area) is not None


def test_seconded_and_mandated_are_counted_apart_and_keep_their_employer() -> None:
    world = make_world("utrecht_1997")
    RoleHeld.objects.filter(role__startswith="seconded").delete()
    RoleHeld.objects.filter(role__startswith="mandated").delete()
    lent = {"role": "seconded_welfare_official", "area": world.area, "by": None}
    person = Person.objects.create(first_name="Ans")
    with pytest.raises(Invalid, match="in dienst bij een ander") as refused:
        appoint(person=person, **lent)  # type: ignore[arg-type]
    assert refused.value.reason.field == "employer"
    welfare = Organisation.objects.create(key="welfare", name="Welzijn", kind=OrganisationKind.SERVICE)
    held = appoint(person=person, **lent)  # type: ignore[arg-type]
    assert (held.employer, held.entry) == (welfare, "seconded")
    mandated = Person.objects.create(first_name="Bo")
    company = Organisation.objects.create(key="company", name="Bedrijf", kind=OrganisationKind.SERVICE)
    appoint(person=mandated, role="mandated_company_official", area=world.area, by=None, employer=company)
    (office, _committee) = formations(world.area)
    assert (office.people, office.own, office.seconded, office.mandated) == (6, 4, 1, 1)
    # What somebody may do follows from the role, never from the employer.
    for each in (person, mandated):
        assert may(each, Power.TRIAGE_SIGNAL, within=world.area)


def test_where_the_file_lends_nobody_no_employer_is_asked() -> None:
    world = make_world("utrecht_2018")
    person = Person.objects.create(first_name="Ans")
    assert appoint(person=person, role="social_broker", area=world.area, by=None).employer is None


@pytest.mark.requirement("ROT-06")
@pytest.mark.requirement("ROT-07")
def test_an_account_holder_covers_eight_areas_and_a_manager_two() -> None:
    world = make_world("rotterdam_2020s")
    more = [
        Area.objects.create(
            code=f"w{number}",
            name=f"Wijk {number}",
            level=world.area.level,
            parent=world.city,
            valid_from=LONG_AGO,
        )
        for number in range(7)
    ]
    role = world.approach.roles["area_account_holder"]
    assert (role.service, role.themes) == ("social_development", ("social_development",))
    assert world.approach.organisation.unit is not None
    assert world.approach.organisation.unit.service == "services"
    told = {(each.label, each.areas) for each in spread_too_far()}
    assert told == {("gebieds-accounthouder", 1), ("gebiedsmanager", 1)}
    for area in more:
        RoleHeld.objects.create(
            person=world.area_account_holder, role=role.key, area=area, valid_from=LONG_AGO
        )
    RoleHeld.objects.create(person=world.area_manager, role="area_manager", area=more[0], valid_from=LONG_AGO)
    assert spread_too_far() == []


def test_where_no_number_of_areas_is_asked_nobody_is_told() -> None:
    make_world("dordrecht_1997")
    assert spread_too_far() == []
