"""Addresses of `signals`."""

from __future__ import annotations

from django.urls import path

from wijkwerk.signals.views import finished, place, report

app_name = "signals"
urlpatterns = [
    path("meld", report.seen, name="report"),
    path("meld/waar", place.place, name="report-place"),
    path("meld/antwoord", report.reply, name="report-reply"),
    path("meld/nakijken", report.check, name="report-check"),
    path("meld/klaar", finished.done, name="report-done"),
    path("meld/foto", report.photo, name="report-photo"),
    path("meld/opnieuw", report.start_over, name="report-again"),
    path("meld/ook/<str:number>", finished.support_signal, name="support"),
]
