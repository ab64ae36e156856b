"""Plans, measures and work as pages show them."""

from wijkwerk.plans.pages.measures import MeasureCard, measure_cards
from wijkwerk.plans.pages.plans import PlanPage, PlanRow, plan_page, plan_row
from wijkwerk.plans.pages.work import WorkCard, my_work, work_card

__all__ = [
    "MeasureCard",
    "PlanPage",
    "PlanRow",
    "WorkCard",
    "measure_cards",
    "my_work",
    "plan_page",
    "plan_row",
    "work_card",
]
