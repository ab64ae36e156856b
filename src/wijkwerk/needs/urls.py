"""Addresses of `needs`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.needs import views

app_name = "needs"
urlpatterns: list[URLPattern] = [
    path("vragen/<str:code>", views.needs, name="needs"),
    path("vragen/<str:code>/bundelen", views.to_be_bundled, name="bundle"),
    path("vragen/<str:code>/nieuw", views.new, name="new"),
    path("vraag/<int:need_id>/verwoorden", views.better_words, name="reword"),
]
