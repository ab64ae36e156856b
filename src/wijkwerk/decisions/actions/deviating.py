"""An area asks to deviate from city policy: weighed, allowed for a term or refused, public, evaluated (ARN-04)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import DecisionKind, Deviation
from wijkwerk.decisions.rules.rulings import DEVIATION, DeviationState
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year, stored
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because, language
from wijkwerk.thread.actions import bear, journal


def speaks_for_area(person: Person | None, area: Area) -> Verdict:
    """Whether this person says for an area what it wants otherwise: who comments there, or decides on content."""
    comments = may(person, Power.COMMENT, within=area, on=clock.today())
    return comments if comments else may(person, Power.DECIDE_CONTENT, within=area, on=clock.today())


def may_ask_deviation(person: Person | None, area: Area) -> Verdict:
    """Whether areas deviate in this approach, and whether this person speaks for one."""
    approach = approach_for(area)
    if not approach.options.deviation_from_city_policy:
        return because(
            approach,
            "options.deviation_from_city_policy",
            gettext("In de aanpak “%(approach)s” wijkt een wijk niet af van stedelijk beleid.")
            % {"approach": approach.title.within(language())},
        )
    return speaks_for_area(person, area)


@transaction.atomic
def ask_deviation(*, area: Area, policy: str, otherwise: str, why: str, by: Person | None) -> Deviation:
    """Ask to do something otherwise here than the city's policy says."""
    verdict = may_ask_deviation(by, area)
    if not verdict:
        raise Refused(verdict.reason)
    for field, text in (("policy", policy), ("otherwise", otherwise), ("why", why)):
        if not text.strip():
            raise Invalid(Reason(_("Vul dit in: anderen moeten het kunnen wegen."), field=field))
    thing = bear(
        "ruling", area=area, sentence=stored(_("Anders dan: %(policy)s"), policy=policy.strip()), public=True
    )
    asked = Deviation.objects.create(
        thing=thing,
        area=area,
        policy=policy.strip()[:200],
        otherwise=otherwise.strip(),
        why=why.strip(),
        asked_by=by,
        asked_on=clock.today(),
    )
    journal(Verb.DEVIATION_ASKED, thing, by=by)
    return asked


@transaction.atomic
def weigh_deviation(*, deviation_id: int, weighing: str, by: Person | None) -> Deviation:
    """Write down what speaks for it and against it, before anyone decides."""
    asked = _locked(deviation_id)
    may(by, Power.DEVIATE_FROM_CITY_POLICY, within=asked.area, on=clock.today()).require()
    DEVIATION.require(DeviationState(asked.state), DeviationState.WEIGHED)
    if not weighing.strip():
        raise Invalid(Reason(_("Schrijf wat ervoor en wat ertegen is."), field="weighing"))
    asked.weighing, asked.state = weighing.strip(), DeviationState.WEIGHED
    asked.save(update_fields=["weighing", "state"])
    journal(Verb.DEVIATION_WEIGHED, asked.thing, by=by)
    return asked


@transaction.atomic
def decide_deviation(
    *, deviation_id: int, allowed_until: date | None, reason: str, body: str, by: Person | None
) -> Deviation:
    """Allow it until a day, or refuse it (None): a public decision either way."""
    asked = _locked(deviation_id)
    may(by, Power.DEVIATE_FROM_CITY_POLICY, within=asked.area, on=clock.today()).require()
    state = DeviationState.ALLOWED if allowed_until else DeviationState.REFUSED
    DEVIATION.require(DeviationState(asked.state), state)
    if allowed_until and allowed_until <= clock.today():
        raise Invalid(Reason(_("De laatste dag ligt in de toekomst."), field="allowed_until"))
    told = (
        stored(_("%(area)s mag het anders doen tot en met %(day)s"), area=asked.area.name, day=allowed_until)
        if allowed_until
        else stored(_("%(area)s volgt het stedelijk beleid"), area=asked.area.name)
    )
    asked.decision = decide(
        thing=asked.thing,
        kind=DecisionKind.DEVIATE if allowed_until else DecisionKind.REFUSE,
        reason=reason,
        public_text=told,
        maker=by,
        body=body,
        mandate=Power.DEVIATE_FROM_CITY_POLICY,
    )
    asked.state, asked.allowed_until = state, allowed_until
    asked.save(update_fields=["decision", "state", "allowed_until"])
    journal(Verb.DEVIATION_DECIDED, asked.thing, by=by)
    return asked


@transaction.atomic
def evaluate_deviation(*, deviation_id: int, evaluation: str, by: Person | None) -> Deviation:
    """Write down how it went, once its term is over."""
    asked = _locked(deviation_id)
    may(by, Power.EVALUATE, within=asked.area, on=clock.today()).require()
    DEVIATION.require(DeviationState(asked.state), DeviationState.EVALUATED)
    if asked.allowed_until and clock.today() <= asked.allowed_until:
        raise Conflict(
            Reason(
                _("Het loopt nog tot en met %(day)s.") % {"day": day_with_year(asked.allowed_until)},
                rule="afwijking.termijn",
            )
        )
    if not evaluation.strip():
        raise Invalid(Reason(_("Schrijf hoe het ging."), field="evaluation"))
    asked.evaluation, asked.evaluated_on = evaluation.strip(), clock.today()
    asked.state = DeviationState.EVALUATED
    asked.save(update_fields=["evaluation", "evaluated_on", "state"])
    journal(Verb.DEVIATION_EVALUATED, asked.thing, by=by)
    return asked


def _locked(pk: int) -> Deviation:
    return Deviation.objects.select_for_update(of=("self",)).select_related("thing__area", "area").get(pk=pk)
