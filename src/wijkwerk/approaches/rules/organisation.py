"""Where the unit stands and how partners take part: a file has the services, teams and plans that this asks for."""

from collections.abc import Iterator

from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import Approach, AuthorKind, PartnerForm, UnitPlace
from wijkwerk.approaches.schema.roles import Entry


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


RULES: tuple[Rule, ...] = (which_partners, where_the_unit_stands)
