"""Addresses of `monitoring`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.monitoring import views

app_name = "monitoring"
urlpatterns: list[URLPattern] = [
    path("maatregel/<str:number>/cijfer", views.name_figure, name="name-figure"),
    path("opbrengst/<str:number>", views.learn, name="learn"),
]
