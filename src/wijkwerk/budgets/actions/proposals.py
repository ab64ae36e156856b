"""A wish that exceeds the room of a service goes to the board as a proposal for more budget (DOR-15)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.areas.queries import approach_for
from wijkwerk.budgets.actions.funds import grant_from_council
from wijkwerk.budgets.actions.ledger import NotEnough, require_amount
from wijkwerk.budgets.actions.reserving import reserve
from wijkwerk.budgets.events import Verb
from wijkwerk.budgets.models import BudgetProposal, Fund, FundKind, Reservation
from wijkwerk.budgets.queries import balance
from wijkwerk.budgets.rules import ProposalState
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import sourced
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@transaction.atomic
def pay_or_propose(
    *, thing: Thing, fund: Fund, year: int, amount: Money, reason: str, by: Person | None
) -> Reservation | BudgetProposal:
    """Pay for a wish from the regular budget of a service; what does not fit becomes a proposal to the board.

    Raises NotEnough, with the rule, where the approach has no such proposal.
    """
    require_amount(amount, fund)
    if fund.kind != FundKind.REGULAR:
        raise Invalid(
            Reason(_("Een begrotingsvoorstel gaat over de gewone begroting van een dienst."), field="fund")
        )
    # Locked, so that two wishes do not both see the same room.
    Fund.objects.select_for_update().get(pk=fund.pk)
    room = balance(fund, year).free
    if amount <= room:
        return reserve(measure=thing, fund=fund, year=year, amount=amount, by=by)
    may(by, Power.REQUEST_SERVICE, within=thing.area, on=clock.today()).require()
    approach = approach_for(thing.area)
    if not approach.options.budget_proposal_when_exceeding:
        raise NotEnough(
            sourced(
                approach,
                stored(
                    _("Er is nog %(left)s vrij in %(fund)s; %(amount)s past daar niet in."),
                    left=room,
                    fund=fund.name,
                    amount=amount,
                ),
                "options.budget_proposal_when_exceeding",
                stored(_("nee")),
            )
        )
    if not reason.strip():
        raise Invalid(
            Reason(_("Schrijf waarom het college hier geld voor zou moeten vinden."), field="reason")
        )
    if thing.budget_proposals.filter(state=ProposalState.ASKED).exists():
        raise Conflict(Reason(_("Het college is dit al gevraagd."), rule="begrotingsvoorstel.eenmaal"))
    proposal = BudgetProposal.objects.create(
        thing=thing,
        fund=fund,
        year=year,
        minor=amount.minor,
        room_minor=room.minor,
        reason=reason.strip(),
        asked_by=by,
        asked_on=clock.today(),
    )
    journal(Verb.PROPOSED, thing, by=by, detail_id=proposal.pk)
    tell(
        about=thing,
        turn="budget_asked",
        news=stored(_("het college is om geld gevraagd")),
        text=stored(
            _(
                "“%(wish)s” kost %(amount)s. %(fund)s heeft nog %(room)s. Het college is om een voorstel gevraagd."
            ),
            wish=thing.sentence,
            amount=amount,
            fund=fund.name,
            room=room,
        ),
        by=by,
    )
    return proposal


@transaction.atomic
def decide_proposal(
    *, proposal_id: int, granted: bool, reason: str, body: str, by: Person | None
) -> BudgetProposal:
    """The board grants what is lacking, or refuses with a reason; who wished it is told either way."""
    proposal = (
        BudgetProposal.objects.select_for_update(of=("self",))
        .select_related("thing__area", "fund")
        .get(pk=proposal_id)
    )
    may(
        by, Power.GRANT_BUDGET, within=proposal.thing.area, on=clock.today(), amount=proposal.shortage
    ).require()
    if proposal.state != ProposalState.ASKED:
        raise Conflict(Reason(_("Hierover is al besloten."), rule="begrotingsvoorstel.eenmaal"))
    news = (
        _("Er komt %(amount)s bij voor: %(wish)s") if granted else _("Er komt geen geld bij voor: %(wish)s")
    )
    text = stored(news, amount=proposal.shortage, wish=proposal.thing.sentence)
    proposal.decision = decide(
        thing=proposal.thing,
        kind=DecisionKind.GRANT if granted else DecisionKind.REFUSE,
        reason=reason,
        public_text=text,
        maker=by,
        body=body,
        mandate=Power.GRANT_BUDGET,
    )
    proposal.state = ProposalState.GRANTED if granted else ProposalState.REFUSED
    proposal.save(update_fields=["decision", "state"])
    if granted:
        grant_from_council(
            fund=proposal.fund, year=proposal.year, amount=proposal.shortage, ground=text, by=by
        )
    journal(Verb.PROPOSAL_DECIDED, proposal.thing, by=by, detail_id=proposal.pk)
    tell(
        about=proposal.thing,
        turn="budget_decided",
        news=stored(_("het college besloot over geld")),
        text=f"{text}. {reason.strip()}",
        in_story=False,
        by=by,
    )
    return proposal
