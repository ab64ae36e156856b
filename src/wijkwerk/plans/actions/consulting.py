"""Residents react to a draft; each reaction is answered: adopted, partly or not, and why (DOR-14)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Asker, Door
from wijkwerk.answers.on_behalf import OnBehalf
from wijkwerk.decisions.actions.reacting import receive, settle
from wijkwerk.decisions.models import Followed
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year, stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Contact, Person
from wijkwerk.plans.actions.drafting import locked
from wijkwerk.plans.actions.owning import may_write_plan
from wijkwerk.plans.events import Verb
from wijkwerk.plans.models import ConsultationRound, Plan, Reaction
from wijkwerk.plans.rules import PlanStatus
from wijkwerk.thread.actions import journal


@transaction.atomic
def open_round(*, plan_id: int, intention: str, open_until: date, by: Person | None) -> ConsultationRound:
    """Tell residents what a draft intends, and let them react until a day. Once per plan."""
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    verdict = may_be_consulted(plan)
    if not verdict:
        raise Conflict(verdict.reason)
    if not intention.strip():
        raise Invalid(Reason(_("Schrijf voor bewoners wat dit plan wil."), field="intention"))
    if open_until <= clock.today():
        raise Invalid(Reason(_("De laatste dag om te reageren ligt in de toekomst."), field="open_until"))
    opened = ConsultationRound.objects.create(
        plan=plan, intention=intention.strip()[:2000], opened_on=clock.today(), open_until=open_until
    )
    journal(Verb.ROUND_OPENED, plan.thing, by=by)
    return opened


def may_be_consulted(plan: Plan) -> Verdict:
    """Only on a draft can people still have influence, and they are asked once."""
    if plan.status != PlanStatus.DRAFT:
        return no(
            _("Dit plan is al vastgesteld; reageren verandert er niets meer aan."), rule="overleg.concept"
        )
    if ConsultationRound.objects.filter(plan=plan).exists():
        return no(_("Over dit plan was al een overlegronde."), rule="overleg.eenmaal")
    return YES


def may_react(plan: Plan) -> Verdict:
    """Whether anyone can react today."""
    found = ConsultationRound.objects.filter(plan=plan).first()
    if found is not None and found.is_open(clock.today()):
        return YES
    return no(
        _("U kunt nu niet reageren op dit plan. Melden kan altijd."),
        rule="overleg.termijn",
        way_out=_("Meld het via “Meld iets”."),
    )


@transaction.atomic
def react(
    *,
    plan_id: int,
    text: str,
    who: Contact | OnBehalf | None = None,
    door: Door = Door.WEB,
    entered_by: Person | None = None,
) -> tuple[Reaction, Asker]:
    """Someone says what they think of a draft, with or without leaving an address. They hear what is done with it."""
    plan = Plan.objects.select_related("thing__area", "round").get(pk=plan_id)
    verdict = may_react(plan)
    if not verdict:
        raise Conflict(verdict.reason)
    return receive(
        kind="reaction",
        subject=plan.thing,
        text=text,
        keep=lambda thing, said: Reaction.objects.create(thing=thing, round=plan.round, text=said),
        who=who,
        door=door,
        entered_by=entered_by,
        verb=Verb.REACTED,
    )


@transaction.atomic
def answer_reaction(
    *, reaction_id: int, followed: Followed, reason: str, by: Person | None, text_public: bool = False
) -> Reaction:
    """Say what was done with a reaction and why; who reacted is told. Whoever answers looks whether the text may be
    public."""
    reaction = (
        Reaction.objects.select_for_update(of=("self",))
        .select_related(
            "thing__area",
            "round__plan__area",
            "round__plan__thing",
            "round__plan__cycle",
            "round__plan__service",
        )
        .get(pk=reaction_id)
    )
    may_write_plan(by, reaction.round.plan).require()
    reaction.answered_by = by
    settle(
        reaction,
        thing=reaction.thing,
        followed=followed,
        reason=reason,
        text_public=text_public,
        by=by,
        next_text=stored(_("Op {day} is de ronde afgelopen.")),
        next_on=reaction.round.open_until,
    )
    journal(Verb.REACTION_ANSWERED, reaction.thing, by=by)
    return reaction


@transaction.atomic
def close_round(*, plan_id: int, by: Person | None) -> ConsultationRound:
    """End a round after its last day, when every reaction was answered."""
    plan = locked(plan_id)
    may_write_plan(by, plan).require()
    found = ConsultationRound.objects.select_for_update().get(plan=plan)
    verdict = may_be_closed(found)
    if not verdict:
        raise Conflict(verdict.reason)
    found.closed_on = clock.today()
    found.save(update_fields=["closed_on"])
    journal(Verb.ROUND_CLOSED, plan.thing, by=by)
    return found


def may_be_closed(found: ConsultationRound) -> Verdict:
    """Not before its last day has passed, and not while someone waits for an answer."""
    if found.closed_on is not None:
        return no(_("Deze ronde is al gesloten."), rule="overleg.eenmaal")
    if clock.today() <= found.open_until:
        return no(
            _("Mensen kunnen nog reageren tot en met %(day)s.") % {"day": day_with_year(found.open_until)},
            rule="overleg.termijn",
        )
    waiting = Reaction.objects.filter(round=found, answered_on__isnull=True).count()
    if waiting:
        return no(
            _("Nog niet beantwoord: %(number)s. Elke reactie krijgt een antwoord met een reden.")
            % {"number": waiting},
            rule="overleg.antwoord",
            value=str(waiting),
        )
    return YES
