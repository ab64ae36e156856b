"""Plans per service, with amounts, after consultation, put together into one: and where the file says otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.planning import YEAR, Place, adopted, consulted, on, place_under, sector_plan
from tests.ways_of_working.variants import variant
from wijkwerk.answers.models import Answer, Door
from wijkwerk.approaches import load
from wijkwerk.decisions.models import Followed
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import remember_contact
from wijkwerk.plans import actions
from wijkwerk.plans.models import Funding, Plan
from wijkwerk.plans.queries import measures_in, met_in, missing_parts
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.plans.rules.frictions import Friction
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db

OPENED, UNTIL, AFTER = date(2026, 2, 2), date(2026, 2, 20), date(2026, 2, 23)
FIVE = {
    "safety_plan": "safety",
    "housing_plan": "housing",
    "enterprise_plan": "enterprise",
    "welfare_plan": "welfare",
    "maintenance_plan": "maintenance",
}


@pytest.fixture
def dordrecht() -> Place:
    return place_under("dordrecht_1997")


def final(place: Place, key: str, **changes: object) -> Plan:
    """A sector plan through consultation to adoption."""
    with on(OPENED):
        plan = sector_plan(place, key, FIVE[key], **changes)
    consulted(plan, place.officer_of(FIVE[key]), OPENED, UNTIL, AFTER)
    with on(AFTER):
        return adopted(plan, place.world.executive_board)


@pytest.mark.requirement("DOR-07")
@pytest.mark.switch("options.plan_owner", "line_service")
def test_the_service_writes_its_plan_and_the_coordinator_may_only_remind(dordrecht: Place) -> None:
    plan = sector_plan(dordrecht, "safety_plan", "safety")
    coordinator = dordrecht.world.area_coordinator
    with pytest.raises(Refused) as refused:
        actions.put_measure(plan_id=plan.pk, given=dordrecht.given("Iets", theme="safety"), by=coordinator)
    assert refused.value.reason.rule == "dordrecht_1997: options.plan_owner"
    assert refused.value.reason.source.startswith("003_bd3cdaf8b9febc00.txt §3.1 (4)")
    with pytest.raises(Refused):
        actions.edit_plan(plan_id=plan.pk, foreword="Anders", by=coordinator)
    # Another service does not write it either.
    with pytest.raises(Refused):
        actions.edit_plan(plan_id=plan.pk, foreword="Anders", by=dordrecht.officer_of("welfare"))
    actions.edit_plan(plan_id=plan.pk, foreword="Zo", by=dordrecht.officer_of("safety"))
    actions.remind(plan_id=plan.pk, by=coordinator)
    assert JournalEntry.objects.filter(verb="plans.reminded", thing=plan.thing, by=coordinator).exists()


@pytest.mark.switch("options.plan_owner", "area")
def test_the_same_plan_is_of_the_area_where_the_file_says_so() -> None:
    place = place_under("deventer_1997")
    plan = actions.begin_plan(area=place.world.area, key="safety_plan", by=place.world.area_officer)
    actions.put_measure(
        plan_id=plan.pk, given=place.given("Licht", theme="safety"), by=place.world.area_officer
    )
    with pytest.raises(Refused):
        actions.edit_plan(plan_id=plan.pk, foreword="Anders", by=place.officer_of("safety"))


@pytest.mark.requirement("DOR-13")
def test_every_measure_of_a_sector_plan_has_its_amount(dordrecht: Place) -> None:
    with pytest.raises(Invalid) as refused:
        sector_plan(dordrecht, "safety_plan", "safety", cost=Money.of(0, "EUR"))
    assert refused.value.reason.rule == "dordrecht_1997: plans.safety_plan.amounts_required"
    plan = sector_plan(
        dordrecht, "welfare_plan", "welfare", cost=Money.of(0, "EUR"), zero_reason="Vrijwilligers doen het."
    )
    assert measures_in(plan).get().zero_reason == "Vrijwilligers doen het."
    # One plan per service, area and year.
    with pytest.raises(Conflict):
        sector_plan(dordrecht, "welfare_plan", "welfare")
    with pytest.raises(Invalid) as nobodys:
        actions.begin_plan(area=dordrecht.world.area, key="housing_plan", by=dordrecht.officer_of("housing"))
    assert nobodys.value.reason.field == "service"


def test_where_no_amounts_are_asked_a_measure_may_do_without() -> None:
    place = place_under("deventer_1997")
    officer = place.world.area_officer
    plan = actions.begin_plan(area=place.world.area, key="safety_plan", by=officer)
    given = place.given("Praten", units=0, theme="safety", funding=Funding.NONE)
    assert actions.put_measure(plan_id=plan.pk, given=given, by=officer).cost_minor == 0


@pytest.mark.requirement("DOR-14")
@pytest.mark.switch("options.measures_decided_by", "services_after_consultation")
def test_a_plan_waits_for_an_answer_to_everyone_who_reacted(dordrecht: Place) -> None:
    officer, board = dordrecht.officer_of("safety"), dordrecht.world.executive_board
    with on(OPENED):
        plan = sector_plan(dordrecht, "safety_plan", "safety")
        with pytest.raises(Conflict) as unasked:
            adopted(plan, board)
        assert unasked.value.reason.rule == "dordrecht_1997: plans.safety_plan.consultation_required"
        actions.open_round(plan_id=plan.pk, intention="Meer licht.", open_until=UNTIL, by=officer)
        contact = remember_contact(email="iemand@example.org", name="A. Bewoner")
        kept, _asker = actions.react(plan_id=plan.pk, text="Zet er ook een lamp bij het hek.", who=contact)
        dropped, _other = actions.react(plan_id=plan.pk, text="Liever een bank.", door=Door.DESK)
        assert not kept.thing.public
        with pytest.raises(Invalid):
            actions.answer_reaction(reaction_id=kept.pk, followed=Followed.PARTLY, reason=" ", by=officer)
        actions.answer_reaction(
            reaction_id=kept.pk, followed=Followed.PARTLY, reason="Eén lamp erbij.", by=officer
        )
        assert Answer.objects.get(about=kept.thing).text == "Eén lamp erbij."
    with on(UNTIL), pytest.raises(Conflict):  # people may react today still
        actions.close_round(plan_id=plan.pk, by=officer)
    with on(AFTER):
        with pytest.raises(Conflict) as unanswered:
            actions.close_round(plan_id=plan.pk, by=officer)
        assert unanswered.value.reason.value == "1"
        with pytest.raises(Conflict):
            adopted(plan, board)
        actions.answer_reaction(
            reaction_id=dropped.pk,
            followed=Followed.NOT,
            reason="Banken staan in het onderhoudsplan.",
            by=officer,
        )
        actions.close_round(plan_id=plan.pk, by=officer)
        assert adopted(plan, board).status == PlanStatus.ADOPTED
        with pytest.raises(Conflict):
            actions.react(plan_id=plan.pk, text="Te laat.")


def test_the_same_plan_does_not_wait_where_the_file_asks_no_consultation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "plans.safety_plan.consultation_required"
    place = place_under(variant(tmp_path, monkeypatch, "deventer_1997", {asked: False}))
    officer = place.world.area_officer
    plan = actions.begin_plan(area=place.world.area, key="safety_plan", by=officer)
    actions.put_measure(plan_id=plan.pk, given=place.given("Licht", theme="safety"), by=officer)
    assert adopted(plan, place.world.executive_board).status == PlanStatus.ADOPTED


@pytest.mark.requirement("DOR-16")
@pytest.mark.requirement("DOR-17")
def test_four_sector_plans_are_not_a_plan(dordrecht: Place) -> None:
    world = dordrecht.world
    for key in list(FIVE)[:4]:
        final(dordrecht, key)
    with on(AFTER):
        whole = actions.put_together(area=world.area, key="area_plan", year=YEAR, by=world.area_coordinator)
        assert [each.key for each in missing_parts(whole)] == ["maintenance_plan"]
        with pytest.raises(Conflict) as four:
            adopted(whole, world.executive_board)
    assert four.value.reason.rule == "dordrecht_1997: plans.area_plan.made_from"
    assert "wijkonderhoudsplan" in str(four.value.reason)
    final(dordrecht, "maintenance_plan")
    with on(AFTER):
        actions.put_together(area=world.area, key="area_plan", year=YEAR, by=world.area_coordinator)
        assert measures_in(whole).count() == 5
        assert adopted(whole, world.executive_board).status == PlanStatus.ADOPTED


@pytest.mark.requirement("DOR-17")
def test_where_plans_meet_is_listed(dordrecht: Place) -> None:
    here = dordrecht.world.neighbourhood
    final(dordrecht, "safety_plan", sentence="Lantaarns langs het spoorpad", neighbourhood=here)
    final(
        dordrecht, "maintenance_plan", sentence="Lantaarns langs het spoorpad vervangen", neighbourhood=here
    )
    summer = {"neighbourhood": here, "expected_on": date(2026, 6, 1)}
    final(dordrecht, "housing_plan", sentence="Riool onder de Dwarsstraat", **summer)
    final(dordrecht, "welfare_plan", sentence="Buurthuis verbouwen", **summer)
    with on(AFTER):
        whole = actions.put_together(
            area=dordrecht.world.area, key="area_plan", year=YEAR, by=dordrecht.world.area_coordinator
        )
    found = met_in(list(measures_in(whole)))
    assert [each.kind for each in found].count(Friction.OVERLAP) == 1
    assert [each.kind for each in found].count(Friction.CONFLICT) == 1


def test_a_plan_of_parts_is_not_written_by_hand(dordrecht: Place) -> None:
    world = dordrecht.world
    whole = actions.put_together(area=world.area, key="area_plan", year=YEAR, by=world.area_coordinator)
    with pytest.raises(Conflict):
        actions.put_measure(
            plan_id=whole.pk, given=dordrecht.given("Iets", theme="safety"), by=world.area_coordinator
        )
    with pytest.raises(Conflict):
        actions.begin_plan(area=world.area, key="area_plan", by=world.area_coordinator)


def test_where_the_plan_is_the_areas_own_nothing_is_put_together() -> None:
    place = place_under("deventer_1997")
    with pytest.raises(Conflict):
        actions.put_together(area=place.world.area, key="area_plan", year=YEAR, by=place.world.area_officer)


@pytest.mark.switch("options.measures_decided_by", "residents")
def test_where_residents_decide_nobody_puts_a_measure_in_the_plan_of_the_year() -> None:
    from wijkwerk.plans.tests.building import a_year

    year = a_year()
    officer = year.world.area_officer
    with pytest.raises(Conflict) as refused:
        actions.put_measure(plan_id=year.plan.pk, given=year.given(), by=officer)
    assert refused.value.reason.rule == "deventer_1997: options.measures_decided_by"
    assert year.measure().plan_id == year.plan.pk
    assert load("deventer_1997").options.measures_decided_by == "residents"
