"""What must be done before the year's execution closes: nobody's measure ends because a step did."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation.reasons import YES, Verdict, no
from wijkwerk.plans.models import Measure
from wijkwerk.plans.rules import OPEN

_NAMED = 3


def work_is_finished(step: CycleStep) -> Verdict:
    """Whether execution may close: every measure of the year's plan is done, or was stopped with a reason."""
    unfinished = Measure.objects.filter(plan__cycle=step.cycle_id, status__in=OPEN).order_by(
        "expected_on", "pk"
    )
    sentences = list(unfinished.values_list("thing__sentence", flat=True))
    if not sentences:
        return YES
    return no(
        _("Nog niet klaar: %(number)s van de maatregelen uit het plan, zoals “%(which)s”.")
        % {"number": len(sentences), "which": "”, “".join(sentences[:_NAMED])},
        rule="execution.unfinished",
        way_out=_(
            "Meld dat een maatregel klaar is, of stop die met een reden. Tot dan blijft deze stap open."
        ),
    )
