"""Writes of effects."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Answer
from wijkwerk.approaches import Power
from wijkwerk.figures.models import NamedFigure
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.monitoring.events import Verb
from wijkwerk.monitoring.models import Effect
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.plans.models import Measure, Work
from wijkwerk.thread.actions import bear, journal, link
from wijkwerk.thread.models import Role


@dataclass(frozen=True)
class Learned:
    """What is learned of a piece of work: outcome and verdict apart; the later value of the figure, with source."""

    outcome: str = ""
    verdict: str = ""
    verdict_by: str = ""
    after: Decimal | None = None
    after_source: str = ""


@transaction.atomic
def name_figure(
    *, measure_id: int, indicator: str, unit: str, before: Decimal, source: str, by: Person | None
) -> NamedFigure:
    """Name beforehand by which figure it will be seen whether a measure helps. Not once the work is done."""
    measure = Measure.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=measure_id)
    may(by, Power.EDIT_PLAN, within=measure.thing.area, on=clock.today()).require()
    if Work.objects.filter(measure=measure, done_on__isnull=False).exists():
        raise Conflict(Reason(_("Het werk is al gedaan. Een cijfer telt alleen als het vooraf is genoemd.")))
    if not source.strip():
        raise Invalid(Reason(_("Noem waar het cijfer vandaan komt."), field="source"))
    figure = NamedFigure.objects.create(
        about=measure.thing,
        indicator=indicator,
        unit=unit,
        named_on=clock.today(),
        before=before,
        before_source=source,
    )
    journal(Verb.FIGURE_NAMED, measure.thing, by=by, detail_id=figure.pk)
    return figure


@transaction.atomic
def learn(*, work_id: int, given: Learned, by: Person | None) -> Effect:
    """Write down what the work brought. Links from the closing answer, or from the work itself."""
    work = (
        Work.objects.select_for_update(of=("self",))
        .select_related("thing__area", "measure__thing")
        .get(pk=work_id)
    )
    may(by, Power.RECORD_EFFECT, within=work.thing.area, on=clock.today()).require()
    if work.done_on is None:
        raise Conflict(Reason(_("Het werk is nog niet gedaan; wat het bracht, weten we later.")))
    if not given.outcome.strip() and not given.verdict.strip():
        raise Invalid(Reason(_("Schrijf wat het bracht, of wat bewoners ervan zeggen."), field="outcome"))
    figure = (
        NamedFigure.objects.filter(about=work.measure.thing, named_on__lte=work.done_on)
        .order_by("id")
        .first()
    )
    if given.after is not None:
        if figure is None:
            raise Invalid(Reason(_("Voor deze maatregel is vooraf geen cijfer genoemd."), field="after"))
        if not given.after_source.strip():
            raise Invalid(Reason(_("Noem waar het cijfer vandaan komt."), field="after_source"))
        figure.after, figure.after_source, figure.measured_on = given.after, given.after_source, clock.today()
        figure.save()
    thing = bear(
        "effect",
        area=work.thing.area,
        neighbourhood=work.thing.neighbourhood,
        sentence=given.outcome or given.verdict,
        public=True,
    )
    effect = Effect.objects.create(
        thing=thing,
        work=work.thing,
        outcome=given.outcome.strip(),
        verdict=given.verdict.strip(),
        verdict_by=given.verdict_by.strip(),
        figure=figure,
        learned_on=clock.today(),
    )
    told = (
        Answer.objects.filter(about=work.thing, closing=True)
        .select_related("thing")
        .order_by("-told_at")
        .first()
    )
    link(told.thing if told else work.thing, thing, Role.BROUGHT)
    journal(Verb.LEARNED, thing, by=by)
    return effect
