"""Amounts as people write them, and refusals at their field."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.foundation.forms import AmountField, ReasonedForm, amount_from
from wijkwerk.foundation.next_steps import NextStep, first_no
from wijkwerk.foundation.reasons import YES, Invalid, Reason, Refused, no


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1250", "1250"),
        ("1.250", "1250"),
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("€ 12,5", "12.5"),
        ("ƒ 110.000", "110000"),
        ("€ 250,-", "250"),
        ("-5", "-5"),
        ("12.345.678", "12345678"),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: str) -> None:
    assert amount_from(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "tien", "1.25.0", "0,005", "1e9", "12 euro", "--5", "5-", "1,2,3"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert amount_from(text) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False))
def test_what_a_form_shows_it_reads_back(amount: Decimal) -> None:
    assert amount_from(AmountField().prepare_value(amount)) == amount


class SampleForm(ReasonedForm):
    amount = AmountField(label="Bedrag")
    name = forms.CharField(required=False)


def refuse(reason: Reason) -> object:
    def act(_given: object) -> None:
        raise Invalid(reason)

    return act


def test_a_refusal_stands_at_its_field_with_what_was_typed() -> None:
    form = SampleForm({"amount": "12", "name": "x"})
    assert form.attempt(refuse(Reason("Te veel.", field="amount", way_out="Vraag minder."))) is None
    assert form.errors == {"amount": ["Te veel. Vraag minder."]}
    assert form.status == 422
    assert form["amount"].value() == "12"


def test_a_refusal_about_no_field_stands_above_the_form() -> None:
    form = SampleForm({"amount": "12"})
    form.attempt(refuse(Reason("Nu niet.", field="elders")))
    assert form.non_field_errors() == ["Nu niet."]


def test_want_of_mandate_is_not_the_forms_business() -> None:
    def act(_given: object) -> None:
        raise Refused(Reason("U mag dit niet."))

    with pytest.raises(Refused):
        SampleForm({"amount": "12"}).attempt(act)


def test_nothing_is_done_with_a_wrong_form() -> None:
    done: list[object] = []
    assert SampleForm({"amount": "veel"}).attempt(done.append) is None
    assert done == []


def test_an_amount_past_all_money_is_refused() -> None:
    assert "te groot" in str(SampleForm({"amount": "9" * 20}).errors["amount"])


def test_the_first_no_is_told() -> None:
    assert first_no(YES, YES) is YES
    refused = no("een")
    assert first_no(YES, refused, no("twee")) is refused
    assert not NextStep("Doe", "/", refused).allowed
