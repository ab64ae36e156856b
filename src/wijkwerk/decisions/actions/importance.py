"""What is important stays open to everyone before it is decided, whatever was advised (AMF-10)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import StopKind
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import AdoptionRoute, Consultation, Decision, DecisionKind, Important
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because, language
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing

# These prepare a decision, send it elsewhere, or leave everything as it was.
_DECIDES_NOTHING = frozenset(
    {
        DecisionKind.TAKE_NOTE,
        DecisionKind.DISCUSS,
        DecisionKind.ADVISE,
        DecisionKind.CONSULT,
        DecisionKind.PASS_ON,
        DecisionKind.SUPRA_AREA,
        DecisionKind.INDIVIDUAL,
        DecisionKind.RANK,
        DecisionKind.REFUSE,
    }
)


def is_important(thing: Thing, kind: DecisionKind) -> bool:
    """Whether someone marked what is decided, or the approach has everyone react on its way to adoption."""
    return _is_marked(thing, kind) or (kind is DecisionKind.ADOPT and _goes_by_consultation(thing))


def _is_marked(thing: Thing, kind: DecisionKind) -> bool:
    return kind not in _DECIDES_NOTHING and Important.objects.filter(thing=thing).exists()


def _goes_by_consultation(thing: Thing) -> bool:
    walk = AdoptionRoute.objects.filter(thing=thing, refused_on__isnull=True).first()
    return walk is not None and any(stop.kind is StopKind.FORMAL_CONSULTATION for stop in walk.route.stops)


def heard_before_deciding(thing: Thing, kind: DecisionKind) -> Verdict:
    """Whether everyone could react, and was answered, since the last important decision about this thing.

    What is important by its way to adoption waits at that stop of the way.
    """
    approach = approach_for(thing.area)
    path = "options.consultation_for_important_decisions"
    if not approach.options.consultation_for_important_decisions or not _is_marked(thing, kind):
        return YES
    held = Consultation.objects.filter(thing=thing, closed_on__isnull=False)
    before = Decision.objects.filter(thing=thing, important=True).first()
    if held.filter(opened_on__gte=before.decided_on).exists() if before else held.exists():
        return YES
    return because(
        approach,
        path,
        gettext(
            "Dit is een belangrijk besluit. Iedereen kan daarover eerst meepraten; "
            "een advies komt daar niet voor in de plaats."
        ),
        gettext("Open de inspraak, en besluit als de reacties zijn beantwoord."),
    )


def may_mark(person: Person | None, thing: Thing) -> Verdict:
    """Who writes plans here, or decides about them."""
    writes = may(person, Power.EDIT_PLAN, within=thing.area)
    return writes if writes else may(person, Power.DECIDE_CONTENT, within=thing.area)


def can_be_marked(thing: Thing) -> Verdict:
    """Where the approach knows important decisions, and once: what was opened to everyone is not closed to them."""
    approach = approach_for(thing.area)
    if not approach.options.consultation_for_important_decisions:
        return because(
            approach,
            "options.consultation_for_important_decisions",
            gettext("In de aanpak “%(approach)s” is inspraak vooraf niet verplicht.")
            % {"approach": approach.title.within(language())},
            gettext("U kunt de inspraak wel openen."),
        )
    if Important.objects.filter(thing=thing).exists():
        return no(_("Dit is al een belangrijk besluit."), rule="inspraak.belangrijk")
    return YES


@transaction.atomic
def mark_important(*, thing: Thing, why: str, by: Person | None) -> Important:
    """From now on nothing is decided about this thing before everyone could react."""
    may_mark(by, thing).require()
    Thing.objects.select_for_update().get(pk=thing.pk)
    verdict = can_be_marked(thing)
    if not verdict:
        raise Conflict(verdict.reason)
    if not why.strip():
        raise Invalid(Reason(_("Schrijf waarom dit belangrijk is. Iedereen kan dit lezen."), field="why"))
    marked = Important.objects.create(
        thing=thing, why=why.strip()[:300], marked_by=by, marked_on=clock.today()
    )
    journal(Verb.MARKED_IMPORTANT, thing, by=by)
    return marked
