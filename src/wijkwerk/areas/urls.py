"""Addresses of `areas`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.areas import views

app_name = "areas"
urlpatterns: list[URLPattern] = [
    path("wijken", views.area_list, name="list"),
    path("wijken.geojson", views.area_outlines, name="outlines"),
    path("wijken/<str:code>/kaart.png", views.area_picture, name="picture"),
    path("adres", views.find_address, name="address"),
]
