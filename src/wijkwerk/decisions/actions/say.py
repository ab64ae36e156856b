"""Say grows in dated steps; a step up comes after an evaluation of the step before it (AMF-11)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Involvement, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import DecisionKind, SayLevel, SayStep
from wijkwerk.decisions.queries import say_in
from wijkwerk.decisions.rules import say as rules
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because
from wijkwerk.thread.actions import bear, journal


@transaction.atomic
def change_say(*, area: Area, level: Involvement, reason: str, body: str, by: Person | None) -> SayStep:
    """Give the residents of an area more say, or less, from today. A decision.

    Raises Refused without the mandate, Conflict where say does not change by steps, where it would go up by more than
    one, or where the step before it was not evaluated.
    """
    may(by, Power.DECIDE_CONTENT, within=area, on=clock.today()).require()
    Area.objects.select_for_update().get(pk=area.pk)
    former = SayStep.objects.filter(area=area).first()
    verdict = may_change_say(approach_for(area), say_in(area), level, former)
    if not verdict:
        raise Conflict(verdict.reason)
    label = SayLevel(level).label
    thing = bear("ruling", area=area, sentence=stored(_("Zeggenschap: %(level)s"), level=label), public=True)
    step = SayStep.objects.create(thing=thing, area=area, level=level, since=clock.today())
    decide(
        thing=thing,
        kind=DecisionKind.SAY,
        reason=reason,
        public_text=stored(_("In %(area)s geldt nu: %(level)s"), area=area.name, level=label),
        maker=by,
        body=body,
        mandate=Power.DECIDE_CONTENT,
    )
    journal(Verb.SAY_CHANGED, thing, by=by)
    return step


@transaction.atomic
def evaluate_say(*, step_id: int, evaluation: str, worked: bool, by: Person | None) -> SayStep:
    """Write down how a step went for residents, politics and officials."""
    step = SayStep.objects.select_for_update(of=("self",)).select_related("area", "thing").get(pk=step_id)
    may(by, Power.EVALUATE, within=step.area, on=clock.today()).require()
    if not evaluation.strip():
        raise Invalid(Reason(_("Schrijf hoe deze stap ging."), field="evaluation"))
    step.evaluation, step.worked = evaluation.strip(), worked
    step.evaluated_on, step.evaluated_by = clock.today(), by
    step.save(update_fields=["evaluation", "worked", "evaluated_on", "evaluated_by"])
    journal(Verb.SAY_EVALUATED, step.thing, by=by)
    return step


def may_change_say(
    approach: Approach, now: Involvement, level: Involvement, former: SayStep | None
) -> Verdict:
    """Whether say may become this, by the values of the approach and what was learned of the step before."""
    shift = "options.responsibility_shift"
    if not rules.grows(approach):
        return because(
            approach, shift, gettext("In deze aanpak groeit de zeggenschap van bewoners niet in stappen.")
        )
    if level is now:
        return because(approach, shift, gettext("Zo is het nu al."))
    if not rules.is_up(now, level):
        return YES
    if not rules.one_step(now, level):
        return because(
            approach, shift, gettext("Zeggenschap begint klein en groeit langzaam: één stap tegelijk.")
        )
    if former is not None and approach.options.say_grows_after_evaluation and not former.worked:
        return because(
            approach,
            "options.say_grows_after_evaluation",
            gettext("De stap hiervoor is nog niet geëvalueerd, of werkte niet. Pas daarna komt de volgende."),
            gettext("Schrijf eerst op hoe de vorige stap ging."),
        )
    return YES
