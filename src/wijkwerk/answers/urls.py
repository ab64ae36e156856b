"""Addresses of `answers`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "answers"
urlpatterns: list[URLPattern] = []
