"""Replacing the key of contact data while the site is in use."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.management import call_command
from pytest_django import Settings

from wijkwerk.people.actions import (
    erase_contact,
    make_account,
    read_contact,
    remember_contact,
    rotate_contact_keys,
    set_second_step,
)
from wijkwerk.people.models import Contact
from wijkwerk.people.queries import contact_by_email

pytestmark = pytest.mark.django_db


def test_after_rotation_the_new_key_alone_reads_and_finds_everyone(settings: Settings) -> None:
    settings.CONTACT_KEYS = ("old",)
    contacts = [
        remember_contact(email=f"p{number}@example.org", phone=f"06 1000000{number}", name=f"P{number}")
        for number in range(5)
    ]
    gone = remember_contact(email="weg@example.org")
    erase_contact(gone)

    settings.CONTACT_KEYS = ("new", "old")
    # In between: found under either key, and no second contact is made.
    assert remember_contact(email="P1@example.org") == contacts[1]
    assert rotate_contact_keys(batch=2) == 5

    settings.CONTACT_KEYS = ("new",)
    for number, contact in enumerate(contacts):
        assert contact_by_email(f"p{number}@example.org") == contact
        contact.refresh_from_db()
        assert read_contact(contact, by=None, purpose="test").phone == f"06 1000000{number}"
        assert remember_contact(phone=f"06-1000000{number}", name=f"P{number}") == contact
    assert bytes(Contact.objects.get(pk=gone.pk).email_encrypted) == b""


def test_rotating_twice_changes_nothing_that_can_be_read(settings: Settings) -> None:
    settings.CONTACT_KEYS = ("new", "old")
    contact = remember_contact(email="a@example.org")
    rotate_contact_keys()
    rotate_contact_keys()
    contact.refresh_from_db()
    assert read_contact(contact, by=None, purpose="test").email == "a@example.org"


def test_a_second_step_is_kept_encrypted_and_rotated_along(settings: Settings) -> None:
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    settings.CONTACT_KEYS = ("old",)
    person = make_account(email="a@example.org", first_name="Ayse", password="een lang wachtwoord")
    assert person.account is not None
    set_second_step(person.account, secret=secret)
    assert secret not in str(Authenticator.objects.get().data)

    settings.CONTACT_KEYS = ("new", "old")
    rotate_contact_keys()
    settings.CONTACT_KEYS = ("new",)
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    assert TOTP(Authenticator.objects.get()).validate_code(code)


def test_the_command_says_how_many_and_what_to_do_next(settings: Settings) -> None:
    settings.CONTACT_KEYS = ("new", "old")
    remember_contact(email="a@example.org")
    out = StringIO()
    call_command("rotate_contact_keys", stdout=out)
    assert "1 contacts" in out.getvalue()
    assert "may now be taken out" in out.getvalue()
    assert "example.org" not in out.getvalue()
