"""Addresses of ways of working."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.ways.views import consequences, drafts, looking, moving, reviews, vision

app_name = "ways"
urlpatterns: list[URLPattern] = [
    path("werkwijzen", looking.catalogue, name="catalogue"),
    path("werkwijzen/vergelijken", looking.compare, name="compare"),
    path("werkwijzen/terugblik", reviews.show, name="reviews"),
    path("werkwijzen/terugblik/nieuw", reviews.make, name="review"),
    path("werkwijzen/terugblik/kwestie/<int:pk>", reviews.settle, name="settle"),
    path("werkwijzen/visie", vision.show, name="vision"),
    path("werkwijzen/visie/<str:chapter>", vision.write, name="chapter"),
    path("werkwijzen/concepten", drafts.begin, name="drafts"),
    path("werkwijzen/concepten/<int:pk>", drafts.show, name="draft"),
    path("werkwijzen/concepten/<int:pk>/bestand", drafts.text, name="text"),
    path("werkwijzen/concepten/<int:pk>/bestand.toml", drafts.file, name="draft-file"),
    path("werkwijzen/concepten/<int:pk>/bewaren", drafts.save, name="save"),
    path("werkwijzen/concepten/<int:pk>/weggooien", drafts.drop, name="drop"),
    path("werkwijzen/concepten/<int:pk>/vaststellen", moving.adopt, name="adopt"),
    path("werkwijzen/concepten/<int:pk>/invullen/<str:path>", drafts.edit, name="edit"),
    path("werkwijzen/concepten/<int:pk>/toevoegen/<str:path>", drafts.add, name="add"),
    path("werkwijzen/concepten/<int:pk>/weghalen/<str:path>", drafts.take_away, name="take-away"),
    path("werkwijzen/veranderingen", moving.changes, name="changes"),
    path("werkwijzen/veranderingen/<int:pk>", moving.change, name="change"),
    path("werkwijzen/veranderingen/<int:pk>/terugzetten", moving.withdraw, name="withdraw"),
    path("werkwijzen/<str:key>/overgaan", moving.move, name="move"),
    path("werkwijzen/<str:key>/gevolgen", consequences.show, name="consequences"),
    path("werkwijzen/<str:key>/schaal", consequences.scale, name="scale"),
    path("werkwijzen/<str:key>.toml", consequences.file, name="file"),
]
