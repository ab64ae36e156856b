"""Addresses of `budgets`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.budgets.views import agreeing, money, orders

app_name = "budgets"
urlpatterns: list[URLPattern] = [
    path("geld", money.overview, name="overview"),
    path("geld/begroting", money.regular, name="regular"),
    path("geld/<str:code>", money.area_now, name="area"),
    path("geld/<str:code>/<int:year>", money.area_year, name="area"),
    path("geld/<str:code>/<int:year>/toekennen", money.open_budget, name="open"),
    path("reservering/<str:number>", money.reservation, name="reservation"),
    path("reservering/<str:number>/vastleggen", money.commit, name="commit"),
    path("reservering/<str:number>/betalen", money.pay, name="pay"),
    path("reservering/<str:number>/vrijgeven", money.release, name="release"),
    path("instemming/<str:number>", agreeing.consents, name="consents"),
    path("instemming/<str:number>/bewoners", agreeing.residents, name="residents"),
    path("instemming/<str:number>/bureau", agreeing.office, name="office"),
    path("bestellingen/<str:code>", orders.area_orders, name="orders"),
    path("bestellingen/<str:code>/nieuw", orders.place, name="place-order"),
    path("bestelling/<int:pk>/leveren", orders.deliver, name="deliver"),
    path("bestelling/<int:pk>/aannemen", orders.accept, name="accept"),
    path("bestelling/<int:pk>/terug", orders.send_back, name="send-back"),
    path("bestelling/<int:pk>/intrekken", orders.withdraw, name="withdraw"),
    path("begrotingsvoorstel/<str:number>/vragen", orders.propose, name="propose"),
    path("begrotingsvoorstel/<int:pk>", orders.decide, name="decide-proposal"),
]
