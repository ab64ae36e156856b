"""The other municipalities, value by value, as their sources have them."""

from decimal import Decimal

from wijkwerk.approaches import Amount, Involvement, Power, StepKind, load
from wijkwerk.approaches.schema import BudgetState, Example, Finding, PlanKind, StopKind
from wijkwerk.approaches.schema.effects import Voice

DORDRECHT, TILBURG, UTRECHT = load("dordrecht_1997"), load("tilburg_1997"), load("utrecht_1997")
AMERSFOORT, UTRECHT_18, ROTTERDAM = (
    load("amersfoort_advice_1997"),
    load("utrecht_2018"),
    load("rotterdam_2020s"),
)


def test_dordrecht_has_four_intensive_and_seven_extensive_districts() -> None:
    district = DORDRECHT.plan_level
    assert (district.count, district.intensive_count, district.extensive_count) == (11, 4, 7)
    assert district.mean_inhabitants == 10_000
    hours = DORDRECHT.roles["area_coordinator"].hours
    assert hours is not None
    assert [number in hours for number in (7, 8, 38, 39)] == [False, True, True, False]
    assert DORDRECHT.options.hours_hardly_enough == 8


def test_dordrecht_makes_one_plan_out_of_five() -> None:
    plan = DORDRECHT.plan("area_plan")
    assert len(plan.made_from) == 5
    for key in plan.made_from:
        sector = DORDRECHT.plan(key)
        assert sector.kind is PlanKind.SECTOR_PLAN
        assert sector.amounts_required
        assert sector.per_service
    assert [theme.key for theme in DORDRECHT.themes.list] == [
        "safety",
        "housing",
        "enterprise",
        "welfare",
        "maintenance",
    ]
    assert DORDRECHT.plan("area_sketch").areas == 4


def test_dordrecht_has_no_area_budget_but_a_proposal() -> None:
    assert not DORDRECHT.budget.exists
    assert DORDRECHT.budget.for_area(10_000) is None
    proposal = DORDRECHT.budget.proposal
    assert proposal is not None
    assert (proposal.per_area, proposal.currency, proposal.state) == (5_000, "NLG", BudgetState.PROPOSED)


def test_dordrechts_coordinator_reminds_and_writes_nothing_and_residents_rank_nothing() -> None:
    coordinator = DORDRECHT.roles["area_coordinator"]
    assert coordinator.may(Power.REMIND)
    assert not coordinator.may(Power.EDIT_PLAN)
    assert not coordinator.may(Power.EDIT_SECTOR_PLAN)
    assert DORDRECHT.roles_with(Power.RANK) == ()
    assert DORDRECHT.cycle.step("consultation").involvement is Involvement.CONSULTED
    assert not any(step.rank for step in DORDRECHT.cycle.steps)


def test_the_pilot_of_tilburg_noord_failed_and_says_why() -> None:
    pilot = load("tilburg_noord_pilot")
    assert pilot.example is Example.FAILED
    size = pilot.teams["steering_group"].size
    assert size is not None
    assert (size.min, size.max) == (16, 16)
    assert pilot.options.board_size_limit == 12
    assert len(pilot.development.lessons) == 5
    assert pilot.effect.evaluations[0].verdict is Finding.NEGATIVE
    assert TILBURG.succeeds == pilot.key


def test_tilburg_has_four_boroughs_and_four_teams_of_ten() -> None:
    borough = TILBURG.plan_level
    assert (borough.label.nl, borough.count) == ("stadsdeel", 4)
    assert [borough.fits(number) for number in (29_999, 30_000, 50_000, 50_001)] == [False, True, True, False]
    team = TILBURG.teams["area_team"]
    assert team.posts is not None
    assert (team.count, team.posts.min, team.posts.max, team.budget_holder) == (4, 10, 10, True)
    assert TILBURG.organisation.services[0].people == 160


def test_tilburgs_programme_rolls_four_years_and_cannot_skip_a_stop() -> None:
    programme = TILBURG.plan("city_programme")
    assert (programme.months, programme.adopted_every_months, programme.rolling) == (48, 12, True)
    assert programme.route is not None
    stops = TILBURG.route(programme.route).stops
    assert [stop.kind for stop in stops] == [
        StopKind.DISCUSS,
        StopKind.FORMAL_CONSULTATION,
        StopKind.DISCUSS,
        StopKind.ADOPT,
    ]
    assert [stop.after for stop in stops[1:]] == [stop.key for stop in stops[:-1]]
    assert len(TILBURG.themes.list) == 5


def test_only_tilburgs_area_manager_orders_from_departments() -> None:
    assert [role.key for role in TILBURG.roles_with(Power.ORDER_FROM_SERVICE)] == ["area_manager"]
    for other in (DORDRECHT, UTRECHT, ROTTERDAM, load("deventer_1997")):
        assert other.roles_with(Power.ORDER_FROM_SERVICE) == ()


