"""Addresses of `politics`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.politics.views import matters, process

app_name = "politics"
urlpatterns: list[URLPattern] = [
    path("bestuur", process.board, name="board"),
    path("proces/<str:code>", process.process, name="process"),
    path("proces/<str:code>/voorleggen", matters.lay_before, name="lay-before"),
    path("kwestie/<int:pk>", matters.matter, name="matter"),
]
