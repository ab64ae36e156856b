"""Addresses of `agreements`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.agreements import views

app_name = "agreements"
urlpatterns: list[URLPattern] = [
    path("beloftes/<str:code>", views.area_promises, name="area"),
    path("beloftes/<str:code>/nieuw", views.make, name="make"),
    path("belofte/<int:pk>/gedaan", views.keep, name="keep"),
    path("belofte/<int:pk>/niet-alleen", views.not_alone, name="not-alone"),
    path("belofte/<int:pk>/samen", views.together, name="together"),
]
