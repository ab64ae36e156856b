"""What an approach asks of a measure before it can be written down."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Organisation
from wijkwerk.people.wording import at, because
from wijkwerk.plans.actions.given import Drafted
from wijkwerk.plans.models import AddedTheme, Funding, Plan
from wijkwerk.plans.rules.owning import offices
from wijkwerk.plans.rules.themes import theme_fits
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import Route


def check(given: Drafted, plan: Plan) -> None:
    """Raise Invalid where a measure lacks what the approach of its plan asks of it."""
    if not given.sentence.strip():
        raise Invalid(Reason(_("Noem de maatregel in één zin."), field="sentence"))
    if not given.motive.strip():
        raise Invalid(Reason(_("Schrijf waarom: welke vraag van bewoners lost dit op?"), field="motive"))
    if not given.executors:
        raise Invalid(
            Reason(
                _("Noem wie het uitvoert: een dienst, een partner, of bewoners zelf."),
                field="executors",
                source="003_bd3cdaf8b9febc00.txt §2.2 (2)",
            )
        )
    if len({one.organisation.pk for one in given.executors}) < len(given.executors):
        raise Invalid(Reason(_("Noem elke uitvoerder één keer."), field="executors"))
    if given.cost.minor < 0:
        raise Invalid(Reason(_("De kosten zijn nul of meer."), field="cost"))
    if given.funding == Funding.AREA_BUDGET and not given.cost:
        raise Invalid(Reason(_("Vul in wat het kost: het gaat uit het wijkbudget."), field="cost"))
    if given.funding == Funding.REGULAR and given.funding_service is None:
        raise Invalid(
            Reason(_("Noem de dienst die het uit de gewone begroting betaalt."), field="funding_service")
        )
    _amount_is_stated(given, plan)
    _theme_is_of_the_list(given.theme, plan)
    _office_does_not_execute(given, plan)
    _quick_stays_outside(given, plan)
    if given.neighbourhood is not None and not sits_at(plan.approach, given.neighbourhood):
        raise Invalid(
            Reason(
                _("In deze aanpak horen maatregelen niet bij %(level)s.")
                % {"level": given.neighbourhood.name},
                field="neighbourhood",
                rule=f"{plan.approach.key}: levels",
            )
        )


def _amount_is_stated(given: Drafted, plan: Plan) -> None:
    described = plan.described
    if described is None or not described.amounts_required or given.cost or given.zero_reason.strip():
        return
    verdict = because(
        plan.approach,
        f"plans.{described.key}.amounts_required",
        _("Noem wat de maatregel kost. Kost hij niets, schrijf dan waarom niet."),
    )
    raise Invalid(at(verdict, "cost"))


def known_themes(area: Area, approach: Approach) -> dict[str, str]:
    """The themes of the approach, and those added in this area, with their names."""
    found = {theme.key: theme.label.nl for theme in approach.themes.list}
    return found | dict(AddedTheme.objects.filter(area=area).values_list("key", "label"))


def _theme_is_of_the_list(theme: str, plan: Plan) -> None:
    kind, known = plan.approach.themes.kind, known_themes(plan.area, plan.approach)
    described = plan.described
    of_the_plan = set(known)
    if described and described.themes:  # what was added to the list may stand in any plan
        of_the_plan -= {each.key for each in plan.approach.themes.list} - set(described.themes)
    if theme_fits(kind, theme, known) and (not theme or kind is None or theme in of_the_plan):
        return
    verdict = because(
        plan.approach,
        "themes.kind",
        _("Een maatregel hoort bij één onderwerp van de lijst: %(themes)s.")
        % {"themes": ", ".join(name for key, name in known.items() if key in of_the_plan)},
    )
    raise Invalid(at(verdict, "theme"))


def is_office(organisation: Organisation, approach: Approach) -> bool:
    """Whether an organisation is what holds an area: the office, or the service it belongs to."""
    return organisation.key in offices(approach)


def _office_does_not_execute(given: Drafted, plan: Plan) -> None:
    if plan.approach.options.office_may_execute is not False:
        return
    for one in given.executors:
        if is_office(one.organisation, plan.approach):
            verdict = because(
                plan.approach,
                "options.office_may_execute",
                _("%(office)s voert zelf niets uit: het brengt de vraag in beeld en stemt het aanbod af.")
                % {"office": one.organisation.name},
                _("Noem de dienst, de partner of de bewoners die het doen."),
            )
            raise Invalid(at(verdict, "executors"))


def _quick_stays_outside(given: Drafted, plan: Plan) -> None:
    if not plan.approach.options.quick_measures_outside_plan or given.demand is None:
        return
    if Signal.objects.filter(pk=given.demand.pk, route=Route.QUICK).exists():
        verdict = because(
            plan.approach,
            "options.quick_measures_outside_plan",
            _("Wat snel kan, blijft buiten het plan: het ligt al bij wie het meteen oplost."),
        )
        raise Invalid(at(verdict, "demand"))


def sits_at(approach: Approach, area: Area) -> bool:
    """Whether a measure may sit at the level of this area (DEV-56); statistical buurten count as the finest level."""
    if not any(level.measures for level in approach.levels):
        return True
    try:
        return approach.level(area.level).measures
    except KeyError:
        return approach.levels[0].measures
