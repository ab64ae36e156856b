"""What the pages of politics show: process apart from content, and whose each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.queries import late_promises
from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Scope
from wijkwerk.approaches.wording import choice
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import lineage
from wijkwerk.cycles.pages import CyclePage, cycle_page
from wijkwerk.cycles.queries import cycles_of
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason, Verdict
from wijkwerk.participation.models import Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.labels import POWER_LABELS
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import Mandates, mandates_of
from wijkwerk.people.wording import language, listing, role_label, sourced, who_may
from wijkwerk.plans.models import Measure, Plan, Work
from wijkwerk.plans.queries import late_work
from wijkwerk.politics.models import Matter, Subject
from wijkwerk.politics.permissions import may_lay_before
from wijkwerk.politics.queries import ProcessLine, matters_for, process_lines
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import handled_shares
from wijkwerk.signals.rules import FundingSource

MOST = 6
PROCESS = (
    Power.OPEN_STEP,
    Power.CLOSE_STEP,
    Power.SPEAK_FOR_RESIDENTS,
    Power.PROMISE,
    Power.PLACE_ON_BOARD_LIST,
)
CONTENT = (Power.DECIDE_CONTENT, Power.ADOPT_PLAN, Power.DECIDE_WISH, Power.RESERVE_MONEY)


@dataclass(frozen=True)
class BoardPage:
    """All areas side by side, with what they add up to."""

    lines: list[ProcessLine]
    regular_percent: int | None

    @property
    def has_aldermen(self) -> bool:
        """Whether any of these areas can have an alderman (DOR-33: where none can, nothing of it is shown)."""
        return any(line.has_alderman for line in self.lines)

    @property
    def sentence(self) -> str:
        """What the table says, in one sentence."""
        late = sum(not line.on_time for line in self.lines)
        if not late:
            return _("In alle gebieden loopt alles op tijd.")
        if late == len(self.lines):
            return _("In elk gebied is iets te laat.")
        total = {"late": late, "total": len(self.lines)}
        return (
            ngettext(
                "In %(late)s van de %(total)s gebieden is iets te laat.",
                "In %(late)s van de %(total)s gebieden is iets te laat.",
                late,
            )
            % total
        )


def board_page(reader: Mandates) -> BoardPage:
    """The areas of which this reader reads everything; a fixed number of queries."""
    everywhere = reader.territory.working_areas(clock.today())
    readable = {area.pk for area in reader.areas_with(Power.READ_EVERYTHING)}
    places = [(area, approach) for area, approach in everywhere if area.pk in readable]
    shares = handled_shares([area for area, _approach in places], since=clock.today() - timedelta(days=365))
    total = sum(shares.values())
    percent = round(100 * shares.get(FundingSource.REGULAR, 0) / total) if total else None
    return BoardPage(process_lines(places), percent)


@dataclass(frozen=True)
class Mine:
    """One thing someone may do, or whose it is instead."""

    label: str
    verdict: Verdict
    whose: str


@dataclass(frozen=True)
class ProcessPage:
    """Everything the page of one area's process prints."""

    area: Area
    line: ProcessLine
    cycles: list[CyclePage]
    promises: list[Promise]
    works: list[Work]
    answers: list[Signal]
    matters: list[Matter]
    may_lay_before: Verdict
    process: list[Mine]
    content: list[Mine]
    rule: Reason | None
    decides_too: bool
    deciders: list[RoleHeld]
    plan: Plan | None
    measures: list[Measure]
    residents_say: list[Wish]
    has_line: bool

    @property
    def late(self) -> str:
        """What is late, counted, in one sentence."""
        line = self.line
        counts = [
            ngettext("%(count)s stap", "%(count)s stappen", len(line.late_steps))
            % {"count": len(line.late_steps)},
            ngettext("%(count)s belofte", "%(count)s beloften", line.late_promises)
            % {"count": line.late_promises},
            ngettext("%(count)s maatregel", "%(count)s maatregelen", line.late_work)
            % {"count": line.late_work},
            ngettext("%(count)s antwoord", "%(count)s antwoorden", line.late_answers)
            % {"count": line.late_answers},
        ]
        told = [words for words in counts if not words.startswith("0 ")]
        return _("Te laat: %(what)s.") % {"what": ", ".join(told)} if told else _("Alles loopt op tijd.")


