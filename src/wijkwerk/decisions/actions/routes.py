"""A thing goes the way to adoption that its approach lays down, stop after stop; none is skipped (TIL-26)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Stop, StopKind
from wijkwerk.decisions.actions.deciding import decide
from wijkwerk.decisions.events import Verb
from wijkwerk.decisions.models import AdoptionRoute, Consultation, Decision, DecisionKind, StopTaken
from wijkwerk.decisions.rules.routes import StopOutcome, adopting_stop, in_order, missing, next_stop
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import because, language, listing, role_label, sourced
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing

KINDS = {
    StopKind.TAKE_NOTE: DecisionKind.TAKE_NOTE,
    StopKind.DISCUSS: DecisionKind.DISCUSS,
    StopKind.ADVISE: DecisionKind.ADVISE,
    StopKind.FORMAL_CONSULTATION: DecisionKind.CONSULT,
    StopKind.ADOPT: DecisionKind.ADOPT,
}


@transaction.atomic
def open_route(*, thing: Thing, approach: Approach, route_key: str, by: Person | None) -> AdoptionRoute:
    """Send a thing on its way; the one it is on already, if it is. After a no at the end a new round begins."""
    may(by, Power.EDIT_PLAN, within=thing.area, on=clock.today()).require()
    return _walk(thing, approach, route_key, by)


def _walk(thing: Thing, approach: Approach, route_key: str, by: Person | None) -> AdoptionRoute:
    Thing.objects.select_for_update().get(pk=thing.pk)
    on_its_way = AdoptionRoute.objects.filter(thing=thing, refused_on__isnull=True).first()
    if on_its_way is not None:
        return on_its_way
    approach.route(route_key)
    opened = AdoptionRoute.objects.create(
        thing=thing, approach_key=approach.key, route_key=route_key, opened_on=clock.today()
    )
    journal(Verb.ROUTE_OPENED, thing, by=by, detail_id=opened.pk)
    return opened


@transaction.atomic
def take_stop(
    *,
    route_id: int,
    stop: str,
    ending: StopOutcome,
    reason: str,
    public_text: str,
    by: Person | None,
    body: str = "",
) -> StopTaken:
    """Take the next stop: a decision with its day, body and ending.

    A stop out of turn is refused, and so is one by whom the approach does not name. Formal consultation is taken once
    people had their time and an answer. Adopting is done by what is adopted (`adopted_by`); here it can be refused.
    """
    walk = (
        AdoptionRoute.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=route_id)
    )
    step = _stop(walk, stop)
    verdict = may_take_stop(by, walk, step)
    verdict.require()
    _in_turn(walk, step)
    if step.kind is StopKind.FORMAL_CONSULTATION:
        _people_were_heard(walk, step)
    refused = step.kind is StopKind.ADOPT and ending is StopOutcome.NOT_AGREED
    if step.kind is StopKind.ADOPT and not refused:
        raise Conflict(
            Reason(
                _("Vaststellen gebeurt op de pagina van het plan zelf, met alles wat erin staat."),
                rule=walk.rule,
            )
        )
    decision = decide(
        thing=walk.thing,
        kind=DecisionKind.REFUSE if refused else KINDS[step.kind],
        reason=reason,
        public_text=public_text,
        maker=by,
        body=body.strip() or _body(walk.approach, step),
        mandate=f"routes.{walk.route_key}.stops.{step.key}",
    )
    if refused:
        walk.refused_on = clock.today()
        walk.save(update_fields=["refused_on"])
    return _record(walk, step, ending, decision, by)


def _stop(walk: AdoptionRoute, key: str) -> Stop:
    found = next((each for each in walk.route.stops if each.key == key), None)
    if found is None:
        raise Invalid(Reason(_("Deze stap hoort niet bij de route."), field="stop", rule=walk.rule))
    return found


def may_take_stop(person: Person | None, walk: AdoptionRoute, stop: Stop) -> Verdict:
    """Who holds the role the approach names for the stop; where it names none, who writes plans here."""
    if not stop.role or person is None:
        return may(person, Power.EDIT_PLAN, within=walk.thing.area, on=clock.today())
    if any(held.role == stop.role for held in mandates_of(person).within(walk.thing.area)):
        return YES
    approach = walk.approach
    who = role_label(approach, stop.role)
    return because(
        approach,
        f"routes.{walk.route_key}.stops.{stop.key}.role",
        gettext("“%(stop)s” doet: %(who)s.") % {"stop": stop.label.within(language()), "who": who},
        value=who,
    )


def _in_turn(walk: AdoptionRoute, stop: Stop) -> None:
    taken = set(walk.taken.values_list("stop", flat=True))
    if stop.key in taken:
        raise Conflict(Reason(_("Deze stap is al gezet."), rule=walk.rule))
    expected = next_stop(walk.route, taken)
    if walk.refused_on is None and expected is not None and expected.key == stop.key:
        return
    raise Conflict(
        _skipping(walk.approach, walk.route_key, [expected] if expected else list(in_order(walk.route)))
    )


def _skipping(approach: Approach, route_key: str, stops: list[Stop]) -> Reason:
    """The first stop that stands before it, and that none can be skipped."""
    words = language()
    return sourced(
        approach,
        gettext("Eerst: %(stop)s. Geen stap van deze route kan worden overgeslagen.")
        % {"stop": stops[0].label.within(words)},
        f"routes.{route_key}",
        listing(stop.label.within(words) for stop in stops),
    )


def _people_were_heard(walk: AdoptionRoute, stop: Stop) -> None:
    before = walk.taken.select_related("decision").last()
    since = before.decision.decided_on if before else walk.opened_on
    heard = Consultation.objects.filter(thing=walk.thing, opened_on__gte=since, closed_on__isnull=False)
    if heard.exists():
        return
    raise Conflict(
        sourced(
            walk.approach,
            gettext(
                "De inspraak is nog niet gehouden en beantwoord. Ook een goed advies komt er niet voor in de plaats."
            ),
            f"routes.{walk.route_key}.stops.{stop.key}",
            stop.label.within(language()),
            gettext("Open de inspraak, en sluit haar af met wat er met de reacties is gedaan."),
        )
    )


def _body(approach: Approach, stop: Stop) -> str:
    return role_label(approach, stop.role) if stop.role else stop.label.within("nl")


def _record(
    walk: AdoptionRoute, stop: Stop, ending: StopOutcome, decision: Decision, by: Person | None
) -> StopTaken:
    taken = StopTaken.objects.create(
        route=walk, stop=stop.key, kind=stop.kind, ending=ending, decision=decision
    )
    journal(Verb.STOP_TAKEN, walk.thing, by=by, detail_id=taken.pk)
    return taken


def may_adopt(thing: Thing, approach: Approach, route_key: str | None, by: Person | None = None) -> Verdict:
    """Whether every stop before adoption was taken, and whether this person takes the adopting one."""
    if route_key is None:
        return YES
    walk = AdoptionRoute.objects.filter(thing=thing, refused_on__isnull=True).first()
    if walk is not None:
        approach, route_key = walk.approach, walk.route_key
    waiting = missing(
        approach.route(route_key), set(walk.taken.values_list("stop", flat=True)) if walk else set()
    )
    if waiting:
        return Verdict(False, _skipping(approach, route_key, list(waiting)))
    ending = adopting_stop(approach.route(route_key))
    if ending is None or by is None:
        return YES
    walk = walk or AdoptionRoute(thing=thing, approach_key=approach.key, route_key=route_key)
    return may_take_stop(by, walk, ending)


@transaction.atomic
def adopted_by(*, decision: Decision, approach: Approach, route_key: str | None) -> StopTaken | None:
    """The decision of adopting, or of taking note, is the stop of its kind on the route, where it has one."""
    if route_key is None:
        return None
    wanted = {DecisionKind.ADOPT: StopKind.ADOPT, DecisionKind.TAKE_NOTE: StopKind.TAKE_NOTE}
    walk = _walk(decision.thing, approach, route_key, decision.maker)
    expected = next_stop(walk.route, set(walk.taken.values_list("stop", flat=True)))
    if expected is None or expected.kind is not wanted.get(DecisionKind(decision.kind)):
        return None
    return _record(walk, expected, StopOutcome.AGREED, decision, decision.maker)
