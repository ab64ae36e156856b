"""Addresses of `areas`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.areas.views import changes, places

app_name = "areas"
urlpatterns: list[URLPattern] = [
    path("wijken", places.area_list, name="list"),
    path("wijken.geojson", places.area_outlines, name="outlines"),
    path("wijken/<str:code>/kaart.png", places.area_picture, name="picture"),
    path("wijken/<str:code>/grens", changes.border, name="border"),
    path("verschillen", changes.register_of_differences, name="differences"),
    path("tijdlijn", changes.how_it_grew, name="timeline"),
    path("adres", places.find_address, name="address"),
]
