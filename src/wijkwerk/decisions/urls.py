"""Addresses of `decisions`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.decisions.views import consultations, routes, rulings, searching

app_name = "decisions"
urlpatterns: list[URLPattern] = [
    path("besluiten", searching.decision_list, name="list"),
    path("besluiten/wie-en-hoe-snel", searching.pace, name="pace"),
    path("besluiten/<str:code>", rulings.area, name="area"),
    path("besluiten/<str:code>/bij-de-wijk", rulings.scope, name="scope"),
    path("besluiten/<str:code>/zeggenschap", rulings.say, name="say"),
    path("besluiten/<str:code>/zeggenschap/terugkijken", rulings.evaluate_say, name="evaluate-say"),
    path("besluiten/<str:code>/stap-opzij", rulings.step_aside, name="step-aside"),
    path("besluiten/<str:code>/afwijken", rulings.deviate, name="deviate"),
    path("besluiten/<str:code>/verkiezing", rulings.election, name="election"),
    path("stap-opzij/<int:pk>/aankondigen", rulings.announce, name="announce"),
    path("stap-opzij/<int:pk>/besluiten", rulings.overrule, name="overrule"),
    path("afwijking/<int:pk>/afwegen", rulings.weigh, name="weigh"),
    path("afwijking/<int:pk>/besluiten", rulings.decide_deviation, name="decide-deviation"),
    path("afwijking/<int:pk>/terugkijken", rulings.evaluate_deviation, name="evaluate-deviation"),
    path("route/<int:pk>", routes.route, name="route"),
    path("route/<int:pk>/stap", routes.stop, name="stop"),
    path("inspraak/<int:pk>", consultations.consultation, name="consultation"),
    path("inspraak/<int:pk>/reageren", consultations.react, name="react"),
    path("inspraak/<int:pk>/namens", consultations.react_on_behalf, name="react-on-behalf"),
    path("inspraak/<int:pk>/afsluiten", consultations.close, name="close"),
    path("inspraak/openen/<str:number>", consultations.consult, name="consult"),
    path("inspraak/belangrijk/<str:number>", consultations.important, name="important"),
    path("inspraakreactie/<str:number>/beantwoorden", consultations.answer, name="answer-reaction"),
]
