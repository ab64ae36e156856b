"""Contact data: one person is one contact, read with a trace, erased for good."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import connection, transaction

from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people import erasure
from wijkwerk.people.actions import confirm_email, erase_contact, read_contact, remember_contact
from wijkwerk.people.models import Contact, ContactRead, Person
from wijkwerk.people.queries import contact_by_email

pytestmark = pytest.mark.django_db

FATMA = {
    "name": "Fatma Yılmaz",
    "email": "Fatma.Yilmaz@example.org",
    "phone": "06-12345678",
    "address": "Brinkgreverweg 12, 7413AB Deventer",
}


def everything_stored() -> bytes:
    """Every value of every column of every table, one after another."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            for row in cursor.fetchall():
                found += [
                    bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    for value in row
                ]
    return b"\n".join(found)


@pytest.mark.parametrize(
    "again",
    [
        {"email": "fatma.yilmaz@EXAMPLE.org"},
        {"email": " Fatma.Yilmaz@example.org "},
        {"email": "fatma.yilmaz@example.org", "name": "F. Yılmaz", "phone": "0570 123456"},
        {"phone": "+31 6 12345678"},
        {"phone": "(06) 12345678", "name": "fatma  yılmaz"},
        {"address": "brinkgreverweg 12 7413 ab", "name": "Fatma Yılmaz"},
    ],
)
def test_one_person_is_one_contact(again: dict[str, str]) -> None:
    first = remember_contact(**FATMA)
    assert remember_contact(**again) == first
    assert Contact.objects.count() == 1
    assert read_contact(first, by=None, purpose="test").email == FATMA["email"]


@pytest.mark.parametrize(
    "someone_else",
    [
        {"email": "kees@example.org"},
        {"email": "kees@example.org", "phone": FATMA["phone"], "address": FATMA["address"]},
        {"phone": FATMA["phone"], "name": "Kees"},
        {"phone": FATMA["phone"], "address": "Elders 1, 7411AA"},
        {"address": FATMA["address"]},
        {"address": FATMA["address"], "name": "Kees"},
    ],
)
def test_someone_else_is_another_contact(someone_else: dict[str, str]) -> None:
    first = remember_contact(**FATMA)
    assert remember_contact(**someone_else) != first
    assert read_contact(first, by=None, purpose="test").address == FATMA["address"]


def test_what_was_empty_is_completed_and_what_stood_there_stays() -> None:
    contact = remember_contact(email=FATMA["email"])
    remember_contact(**FATMA)
    assert read_contact(contact, by=None, purpose="test").phone == FATMA["phone"]
    remember_contact(email=FATMA["email"], phone="0570 999999", name="Iemand anders")
    known = read_contact(contact, by=None, purpose="test")
    assert (known.phone, known.name) == (FATMA["phone"], FATMA["name"])


def test_the_desk_may_add_an_address_to_a_number_and_a_web_form_may_not() -> None:
    contact = remember_contact(phone=FATMA["phone"], name="Fatma")
    other = remember_contact(phone=FATMA["phone"], name="Fatma", address="Elders 1, 7411AA")
    assert other != contact
    at_desk = remember_contact(phone=FATMA["phone"], name="Fatma", address=FATMA["address"], by_desk=True)
    assert at_desk == contact


