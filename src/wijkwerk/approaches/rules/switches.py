"""A switch that is set is also lived by: the roles, steps and bodies it needs are there and can do it."""

from collections.abc import Iterator

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import (
    Approach,
    AreaAldermen,
    BudgetState,
    CouncilLink,
    Decider,
    Direction,
    Involvement,
    InvolvementInitiative,
    PlanOwner,
    ResponsibilityShift,
    Standing,
    WhoDecides,
)
from wijkwerk.approaches.schema.roles import Entry


def who_decides(approach: Approach) -> Iterator[Clash]:
    """Residents decide the measures only where a step lets them."""
    decided_by = approach.options.measures_decided_by
    ranked = [step for step in approach.cycle.steps if step.rank]
    if decided_by is WhoDecides.RESIDENTS and not ranked:
        yield (
            "options.measures_decided_by",
            "bewoners beslissen over de maatregelen, maar in geen stap rangschikt iemand",
            "residents decide the measures, but nobody ranks in any step",
            ("options.measures_decided_by",),
        )
    if decided_by is WhoDecides.SERVICES_AFTER_CONSULTATION:
        for step in approach.cycle.steps:
            if step.involvement is Involvement.DECIDE:
                yield (
                    f"cycle.steps.{step.key}.involvement",
                    "bewoners beslissen in deze stap terwijl de diensten over de maatregelen beslissen",
                    "residents decide in this step while the services decide the measures",
                    (f"cycle.steps.{step.key}.involvement", "options.measures_decided_by"),
                )
    if decided_by is WhoDecides.OFFICE_AND_RESIDENTS and approach.budget.decided_by is Decider.RESIDENTS:
        yield (
            "budget.decided_by",
            "bureau en bewoners beslissen samen, maar over het budget beslissen bewoners alleen",
            "office and residents decide together, but residents alone decide the budget",
            ("options.measures_decided_by", "budget.decided_by"),
        )


def who_releases(approach: Approach) -> Iterator[Clash]:
    """Money that needs residents and office needs somebody at the office who may release it."""
    if approach.budget.decided_by is Decider.OFFICE_AND_RESIDENTS and not approach.roles_with(
        Power.RELEASE_BUDGET
    ):
        yield _nobody("budget.decided_by", Power.RELEASE_BUDGET)


def who_comes_to_whom(approach: Approach) -> Iterator[Clash]:
    """Ordering needs somebody who may order; where nobody can demand, nobody has that power."""
    direction = approach.options.direction
    if direction is Direction.TEAM_ORDERS and not approach.roles_with(Power.ORDER_FROM_SERVICE):
        yield _nobody("options.direction", Power.ORDER_FROM_SERVICE)
    if direction is Direction.NOBODY_CAN_DEMAND:
        for power in (Power.DEMAND_SERVICE, Power.ORDER_FROM_SERVICE):
            for role in approach.roles_with(power):
                yield (
                    f"roles.{role.key}.powers.{power}",
                    "niemand kan iets eisen, maar deze rol wel",
                    "nobody can demand anything, but this role can",
                    ("options.direction",),
                )
    if approach.options.service_registers_projects and not approach.roles_with(Power.ACCEPT_PROJECT):
        yield _nobody("options.service_registers_projects", Power.ACCEPT_PROJECT)


def who_owns_and_executes(approach: Approach) -> Iterator[Clash]:
    """A plan of the line services is not written by the coordinator; an office that may not execute does not."""
    if approach.options.plan_owner is PlanOwner.LINE_SERVICE:
        for role in approach.roles_with(Power.EDIT_PLAN):
            yield (
                f"roles.{role.key}.powers.{Power.EDIT_PLAN}",
                "het plan is van de vakdienst, maar deze rol schrijft het",
                "the plan is the line service's, but this role writes it",
                ("options.plan_owner",),
            )
    if approach.options.office_may_execute is False:
        heads = set(approach.budget.managed_by)
        for key, team in approach.teams.items():
            if team.may_execute and heads & set(team.members):
                yield (
                    f"teams.{key}.may_execute",
                    "het bureau voert niet zelf uit, maar dit team wel",
                    "the office does not execute, but this team does",
                    (f"teams.{key}.may_execute", "options.office_may_execute"),
                )


