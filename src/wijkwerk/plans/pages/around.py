"""What stands around the measures of a plan: the chain it is in, what is missing, where measures meet, who reacted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import AuthorKind, PlanKind, PlanOwner
from wijkwerk.areas.models import Area
from wijkwerk.decisions.models import Consultation, Followed
from wijkwerk.decisions.queries import open_consultations_on
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Text
from wijkwerk.people.wording import language
from wijkwerk.plans.models import (
    AreaTask,
    ConsultationRound,
    KeyFigure,
    Maker,
    Measure,
    Plan,
    Reaction,
    ReviewPoint,
)
from wijkwerk.plans.queries import (
    Counted,
    Met,
    Owned,
    Share,
    chain_of,
    counted,
    goals_without_service,
    met_in,
    missing_parts,
    owned_by_services,
    programmed_share,
)
from wijkwerk.plans.rules.deciding import residents_ranked_it
from wijkwerk.plans.wording import FRICTIONS, MAKERS


@dataclass(frozen=True)
class MetRow:
    """Two measures that meet, in words."""

    kind: Text
    met: Met


@dataclass(frozen=True)
class ReactionRow:
    """A reaction with what was done with it; its text only where everyone may read it."""

    reaction: Reaction
    followed: Text


@dataclass(frozen=True)
class Around:
    """Everything around the measures of one plan."""

    years: str
    service: str
    chain: list[Plan]
    missing: list[str]
    met: list[MetRow]
    consultation: Consultation | None
    round: ConsultationRound | None
    can_react: bool
    reactions: list[ReactionRow]
    waiting: int
    tasks: list[AreaTask]
    makers: list[tuple[Text, Maker]]
    reviews: list[ReviewPoint]
    figures: list[KeyFigure]
    state: Text


def around(plan: Plan, measures: Sequence[Measure]) -> Around:
    """What stands around a plan, in a fixed number of queries."""
    found = ConsultationRound.objects.filter(plan=plan).first()
    reactions = list(Reaction.objects.filter(round__plan=plan).select_related("thing")) if found else []
    answered = [each for each in reactions if each.answered_on is not None]
    return Around(
        years=plan.years,
        service=plan.service.name if plan.service else "",
        chain=chain_of(plan)[:-1],
        missing=[each.label.within(language()) for each in missing_parts(plan)],
        met=[MetRow(FRICTIONS[each.kind], each) for each in met_in(measures)],
        consultation=open_consultations_on([plan.pk]).first(),
        round=found,
        can_react=found is not None and found.is_open(clock.today()),
        reactions=[ReactionRow(each, Followed(each.followed).label) for each in answered],
        waiting=len(reactions) - len(answered),
        tasks=list(plan.tasks.all()),
        makers=[(MAKERS[_author(each)], each) for each in plan.makers.all()],
        reviews=list(plan.reviews.all()),
        figures=_figures(plan),
        state=_project(plan),
    )


def _author(maker: Maker) -> AuthorKind:
    return AuthorKind(maker.kind)


def _figures(plan: Plan) -> list[KeyFigure]:
    """The figures of the area under the themes of a plan (TIL-24); none for a plan without themes of its own."""
    described = plan.described
    if described is None or not described.themes:
        return []
    return list(KeyFigure.objects.filter(area=plan.area, theme__in=described.themes))


def _project(plan: Plan) -> Text:
    """How far a project is, from report to beginning."""
    if plan.started_on is not None:
        return _("Dit project is begonnen.")
    registration = getattr(plan, "registration", None)
    if registration is None:
        return ""
    if registration.accepted is None:
        return _("De dienst meldde dit project. Het wijkbureau heeft nog niet besloten.")
    if registration.accepted:
        return _("Het wijkbureau heeft dit project aanvaard.")
    return _("Het wijkbureau heeft dit project niet aanvaard: %(reason)s") % {"reason": registration.reason}


@dataclass(frozen=True)
class AreaCounts:
    """What is counted of the plans of an area: quick against planned, goals of nobody, work outside a programme."""

    year: int
    counted: Counted
    goals: list[str]
    share: Share
    owned: Owned | None
    separate: bool
    ranked: bool


def area_counts(area: Area, approach: Approach) -> AreaCounts:
    """The numbers of this year, in a fixed number of queries."""
    year, decided_by = clock.today().year, approach.options.measures_decided_by
    services_own = approach.options.plan_owner is PlanOwner.LINE_SERVICE
    return AreaCounts(
        year=year,
        counted=counted(area, year),
        goals=[each.label.within(language()) for each in goals_without_service(area, approach)],
        share=programmed_share(area, approach),
        owned=owned_by_services(area, approach) if services_own else None,
        separate=bool(approach.options.quick_measures_outside_plan),
        ranked=decided_by is None or residents_ranked_it(decided_by, PlanKind.AREA_PLAN),
    )
