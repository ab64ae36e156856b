"""Working the outbox: gather recipients, claim, send, record. Safe with many workers, and when one is killed."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import close_old_connections, transaction
from django.db.models import QuerySet

from wijkwerk.answers.actions import gather
from wijkwerk.answers.chores import do_chores
from wijkwerk.answers.composing import compose
from wijkwerk.answers.events import Verb
from wijkwerk.answers.models import Delivery, DeliveryState
from wijkwerk.answers.queries import to_do
from wijkwerk.answers.rules import LEASE, MOST_ATTEMPTS, pause_before
from wijkwerk.foundation import clock
from wijkwerk.foundation.encryption import decrypt
from wijkwerk.thread.listeners import listen

LISTENER = "answers.gather"
_log = logging.getLogger(__name__)


def work_once(*, most: int = 10) -> int:
    """One round: recipients of new answers, then at most `most` mails: few at a time, so that a worker that dies
    leaves few behind for the length of a lease. Gives how much was done."""
    done = listen(LISTENER, {Verb.TOLD}, gather)
    for delivery in claim(most=most):
        send(delivery)
        done += 1
    return done


def claim(*, most: int) -> list[Delivery]:
    """Take deliveries for the length of a lease. Where a claim lapsed, its worker is taken for dead."""
    with transaction.atomic():
        found = list(to_do().select_for_update(skip_locked=True)[:most])
        for delivery in found:
            # A message on which worker after worker died is the cause of it, not the victim.
            given_up = delivery.attempts >= MOST_ATTEMPTS
            delivery.state = DeliveryState.FAILED if given_up else DeliveryState.CLAIMED
            delivery.attempts += 0 if given_up else 1
            delivery.claimed_until = None if given_up else clock.now() + LEASE
        Delivery.objects.bulk_update(found, ["state", "attempts", "claimed_until"])
    chosen = [delivery.pk for delivery in found if delivery.state == DeliveryState.CLAIMED]
    return list(
        Delivery.objects.filter(pk__in=chosen)
        .select_related("contact", "answer__thing", "answer__by", "asker__contact", "asker__thing__area")
        .order_by("id")
    )


def send(delivery: Delivery) -> None:
    """Send one claimed mail and record how it went. The claim is stored before, the result after: the only double
    possible is a crash after the mail server accepted, and that one carries the same Message-ID."""
    if not _still_ours(delivery):
        return
    try:
        _mail(delivery)
    except Exception as error:
        _log.warning("delivery %s failed: %s", delivery.pk, type(error).__name__)
        _record_failure(delivery, type(error).__name__)
    else:
        _ours(delivery).update(state=DeliveryState.SENT, sent_at=clock.now(), claimed_until=None, failure="")


def _ours(delivery: Delivery) -> QuerySet[Delivery]:
    """The row, as long as this very claim is on it: not taken over by another worker, not erased meanwhile."""
    return Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.CLAIMED, attempts=delivery.attempts)


def _still_ours(delivery: Delivery) -> bool:
    """Lengthen the lease: many were claimed at once and those before this one may have taken long."""
    now = clock.now()
    return bool(_ours(delivery).filter(claimed_until__gte=now).update(claimed_until=now + LEASE))


def message_id(delivery: Delivery) -> str:
    """The same for every attempt, so that a mail program shows a double once."""
    digest = hashlib.sha256(f"{settings.SITE_URL}:{delivery.key}".encode()).hexdigest()[:32]
    return f"<{digest}@{urlsplit(settings.SITE_URL).hostname}>"


def _mail(delivery: Delivery) -> None:
    message = compose(delivery)
    to = message.to or (decrypt(delivery.contact.email_encrypted) if delivery.contact else "")
    if not to:
        raise ValueError("no address")
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[to],
        headers={"Message-ID": message_id(delivery), "Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(message.html, "text/html")
    mail.send()


def _record_failure(delivery: Delivery, name: str) -> None:
    last = delivery.attempts >= MOST_ATTEMPTS
    _ours(delivery).update(
        state=DeliveryState.FAILED if last else DeliveryState.WAITING,
        next_attempt_at=clock.now() + pause_before(delivery.attempts + 1),
        claimed_until=None,
        failure=name[:120],
    )


def run(*, stop: Callable[[], bool], pause: float = 1.0) -> None:
    """Work until `stop()`; an error in a round is logged by name and the next round goes on."""
    while not stop():
        try:
            done = work_once()
            do_chores()
        except Exception as error:
            _log.exception("a round of the outbox failed: %s", type(error).__name__)
            done = 0
        close_old_connections()
        if not done:
            time.sleep(pause)
