"""All addresses. Page addresses are Dutch words; each capability names its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from wijkwerk.config import health
from wijkwerk.foundation.guards import public
from wijkwerk.portal.views.thread import thread as thread_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("taal", public(set_language), name="set_language"),
    path("account/", include("wijkwerk.people.account_urls")),
    path("draad/<str:number>", thread_page, name="thread"),
    path("", include("wijkwerk.people.urls")),
    path("", include("wijkwerk.areas.urls")),
    path("", include("wijkwerk.thread.urls")),
    path("", include("wijkwerk.answers.urls")),
    path("", include("wijkwerk.decisions.urls")),
    path("", include("wijkwerk.ways.urls")),
    path("", include("wijkwerk.agreements.urls")),
    path("", include("wijkwerk.requests.urls")),
    path("", include("wijkwerk.meetings.urls")),
    path("", include("wijkwerk.cycles.urls")),
    path("", include("wijkwerk.signals.urls")),
    path("", include("wijkwerk.needs.urls")),
    path("", include("wijkwerk.participation.urls")),
    path("", include("wijkwerk.plans.urls")),
    path("", include("wijkwerk.budgets.urls")),
    path("", include("wijkwerk.monitoring.urls")),
    path("", include("wijkwerk.politics.urls")),
    path("", include("wijkwerk.portal.urls")),
    path("", include("wijkwerk.demo.urls")),
]
handler400 = "wijkwerk.config.errors.bad_request"
handler403 = "wijkwerk.config.errors.forbidden"
handler404 = "wijkwerk.config.errors.not_found"
handler500 = "wijkwerk.config.errors.server_error"
