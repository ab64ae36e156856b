"""Whose plan it is, asked of a person: yes, or a no with the rule of the approach (DOR-07, TIL-18, UTR97-12)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Plan as Described
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import first_no
from wijkwerk.foundation.reasons import YES, Verdict
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import because, language, listing
from wijkwerk.plans.models import Plan
from wijkwerk.plans.rules.owning import Writer, owning_roles, writer

OWNER = "options.plan_owner"
REGISTERS = "options.service_registers_projects"


def may_write(
    by: Person | None,
    *,
    approach: Approach,
    described: Described | None,
    area: Area,
    service: Organisation | None = None,
) -> Verdict:
    """Whether this person writes plans of this kind here, for this service."""
    registers = bool(approach.options.service_registers_projects and service)
    who = writer(approach.options.plan_owner, described, registers=registers)
    if who is Writer.NOBODY:
        return may(by, Power.OPEN_STEP, within=area, on=clock.today())
    if who is Writer.SERVICE:
        return first_no(
            _of_the_service(by, approach, area, service, REGISTERS if registers else OWNER),
            may(by, Power.EDIT_SECTOR_PLAN, within=area, on=clock.today()),
        )
    power = may(by, Power.EDIT_PLAN, within=area, on=clock.today())
    if who is Writer.TEAM:
        return first_no(of_the_team(by, approach, area, OWNER), power)
    return power


def may_write_plan(by: Person | None, plan: Plan) -> Verdict:
    """The same for a plan that is there."""
    return may_write(
        by, approach=plan.approach, described=plan.described, area=plan.area, service=plan.service
    )


def of_the_team(by: Person | None, approach: Approach, area: Area, rule: str) -> Verdict:
    """Whether this person holds a role of the team that holds this area."""
    roles = owning_roles(approach)
    if by is not None and any(held.role in roles for held in mandates_of(by).within(area)):
        return YES
    teams = [
        team.label.within(language())
        for team in approach.teams.values()
        if roles and set(team.members) & roles and team.budget_holder
    ]
    return because(
        approach,
        rule,
        _("In %(area)s schrijft alleen het %(team)s hieraan.") % {"area": area.name, "team": listing(teams)},
        _("Vraag het aan: %(who)s.") % {"who": listing(teams)},
    )


def _of_the_service(
    by: Person | None, approach: Approach, area: Area, service: Organisation | None, rule: str
) -> Verdict:
    if service is None:
        return YES
    if by is not None and any(held.organisation_id == service.pk for held in mandates_of(by).within(area)):
        return YES
    return because(
        approach,
        rule,
        _("Dit plan is van %(service)s. Alleen wie daar voor dit gebied werkt, schrijft eraan.")
        % {"service": service.name},
        _("Vraag het aan %(service)s, of herinner de dienst eraan.") % {"service": service.name},
    )
