"""Addresses of `requests`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.requests import views

app_name = "requests"
urlpatterns: list[URLPattern] = [
    path("verzoeken", views.mine, name="mine"),
    path("verzoeken/<str:code>/nieuw", views.ask, name="ask"),
    path("verzoeken/<str:code>/melden", views.report, name="report"),
    path("verzoek/<int:pk>", views.one, name="request"),
    path("verzoek/<int:pk>/antwoord", views.answer, name="answer"),
    path("verzoek/<int:pk>/dienst", views.find_service, name="find-service"),
    path("verzoek/<int:pk>/herinneren", views.remind, name="remind"),
    path("verzoek/<int:pk>/intrekken", views.withdraw, name="withdraw"),
]
