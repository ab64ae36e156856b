"""Addresses of `people`. Signing in has its own list: `account_urls`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.people.views import differing, organisation, people, places

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("mensen", people.people, name="people"),
    path("mensen/mandaten", people.register_of_mandates, name="mandates"),
    path("mensen/wie-is-het-nu", organisation.who_now, name="who-now"),
    path("mensen/organisatie", organisation.organisation, name="organisation"),
    path("mensen/taken/<int:pk>/overdracht", organisation.hand_over, name="hand-over"),
    path("gebieden/beheren", places.manage, name="manage-areas"),
    path("gebieden/bureau", places.office, name="open-office"),
    path("gebieden/<str:code>/grens", places.border, name="explain-border"),
    path("gebieden/<str:code>/intensiteit", places.intensity, name="set-intensity"),
    path("gebieden/<str:code>/anders", differing.choose, name="may-differ"),
    path("gebieden/<str:code>/anders/<str:path>", differing.change, name="differ"),
    path("gebieden/<str:code>/anders/<str:path>/weer-gelijk", differing.same_again, name="same-again"),
    path("mensen/taak-geven", people.give_role, name="give-role"),
    path("mensen/taken/<int:pk>/beeindigen", people.end, name="end-role"),
    path("mensen/taken/<int:pk>/verlengen", people.renew, name="renew-term"),
]
