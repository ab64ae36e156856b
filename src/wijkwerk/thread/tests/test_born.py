"""A thing's one public line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.thread.actions import LONGEST_SENTENCE, shortened


@given(st.text(max_size=400))
def test_a_sentence_is_one_line_that_fits(text: str) -> None:
    short = shortened(text)
    assert len(short) <= LONGEST_SENTENCE
    assert "\n" not in short
    assert short.startswith(" ".join(text.split())[:5].rstrip(",;:. "))


@given(st.text(alphabet="abc ", max_size=LONGEST_SENTENCE))
def test_what_fits_is_left_alone(text: str) -> None:
    assert shortened(text) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("De lantaarn bij nummer 12 is stuk. " + "Al weken. " * 20, "De lantaarn bij nummer 12 is stuk"),
        ("Au! " + "woord " * 40, ("Au! " + "woord " * 19).strip() + "…"),
        ("x" * 300, "x" * 119 + "…"),
    ],
)
def test_the_first_sentence_else_cut_at_a_word(text: str, short: str) -> None:
    assert shortened(text) == short
