"""Decisions as pages show them."""

from wijkwerk.decisions.pages.consultations import ConsultationPage, consultation_page, ways_to_consult
from wijkwerk.decisions.pages.deciding import reason_of
from wijkwerk.decisions.pages.routes import RoutePage, route_page
from wijkwerk.decisions.pages.rulings import AreaPage, area_page

__all__ = [
    "AreaPage",
    "ConsultationPage",
    "RoutePage",
    "area_page",
    "consultation_page",
    "reason_of",
    "route_page",
    "ways_to_consult",
]
