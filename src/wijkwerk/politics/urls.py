"""Addresses of `politics`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.politics.views import arranging, matters, process

app_name = "politics"
urlpatterns: list[URLPattern] = [
    path("bestuur", process.board, name="board"),
    path("proces/<str:code>", process.process, name="process"),
    path("proces/<str:code>/voorleggen", matters.lay_before, name="lay-before"),
    path("politiek/<str:code>", arranging.arrangement, name="arrangement"),
    path("politiek/<str:code>/doorsturen", arranging.forward, name="forward"),
    path("politiek/<str:code>/college", arranging.board_list, name="board-list"),
    path("politiek/<str:code>/afspraak", arranging.agree_on_process, name="agree-on-process"),
    path("voorstel/<int:pk>/behandeld", arranging.treat, name="treat"),
    path("kwestie/<int:pk>", matters.matter, name="matter"),
]
