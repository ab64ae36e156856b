"""Decisions as pages show them."""

from wijkwerk.decisions.pages.deciding import reason_of
from wijkwerk.decisions.pages.routes import RoutePage, route_page
from wijkwerk.decisions.pages.rulings import AreaPage, area_page

__all__ = ["AreaPage", "RoutePage", "area_page", "reason_of", "route_page"]
