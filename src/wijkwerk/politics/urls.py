"""Addresses of `politics`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "politics"
urlpatterns: list[URLPattern] = []