def test_utrecht_1997_neither_residents_nor_office_alone() -> None:
    budget = UTRECHT.budget
    assert budget.for_area(30_000) == Amount(amount=Decimal(500_000), currency="NLG")
    assert budget.per_area is not None
    assert budget.per_resident_over is not None
    assert budget.per_area / 30_000 > budget.per_resident_over
    assert budget.decided_by is not None
    assert budget.decided_by.includes_residents
    assert [role.key for role in UTRECHT.roles_with(Power.RELEASE_BUDGET)] == ["area_office_manager"]


def test_utrecht_1997_offices_accept_projects_and_never_execute() -> None:
    assert [role.key for role in UTRECHT.roles_with(Power.ACCEPT_PROJECT)] == ["area_office_manager"]
    office = UTRECHT.teams["area_office"]
    assert office.may_execute is False
    assert not UTRECHT.roles["area_office_manager"].may(Power.EXECUTE_MEASURE)
    assert UTRECHT.plan("project").parent == "area_programming"
    assert UTRECHT.plan("area_programming").parent == "area_policy"
    committee = UTRECHT.roles["district_committee_member"]
    assert committee.may(Power.FORWARD_PROPOSAL)
    assert not committee.may(Power.ADOPT_PLAN)
    assert UTRECHT.example is Example.NOT_TO_COPY


def test_utrecht_1997_grew_in_dated_steps() -> None:
    assert [moment.year for moment in UTRECHT.development.moments] == [1984, 1987, 1990, 1991, 1994, 1995]
    assert {theme.key: theme.since for theme in UTRECHT.themes.list} == {
        "reconstruction": 1994,
        "maintenance": 1994,
        "welfare": 1994,
        "public_order": 1995,
    }


def test_utrecht_2018_turned_round() -> None:
    assert UTRECHT_18.succeeds == UTRECHT.key
    assert (UTRECHT.plan_level.count, UTRECHT_18.plan_level.count) == (8, 10)
    assert [UTRECHT_18.plan_level.fits(number) for number in (24_999, 25_000, 35_000, 35_001)] == [
        False,
        True,
        True,
        False,
    ]
    ambition = UTRECHT_18.plan("area_ambition")
    assert (ambition.months, ambition.horizon_wished_years) == (120, 1)
    assert UTRECHT_18.options.review_months == 12
    assert UTRECHT_18.why("options.review_months").is_house_default
    assert UTRECHT_18.roles["area_alderman"].may(Power.PLACE_ON_BOARD_LIST)
    assert all(judged.voice is Voice.OWN for judged in UTRECHT_18.effect.evaluations)


def test_amersfoort_is_advised_to_start_small() -> None:
    district = AMERSFOORT.plan_level
    assert (district.count, len(district.planned)) == (8, 3)
    assert [district.fits(number) for number in (9_999, 10_000, 15_000, 15_001)] == [False, True, True, False]
    assert AMERSFOORT.options.say_grows_after_evaluation
    assert len(AMERSFOORT.plan("vision").parts) == 6
    liaison = AMERSFOORT.roles["service_liaison"]
    assert liaison.high_placed
    assert liaison.per_service
    assert not AMERSFOORT.budget.exists


def test_rotterdams_area_manager_can_demand_nothing_and_services_must_answer() -> None:
    manager = ROTTERDAM.roles["area_manager"]
    assert manager.may(Power.REQUEST_SERVICE)
    for power in (Power.DEMAND_SERVICE, Power.ORDER_FROM_SERVICE, Power.RESERVE_MONEY, Power.COMMIT_MONEY):
        assert not manager.may(power)
    assert ROTTERDAM.options.service_must_answer
    assert ROTTERDAM.plan_level.count == 48
    assert ROTTERDAM.teams["area_action_team"].formed_around_questions
    assert ROTTERDAM.cycle.steps[0].kind is StepKind.NEED


def test_den_haag_arnhem_and_nijmegen_state_little_and_no_more() -> None:
    den_haag, arnhem, nijmegen = load("den_haag_2018"), load("arnhem_2023"), load("nijmegen_de_kolping")
    assert den_haag.plan("assignment").parts == ("order", "results", "expectations")
    assert den_haag.options.external_evaluation
    assert arnhem.options.step_aside
    assert arnhem.options.deviation_from_city_policy
    assert nijmegen.example is Example.PART
    for approach in (den_haag, arnhem, nijmegen):
        assert not approach.why("budget.per_resident").described
        assert approach.why("budget.decided_by").is_house_default
        assert not approach.why("levels.district.inhabitants").described
