"""Reads of figures."""

from __future__ import annotations

from collections.abc import Sequence

from wijkwerk.areas.models import Area
from wijkwerk.figures.models import Indicator, SurveyFigure


def latest_survey(indicator: Indicator, areas: Sequence[Area]) -> dict[int, SurveyFigure]:
    """Per area the figure of the latest year in which it was asked; in one query."""
    rows = SurveyFigure.objects.filter(indicator=indicator, area__in=areas).order_by("year")
    return {row.area_id: row for row in rows}
