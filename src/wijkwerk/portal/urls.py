"""Addresses of the portal."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.portal.views import area, home

app_name = "portal"
urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("wijk/<str:code>", area.area, name="area"),
]
