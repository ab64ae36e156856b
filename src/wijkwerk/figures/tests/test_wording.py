"""Figures as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.figures.models import NamedFigure
from wijkwerk.figures.wording import plain


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False))
def test_a_figure_is_written_without_an_exponent(value: Decimal) -> None:
    assert "E" not in plain(value)
    assert Decimal(plain(value).replace(".", "").replace(",", ".")) == value


@pytest.mark.parametrize(("language", "text"), [("nl", "12,5 procent"), ("en", "12.5 procent")])
def test_a_value_has_its_unit_and_the_readers_notation(language: str, text: str) -> None:
    with translation.override(language):
        assert NamedFigure(before=Decimal("12.50"), unit="procent").before_text == text
    assert NamedFigure(before=Decimal(1), unit="procent").after_text == ""
