import string

from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from wijkwerk.foundation.secret_links import cleaned, code, matches, readable

ids = st.integers(1, 2**63)
counters = st.integers(0, 1000)


@given(ids, counters)
def test_the_same_code_comes_out_years_later(identity: int, counter: int) -> None:
    secret = code("asker", identity, counter)
    assert secret == code("asker", identity, counter)
    assert len(secret) == 16
    assert set(secret) <= set(string.digits + string.ascii_uppercase) - set("ILOU")
    assert matches(secret, "asker", identity, counter)


@given(ids, counters)
def test_raising_the_counter_ends_what_was_given_out(identity: int, counter: int) -> None:
    secret = code("asker", identity, counter)
    assert not matches(secret, "asker", identity, counter + 1)
    assert not matches(secret, "ballot", identity, counter)
    assert not matches(secret, "asker", identity + 1, counter)


@given(ids)
def test_a_code_typed_over_from_paper_is_understood(identity: int) -> None:
    secret = code("asker", identity)
    on_paper = readable(secret)
    assert on_paper.count("-") == 3
    for typed in (
        on_paper,
        on_paper.lower(),
        on_paper.replace("-", " "),
        on_paper.replace("-", " – "),
        f"  {on_paper}\n",
        secret.replace("0", "o").replace("1", "l"),
        secret.replace("0", "O").replace("1", "I"),
    ):
        assert matches(typed, "asker", identity), typed


@given(st.text(max_size=200), ids)
def test_whatever_is_typed_is_no_error(typed: str, identity: int) -> None:
    assert matches(typed, "asker", identity) == (cleaned(typed) == code("asker", identity))


def test_a_very_long_guess_costs_nothing() -> None:
    assert len(cleaned("7" * 10_000_000)) <= 128
    assert not matches("7" * 10_000_000, "asker", 1)


def test_another_site_has_other_codes(settings: Settings) -> None:
    here = code("asker", 1)
    settings.SECRET_KEY = "another-secret-key-altogether"
    assert code("asker", 1) != here
