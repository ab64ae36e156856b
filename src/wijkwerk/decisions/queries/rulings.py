"""Reads of rulings about an area: say, scope, room for residents, deviations, elections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from wijkwerk.approaches import Involvement
from wijkwerk.approaches.schema import Options, ScopeOutcome, ScopeRule, Standing
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.models import Consultation, Deviation, Election, SayStep, ScopeCase, SteppedAside
from wijkwerk.decisions.rules.rulings import DeviationState, standing
from wijkwerk.decisions.rules.say import starting_level
from wijkwerk.foundation import clock
from wijkwerk.people.models import OF_RESIDENTS, Organisation, RoleHeld


def say_in(area: Area, on: date | None = None) -> Involvement:
    """How far residents of an area go on a day: the last step, else as far as the approach goes by itself."""
    steps = SayStep.objects.filter(area=area)
    step = (steps.filter(since__lte=on) if on else steps).first()
    return Involvement(step.level) if step else starting_level(approach_for(area, on))


@dataclass(frozen=True)
class ScopeRegister:
    """What is of the area: the rules of the approach, and the cases decided since, newest first."""

    rules: list[ScopeRule]
    cases: list[ScopeCase]


def scope_register(
    area: Area, *, words: str = "", belongs: ScopeOutcome | None = None, most: int = 100
) -> ScopeRegister:
    """The register of an area, searched by every word in subject, example or reason (AMF-15, AMF-17)."""
    wanted = words.casefold().split()[:8]
    found = ScopeCase.objects.filter(area=area)
    for word in wanted:
        found = found.filter(
            Q(subject__icontains=word)
            | Q(example__icontains=word)
            | Q(depends_on__icontains=word)
            | Q(decision__reason__icontains=word)
        )
    if belongs:
        found = found.filter(belongs=belongs)
    rules = [
        rule
        for rule in approach_for(area).signals.scope
        if belongs in (None, rule.outcome) and all(word in _words_of(rule) for word in wanted)
    ]
    return ScopeRegister(rules, list(found.select_related("thing", "decision", "arose_from")[:most]))


def _words_of(rule: ScopeRule) -> str:
    texts = [rule.label, *([rule.examples] if rule.examples else [])]
    return " ".join(text.within(language) for text in texts for language in ("nl", "en")).casefold()


def room_for_residents(area: Area) -> list[SteppedAside]:
    """Where the municipality stepped aside here, the newest first, over or not."""
    return list(
        SteppedAside.objects.filter(area=area).select_related("thing", "decision").prefetch_related("notices")
    )


def deviations_of(area: Area) -> QuerySet[Deviation]:
    """What this area asked to do otherwise, the newest first: public (ARN-04)."""
    return Deviation.objects.filter(area=area).select_related("thing", "decision")


def to_evaluate(areas: list[Area]) -> QuerySet[Deviation]:
    """Deviations whose term is over and of which nobody wrote down how it went."""
    return Deviation.objects.filter(
        area__in=areas, state=DeviationState.ALLOWED, allowed_until__lt=clock.today()
    ).select_related("thing", "area")


@dataclass(frozen=True)
class GroupStanding:
    """For whom a group of residents stands in an area, and its latest election there."""

    group: Organisation
    standing: Standing
    election: Election | None


def standings_in(area: Area, on: date | None = None) -> list[GroupStanding]:
    """Every group of residents that is known in an area, by a role held or by an election; three queries."""
    day = on or clock.today()
    here = Q(roles__in=RoleHeld.objects.on(day).filter(area=area)) | Q(elections__area=area)
    groups = Organisation.objects.filter(here, kind__in=OF_RESIDENTS).distinct()
    held = Election.objects.filter(area=area, held_on__lte=day).order_by("ends_on", "id")
    latest = {election.organisation_id: election for election in held}
    options = approach_for(area, day).options
    return [_group(options, group, latest.get(group.pk), day) for group in groups]


def standing_of(organisation: Organisation, area: Area, on: date | None = None) -> Standing:
    """What an organisation of residents stands for on a day: all of them only within the term of an election."""
    day = on or clock.today()
    held = Election.objects.filter(organisation=organisation, area=area, held_on__lte=day)
    return _group(
        approach_for(area, day).options, organisation, held.order_by("ends_on").last(), day
    ).standing


def _group(options: Options, group: Organisation, election: Election | None, day: date) -> GroupStanding:
    elected = election is not None and day <= election.ends_on
    return GroupStanding(group, standing(options, elected=elected), election)


def open_consultations(areas: Sequence[Area]) -> QuerySet[Consultation]:
    """Formal consultations on which people can still react, soonest ending first."""
    return _open().filter(thing__area__in=areas)


def open_consultations_on(things: Sequence[int]) -> QuerySet[Consultation]:
    """Those about one of these things."""
    return _open().filter(thing__in=things)


def _open() -> QuerySet[Consultation]:
    running = Consultation.objects.filter(
        closed_on__isnull=True, open_until__gte=clock.today(), thing__public=True
    )
    return running.select_related("thing__area").order_by("open_until", "id")


def consultations_to_work_on(areas: Sequence[Area]) -> QuerySet[Consultation]:
    """Those with reactions without an answer (`waiting`, the longest since `oldest`), or over and not closed."""
    unanswered = Q(received__answered_on__isnull=True)
    return (
        Consultation.objects.filter(thing__area__in=areas, closed_on__isnull=True)
        .annotate(
            waiting=Count("received", filter=unanswered),
            oldest=Min("received__thing__born_on", filter=unanswered),
        )
        .filter(Q(waiting__gt=0) | Q(open_until__lt=clock.today()))
        .select_related("thing__area")
        .order_by("open_until", "id")
    )
