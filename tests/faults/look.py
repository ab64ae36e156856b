"""What the site has in the end: six minutes later, when every claim has lapsed, and after the outbox was emptied."""

from __future__ import annotations

import json
from datetime import timedelta

import django

django.setup()

from wijkwerk.answers import worker  # noqa: E402
from wijkwerk.answers.models import Answer, Asker, Delivery  # noqa: E402
from wijkwerk.answers.rules import LEASE  # noqa: E402
from wijkwerk.foundation import clock, encryption  # noqa: E402
from wijkwerk.signals.models import Signal  # noqa: E402

with clock.at(clock.now() + LEASE + timedelta(minutes=1)):
    unsent = Delivery.objects.exclude(state="sent").count()
    while worker.work_once():
        pass
print(
    json.dumps(
        {
            "signals": list(Signal.objects.values_list("text", flat=True)),
            "askers": Asker.objects.count(),
            "answers": Answer.objects.count(),
            "left_by_the_dead": unsent,
            "deliveries": [
                {
                    "key": one.key,
                    "kind": one.kind,
                    "state": one.state,
                    "attempts": one.attempts,
                    "message_id": worker.message_id(one),
                    "to": encryption.decrypt(one.contact.email_encrypted) if one.contact else "",
                }
                for one in Delivery.objects.select_related("contact")
            ],
        }
    )
)
