import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from wijkwerk.foundation.encryption import blind_index, blind_indexes, decrypt, encrypt


@given(st.text())
def test_what_was_encrypted_can_be_read(text: str) -> None:
    assert decrypt(encrypt(text)) == text


@given(st.text(min_size=1))
def test_the_ciphertext_differs_each_time_and_shows_nothing(text: str) -> None:
    one, two = encrypt(text), encrypt(text)
    assert one != two
    if len(text.encode()) > 3:
        assert text.encode() not in one


def test_nothing_stays_nothing() -> None:
    assert encrypt("") == b""
    assert decrypt(b"") == ""
    assert decrypt(memoryview(b"")) == ""


@given(st.text(), st.text())
def test_equal_text_is_found_and_other_text_is_not(one: str, two: str) -> None:
    same = " ".join(one.casefold().split()) == " ".join(two.casefold().split())
    assert (blind_index(one, kind="email") == blind_index(two, kind="email")) == same


def test_a_blind_index_says_nothing_about_other_kinds_and_other_keys() -> None:
    found = {blind_index("x", kind=kind, key=key) for kind in ("email", "phone") for key in ("one", "two")}
    assert len(found) == 4
    assert all(len(index) == 16 for index in found)


def test_with_a_new_key_in_front_the_old_can_still_be_read_and_found(settings: Settings) -> None:
    settings.CONTACT_KEYS = ("old",)
    kept, index = encrypt("iemand@example.org"), blind_index("iemand@example.org", kind="email")

    settings.CONTACT_KEYS = ("new", "old")
    assert decrypt(kept) == "iemand@example.org"
    assert index in blind_indexes("iemand@example.org", kind="email")
    assert blind_indexes("iemand@example.org", kind="email")[0] != index
    written_now = encrypt("iemand@example.org")

    settings.CONTACT_KEYS = ("new",)
    assert decrypt(written_now) == "iemand@example.org"
    with pytest.raises(ValueError, match="was a key removed too early"):
        decrypt(kept)


@given(st.binary(min_size=1, max_size=200))
def test_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no contact key fits"):
        decrypt(data)
