"""Addresses of `communication`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "communication"
urlpatterns: list[URLPattern] = []
