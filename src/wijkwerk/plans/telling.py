"""What plans, measures and work say of a thread: the beads "bedacht", "gekozen", "betaald" and "gedaan"."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_with_year
from wijkwerk.foundation.reasons import Text
from wijkwerk.plans.models import Funding, Measure, Plan, ProgressReport, Work
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment

_NO_LEDGER = {
    Funding.REGULAR: _("uit de gewone begroting"),
    Funding.PARTNER: _("betaald door een partner"),
    Funding.NONE: _("kost geen geld"),
}


def measure_facts(ids: Sequence[int]) -> list[Fact]:
    """Worked out; stopped with why; paid from elsewhere than the area budget means nothing is reserved here."""
    found = []
    for measure in Measure.objects.filter(pk__in=ids).select_related("thing"):
        found.append(Fact(Bead.PROPOSED, BeadState.DONE, measure.pk, measure.thing.born_on))
        if measure.status == MeasureStatus.STOPPED:
            found.append(
                Fact(
                    Bead.DONE,
                    BeadState.STOPPED,
                    measure.pk,
                    measure.thing.ended_on,
                    why=_("deze maatregel is gestopt"),
                )
            )
            continue
        source = _NO_LEDGER.get(Funding(measure.funding))
        if source is not None and measure.status != MeasureStatus.DRAFTED:
            found.append(Fact(Bead.PAID, BeadState.SKIPPED, measure.pk, why=source))
        if measure.status == MeasureStatus.ADOPTED:
            expected = day_with_year(measure.expected_on) if measure.expected_on else ""
            found.append(Fact(Bead.DONE, BeadState.FUTURE, measure.pk, expected=expected))
    return found


def plan_facts(ids: Sequence[int]) -> list[Fact]:
    """Chosen is done when the plan is adopted."""
    return [
        Fact(Bead.CHOSEN, BeadState.DONE, plan.pk, plan.adopted_on)
        for plan in Plan.objects.filter(pk__in=ids, status=PlanStatus.ADOPTED)
    ]


def work_facts(ids: Sequence[int]) -> list[Fact]:
    """Under way, late, or done."""
    today = clock.today()
    found = []
    for work in Work.objects.filter(pk__in=ids).select_related("measure"):
        if work.done_on:
            found.append(Fact(Bead.DONE, BeadState.DONE, work.pk, work.done_on, summary=work.output))
            continue
        if work.measure.status == MeasureStatus.STOPPED:
            continue  # the measure says so
        day = day_with_year(work.due_on)
        late = work.days_late(today)
        line: Text
        summary: Text
        if late:
            line = ngettext("%(days)s dag te laat", "%(days)s dagen te laat", late) % {"days": late}
            summary = ngettext(
                "Nu: het werk is %(days)s dag te laat.", "Nu: het werk is %(days)s dagen te laat.", late
            ) % {"days": late}
        elif work.late_reason:
            line = _("wordt later: %(day)s") % {"day": day}
            summary = _("Nu: het werk wordt later, klaar op %(day)s.") % {"day": day}
        else:
            line = _("ermee bezig, klaar op %(day)s") % {"day": day}
            summary = _("Nu: er wordt aan gewerkt, klaar op %(day)s.") % {"day": day}
        if work.late_reason:
            summary = format_lazy("{} {}", summary, work.late_reason)
        found.append(
            Fact(Bead.DONE, BeadState.PRESENT, work.pk, line=line, why=work.late_reason, summary=summary)
        )
    return found


def measure_moments(ids: Sequence[int]) -> list[Moment]:
    """The measure as worked out: why, and what residents do themselves."""
    return [
        Moment(
            on=measure.thing.born_on,
            thing_id=measure.pk,
            title=_("Uitgewerkt tot maatregel: %(measure)s") % {"measure": measure.thing.sentence},
            text=measure.motive,
            quote=measure.residents_do,
            quote_by=_("wat bewoners zelf doen") if measure.residents_do else "",
            url=measure.thing.get_absolute_url(),
            link_text=measure.thing.number,
        )
        for measure in Measure.objects.filter(pk__in=ids).select_related("thing")
    ]


def work_moments(ids: Sequence[int]) -> list[Moment]:
    """The beginning, each report of progress, and the end."""
    found = [
        Moment(on=work.starts_on, thing_id=work.pk, title=_("Het werk is begonnen"))
        for work in Work.objects.filter(pk__in=ids)
    ]
    for report in ProgressReport.objects.filter(work_id__in=ids).select_related(
        "executor__organisation", "by", "photo"
    ):
        who = (
            report.executor.organisation.name
            if report.executor
            else (report.by.first_name if report.by else "")
        )
        found.append(
            Moment(
                on=report.reported_on,
                thing_id=report.work_id,
                title=_("Zo gaat het"),
                who=who,
                text=report.text,
                photo=report.photo,
                order=60,
            )
        )
    done = Work.objects.filter(pk__in=ids, done_on__isnull=False).prefetch_related("thing__attachments")
    for work in done:
        photos = list(work.thing.attachments.all())
        found.append(
            Moment(
                on=work.done_on or work.due_on,
                thing_id=work.pk,
                title=_("Het is gedaan"),
                text=work.output,
                photo=photos[-1] if photos else None,
                order=69,
            )
        )
    return found
