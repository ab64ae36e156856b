"""A switch that is set is also lived by: the roles, steps and bodies it needs are there and can do it."""

from collections.abc import Iterator

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import (
    Approach,
    AreaAldermen,
    AuthorKind,
    BudgetState,
    CouncilLink,
    Decider,
    Direction,
    Involvement,
    PartnerForm,
    PlanOwner,
    ResponsibilityShift,
    Standing,
    UnitPlace,
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


def which_partners(approach: Approach) -> Iterator[Clash]:
    """A covenant has parties; what is not arranged has no platform; who takes part otherwise has a place to do so."""
    partners = approach.partners
    if partners.form is PartnerForm.COVENANT and not partners.parties:
        yield (
            "partners.parties",
            "een convenant heeft partijen nodig",
            "a covenant needs parties",
            ("partners.form", "partners.parties"),
        )
    if partners.form is PartnerForm.NOT_ARRANGED and partners.platform is not None:
        yield (
            "partners.platform",
            "met partners is niets geregeld, maar er is wel een platform",
            "nothing is arranged with partners, yet there is a platform",
            ("partners.form",),
        )
    keys = {party.key for party in partners.parties}
    members = {member for team in approach.teams.values() for member in team.members}
    theirs = [role for role in approach.roles.values() if role.employer in keys]
    if partners.form is PartnerForm.PROJECT_GROUP_MEMBER and members.isdisjoint(role.key for role in theirs):
        yield (
            "partners.form",
            "partners zitten in de projectgroep, maar geen team heeft een rol van een partner als lid",
            "partners sit in the project group, but no team has a partner's role as a member",
            ("partners.form",),
        )
    if partners.form is PartnerForm.SECONDED and all(role.entry is not Entry.SECONDED for role in theirs):
        yield (
            "partners.form",
            "partners detacheren mensen, maar geen rol van een partner is gedetacheerd",
            "partners second people, but no role of a partner is seconded",
            ("partners.form",),
        )
    if partners.form is PartnerForm.CO_MAKERS and not any(
        AuthorKind.STAKEHOLDERS in plan.authors for plan in approach.plans
    ):
        yield (
            "partners.form",
            "partners maken plannen mee, maar geen soort plan noemt hen als maker",
            "partners make plans too, but no kind of plan names them as makers",
            ("partners.form",),
        )


def where_the_unit_stands(approach: Approach) -> Iterator[Clash]:
    """The place of the unit is one that the services, teams and politics of the file leave room for."""
    unit, path = approach.organisation.unit, "organisation.unit.place"
    if unit is None or unit.place is None:
        return
    if unit.service is None:
        yield (
            path,
            "de plek in de organisatie staat er, maar niet bij welke dienst (organisation.unit.service)",
            "the place in the organisation is stated, but not with which service (organisation.unit.service)",
            (path,),
        )
    if unit.place is UnitPlace.OWN_SERVICE_UNDER_OFFICES:
        if not any(
            team.budget_holder and team.level == approach.plan_level.key for team in approach.teams.values()
        ):
            yield (
                path,
                "de dienst staat onder de bureaus, maar geen gebied heeft een bureau met een budget",
                "the service stands under the offices, but no area has an office with a budget",
                (path,),
            )
        if approach.politics.direct_board_access is not True:
            yield (
                path,
                "de dienst staat onder de bureaus, maar de bureaus komen niet rechtstreeks bij het college",
                "the service stands under the offices, but the offices have no direct access to the board",
                (path, "politics.direct_board_access"),
            )
    others = [each for each in approach.organisation.services if each.key != unit.service]
    if unit.place is UnitPlace.NEUTRAL_CLUSTER and len(others) < 2:
        yield (
            path,
            "een neutraal cluster staat tussen andere, en die zijn er niet",
            "a neutral cluster stands between others, and there are none",
            (path, "organisation.services"),
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
    which_partners,
    where_the_unit_stands,
    who_stands_for_residents,
    which_state,
)
