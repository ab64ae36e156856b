"""Addresses of `plans`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.plans.views import acting, area_acting, programmes, reacting, reading, routes, working, writing

app_name = "plans"
urlpatterns: list[URLPattern] = [
    path("wijkplannen/<str:code>", reading.area_plans, name="area"),
    path("wijkplannen/<str:code>/begin/<slug:key>", area_acting.begin, name="begin"),
    path("wijkplannen/<str:code>/doen/<slug:what>", area_acting.area_act, name="area-act"),
    path("wijkplan/<str:number>/reageren", reacting.react, name="react"),
    path("wijkplan/<str:number>/namens", reacting.react_on_behalf, name="react-on-behalf"),
    path("wijkplan/<str:number>/maatregel", writing.put, name="put"),
    path("wijkplan/<str:number>/doen/<slug:what>", acting.act, name="act"),
    path("wijkplan/beginnen/<int:pk>", writing.open_plan, name="open"),
    path("wijkplan/<str:number>", reading.plan, name="plan"),
    path("wijkplan/<str:number>/maken", writing.edit, name="edit"),
    path("wijkplan/<str:number>/voorwoord", writing.foreword, name="foreword"),
    path("wijkplan/<str:number>/uitwerken/<str:wish>", writing.draft, name="draft"),
    path("wijkplan/<str:number>/op-weg", routes.route, name="route"),
    path("wijkplan/<str:number>/vaststellen", writing.adopt, name="adopt"),
    path("wijkplan/<str:number>/kennisnemen", writing.take_note, name="take-note"),
    path("maatregel/<str:number>", working.measure, name="measure"),
    path("maatregel/<str:number>/wijzigen", writing.edit_measure, name="edit-measure"),
    path("maatregel/<str:number>/geld", working.reserve, name="reserve"),
    path("maatregel/<str:number>/beginnen", working.start, name="start"),
    path("maatregel/<str:number>/stoppen", working.stop, name="stop"),
    path("programmas", programmes.programmes, name="programmes"),
    path("programma-beginnen", programmes.begin_programme, name="begin-programme"),
    path("programmas/<slug:key>", programmes.programme, name="programme"),
    path("programmas/<slug:key>/gebieden", programmes.widen, name="widen"),
    path("programmas/<slug:key>/erbij", programmes.tag, name="tag"),
    path("programmas/<slug:key>/weg/<str:number>", programmes.untag, name="untag"),
    path("mijn-werk", working.own_work, name="my-work"),
    path("werk/<str:number>/voortgang", working.progress, name="progress"),
    path("werk/<str:number>/later", working.late, name="late"),
    path("werk/<str:number>/klaar", working.finish, name="finish"),
]