def process_page(area: Area, reader: Person) -> ProcessPage:
    """The process of an area for one reader, in a fixed number of queries."""
    held, today = mandates_of(reader), clock.today()
    approach = held.territory.approaches(area, today)[0]
    running, _finished = cycles_of(area)
    opens, closes = held.may(Power.OPEN_STEP, within=area), held.may(Power.CLOSE_STEP, within=area)
    decides = held.may(Power.DECIDE_CONTENT, within=area)
    plan = Plan.objects.filter(area=area).select_related("thing", "cycle").order_by("-pk").first()
    measures = Measure.objects.filter(plan=plan).select_related("thing") if plan else Measure.objects.none()
    chosen = Wish.objects.filter(thing__area=area, status=WishStatus.RANKED, place__isnull=False)
    return ProcessPage(
        area=area,
        line=process_lines([(area, approach)])[0],
        cycles=[cycle_page(cycle, open_verdict=opens, close_verdict=closes) for cycle in running],
        promises=list(late_promises([area])[:MOST]),
        works=list(late_work([area])[:MOST]),
        answers=list(Signal.objects.within([area]).overdue(today).for_list().longest_waiting()[:MOST]),
        matters=list(matters_for(reader, [area])[:MOST]),
        may_lay_before=may_lay_before(reader, area),
        process=[_mine(power, held, area, approach) for power in PROCESS],
        content=[_mine(power, held, area, approach) for power in CONTENT],
        rule=_rule(approach),
        decides_too=bool(decides),
        deciders=_deciders(approach, area),
        plan=plan,
        measures=list(measures.order_by("place", "-thing_id")[:MOST]),
        residents_say=list(
            chosen.select_related("thing").order_by("-longlist__step__cycle__starts_on", "place")[:3]
        ),
        has_line=any(role.direct_line_to for role in approach.roles.values()),
    )


def _rule(approach: Approach) -> Reason | None:
    """That who adopts an area goes about its process; None where the approach has no such alderman."""
    adopter = next((role for role in approach.roles.values() if role.adopts_areas), None)
    if adopter is None or adopter.scope is not Scope.PROCESS:
        return None
    facts = {
        "role": role_label(approach, adopter.key),
        "who": listing(who_may(approach, Power.DECIDE_CONTENT)),
    }
    sentence = _("Een %(role)s gaat over het proces; de inhoud ligt bij de %(who)s.") % facts
    return sourced(approach, sentence, f"roles.{adopter.key}.scope", choice(adopter.scope).within(language()))


def _mine(power: Power, held: Mandates, area: Area, approach: Approach) -> Mine:
    return Mine(str(POWER_LABELS[power]), held.may(power, within=area), listing(who_may(approach, power)))


def _deciders(approach: Approach, area: Area) -> list[RoleHeld]:
    """Who decides on content here, by name: so that one knows whom to ask."""
    keys = [role.key for role in approach.roles_with(Power.DECIDE_CONTENT)]
    here = Q(area=None) | Q(area__in=lineage(area))
    rows = RoleHeld.objects.on(clock.today()).filter(here, role__in=keys).select_related("person")
    return list(rows.order_by("person__first_name", "pk")[: MOST * 2])


@dataclass(frozen=True)
class MatterPage:
    """A matter with the offices at both ends."""

    matter: Matter
    office: str


def matter_page(matter: Matter) -> MatterPage:
    """A matter as it reads and prints."""
    approach = mandates_of(matter.sent_by).territory.approaches(matter.area, clock.today())[0]
    return MatterPage(matter, role_label(approach, matter.to_role))


def is_content(matter: Matter, reader: Person) -> Reason | None:
    """For a matter of content before someone who goes about process: whose it is instead."""
    if matter.subject != Subject.CONTENT:
        return None
    verdict = mandates_of(reader).may(Power.DECIDE_CONTENT, within=matter.area)
    return None if verdict else verdict.reason
