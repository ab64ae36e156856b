"""Addresses of `people`. Signing in has its own list: `account_urls`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.people.views import people

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("mensen", people.people, name="people"),
    path("mensen/mandaten", people.register_of_mandates, name="mandates"),
    path("mensen/taak-geven", people.give_role, name="give-role"),
    path("mensen/taken/<int:pk>/beeindigen", people.end, name="end-role"),
    path("mensen/taken/<int:pk>/verlengen", people.renew, name="renew-term"),
]
