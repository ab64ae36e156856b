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
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict, no
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
    verdict = not_done_yet(measure)
    if not verdict:
        raise Conflict(verdict.reason)
    for field, text in (("indicator", indicator), ("unit", unit)):
        if not text.strip():
            raise Invalid(Reason(_("Noem het cijfer en waarin het wordt geteld."), field=field))
    if not source.strip():
        raise Invalid(Reason(_("Noem waar het cijfer vandaan komt."), field="source"))
    figure = NamedFigure.objects.create(
        about=measure.thing,
        indicator=indicator.strip()[:160],
        unit=unit.strip()[:40],
        named_on=clock.today(),
        before=before,
        before_source=source.strip()[:200],
    )
    journal(Verb.FIGURE_NAMED, measure.thing, by=by, detail_id=figure.pk)
    return figure


def not_done_yet(measure: Measure) -> Verdict:
    """A figure counts only when it is named before the work is done."""
    if not Work.objects.filter(measure=measure, done_on__isnull=False).exists():
        return YES
    return no(
        _("Het werk is al gedaan. Een cijfer telt alleen als het vooraf is genoemd."), rule="opbrengst.vooraf"
    )


def is_done(work: Work) -> Verdict:
    """What it brought shows after it was done."""
    if work.done_on is not None:
        return YES
    return no(_("Het werk is nog niet gedaan; wat het bracht, weten we later."), rule="opbrengst.na_het_werk")


def named_beforehand(work: Work) -> NamedFigure | None:
    """The figure that was named for this work before it was done."""
    named = NamedFigure.objects.filter(about_id=work.measure_id)
    if work.done_on is not None:
        named = named.filter(named_on__lte=work.done_on)
    return named.order_by("id").first()


@transaction.atomic
def learn(*, work_id: int, given: Learned, by: Person | None) -> Effect:
    """Write down what the work brought. Links from the closing answer, or from the work itself."""
    work = (
        Work.objects.select_for_update(of=("self",))
        .select_related("thing__area", "measure__thing")
        .get(pk=work_id)
    )
    may(by, Power.RECORD_EFFECT, within=work.thing.area, on=clock.today()).require()
    verdict = is_done(work)
    if not verdict:
        raise Conflict(verdict.reason)
    if not given.outcome.strip() and not given.verdict.strip():
        raise Invalid(Reason(_("Schrijf wat het bracht, of wat bewoners ervan zeggen."), field="outcome"))
    figure = named_beforehand(work)
    if given.after is not None:
        if figure is None:
            raise Invalid(Reason(_("Voor deze maatregel is vooraf geen cijfer genoemd."), field="after"))
        if figure.after is not None:
            raise Invalid(
                Reason(
                    _("Dit cijfer is al gemeten op %(day)s. Wat toen is gemeten, blijft staan.")
                    % {"day": day_with_year(figure.measured_on or figure.named_on)},
                    field="after",
                )
            )
        if not given.after_source.strip():
            raise Invalid(Reason(_("Noem waar het cijfer vandaan komt."), field="after_source"))
        figure.after, figure.after_source = given.after, given.after_source.strip()[:200]
        figure.measured_on = clock.today()
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
