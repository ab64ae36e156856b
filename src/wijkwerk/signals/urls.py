"""Addresses of `signals`."""

from __future__ import annotations

from django.urls import path

from wijkwerk.signals.views import desk, finished, place, report, service, sorting

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
    path("balie", desk.desk, name="desk"),
    path("balie/bon/<int:asker_id>", desk.receipt, name="desk-receipt"),
    path("meldingen", sorting.signals, name="signals"),
    path("meldingen/<str:number>", sorting.sort, name="triage"),
    path("meldingen/<str:number>/dienst", sorting.pass_on, name="pass-on"),
    path("meldingen/<str:number>/contact/<int:asker_id>", sorting.contact, name="contact"),
    path("meldingen/<str:number>/antwoord", service.answer, name="answer"),
    path("meldingen/<str:number>/terug", service.return_signal, name="give-back"),
    path("mijn-dienst", service.my_service, name="service"),
]
