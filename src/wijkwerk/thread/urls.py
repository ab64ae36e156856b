"""Addresses of the thread."""

from __future__ import annotations

from django.urls import path

from wijkwerk.thread import views

app_name = "thread"
urlpatterns = [path("foto/<uuid:key>.jpg", views.photo, name="photo")]
