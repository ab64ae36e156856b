"""Of a matter of one household number, date, door and outcome stay (AMF-16); who asked goes once they were told."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from wijkwerk.answers.erasing import let_go
from wijkwerk.answers.models import Asker, Delivery, DeliveryState
from wijkwerk.signals.rules import Route

_MOST = 200


def let_go_of_the_told() -> None:
    """Forget who asked about an individual matter, for everyone whose answer has gone out. For the worker."""
    messages = Delivery.objects.filter(asker=OuterRef("pk"))
    underway = messages.filter(state__in=[DeliveryState.WAITING, DeliveryState.CLAIMED])
    told = Asker.objects.filter(
        Exists(messages.filter(answer__isnull=False)),
        ~Exists(underway),
        contact__isnull=False,
        thing__signal__route=Route.INDIVIDUAL,
        thing__signal__wiped_at__isnull=False,
    )
    for asker in told.select_related("contact")[:_MOST]:
        let_go(asker)
