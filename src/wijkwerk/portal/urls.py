"""Addresses of the portal."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.portal.views import approach, area, home, my_day, scale, statements

app_name = "portal"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("hier", home.here, name="here"),
    path("wijk/<str:code>", area.area, name="area"),
    path("mijn-dag", my_day.my_day, name="my-day"),
    path("zo-werken-wij", approach.approach, name="approach"),
    path("schaal", scale.scale, name="scale"),
    path("schaal/naam-bekend", scale.name_known, name="name-known"),
    path("toegankelijkheid", statements.accessibility, name="accessibility"),
    path("privacy", statements.privacy, name="privacy"),
    path("open-data", statements.open_data, name="open-data"),
    path("colofon", statements.colophon, name="colophon"),
    path("stijlgids", statements.style_guide, name="style-guide"),
]
