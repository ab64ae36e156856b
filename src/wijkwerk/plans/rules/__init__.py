"""Rules of plans, pure: states, whose plan it is, who decides, themes, horizons, what is double."""

from wijkwerk.plans.rules.status import MEASURE, OPEN, PLAN, MeasureStatus, PlanStatus, days_late

__all__ = ["MEASURE", "OPEN", "PLAN", "MeasureStatus", "PlanStatus", "days_late"]