def which_politics(approach: Approach) -> Iterator[Clash]:
    """Area aldermen need a role to hold; committees without powers decide nothing."""
    politics = approach.politics
    adopters = [role for role in approach.roles.values() if role.adopts_areas]
    has_aldermen = politics.area_aldermen not in (None, AreaAldermen.NONE)
    if has_aldermen and not adopters:
        yield (
            "politics.area_aldermen",
            "er zijn wijkwethouders, maar geen rol die een gebied adopteert (adopts_areas = true)",
            "there are area aldermen, but no role adopts an area (adopts_areas = true)",
            ("politics.area_aldermen",),
        )
    if politics.area_aldermen is AreaAldermen.NONE:
        for role in adopters:
            yield (
                f"roles.{role.key}.adopts_areas",
                "er zijn geen wijkwethouders, maar deze rol adopteert een gebied",
                "there are no area aldermen, but this role adopts an area",
                (f"roles.{role.key}.adopts_areas", "politics.area_aldermen"),
            )
    if politics.committees_may_decide and politics.council_link is not CouncilLink.ADVISORY_COMMITTEES:
        yield (
            "politics.committees_may_decide",
            "een gebied heeft hier geen commissie van de raad die iets kan beslissen",
            "an area has no council committee here that could decide anything",
            ("politics.council_link", "politics.committees_may_decide"),
        )
    if politics.council_link is CouncilLink.ADVISORY_COMMITTEES and politics.committees_may_decide:
        yield (
            "politics.committees_may_decide",
            "deze commissies zijn adviserend en kunnen niet beslissen",
            "these committees advise and cannot decide",
            ("politics.council_link", "politics.committees_may_decide"),
        )


def who_stands_for_residents(approach: Approach) -> Iterator[Clash]:
    """Only an elected group represents; and say that grows in steps has not yet moved."""
    for key, team in approach.teams.items():
        if team.standing is Standing.REPRESENTATIVE and team.entry is not Entry.ELECTED:
            yield (
                f"teams.{key}.standing",
                "alleen een gekozen groep vertegenwoordigt bewoners",
                "only an elected group represents residents",
                (f"teams.{key}.standing", f"teams.{key}.entry"),
            )
    shift = approach.options.responsibility_shift
    if approach.options.say_grows_after_evaluation and shift is ResponsibilityShift.NONE:
        yield (
            "options.say_grows_after_evaluation",
            "zeggenschap groeit, maar er verschuift geen verantwoordelijkheid",
            "say grows, but no responsibility shifts",
            ("options.say_grows_after_evaluation", "options.responsibility_shift"),
        )


def who_takes_the_first_step(approach: Approach) -> Iterator[Clash]:
    """Residents step in only where they can: with a bid, or where they are given room for their own solutions."""
    options = approach.options
    if options.involvement_initiative is InvolvementInitiative.RESIDENTS_STEP_IN and not (
        options.resident_bids or options.step_aside
    ):
        yield (
            "options.involvement_initiative",
            "bewoners zetten zelf de eerste stap, maar kunnen geen bod doen en krijgen geen ruimte",
            "residents take the first step themselves, but can make no bid and are given no room",
            ("options.involvement_initiative", "options.resident_bids", "options.step_aside"),
        )


def which_state(approach: Approach) -> Iterator[Clash]:
    """What was only proposed is written down as a proposal, not as the budget in force."""
    budget = approach.budget
    if budget.proposal is not None and budget.proposal.state is BudgetState.IN_FORCE:
        yield (
            "budget.proposal.state",
            "een voorstel dat geldt, is het budget zelf",
            "a proposal in force is the budget itself",
            ("budget.proposal.state",),
        )


def _nobody(path: str, power: Power) -> Clash:
    return (
        path,
        f'hiervoor is een rol nodig met de bevoegdheid "{power}"',
        f'this needs a role with the power "{power}"',
        (path,),
    )


RULES: tuple[Rule, ...] = (
    who_decides,
    who_releases,
    who_comes_to_whom,
    who_owns_and_executes,
    which_politics,
    who_stands_for_residents,
    who_takes_the_first_step,
    which_state,
)
