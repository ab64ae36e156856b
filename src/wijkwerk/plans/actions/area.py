"""What an area holds beside its plans: goals that services adopt, themes that are added, figures, reminders."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, no
from wijkwerk.people.models import Organisation, Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import at, because
from wijkwerk.plans.actions.checking import known_themes
from wijkwerk.plans.actions.drafting import locked
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import AddedTheme, AdoptedGoal, KeyFigure, Plan
from wijkwerk.plans.rules.themes import case_is_named, list_may_grow
from wijkwerk.thread.actions import journal


@transaction.atomic
def adopt_goal(*, area: Area, goal: str, service: Organisation, by: Person | None) -> AdoptedGoal:
    """A service makes a goal of the area its own, said by someone who works for it (DOR-10)."""
    may(by, Power.EDIT_SECTOR_PLAN, within=area, on=clock.today()).require()
    if by is None or all(held.organisation_id != service.pk for held in mandates_of(by).within(area)):
        no(
            _("Alleen %(service)s zelf kan zeggen dat een doel ook van haar is.") % {"service": service.name},
            rule="doel.dienst",
        ).require()
    if goal not in {each.key for each in approach_for(area).working_goals}:
        raise Invalid(Reason(_("Dit doel staat niet in de aanpak."), field="goal"))
    adopted, made = AdoptedGoal.objects.get_or_create(
        area=area, goal=goal, service=service, defaults={"adopted_on": clock.today(), "by": by}
    )
    if made:
        journal(Verb.GOAL_ADOPTED, by=by, detail_id=adopted.pk)
    return adopted


@transaction.atomic
def add_theme(*, area: Area, label: str, by: Person | None, reason: str = "") -> AddedTheme:
    """Let the list of themes grow. A closed list does not; where themes are found case by case, the case is named."""
    may(by, Power.EDIT_PLAN, within=area, on=clock.today()).require()
    approach = approach_for(area)
    kind = approach.themes.kind
    if not list_may_grow(kind):
        raise Conflict(
            because(
                approach,
                "themes.kind",
                _("De lijst van onderwerpen is hier gesloten: er komt geen onderwerp bij."),
            ).reason
        )
    label = label.strip()[:80]
    key = slugify(label).replace("-", "_")[:60]
    if not key:
        raise Invalid(Reason(_("Noem het onderwerp."), field="label"))
    if case_is_named(kind) and not reason.strip():
        verdict = because(
            approach, "themes.kind", _("Schrijf bij welk geval bleek dat dit bij de wijk hoort.")
        )
        raise Invalid(at(verdict, "reason"))
    if key in known_themes(area, approach):
        raise Conflict(
            Reason(_("Dit onderwerp staat al op de lijst."), field="label", rule="onderwerp.eenmaal")
        )
    added = AddedTheme.objects.create(
        area=area, key=key, label=label, reason=reason.strip()[:300], added_on=clock.today(), by=by
    )
    journal(Verb.THEME_ADDED, by=by, detail_id=added.pk)
    return added


@transaction.atomic
def keep_figure(
    *,
    area: Area,
    theme: str,
    label: str,
    value: Decimal,
    year: int,
    source: str,
    by: Person | None,
    unit: str = "",
    expected_problem: str = "",
) -> KeyFigure:
    """Keep a figure of the area under a theme, with its year and source (TIL-24); what it lets expect may be added."""
    may(by, Power.EDIT_PLAN, within=area, on=clock.today()).require()
    if not source.strip():
        raise Invalid(Reason(_("Noem waar het cijfer vandaan komt."), field="source"))
    if not label.strip():
        raise Invalid(Reason(_("Noem wat het cijfer telt."), field="label"))
    if theme not in known_themes(area, approach_for(area)):
        raise Invalid(Reason(_("Kies een onderwerp van de lijst."), field="theme"))
    figure, _made = KeyFigure.objects.update_or_create(
        area=area,
        theme=theme,
        label=label.strip()[:120],
        year=year,
        defaults={
            "value": value,
            "unit": unit.strip()[:40],
            "source": source.strip()[:200],
            "expected_problem": expected_problem.strip()[:500],
        },
    )
    journal(Verb.FIGURE_KEPT, by=by, detail_id=figure.pk)
    return figure


@transaction.atomic
def remind(*, plan_id: int, by: Person | None) -> Plan:
    """Remind whose plan it is that it is waited for: whoever coordinates may do that, and no more (DOR-07)."""
    plan = locked(plan_id)
    may(by, Power.REMIND, within=plan.area, on=clock.today()).require()
    journal(Verb.REMINDED, plan.thing, by=by)
    return plan
