"""A sentence within a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.foundation.language import inner


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("Een lamp is kapot.", "Een lamp is kapot"),
        ("“Ik wacht op de trein.”", "Ik wacht op de trein"),
        ("'In mijn portiek is iemand gevallen'", "In mijn portiek is iemand gevallen"),
        ("'Dat pad is zo zwart als de nacht", "Dat pad is zo zwart als de nacht"),
        ("De “Hoek” is weg", "De ‘Hoek’ is weg"),
        (
            "'s Avonds is het donker aan de Rode Dorp's rand",
            "'s Avonds is het donker aan de Rode Dorp's rand",
        ),
        ("Wat nu?", "Wat nu?"),
        ("En toen...", "En toen..."),
        ("", ""),
    ],
)
def test_outer_quotes_and_the_full_stop_go(sentence: str, within: str) -> None:
    assert inner(sentence) == within


@given(st.text(alphabet="ab .“”‘’'\"?", max_size=20))
def test_it_can_stand_between_double_quotes(sentence: str) -> None:
    found = inner(sentence)
    assert not {"“", "”"} & set(found)
    assert len(found) <= len(sentence)
