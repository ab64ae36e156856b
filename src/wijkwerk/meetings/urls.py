"""Addresses of `meetings`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.meetings import views

app_name = "meetings"
urlpatterns: list[URLPattern] = [
    path("teams", views.mine, name="mine"),
    path("teams/<str:code>", views.of_area, name="area"),
    path("teams/<str:code>/nieuw", views.form, name="form"),
    path("team/<int:pk>/vraag", views.add_question, name="add-question"),
    path("team/<int:pk>/stoppen", views.end, name="end"),
    path("teamvraag/<int:pk>/afronden", views.close_question, name="close-question"),
    path("teams/<str:code>/overleg/<str:series>/weglaten", views.leave_out, name="leave-out"),
]
