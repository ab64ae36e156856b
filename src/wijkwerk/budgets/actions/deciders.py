"""Who decides on an area budget: asked when it is opened, and before anything is paid from it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Involvement, Power
from wijkwerk.approaches.schema import Decider
from wijkwerk.approaches.wording import in_words
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets.actions.ledger import require_amount
from wijkwerk.budgets.events import Verb
from wijkwerk.budgets.models import Consent, Fund
from wijkwerk.budgets.rules import Side, may_open, sides_needed, spenders
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.decisions.queries import say_in
from wijkwerk.decisions.rules.say import has_grown_to
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import because, language, listing, role_label
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing

FOUR_EYES = {
    Side.OFFICE: _("U schreef op wat bewoners besloten. Dan geeft een ander het geld vrij."),
    Side.RESIDENTS: _("U gaf het geld vrij. Dan schrijft een ander op wat bewoners besloten."),
}
SIDES = {Side.RESIDENTS: _("bewoners"), Side.OFFICE: _("het bureau")}


def may_open_budget(area: Area, decider: Decider) -> Verdict:
    """Whether this area can have a budget on which these decide."""
    approach = approach_for(area)
    needed = Involvement.DECIDE if decider is Decider.RESIDENTS else Involvement.CO_DECIDE
    grown = has_grown_to(say_in(area), needed)
    path = may_open(approach, decider, say_has_grown=grown)
    if not path:
        return YES
    title = approach.title.within(language())
    if decider is Decider.NONE:
        sentence = gettext("De aanpak “%(approach)s” kent geen budget voor een gebied.")
    elif path == "budget.decided_by":
        sentence = gettext(
            "In de aanpak “%(approach)s” beslist iemand anders over het budget van een gebied."
        )
    else:
        sentence = gettext(
            "In de aanpak “%(approach)s” is deze verantwoordelijkheid niet naar bewoners gegaan. "
            "Zij kunnen hier niet over een budget beslissen."
        )
    return because(approach, path, sentence % {"approach": title})


@transaction.atomic
def residents_decided(
    *, thing: Thing, fund: Fund, amount: Money, residents: int, how: str, agreed: bool, by: Person | None
) -> Consent | None:
    """What residents decided about paying for this: how many there were, and how they came to it.

    Written down by who led the meeting. Their no is a decision as well; it gives no consent. Of both sides' yes,
    whichever came first, one person writes down one: else one would spend alone.
    """
    may(by, Power.RUN_PANEL, within=thing.area, on=clock.today()).require()
    if residents < 1:
        raise Invalid(Reason(_("Schrijf hoeveel bewoners beslisten."), field="residents"))
    return _say(thing, fund, amount, Side.RESIDENTS, how, agreed=agreed, residents=residents, by=by)


@transaction.atomic
def office_decided(
    *, thing: Thing, fund: Fund, amount: Money, reason: str, agreed: bool, by: Person | None
) -> Consent | None:
    """The office releases money for this, or does not."""
    may(by, Power.RELEASE_BUDGET, within=thing.area, on=clock.today(), amount=amount).require()
    return _say(thing, fund, amount, Side.OFFICE, reason, agreed=agreed, residents=None, by=by)


def _say(
    thing: Thing,
    fund: Fund,
    amount: Money,
    side: Side,
    reason: str,
    *,
    agreed: bool,
    residents: int | None,
    by: Person | None,
) -> Consent | None:
    require_amount(amount, fund)
    approach = approach_for(thing.area)
    Thing.objects.select_for_update().get(pk=thing.pk)
    given = Consent.objects.filter(thing=thing, fund=fund)
    if given.filter(side=side).exists():
        raise Conflict(Reason(_("Hierover is al besloten."), rule="budget.eenmaal"))
    if agreed and given.filter(decision__maker=by).exists():
        raise Conflict(Reason(FOUR_EYES[side], rule="budget.vier_ogen"))
    who = stored(SIDES[side])
    news = _("%(who)s: ja, tot %(amount)s") if agreed else _("%(who)s: nee")
    decision = decide(
        thing=thing,
        kind=DecisionKind.AGREE if agreed else DecisionKind.REFUSE,
        reason=reason,
        public_text=stored(news, who=who[:1].upper() + who[1:], amount=amount),
        maker=by,
        body=who if side is Side.RESIDENTS else _office(approach),
        mandate=Power.RELEASE_BUDGET if side is Side.OFFICE else "budget.decided_by",
    )
    if not agreed:
        return None
    consent = Consent.objects.create(
        thing=thing, fund=fund, side=side, minor=amount.minor, residents=residents, decision=decision
    )
    journal(Verb.CONSENTED, thing, by=by, detail_id=consent.pk)
    return consent


def _office(approach: Approach) -> str:
    """Who manages the budget, by the names of the approach."""
    return listing(role_label(approach, key) for key in approach.budget.managed_by) or stored(
        SIDES[Side.OFFICE]
    )


def may_spend(thing: Thing, fund: Fund, amount: Money, by: Person | None) -> Verdict:
    """Whether those who decide on this budget agreed, and whether this person holds it."""
    if fund.decider is None:
        return YES
    approach = approach_for(thing.area)
    missing = sides_needed(fund.decider) - _agreed(thing, fund, amount)
    if missing:
        who = ", ".join(str(SIDES[side]) for side in sorted(missing))
        return because(
            approach,
            "budget.decided_by",
            gettext(
                "Uit %(fund)s wordt alleen betaald als bewoners én bureau dat willen. Nog nodig: %(who)s."
            )
            % {"fund": fund.name, "who": who},
            gettext("Laat het besluit van %(who)s opschrijven.") % {"who": who},
            value=in_words(fund.decider, language()),
        )
    roles = spenders(approach, fund.decider)
    if not roles or (by and any(held.role in roles for held in mandates_of(by).within(thing.area))):
        return YES
    who = listing(role_label(approach, key) for key in sorted(roles))
    return because(
        approach,
        "budget.decided_by",
        gettext("Over %(fund)s gaat: %(who)s.") % {"fund": fund.name, "who": who},
        value=in_words(fund.decider, language()),
    )


def _agreed(thing: Thing, fund: Fund, amount: Money) -> set[Side]:
    given = Consent.objects.filter(thing=thing, fund=fund, minor__gte=amount.minor)
    return {Side(side) for side in given.values_list("side", flat=True)}
