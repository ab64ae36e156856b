"""A plan of any kind is begun: for its level, its years, its service, and under the plan it belongs to."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Plan as Described
from wijkwerk.approaches.schema import PlanKind
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.wording import at, because, language
from wijkwerk.plans.actions.owning import may_write
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import Plan, Registration
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.plans.rules.horizons import last_year, years_of
from wijkwerk.thread.actions import bear, journal


@transaction.atomic
def begin_plan(
    *,
    area: Area,
    key: str,
    by: Person | None,
    year: int | None = None,
    service: Organisation | None = None,
    parent: Plan | None = None,
    foreword: str = "",
    sentence: str = "",
) -> Plan:
    """Begin a plan of one of the kinds of the approach, as a draft, for as many years as the approach says.

    Raises Invalid for a kind the approach does not know, another level, a service or parent that is missing;
    Conflict for a sector plan that is there already and for a plan that is put together from others.
    """
    approach = approach_for(area)
    described = kind_of_plan(approach, key)
    if described.made_from:
        raise Conflict(
            because(
                approach,
                f"plans.{key}.made_from",
                _("Dit plan wordt samengevoegd uit andere plannen, en niet apart begonnen."),
            ).reason
        )
    may_write(by, approach=approach, described=described, area=area, service=service).require()
    _fits(approach, described, area, service)
    if parent is not None:  # read anew: it may have been adopted since
        parent = Plan.objects.select_related("thing").get(pk=parent.pk)
    _under(approach, described, area, parent)
    year = year or clock.today().year
    Area.objects.select_for_update(of=("self",)).get(pk=area.pk)  # of two at once the second sees the first
    if _is_there(area, described, service, year):
        raise Conflict(
            Reason(
                _("%(service)s heeft voor dit gebied en dit jaar al een %(plan)s.")
                % {"service": service, "plan": described.label.within(language())},
                rule="plan.eenmaal",
            )
        )
    plan = write_down(
        approach=approach,
        described=described,
        area=area,
        year=year,
        service=service,
        parent=parent,
        foreword=foreword,
        sentence=sentence,
    )
    if approach.options.service_registers_projects and described.kind is PlanKind.PROJECT and service:
        Registration.objects.create(plan=plan, registered_on=clock.today(), registered_by=by)
        journal(Verb.REGISTERED, plan.thing, by=by)
    journal(Verb.BEGUN, plan.thing, by=by)
    return plan


def write_down(
    *,
    approach: Approach,
    described: Described,
    area: Area,
    year: int,
    service: Organisation | None = None,
    parent: Plan | None = None,
    follows: Plan | None = None,
    foreword: str = "",
    sentence: str = "",
) -> Plan:
    """The rows of a new draft; whoever calls asked whether it may be."""
    ends = last_year(year, years_of(described))
    name = described.label.nl
    title = f"{name[:1].upper()}{name[1:]} {area.name} {year}" + (f"–{ends}" if ends > year else "")
    thing = bear("plan", area=area, sentence=sentence.strip() or title, public=True)
    return Plan.objects.create(
        thing=thing,
        area=area,
        key=described.key,
        kind=described.kind,
        approach_key=approach.key,
        service=service,
        parent=parent,
        follows=follows,
        first_year=year,
        last_year=ends,
        foreword=foreword.strip()[:4000],
    )


def kind_of_plan(approach: Approach, key: str) -> Described:
    """A kind of plan of the approach; Invalid when it has none of that name."""
    try:
        return approach.plan(key)
    except KeyError:
        raise Invalid(
            Reason(_("Deze aanpak kent zo'n plan niet."), field="key", rule=f"{approach.key}: plans")
        ) from None


def _fits(approach: Approach, described: Described, area: Area, service: Organisation | None) -> None:
    if described.level and described.level != area.level:
        raise Invalid(
            because(
                approach,
                f"plans.{described.key}.level",
                _("Een %(plan)s wordt hier gemaakt per %(level)s.")
                % {
                    "plan": described.label.within(language()),
                    "level": approach.level(described.level).label.within(language()),
                },
            ).reason
        )
    if described.per_service and service is None:
        raise Invalid(
            at(
                because(
                    approach,
                    f"plans.{described.key}.per_service",
                    _("Noem de dienst die dit plan maakt: het is een plan per dienst."),
                ),
                "service",
            )
        )


def _under(approach: Approach, described: Described, area: Area, parent: Plan | None) -> None:
    """A project stands under a programme, and a programme under a policy frame (UTR97-06)."""
    if not described.parent:
        return
    above = approach.plan(described.parent)
    if parent is not None and parent.key == above.key and parent.area_id == area.pk:
        if parent.status == PlanStatus.ADOPTED:
            return
        raise Invalid(
            at(
                because(
                    approach,
                    f"plans.{described.key}.parent",
                    _("“%(plan)s” is nog een concept. Er kan pas iets onder als het is vastgesteld.")
                    % {"plan": parent.thing.sentence},
                ),
                "parent",
            )
        )
    raise Invalid(
        at(
            because(
                approach,
                f"plans.{described.key}.parent",
                _("Een %(plan)s hoort bij een %(parent)s van dit gebied. Kies bij welk.")
                % {
                    "plan": described.label.within(language()),
                    "parent": above.label.within(language()),
                },
            ),
            "parent",
        )
    )


def _is_there(area: Area, described: Described, service: Organisation | None, year: int) -> bool:
    if described.kind is PlanKind.PROJECT:
        return False
    same = Plan.objects.filter(area=area, key=described.key, service=service, first_year=year)
    return same.exists()
