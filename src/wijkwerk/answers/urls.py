"""Addresses of answers."""

from __future__ import annotations

from django.urls import path

from wijkwerk.answers.views import asker, post_room, receipts

app_name = "answers"
urlpatterns = [
    path("volg/<int:asker_id>/<str:code>", asker.asker, name="asker"),
    path("volg/<int:asker_id>/<str:code>/foto/<uuid:key>.jpg", asker.own_photo, name="photo"),
    path("volg/<int:asker_id>/<str:code>/opgelost", asker.solved, name="solved"),
    path("volg/<int:asker_id>/<str:code>/dank-u-wel", receipts.thanks, name="thanks"),
    path("volg/<int:asker_id>/<str:code>/stoppen", asker.stop, name="stop"),
    path("volg/<int:asker_id>/<str:code>/wissen", asker.ask_to_erase, name="ask-to-erase"),
    path("wissen/<int:contact_id>/<str:code>", asker.erase, name="erase"),
    path("mijn-melding", asker.type_code, name="code"),
    path("draad/<str:number>/volgen", asker.follow, name="follow"),
    path("bon/<int:asker_id>", receipts.receipt, name="receipt"),
    path("brieven", post_room.letters, name="letters"),
    path("brieven/<int:delivery_id>", post_room.letter, name="letter"),
    path("bellen", post_room.calls, name="calls"),
    path("bellen/<int:delivery_id>", post_room.call, name="call"),
    path("brieven/<int:delivery_id>/gedaan", post_room.handed_over, name="handed-over"),
    path("berichten", post_room.sent, name="sent"),
    path("berichten/<int:delivery_id>", post_room.sent_message, name="sent-message"),
]
