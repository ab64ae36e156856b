"""Addresses of `budgets`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.budgets import views

app_name = "budgets"
urlpatterns: list[URLPattern] = [
    path("geld", views.overview, name="overview"),
    path("geld/begroting", views.regular, name="regular"),
    path("geld/<str:code>", views.area_now, name="area"),
    path("geld/<str:code>/<int:year>", views.area_year, name="area"),
    path("geld/<str:code>/<int:year>/toekennen", views.open_budget, name="open"),
    path("reservering/<str:number>", views.reservation, name="reservation"),
    path("reservering/<str:number>/vastleggen", views.commit, name="commit"),
    path("reservering/<str:number>/betalen", views.pay, name="pay"),
    path("reservering/<str:number>/vrijgeven", views.release, name="release"),
]
