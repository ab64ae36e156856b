"""Addresses of `requests`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.requests.views import asking, assigning

app_name = "requests"
urlpatterns: list[URLPattern] = [
    path("verzoeken", asking.mine, name="mine"),
    path("verzoeken/<str:code>/nieuw", asking.ask, name="ask"),
    path("verzoeken/<str:code>/melden", asking.report, name="report"),
    path("verzoek/<int:pk>", asking.one, name="request"),
    path("verzoek/<int:pk>/antwoord", asking.answer, name="answer"),
    path("verzoek/<int:pk>/dienst", asking.find_service, name="find-service"),
    path("verzoek/<int:pk>/herinneren", asking.remind, name="remind"),
    path("verzoek/<int:pk>/intrekken", asking.withdraw, name="withdraw"),
    path("opdrachten", assigning.mine, name="assignments"),
    path("opdrachten/<str:code>/nieuw", assigning.record, name="assign"),
    path("opdracht/<int:pk>", assigning.one, name="assignment"),
    path("opdracht/<int:pk>/ondertekenen", assigning.sign, name="sign"),
    path("opdracht/<int:pk>/terugkijken", assigning.look_back, name="look-back"),
]
