"""What was agreed is locked: a later change needs a reason, and everyone who made it is told (UTR18-12)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.events import Verb
from wijkwerk.agreements.models import Agreement, AgreementChange, AgreementMaker, AgreementNotice
from wijkwerk.agreements.queries import waiting_notices
from wijkwerk.agreements.rules import is_locked
from wijkwerk.answers.actions import ask, tell
from wijkwerk.answers.models import AskerRole, Door
from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Verdict
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import sourced
from wijkwerk.thread.actions import bear, came_of, journal
from wijkwerk.thread.models import Thing


@transaction.atomic
def make_agreement(
    *,
    area: Area,
    text: str,
    makers: Sequence[Person | Organisation | Contact],
    about: Thing | None = None,
    by: Person | None,
) -> Agreement:
    """Write down what was agreed in an area, with everyone who agreed to it: they hear of every change.

    Raises Invalid for an empty text, with fewer than two makers (with oneself one agrees nothing), or when what it is
    `about` belongs to another area.
    """
    may(by, Power.PROMISE, within=area, on=clock.today()).require()
    if not text.strip():
        raise Invalid(Reason(_("Schrijf wat er is afgesproken."), field="text"))
    once = list(dict.fromkeys(makers))
    if len(once) < 2:
        raise Invalid(
            Reason(_("Een afspraak maakt u met z’n tweeën of meer. Noem wie hem maakten."), field="makers")
        )
    thing = bear("agreement", area=area, sentence=text, public=True)
    came_of(about, thing)
    agreement = Agreement.objects.create(
        thing=thing, area=area, text=text.strip()[:2000], made_on=clock.today(), written_by=by
    )
    for maker in once:
        AgreementMaker.objects.create(
            agreement=agreement,
            person=maker if isinstance(maker, Person) else None,
            organisation=maker if isinstance(maker, Organisation) else None,
            contact=maker if isinstance(maker, Contact) else None,
        )
        if isinstance(maker, Contact):
            # A resident hears of a change the way people hear of everything: by mail, letter or phone.
            ask(thing=thing, contact=maker, role=AskerRole.ATTENDEE, door=Door.DESK, entered_by=by)
    journal(Verb.AGREED, thing, by=by)
    if about is not None:
        tell(
            about=thing,
            turn="agreed",
            news=stored(_("er is een afspraak gemaakt")),
            text=agreement.text,
            by=by,
            in_story=False,
        )
    return agreement


def may_change(person: Person | None, area: Area) -> Verdict:
    """Who promises things here, or who decides on content."""
    promises = may(person, Power.PROMISE, within=area, on=clock.today())
    return promises if promises else may(person, Power.DECIDE_CONTENT, within=area, on=clock.today())


@transaction.atomic
def change_agreement(
    *, agreement_id: int, text: str, reason: str, function: str, by: Person | None
) -> AgreementChange:
    """Change what was agreed. Locked: with a reason, in a function, and told to everyone who made it.

    Raises Invalid for an empty or unchanged text, or without function; Conflict without a reason where it is locked.
    """
    agreement = (
        Agreement.objects.select_for_update(of=("self",))
        .select_related("thing__area", "area")
        .get(pk=agreement_id)
    )
    may_change(by, agreement.area).require()
    approach = approach_for(agreement.area)
    if not text.strip() or text.strip() == agreement.text:
        raise Invalid(Reason(_("Schrijf wat er voortaan geldt."), field="text"))
    if not function.strip():
        raise Invalid(Reason(_("Schrijf in welke functie u dit verandert."), field="function"))
    locked = is_locked(approach.options)
    if locked and not reason.strip():
        raise Conflict(_locked(approach))
    change = AgreementChange.objects.create(
        agreement=agreement,
        before=agreement.text,
        after=text.strip()[:2000],
        changed_on=clock.today(),
        by=by,
        function=function.strip()[:120],
        decision=_decided(agreement, reason, function, by) if locked else None,
    )
    agreement.text = change.after
    agreement.save(update_fields=["text"])
    journal(Verb.CHANGED, agreement.thing, by=by, detail_id=change.pk)
    if locked:
        _tell_makers(change, reason, by)
    return change


def _locked(approach: Approach) -> Reason:
    return sourced(
        approach,
        gettext(
            "Wat is afgesproken, staat vast. Schrijf waarom het toch verandert; wie het afsprak, krijgt dat te lezen."
        ),
        "options.agreements_locked",
        gettext("ja"),
    )


def _decided(agreement: Agreement, reason: str, function: str, by: Person | None) -> Decision:
    before = Decision.objects.filter(
        thing=agreement.thing, kind=DecisionKind.CHANGE, locked=True, changed_by__isnull=True
    ).first()
    return decide(
        thing=agreement.thing,
        kind=DecisionKind.CHANGE,
        reason=reason,
        public_text=stored(_("De afspraak is veranderd")),
        maker=by,
        body=function.strip()[:160],
        mandate="options.agreements_locked",
        locked=True,
        changes=before,
    )


def _tell_makers(change: AgreementChange, reason: str, by: Person | None) -> None:
    AgreementNotice.objects.bulk_create(
        AgreementNotice(change=change, maker=maker, told_at=clock.now())
        for maker in change.agreement.makers.all()
    )
    tell(
        about=change.agreement.thing,
        turn="agreement_changed",
        news=stored(_("een afspraak is veranderd")),
        text=stored(
            _("Er was afgesproken: “%(before)s”. Voortaan geldt: “%(after)s”. Waarom: %(reason)s"),
            before=change.before,
            after=change.after,
            reason=reason.strip(),
        ),
        function=change.function,
        in_story=False,
        by=by,
    )


@transaction.atomic
def read_notice(*, notice_id: int, by: Person) -> AgreementNotice:
    """Someone who made it has read of the change. Raises Refused for whom it was not meant."""
    notice = AgreementNotice.objects.select_for_update(of=("self",)).get(pk=notice_id)
    if not waiting_notices(by).filter(pk=notice_id).exists():
        raise Conflict(
            Reason(_("Dit bericht is niet voor u, of u hebt het al gelezen."), rule="afspraak.maker")
        )
    notice.read_at, notice.read_by = clock.now(), by
    notice.save(update_fields=["read_at", "read_by"])
    return notice
