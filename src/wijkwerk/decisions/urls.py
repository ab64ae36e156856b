"""Addresses of `decisions`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.decisions import views

app_name = "decisions"
urlpatterns: list[URLPattern] = [path("besluiten", views.decision_list, name="list")]
