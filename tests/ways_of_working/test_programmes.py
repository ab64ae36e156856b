"""A programme for four years that is adopted anew each year; its themes, figures and motives; its team."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ways_of_working.planning import Place, on, place_under
from tests.ways_of_working.variants import variant
from tests.world import appointed
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.decisions import actions as decisions
from wijkwerk.decisions.rules.routes import StopOutcome
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Person
from wijkwerk.plans import actions
from wijkwerk.plans.models import Measure, Plan
from wijkwerk.plans.queries import (
    measures_in,
    measures_without_demand,
    programmed_share,
)
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db

KINDS = "themes.kind"


@pytest.fixture
def tilburg() -> Place:
    return place_under("tilburg_1997")


def programme(place: Place, year: int = 1997) -> Plan:
    return actions.begin_plan(
        area=place.world.area, key="city_programme", year=year, by=place.world.area_manager
    )


def intervention(place: Place, plan: Plan, sentence: str = "Buurtconciërges", **changes: object) -> Measure:
    given = place.given(sentence, **{"theme": "safety", **changes})
    return actions.put_measure(plan_id=plan.pk, given=given, by=place.world.area_manager)


def through_the_council(place: Place, plan: Plan) -> Plan:
    """Committee, consultation of everyone, committee again, council."""
    world, area = place.world, place.world.area
    walk = decisions.open_route(
        thing=plan.thing, approach=plan.approach, route_key="programme", by=world.area_manager
    )
    for stop in ("committee_before", "formal_consultation", "committee_after"):
        who = world.area_manager if stop == "formal_consultation" else world.council_committee
        if stop == "formal_consultation":
            opened = decisions.open_consultation(
                thing=plan.thing, question="Wat vindt u?", open_until=date(2026, 3, 20), by=who
            )
            with on(date(2026, 3, 21)):
                decisions.close_consultation(
                    consultation_id=opened.pk, reactions=0, answer="Niemand reageerde.", by=who
                )
        decisions.take_stop(
            route_id=walk.pk,
            stop=stop,
            ending=StopOutcome.AGREED,
            reason="Goed.",
            public_text="Besproken",
            by=who,
        )
    assert area
    return actions.adopt_plan(
        plan_id=plan.pk, body="gemeenteraad", reason="Het past.", by=world.municipal_council
    )


@pytest.mark.requirement("TIL-15")
def test_1997_to_2000_becomes_1998_to_2001_with_what_is_still_open(tilburg: Place) -> None:
    with on(date(2026, 3, 2)):
        first = programme(tilburg)
        assert (first.first_year, first.last_year) == (1997, 2000)
        stays, done = intervention(tilburg, first), intervention(tilburg, first, "Schoolplein open")
        with pytest.raises(Conflict):  # nothing follows a draft
            actions.roll_on(plan_id=first.pk, by=tilburg.world.area_manager)
        through_the_council(tilburg, first)
        Measure.objects.filter(pk=done.pk).update(status=MeasureStatus.DONE)
        following = actions.roll_on(plan_id=first.pk, by=tilburg.world.area_manager)
        assert (following.first_year, following.last_year) == (1998, 2001)
        assert following.status == PlanStatus.DRAFT
        assert [each.pk for each in measures_in(following)] == [stays.pk]
        with pytest.raises(Conflict):  # once
            actions.roll_on(plan_id=first.pk, by=tilburg.world.area_manager)


def test_a_plan_of_one_year_does_not_roll_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rolling = "plans.city_programme.rolling"
    place = place_under(variant(tmp_path, monkeypatch, "tilburg_1997", {rolling: False}))
    with on(date(2026, 3, 2)):
        first = programme(place)
        intervention(place, first)
        through_the_council(place, first)
        with pytest.raises(Conflict) as refused:
            actions.roll_on(plan_id=first.pk, by=place.world.area_manager)
    assert refused.value.reason.rule == f"variant: {rolling}"


@pytest.mark.requirement("TIL-18")
@pytest.mark.switch("options.plan_owner", "area_team")
def test_a_slice_is_written_by_the_team_of_that_borough_only(tilburg: Place) -> None:
    world = tilburg.world
    elsewhere = Area.objects.create(
        code="west", name="West", level=world.area.level, parent=world.city, valid_from=date(2020, 1, 1)
    )
    AreaApproach.objects.create(
        area=elsewhere, approach_key=world.approach.key, currency="EUR", valid_from=date(2020, 1, 1)
    )
    neighbour = appointed("area_manager", elsewhere, name="Buur")
    (team,) = world.approach.teams.values()
    assert team.posts is not None
    assert (team.posts.min, team.posts.max) == (10, 10)
    plan = programme(tilburg, 2026)
    for stranger in (neighbour, world.executive_board, tilburg.officer_of("safety")):
        with pytest.raises(Refused):
            actions.edit_plan(plan_id=plan.pk, foreword="Anders", by=stranger)
    # Who may write plans, but in no team here.
    guide = appointed("area_project_management", elsewhere, name="Gids")
    with pytest.raises(Refused) as refused:
        actions.edit_plan(plan_id=plan.pk, foreword="Anders", by=guide)
    assert refused.value.reason.rule == "tilburg_1997: options.plan_owner"
    intervention(tilburg, plan)
    actions.edit_plan(plan_id=plan.pk, foreword="Zo", by=world.area_project_management)


@pytest.mark.switch("options.measures_decided_by", "team_and_council")
def test_the_team_proposes_and_only_the_council_adopts(tilburg: Place) -> None:
    with on(date(2026, 3, 2)):
        plan = programme(tilburg)
        intervention(tilburg, plan)
        assert through_the_council(tilburg, plan).status == PlanStatus.ADOPTED
        again = programme(tilburg, 2005)
        intervention(tilburg, again)
        for person in (tilburg.world.area_manager, tilburg.world.executive_board):
            with pytest.raises(Refused):
                actions.adopt_plan(plan_id=again.pk, body="wij", reason="Het past.", by=person)


@pytest.mark.requirement("TIL-23")
@pytest.mark.switch(KINDS, "closed")
def test_every_intervention_has_exactly_one_theme_of_a_closed_list(tilburg: Place) -> None:
    plan = programme(tilburg, 2026)
    for theme in ("", "sport"):
        with pytest.raises(Invalid) as refused:
            intervention(tilburg, plan, theme=theme)
        assert refused.value.reason.rule == f"tilburg_1997: {KINDS}"
    with pytest.raises(Conflict) as closed:
        actions.add_theme(area=tilburg.world.area, label="Sport", by=tilburg.world.area_manager)
    assert closed.value.reason.rule == f"tilburg_1997: {KINDS}"
    assert intervention(tilburg, plan, theme="education").theme == "education"


@pytest.mark.requirement("UTR97-08")
def test_four_fields_and_no_fifth() -> None:
    place = place_under("utrecht_1997")
    world = place.world
    assert len(world.approach.themes.list) == 4
    with pytest.raises(Conflict):
        actions.add_theme(area=world.area, label="Sport", by=world.area_office_manager)
    frame = actions.begin_plan(area=world.area, key="area_policy", by=world.area_office_manager)
    given = place.given("Sportveld", theme="sport")
    with pytest.raises(Invalid):
        actions.put_measure(plan_id=frame.pk, given=given, by=world.area_office_manager)
    actions.put_measure(plan_id=frame.pk, given=replace(given, theme="welfare"), by=world.area_office_manager)


@pytest.mark.switch(KINDS, "open")
def test_an_open_list_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "tilburg_1997", {KINDS: "open"}))
    area, manager = place.world.area, place.world.area_manager
    plan = programme(place, 2026)
    with pytest.raises(Invalid):  # not before it is on the list
        intervention(place, plan, theme="sport")
    added = actions.add_theme(area=area, label="Sport", by=manager)
    with pytest.raises(Conflict):
        actions.add_theme(area=area, label="sport", by=manager)
    assert intervention(place, plan, theme=added.key).theme == "sport"
    assert intervention(place, plan, theme="").theme == ""


@pytest.mark.switch(KINDS, "case_by_case")
def test_found_case_by_case_a_theme_names_its_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = place_under(variant(tmp_path, monkeypatch, "tilburg_1997", {KINDS: "case_by_case"}))
    area, manager = place.world.area, place.world.area_manager
    with pytest.raises(Invalid) as refused:
        actions.add_theme(area=area, label="Arbeidstoeleiding", by=manager)
    assert refused.value.reason.field == "reason"
    added = actions.add_theme(
        area=area, label="Arbeidstoeleiding", reason="De banenmarkt in het buurthuis", by=manager
    )
    assert added.reason


@pytest.mark.requirement("TIL-01")
def test_measures_without_a_motive_that_hangs_on_demand_are_listed(tilburg: Place) -> None:
    plan = programme(tilburg, 2026)
    need = bear("need", area=tilburg.world.area, sentence="Ouderen durven de straat niet op", public=True)
    asked = intervention(tilburg, plan, demand=need)
    loose = intervention(tilburg, plan, "Nieuwe straatnaamborden")
    with pytest.raises(Invalid):
        intervention(tilburg, plan, motive=" ")
    assert measures_without_demand([asked, loose]) == [loose]
    assert asked.thing.causes.get().cause_id == need.pk


@pytest.mark.requirement("TIL-25")
def test_an_intervention_rests_on_figures_with_their_year_and_source(tilburg: Place) -> None:
    area, manager = tilburg.world.area, tilburg.world.area_manager
    known = {"area": area, "theme": "safety", "label": "inbraken", "value": Decimal(212), "year": 1996}
    with pytest.raises(Invalid):
        actions.keep_figure(**known, source="", by=manager)
    with pytest.raises(Invalid):
        actions.keep_figure(**{**known, "theme": "sport"}, source="politie", by=manager)
    with pytest.raises(Refused):
        actions.keep_figure(**known, source="politie", by=tilburg.officer_of("safety"))
    figure = actions.keep_figure(
        **known, source="politie", expected_problem="Stijgt door de leegstand.", by=manager
    )
    plan = programme(tilburg, 1997)
    supported = intervention(tilburg, plan, figures=(figure,))
    assert [(each.year, each.source, each.expected_problem) for each in supported.figures.all()] == [
        (1996, "politie", "Stijgt door de leegstand.")
    ]


@pytest.mark.requirement("TIL-31")
@pytest.mark.parametrize("key", ["tilburg_1997", "deventer_1997"])
def test_the_share_of_work_that_stands_in_no_programme(key: str) -> None:
    place = place_under(key)
    world = place.world
    who: Person = place.officer_of("upkeep")
    made = []
    for number in range(4):
        thing = bear("measure", area=world.area, sentence=f"Werk {number}", public=True)
        made.append(
            Measure.objects.create(thing=thing, motive="Daarom", funding="none", status=MeasureStatus.ADOPTED)
        )
        made[-1].executors.create(kind="service", organisation=place.service("upkeep"))
    described = next(each for each in world.approach.plans if not each.made_from)
    thing = bear("plan", area=world.area, sentence="Programma", public=True)
    plan = Plan.objects.create(
        thing=thing,
        area=world.area,
        key=described.key,
        kind=described.kind,
        approach_key=key,
        status=PlanStatus.ADOPTED,
        first_year=2026,
        last_year=2026,
    )
    Measure.objects.filter(pk__in=[each.pk for each in made[:3]]).update(plan=plan)
    for measure in made:
        actions.start_work(measure_id=measure.pk, due_on=date(2027, 1, 1), by=who)
    share = programmed_share(world.area, world.approach)
    assert (share.outside, share.every, share.percent) == (1, 4, 25)
    Plan.objects.filter(pk=plan.pk).update(status=PlanStatus.DRAFT)
    assert programmed_share(world.area, world.approach).percent == 100
