"""Addresses of `cycles`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.cycles import views

app_name = "cycles"
urlpatterns: list[URLPattern] = [
    path("jaar/<str:code>", views.area_year, name="area"),
    path("jaar/<str:code>/beginnen", views.begin, name="begin"),
    path("jaar/<int:pk>/terugblik", views.assess_one, name="assess"),
    path("jaar/<int:pk>/afsluiten", views.end_one, name="end"),
    path("jaar/stap/<int:pk>/openen", views.open_one, name="open"),
    path("jaar/stap/<int:pk>/sluiten", views.close_one, name="close"),
]
