"""Addresses of `people`. Signing in has its own list: `account_urls`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.people.views import organisation, people

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("mensen", people.people, name="people"),
    path("mensen/mandaten", people.register_of_mandates, name="mandates"),
    path("mensen/wie-is-het-nu", organisation.who_now, name="who-now"),
    path("mensen/organisatie", organisation.organisation, name="organisation"),
    path("mensen/taken/<int:pk>/overdracht", organisation.hand_over, name="hand-over"),
    path("mensen/taak-geven", people.give_role, name="give-role"),
    path("mensen/taken/<int:pk>/beeindigen", people.end, name="end-role"),
    path("mensen/taken/<int:pk>/verlengen", people.renew, name="renew-term"),
]
