"""Whether our areas are too large or too small: looked at, and with reasons left as they are, or not."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import load
from wijkwerk.approaches.consequences import Fit
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import journal
from wijkwerk.ways.events import Verb
from wijkwerk.ways.facts import ours
from wijkwerk.ways.models import Outcome, ScaleReview
from wijkwerk.ways.permissions import must_set_approach


@transaction.atomic
def review_scale(
    *, approach_key: str, area: Area, level: str, ending: str, reasons: str, decided_by: str, by: Person
) -> ScaleReview:
    """Keep how the scale review of the areas in `area` ended. Keeping what is there is an ending like any other."""
    must_set_approach(by)
    if not reasons.strip():
        raise Invalid(
            Reason(_("Schrijf waarom. Ook laten zoals het is, is een besluit met redenen."), field="reasons")
        )
    if not decided_by.strip():
        raise Invalid(Reason(_("Zeg wie dit besloot, en wanneer."), field="decided_by"))
    found = ours(level).under(load(approach_key))
    review = ScaleReview.objects.create(
        area=area,
        approach_key=approach_key,
        ending=Outcome(ending),
        reasons=reasons.strip(),
        decided_by=decided_by.strip(),
        reviewed_on=clock.today(),
        too_large=[[one.facts.name, one.facts.inhabitants] for one in found.of_fit(Fit.TOO_LARGE)],
        too_small=[[one.facts.name, one.facts.inhabitants] for one in found.of_fit(Fit.TOO_SMALL)],
        entered_by=by,
    )
    journal(Verb.SCALE_REVIEWED, by=by, detail_id=review.pk)
    return review
