"""How this municipality works: the approach in force in plain words, every choice with where it comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkwerk.approaches import Approach, Power, load
from wijkwerk.approaches.schema import Organised, PlanKind, WhoDecides
from wijkwerk.approaches.wording import in_words
from wijkwerk.areas.models import AreaApproach
from wijkwerk.areas.queries import house_approach
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money, in_euros
from wijkwerk.foundation.reasons import Text
from wijkwerk.foundation.templatetags.wijkwerk import money
from wijkwerk.people.wording import language, listing, role_label, who_may
from wijkwerk.portal.pages.choices import Choice
from wijkwerk.portal.pages.reasons import why

WHO_CHOOSES: dict[WhoDecides, Text] = {
    WhoDecides.RESIDENTS: gettext_lazy(
        "Bewoners. Zij zetten de wensen op volgorde, en wat bovenaan staat gaat voor."
    ),
    WhoDecides.SERVICES_AFTER_CONSULTATION: gettext_lazy(
        "De diensten van de gemeente, nadat bewoners hebben meegepraat."
    ),
    WhoDecides.TEAM_AND_COUNCIL: gettext_lazy("Het team van het gebied stelt voor, de gemeenteraad beslist."),
    WhoDecides.OFFICE_AND_RESIDENTS: gettext_lazy("Het wijkbureau en bewoners samen."),
}
WHO_JOINS: dict[Organised, Text] = {
    Organised.NOT_NEEDED: gettext_lazy("Iedereen die er woont. U hoeft nergens lid van te zijn."),
    Organised.THROUGH_ORGANISATIONS: gettext_lazy("Bewoners doen mee via een organisatie van bewoners."),
    Organised.SOUNDING_BOARD: gettext_lazy("Bewoners doen mee in een vaste groep die meedenkt."),
}


@dataclass(frozen=True)
class InForce:
    """The approaches in force, and the one this page is about."""

    approach: Approach
    others: list[Approach]
    adoptions: list[AreaApproach]


def in_force(chosen: str = "") -> InForce:
    """The approach asked for when it is in force, else the one most areas work under."""
    rows = list(AreaApproach.objects.on(clock.today()).select_related("area").order_by("area__name"))
    used = Counter(row.approach_key for row in rows)
    if not used:
        return InForce(house_approach(), [], [])
    key = chosen if chosen in used else used.most_common(1)[0][0]
    others = [load(other) for other in sorted(used) if other != key]
    return InForce(load(key), others, [row for row in rows if row.approach_key == key])


def in_short(approach: Approach, adoptions: list[AreaApproach]) -> list[Choice]:
    """What a resident asks first, in the order in which they ask it."""
    options = approach.options
    ground = approach.budget.legal_ground
    decider = role_label(approach, approach.budget.formal_decider or "")
    return [
        Choice(
            _("Wie kiest wat er gebeurt?"),
            WHO_CHOOSES[options.measures_decided_by] if options.measures_decided_by else "",
            why(approach, "options.measures_decided_by"),
        ),
        Choice(
            _("Wie mag meedoen?"),
            WHO_JOINS[options.residents_organised] if options.residents_organised else "",
            why(approach, "options.residents_organised"),
        ),
        _who_ranks(approach),
        Choice(
            _("Wie beslist volgens de wet?"),
            _("Het %(who)s.") % {"who": decider} if decider else "",
            why(approach, "budget.formal_decider", ground.within(language()) if ground else ""),
        ),
        _plan(approach),
        _money(approach, adoptions),
        Choice(_("Hoe vaak?"), _how_often(approach), why(approach, "cycle.length_months")),
        _size(approach),
        _term(approach),
        Choice(
            _("Ziet u wat de diensten in de wijk doen?"),
            _yes_no(options.effort_visible, _("Ja, dat is openbaar."), _("Nee, nog niet.")),
            why(approach, "options.effort_visible"),
        ),
        Choice(
            _("Kunt u dat onderhoud ruilen voor iets van uzelf?"),
            _yes_no(options.effort_swap, _("Ja, in overleg."), _("Nee, dat staat uit.")),
            why(approach, "options.effort_swap"),
        ),
    ]


def _yes_no(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


def _who_ranks(approach: Approach) -> Choice:
    able = who_may(approach, Power.RANK)
    answer = (
        _("Alleen bewoners (%(who)s). Wie voor de gemeente werkt, geeft advies.")
        if (approach.longlist.ranked_by_residents_only)
        else _("Dit mag: %(who)s.")
    )
    question = _("Wie zet de wensen op volgorde?")
    words = answer % {"who": listing(able)} if able else ""
    return Choice(question, words, why(approach, "longlist.ranked_by_residents_only"))


def _plan(approach: Approach) -> Choice:
    question = _("Welke weg gaat het plan?")
    plan = next((plan for plan in approach.plans if plan.kind is PlanKind.AREA_PLAN), None)
    if plan is None:
        return Choice(question, "", why(approach, "plans"))
    route = next((route for route in approach.routes if route.key == plan.route), None)
    stops = [stop.label.within(language()) for stop in route.stops] if route else []
    words = f"{plan.label.within(language()).capitalize()}: {', '.join(stops)}." if stops else ""
    return Choice(question, words, why(approach, f"plans.{plan.key}.route"))


def _money(approach: Approach, adoptions: list[AreaApproach]) -> Choice:
    question, reason = _("Hoeveel geld heeft een wijk?"), why(approach, "budget.per_resident")
    budget = approach.budget
    if budget.per_resident is None or budget.currency is None:
        return Choice(question, "", reason)
    printed = Money.of(budget.per_resident, budget.currency)
    euros = in_euros(printed)
    words = _("%(sum)s per inwoner.") % {"sum": money(printed)}
    if euros != printed:
        sums = {"sum": money(printed), "euros": money(euros)}
        words = _("%(sum)s per inwoner in de bron. Dat is %(euros)s.") % sums
    chosen = next((row.per_resident for row in adoptions if row.per_resident), None)
    if chosen is not None and chosen not in (printed, euros):
        words += " " + _("Hier gekozen: %(sum)s per inwoner.") % {"sum": money(chosen)}
    return Choice(question, words, reason)


def _how_often(approach: Approach) -> str:
    months = approach.cycle.length_months
    if not months:
        return ""
    if months % 12:
        return ngettext("Elke %(count)s maand.", "Elke %(count)s maanden.", months) % {"count": months}
    years = months // 12
    return ngettext("Elk jaar opnieuw.", "Elke %(count)s jaar opnieuw.", years) % {"count": years}


def _size(approach: Approach) -> Choice:
    level = approach.plan_level
    words = ""
    if level.inhabitants is not None:
        band = in_words(level.inhabitants, language())
        words = _("%(band)s inwoners. Dat is een advies, geen grens.") % {"band": band.capitalize()}
    question = _("Hoe groot is een %(level)s?") % {"level": level.label.within(language())}
    return Choice(question, words, why(approach, f"levels.{level.key}.inhabitants"))


def _term(approach: Approach) -> Choice:
    question = _("Hoe lang zit iemand in het team van bewoners?")
    residents = {key for key, role in approach.roles.items() if role.is_resident}
    team = next((team for team in approach.teams.values() if residents & set(team.members)), None)
    if team is None or team.term_years is None:
        return Choice(question, "", why(approach, f"teams.{team.key}.term_years" if team else "teams"))
    words = _("%(years)s jaar. Daarna vragen wij of iemand doorgaat, of zoeken wij nieuwe mensen.")
    return Choice(question, words % {"years": team.term_years}, why(approach, f"teams.{team.key}.term_years"))
