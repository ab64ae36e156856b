"""What was decided about an area itself, and holds there."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import ScopeOutcome, Standing
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions import may_ask_deviation, may_set_scope, may_step_aside
from wijkwerk.decisions.actions.scope import OUTCOMES
from wijkwerk.decisions.models import (
    Consultation,
    Deviation,
    Election,
    SayLevel,
    SayStep,
    ScopeCase,
    SteppedAside,
)
from wijkwerk.decisions.queries import (
    deviations_of,
    open_consultations,
    room_for_residents,
    say_in,
    scope_register,
    standings_in,
)
from wijkwerk.decisions.rules.rulings import DeviationState
from wijkwerk.decisions.rules.say import grows
from wijkwerk.decisions.wording import STATES
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Reason, Text
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import language, sourced

STANDINGS: dict[Standing, Text] = {
    Standing.REPRESENTATIVE: gettext_lazy("Is gekozen, en spreekt namens alle bewoners."),
    Standing.SOUNDING_BOARD: gettext_lazy("Denkt mee, maar spreekt niet namens alle bewoners."),
    Standing.PLATFORM: gettext_lazy("Spreekt voor zichzelf, niet namens alle bewoners."),
}


@dataclass(frozen=True)
class ScopeRow:
    """A rule of the approach, or a case decided since."""

    subject: str
    example: str
    belongs: Text
    case: ScopeCase | None = None


@dataclass(frozen=True)
class RoomRow:
    """Where residents decide themselves, with what the reader may do about it."""

    room: SteppedAside
    holds: bool
    ways: list[NextStep]


@dataclass(frozen=True)
class DeviationRow:
    """What an area does otherwise, or asked to."""

    deviation: Deviation
    badge_kind: str
    badge_label: Text
    ways: list[NextStep]


@dataclass(frozen=True)
class GroupRow:
    """A group of residents, for whom it speaks, and its latest election."""

    name: str
    speaks: Text
    election: Election | None


@dataclass(frozen=True)
class AreaPage:
    """Everything the page prints."""

    area: Area
    consultations: list[Consultation]
    say: str
    say_why: Reason
    say_steps: list[SayStep]
    groups: list[GroupRow]
    groups_why: Reason
    scope: list[ScopeRow]
    room: list[RoomRow]
    deviations: list[DeviationRow]
    ways: list[NextStep]


def area_page(
    area: Area, reader: Person | None, *, words: str = "", belongs: ScopeOutcome | None = None
) -> AreaPage:
    """What holds in an area, for one reader."""
    approach = approach_for(area)
    register = scope_register(area, words=words, belongs=belongs)
    scope = [
        ScopeRow(case.subject, case.example, OUTCOMES[ScopeOutcome(case.belongs)], case)
        for case in register.cases
    ]
    scope += [
        ScopeRow(
            rule.label.within(language()),
            rule.examples.within(language()) if rule.examples else "",
            OUTCOMES[rule.outcome],
        )
        for rule in register.rules
    ]
    gives = reader is not None and bool(may_step_aside(reader, area))
    decides = reader is not None and bool(may(reader, Power.DEVIATE_FROM_CITY_POLICY, within=area))
    evaluates = reader is not None and bool(may(reader, Power.EVALUATE, within=area))
    level = SayLevel(say_in(area)).label
    path, organised = "options.responsibility_shift", "options.residents_organised"
    return AreaPage(
        area=area,
        consultations=list(open_consultations([area])),
        say=str(level),
        say_why=sourced(approach, "", path),
        say_steps=list(SayStep.objects.filter(area=area).select_related("thing")),
        groups=[
            GroupRow(one.group.name, STANDINGS[one.standing], one.election) for one in standings_in(area)
        ],
        groups_why=sourced(approach, "", organised),
        scope=scope,
        room=[
            RoomRow(one, one.holds_on(clock.today()), _room_ways(one) if gives else [])
            for one in room_for_residents(area)
        ],
        deviations=[_deviation(one, decides=decides, evaluates=evaluates) for one in deviations_of(area)],
        ways=_ways(area, reader) if reader else [],
    )


def _ways(area: Area, reader: Person) -> list[NextStep]:
    """What someone who works here can decide; what the approach has not is told with its reason."""
    approach = approach_for(area)
    ways = [
        NextStep(
            _("Beslis of iets bij de wijk hoort"),
            reverse("decisions:scope", args=[area.code]),
            may_set_scope(reader, area),
        ),
        NextStep(
            _("Doe een stap opzij voor bewoners"),
            reverse("decisions:step-aside", args=[area.code]),
            may_step_aside(reader, area),
        ),
        NextStep(
            _("Vraag om af te wijken van stedelijk beleid"),
            reverse("decisions:deviate", args=[area.code]),
            may_ask_deviation(reader, area),
        ),
    ]
    manages = may(reader, Power.MANAGE_PEOPLE, within=area)
    if manages:
        ways.append(NextStep(_("Schrijf een verkiezing op"), reverse("decisions:election", args=[area.code])))
    if grows(approach):
        ways += [
            NextStep(
                _("Verander de zeggenschap"),
                reverse("decisions:say", args=[area.code]),
                may(reader, Power.DECIDE_CONTENT, within=area),
            ),
            NextStep(
                _("Schrijf op hoe de stap in zeggenschap ging"),
                reverse("decisions:evaluate-say", args=[area.code]),
                may(reader, Power.EVALUATE, within=area),
            ),
        ]
    return ways


def _room_ways(room: SteppedAside) -> list[NextStep]:
    if not room.holds_on(clock.today()):
        return []
    return [
        NextStep(
            _("Kondig aan dat u toch besluit"), reverse("decisions:announce", args=[room.pk]), lesser=True
        ),
        NextStep(_("Besluit toch zelf"), reverse("decisions:overrule", args=[room.pk]), lesser=True),
    ]


def _deviation(one: Deviation, *, decides: bool, evaluates: bool) -> DeviationRow:
    state = DeviationState(one.state)
    kind, label = STATES[state]
    steps = {
        DeviationState.ASKED: (_("Weeg het af"), "weigh", decides),
        DeviationState.WEIGHED: (_("Besluit erover"), "decide-deviation", decides),
        DeviationState.ALLOWED: (_("Kijk terug"), "evaluate-deviation", evaluates),
    }
    words, name, may_do = steps.get(state, ("", "", False))
    ways = [NextStep(words, reverse(f"decisions:{name}", args=[one.pk]))] if may_do else []
    return DeviationRow(one, kind, label, ways)
