"""Addresses of the demo."""

from __future__ import annotations

from django.urls import path

from wijkwerk.demo import views

app_name = "demo"
urlpatterns = [
    path("voorbeeld", views.people, name="people"),
    path("voorbeeld/<int:held_id>", views.look_along, name="look-along"),
]
