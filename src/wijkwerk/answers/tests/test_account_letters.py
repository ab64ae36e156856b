"""Letters about signing in go through the same outbox, which never holds their links."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from wijkwerk.answers.models import Delivery, DeliveryState
from wijkwerk.answers.worker import work_once
from wijkwerk.people.actions import make_account

pytestmark = pytest.mark.django_db(transaction=True)


def ask_for_link(client: Client) -> None:
    client.post(reverse("account_ask_for_link"), {"email": "lid@example.org"})


def test_a_mailed_link_waits_in_the_outbox_without_its_link_and_works_when_sent(client: Client) -> None:
    make_account(email="lid@example.org", first_name="Lid")
    ask_for_link(client)
    assert mail.outbox == []  # the page does not wait for the mail server, known address or not
    waiting = Delivery.objects.get()
    assert "account/link" not in str(vars(waiting))

    work_once()

    waiting.refresh_from_db()
    assert waiting.state == DeliveryState.SENT
    (message,) = mail.outbox
    assert message.to == ["lid@example.org"]
    assert message.extra_headers["Message-ID"]
    link = re.search(r"http://testserver(/account/link/\S+)", str(message.body))
    assert link is not None
    assert link[1] in str(message.alternatives[0].content)  # type: ignore[attr-defined]
    client.post(link[1])
    assert "_auth_user_id" in client.session


def test_an_address_nobody_has_puts_nothing_in_the_outbox(client: Client) -> None:
    ask_for_link(client)
    assert not Delivery.objects.exists()
