"""What roles let someone do, by properties: any roles, any power, any amount."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.approaches import Amount, Power, Text
from wijkwerk.approaches.schema import PowerGrant, Role, Scope
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.people.labels import POWER_LABELS
from wijkwerk.people.rules import CONTENT_POWERS, Ground, judge, judge_role

powers = st.sampled_from(list(Power))
limits = st.none() | st.builds(
    Amount,
    amount=st.decimals(0, 100_000, places=2),
    currency=st.sampled_from(["EUR", "NLG"]),
)
grants = st.builds(PowerGrant, power=powers, limit=limits)
roles = st.builds(
    Role,
    key=st.sampled_from(["one", "two", "three"]),
    label=st.just(Text(nl="taak")),
    scope=st.none() | st.sampled_from(Scope),
    powers=st.lists(grants, max_size=6, unique_by=lambda grant: grant.power).map(tuple),
    excluded_from=st.lists(powers, max_size=2).map(tuple),
)
amounts = st.none() | st.builds(Money, st.integers(-10_000_000, 10_000_000), st.sampled_from(Currency))


@given(st.lists(roles, max_size=4), powers, amounts)
def test_nothing_is_allowed_that_no_role_grants(held: list[Role], power: Power, amount: Money | None) -> None:
    if judge(held, power, amount):
        wider = {power, Power.READ_EVERYTHING} if power is Power.READ_AREA else {power}
        assert any(grant.power in wider for role in held for grant in role.powers)


@given(st.lists(roles, max_size=4), powers, amounts)
def test_a_no_is_never_without_its_ground(held: list[Role], power: Power, amount: Money | None) -> None:
    judgement = judge(held, power, amount)
    assert bool(judgement) == (judgement.ground is Ground.ALLOWED)
    assert (judgement.role is None) == (judgement.ground is Ground.NO_ROLE) == (not held)


@pytest.mark.requirement("DEV-57")
@given(st.lists(roles, min_size=1, max_size=4), st.sampled_from(sorted(CONTENT_POWERS)), amounts)
def test_roles_over_the_process_never_decide_content(
    held: list[Role], power: Power, amount: Money | None
) -> None:
    only_process = [replace(role, scope=Scope.PROCESS) for role in held]
    assert judge(only_process, power, amount).ground is Ground.PROCESS_ONLY


@given(roles, powers, amounts)
def test_scope_takes_nothing_else_away(role: Role, power: Power, amount: Money | None) -> None:
    if power not in CONTENT_POWERS:
        process, content = (replace(role, scope=scope) for scope in (Scope.PROCESS, Scope.CONTENT))
        assert judge_role(process, power, amount).ground is judge_role(content, power, amount).ground


@pytest.mark.requirement("DEV-13")
@given(st.lists(roles, max_size=3), roles, powers, amounts)
def test_an_exclusion_beats_what_other_roles_give(
    held: list[Role], excluded: Role, power: Power, amount: Money | None
) -> None:
    without_content = [replace(role, scope=None) for role in held]
    excluded = replace(excluded, scope=None, excluded_from=(power,))
    assert judge([*without_content, excluded], power, amount).ground is Ground.EXCLUDED


@given(roles, st.sampled_from(sorted(CONTENT_POWERS)))
def test_who_is_expressly_for_content_decides_in_the_own_area_too(adopted: Role, power: Power) -> None:
    area_alderman = replace(adopted, scope=Scope.PROCESS, excluded_from=(power,))
    portfolio = Role(
        key="portfolio", label=Text(nl="taak"), scope=Scope.CONTENT, powers=(PowerGrant(power=power),)
    )
    assert judge([area_alderman, portfolio], power)


@given(st.lists(roles, min_size=1, max_size=4), powers, amounts, st.randoms())
def test_the_order_of_roles_makes_no_difference(
    held: list[Role], power: Power, amount: Money | None, random: object
) -> None:
    turned = list(held)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert judge(held, power, amount).ground is judge(turned, power, amount).ground


@given(st.lists(roles, max_size=3), roles, powers, amounts)
def test_one_more_role_never_takes_away_unless_it_excludes(
    held: list[Role], more: Role, power: Power, amount: Money | None
) -> None:
    if judge(held, power, amount) and power not in more.excluded_from:
        assert judge([*held, more], power, amount)


def limited(amount: str, currency: str = "EUR") -> Role:
    limit = Amount(amount=Decimal(amount), currency=currency)
    return Role(
        key="manager", label=Text(nl="taak"), powers=(PowerGrant(power=Power.COMMIT_MONEY, limit=limit),)
    )


@given(st.integers(0, 10_000_000), st.integers(-10_000_000, 10_000_000))
def test_the_limit_itself_is_allowed_and_a_cent_more_is_not(limit: int, amount: int) -> None:
    role = limited(str(Decimal(limit) / 100))
    judgement = judge([role], Power.COMMIT_MONEY, Money(amount, "EUR"))
    assert judgement.ground is (Ground.ALLOWED if abs(amount) <= limit else Ground.OVER_LIMIT)


def test_without_an_amount_the_question_is_whether_at_all() -> None:
    assert judge([limited("0")], Power.COMMIT_MONEY)


def test_a_limit_in_guilders_says_nothing_about_euros() -> None:
    judgement = judge([limited("100000", "NLG")], Power.COMMIT_MONEY, Money(1, "EUR"))
    assert judgement.ground is Ground.OTHER_CURRENCY


def test_of_two_limits_the_higher_is_told() -> None:
    judgement = judge([limited("100"), limited("500")], Power.COMMIT_MONEY, Money.of(600, "EUR"))
    assert judgement.grant is not None
    assert judgement.grant.limit is not None
    assert judgement.grant.limit.amount == 500


def test_every_power_has_words() -> None:
    assert set(POWER_LABELS) == set(Power)
    assert all(str(label) for label in POWER_LABELS.values())
