"""An official who answers what comes in, until killed."""

from __future__ import annotations

import time

import django

django.setup()

from wijkwerk.foundation.reasons import Refused  # noqa: E402
from wijkwerk.people.models import Person  # noqa: E402
from wijkwerk.signals import actions as signals  # noqa: E402
from wijkwerk.signals.models import Signal  # noqa: E402
from wijkwerk.signals.rules import SignalStatus  # noqa: E402

officer = Person.objects.get(roles__role="area_officer")
while True:
    for one in Signal.objects.filter(status=SignalStatus.NEW).order_by("pk")[:3]:
        answer = signals.Sorting(destination="thanks", answer="Dank u wel, wij kijken ernaar.")
        try:
            signals.triage(signal_id=one.pk, sorting=answer, by=officer)
        except Refused:
            continue
    time.sleep(0.2)
