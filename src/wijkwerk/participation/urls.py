"""Addresses of `participation`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.participation.views import (
    activation,
    longlist,
    panel_desk,
    panels,
    ranking,
    ranking_desk,
    recount,
    result,
    teams,
    wishes,
)

app_name = "participation"
urlpatterns: list[URLPattern] = [
    path("panel/<int:round_id>", panels.panel, name="panel"),
    path("panel/<int:round_id>/doe-mee", panels.take_part, name="take-part"),
    path("panel/<int:round_id>/bedankt/<int:asker_id>/<str:code>", panels.thanks, name="thanks"),
    path("panel/<int:round_id>/papier", panels.paper, name="panel-paper"),
    path("panel/<int:round_id>/bijeenkomsten", panel_desk.sessions, name="sessions"),
    path("panel/<int:round_id>/invoeren", panel_desk.enter, name="enter"),
    path("bijeenkomst/<int:session_id>", panel_desk.session, name="session"),
    path("vraag/<int:need_id>/wensen", wishes.wishes, name="wishes"),
    path("groslijst/<int:longlist_id>", longlist.longlist, name="longlist"),
    path("groslijst/<int:longlist_id>/openen", longlist.open_for_residents, name="open-ranking"),
    path("wens/<int:wish_id>/schatten", longlist.estimated, name="estimate"),
    path("wens/<int:wish_id>/doorgeven", longlist.passed_on, name="pass-on"),
    path("wens/<int:wish_id>/laten-vallen", longlist.dropped, name="drop"),
    path("volgorde/<int:ranking_id>", ranking.ranking, name="ranking"),
    path("volgorde/<int:ranking_id>/gevraagd", ranking.asked, name="asked"),
    path("volgorde/formulier/<int:voter_id>/<str:code>", ranking.form, name="form"),
    path("volgorde/formulier/<int:voter_id>/<str:code>/controleren", ranking.check, name="check"),
    path("volgorde/formulier/<int:voter_id>/<str:code>/ingeleverd", ranking.handed_in, name="handed-in"),
    path("volgorde/<int:ranking_id>/papier", ranking_desk.paper_forms, name="paper-forms"),
    path("volgorde/<int:ranking_id>/invoeren", ranking_desk.enter, name="enter-form"),
    path("volgorde/<int:ranking_id>/tellen", ranking_desk.counting, name="count"),
    path("volgorde/<int:ranking_id>/verlengen", ranking_desk.more_time, name="more-time"),
    path("volgorde/<int:ranking_id>/uitslag", result.result, name="result"),
    path("volgorde/<int:ranking_id>/uitslag.json", result.result_data, name="result-data"),
    path("volgorde/<int:ranking_id>/formulieren.json", result.ballot_data, name="ballot-data"),
    path("natellen", recount.recount, name="recount"),
    path("meedoen/<str:code>", activation.activations, name="activations"),
    path("meedoen/<str:code>/opschrijven", activation.write_down, name="activate"),
    path("wijkteam/<str:code>", teams.team, name="team"),
    path("wijkteam/<str:code>/meepraten", teams.speak, name="speak"),
]
