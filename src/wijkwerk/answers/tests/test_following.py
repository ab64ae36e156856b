"""Following what others asked."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from wijkwerk.answers.models import Asker, AskerRole
from wijkwerk.answers.tests.asking import a_thing, told, work

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mail_address_is_enough_and_the_link_goes_there(client: Client) -> None:
    thing = a_thing()
    response = client.post(f"/draad/{thing.number}/volgen", {"email": "ans@example.org"})
    assert response["Location"] == thing.get_absolute_url()
    asker = Asker.objects.get()
    assert (asker.role, asker.thing) == (AskerRole.FOLLOWER, thing)
    work()
    (message,) = mail.outbox
    assert f"/volg/{asker.pk}/" in str(message.body)
    told(thing)
    work()
    assert len(mail.outbox) == 2


def test_whether_someone_follows_already_is_told_to_nobody(client: Client) -> None:
    thing = a_thing()
    answers = [
        client.post(f"/draad/{thing.number}/volgen", {"email": "ans@example.org"}, follow=True) for _ in "12"
    ]
    first, second = (answer.content.decode().count("U volgt dit.") for answer in answers)
    assert first == second == 1
    assert Asker.objects.count() == 1


@pytest.mark.parametrize("email", ["", "ans", "ans@", "a" * 250 + "@example.org", "ans@exam\nple.org"])
def test_what_is_no_address_is_asked_again(client: Client, email: str) -> None:
    thing = a_thing()
    response = client.post(f"/draad/{thing.number}/volgen", {"email": email})
    assert response.status_code == 422
    assert not Asker.objects.exists()


def test_what_is_not_public_cannot_be_followed(client: Client) -> None:
    hidden = a_thing(public=False)
    assert client.post(f"/draad/{hidden.number}/volgen", {"email": "a@example.org"}).status_code == 404
    assert client.post("/draad/M-2026-9999/volgen", {"email": "a@example.org"}).status_code == 404


def test_one_address_is_not_written_to_again_and_again(client: Client) -> None:
    thing = a_thing()
    answers = [
        client.post(f"/draad/{thing.number}/volgen", {"email": "ans@example.org"}).status_code
        for _ in range(11)
    ]
    assert answers == [302] * 10 + [429]