def test_nothing_readable_is_stored() -> None:
    remember_contact(**FATMA)
    stored = everything_stored().lower()
    for part in ("fatma", "yilmaz", "yılmaz", "example.org", "12345678", "brinkgreverweg", "7413"):
        assert part.encode() not in stored, part


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "email"),
        ({"name": "Fatma"}, "email"),
        ({"email": "   "}, "email"),
        ({"email": f"{'x' * 300}@example.org"}, "email"),
        ({"email": "a@example.org", "name": "x" * 100_000}, "name"),
        ({"phone": "0" * 41}, "phone"),
        ({"address": "x" * 301}, "address"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(given: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        remember_contact(**given)
    assert refused.value.reason.field == field
    assert not Contact.objects.exists()


@pytest.mark.parametrize("name", ["😀 Jan", "محمد", "<b>Jan</b>", "Ĳsbrand", "O'Brien \\ \x00"])
def test_any_name_is_kept_as_it_was_given(name: str) -> None:
    contact = remember_contact(name=name, email="iemand@example.org")
    assert read_contact(contact, by=None, purpose="test").name == name.strip()


def test_every_reading_leaves_a_trace() -> None:
    contact = remember_contact(**FATMA)
    officer = Person.objects.create(first_name="Ayse")
    with clock.at(datetime(2026, 3, 1, 12, tzinfo=UTC)):
        details = read_contact(contact, by=officer, purpose="answer")
    assert details.phone == FATMA["phone"]
    trace = ContactRead.objects.get()
    assert (trace.contact, trace.by, trace.purpose) == (contact, officer, "answer")
    assert trace.at == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_an_address_is_confirmed_once() -> None:
    contact = remember_contact(email="a@example.org")
    with clock.at(datetime(2026, 3, 1, tzinfo=UTC)):
        confirm_email(contact)
    with clock.at(datetime(2026, 4, 1, tzinfo=UTC)):
        confirm_email(contact)
    contact.refresh_from_db()
    assert contact.email_confirmed_at == datetime(2026, 3, 1, tzinfo=UTC)


def test_the_blind_index_finds_by_email() -> None:
    contact = remember_contact(**FATMA)
    assert contact_by_email("FATMA.yilmaz@example.org") == contact
    assert contact_by_email("kees@example.org") is None
    assert contact_by_email("") is None


# --- Erasing ------------------------------------------------------------------------------------------------


@pytest.fixture
def erased() -> Iterator[list[Contact]]:
    """What an eraser was called with; the register is as before afterwards."""
    before = list(erasure._erasers)
    seen: list[Contact] = []
    erasure.register(seen.append)
    yield seen
    erasure._erasers[:] = before


def test_erasing_leaves_an_empty_row_and_nothing_of_the_person(erased: list[Contact]) -> None:
    contact = remember_contact(**FATMA)
    confirm_email(contact)
    read_contact(contact, by=None, purpose="answer")
    contact.refresh_from_db()
    columns = [
        bytes(getattr(contact, f"{part}_{kind}"))
        for part in ("email", "phone", "address")
        for kind in ("encrypted", "index")
    ] + [bytes(contact.name_encrypted)]
    assert all(column in everything_stored() for column in columns)

    erase_contact(contact)

    stored = everything_stored()
    assert not any(column in stored for column in columns)
    assert erased == [contact]
    row = Contact.objects.get()
    assert row.pk == contact.pk
    assert not any(bytes(getattr(row, f"{part}_encrypted")) for part in ("name", "email", "phone", "address"))
    assert row.email_index is row.phone_index is row.address_index is None
    assert row.email_confirmed_at is None
    assert row.erased_at is not None
    assert ContactRead.objects.filter(contact=row).count() == 1  # that someone looked remains true


def test_erasing_ends_every_link_given_out(erased: list[Contact]) -> None:
    contact = remember_contact(**FATMA)
    before = contact.link_counter
    erase_contact(contact)
    assert contact.link_counter > before


def test_who_comes_back_after_erasing_is_new(erased: list[Contact]) -> None:
    contact = remember_contact(**FATMA)
    erase_contact(contact)
    assert contact_by_email(FATMA["email"]) is None
    assert remember_contact(**FATMA) != contact


def test_erasing_twice_does_no_harm(erased: list[Contact]) -> None:
    contact = remember_contact(**FATMA)
    erase_contact(contact)
    at = Contact.objects.get().erased_at
    erase_contact(contact)
    assert Contact.objects.get().erased_at == at


def test_when_one_eraser_fails_nothing_is_erased(erased: list[Contact]) -> None:
    def broken(_contact: Contact) -> None:
        raise RuntimeError

    contact = remember_contact(**FATMA)
    erasure.register(broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        erase_contact(contact)
    assert contact_by_email(FATMA["email"]) == contact


def test_an_eraser_is_called_once_however_often_registered(erased: list[Contact]) -> None:
    erasure.register(erased.append)
    calls = [each for each in erasure._erasers if each == erased.append]
    assert len(calls) == 1
