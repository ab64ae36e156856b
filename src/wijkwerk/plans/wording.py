"""How far plans and measures are, in words with a shape."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wijkwerk.approaches.schema import AuthorKind
from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.foundation.reasons import Text
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.plans.rules.frictions import Friction
from wijkwerk.plans.rules.status import MEASURE, PLAN

PLAN_STATES: dict[PlanStatus, Text] = {
    PlanStatus.DRAFT: _("concept"),
    PlanStatus.ADOPTED: pgettext_lazy("plan", "vastgesteld"),
}
MEASURE_STATES: dict[MeasureStatus, Text] = {
    MeasureStatus.DRAFTED: _("concept"),
    MeasureStatus.ADOPTED: _("staat in het plan"),
    MeasureStatus.UNDER_WAY: _("mee bezig"),
    MeasureStatus.DONE: _("klaar"),
    MeasureStatus.STOPPED: pgettext_lazy("maatregel", "gestopt"),
}
SHAPES = {
    MeasureStatus.DRAFTED: "neutral",
    MeasureStatus.ADOPTED: "future",
    MeasureStatus.UNDER_WAY: "now",
    MeasureStatus.DONE: "done",
    MeasureStatus.STOPPED: "stopped",
}
name_states(PLAN, PLAN_STATES)
name_states(MEASURE, MEASURE_STATES)
MAKERS: dict[AuthorKind, Text] = {
    AuthorKind.RESIDENTS: _("bewoners"),
    AuthorKind.SERVICE: _("een dienst"),
    AuthorKind.MUNICIPALITY: _("de gemeente"),
    AuthorKind.OFFICE: _("het wijkbureau"),
    AuthorKind.AREA_TEAM: _("het gebiedsteam"),
    AuthorKind.HOUSING_CORPORATION: _("de woningcorporatie"),
    AuthorKind.POLICE: _("de politie"),
    AuthorKind.STAKEHOLDERS: _("andere betrokkenen"),
}
FRICTIONS: dict[Friction, Text] = {
    Friction.OVERLAP: _("dubbel"),
    Friction.CONFLICT: _("tegelijk op één plek"),
}
