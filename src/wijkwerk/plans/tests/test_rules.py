"""Rules of plans, by properties: terms, reviews, themes, where measures meet, whose plan it is."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.approaches import catalogue, load
from wijkwerk.approaches.schema import PlanKind, PlanOwner, ThemesKind, WhoDecides
from wijkwerk.plans.rules.deciding import residents_ranked_it
from wijkwerk.plans.rules.frictions import Planned, meetings
from wijkwerk.plans.rules.horizons import last_year, months_later, review_days, within_band, years_of
from wijkwerk.plans.rules.owning import Writer, owning_roles, writer
from wijkwerk.plans.rules.themes import list_may_grow, theme_fits

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(1, 15), st.integers(1, 24))
def test_reviews_lie_within_the_term_and_in_order(begins: date, years: int, months: int) -> None:
    days = review_days(begins, years, months)
    assert days == sorted(set(days))
    assert all(begins < day <= months_later(begins, years * 12) for day in days)
    assert len(days) == years * 12 // months


@given(DAYS, st.integers(0, 400))
def test_months_later_keeps_the_day_or_ends_the_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(1)).day == 1


@given(st.integers(1980, 2100), st.integers(1, 30))
def test_a_term_counts_its_first_year(first: int, years: int) -> None:
    assert last_year(first, years) - first + 1 == years


def test_every_plan_of_the_catalogue_is_made_for_a_term_within_its_band() -> None:
    for key in catalogue():
        for plan in load(key).plans:
            assert within_band(plan, years_of(plan)), (key, plan.key)


@given(st.sampled_from(ThemesKind), st.text(max_size=8), st.sets(st.text(min_size=1, max_size=8), max_size=4))
def test_a_theme_outside_the_list_never_fits_where_there_is_a_list(
    kind: ThemesKind, theme: str, known: set[str]
) -> None:
    fits = theme_fits(kind, theme, known)
    assert fits == (theme in known if theme else list_may_grow(kind))
    assert theme_fits(None, theme, known)


PLANNED = st.builds(
    Planned,
    measure=st.integers(1, 6),
    plan=st.integers(1, 3),
    sentence=st.sampled_from(
        ["licht langs het pad", "pad met licht", "riool in de straat", "buurthuis open"]
    ),
    place=st.none() | st.integers(1, 2),
    ready_on=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(st.lists(PLANNED, max_size=6, unique_by=lambda each: each.measure))
def test_only_measures_of_different_plans_meet_and_the_order_says_nothing(planned: list[Planned]) -> None:
    def alike(one: str, other: str) -> float:
        return len(set(one.split()) & set(other.split())) / 3

    plan_of = {each.measure: each.plan for each in planned}
    found = meetings(planned, alike)
    assert all(plan_of[each.one] != plan_of[each.other] for each in found)
    turned = meetings(list(reversed(planned)), alike)
    pairs = {(each.kind, frozenset((each.one, each.other))) for each in found}
    assert pairs == {(each.kind, frozenset((each.one, each.other))) for each in turned}


def test_every_owner_has_one_writer() -> None:
    plain = load("deventer_1997").plan("area_plan")
    assert {owner: writer(owner, plain) for owner in PlanOwner} == {
        PlanOwner.AREA: Writer.AREA,
        PlanOwner.LINE_SERVICE: Writer.SERVICE,
        PlanOwner.AREA_TEAM: Writer.TEAM,
        PlanOwner.AREA_OFFICE: Writer.TEAM,
    }
    parts = load("dordrecht_1997").plan("area_plan")
    assert {writer(owner, parts) for owner in PlanOwner} == {Writer.NOBODY}


def test_where_a_team_owns_the_plan_the_file_names_its_members() -> None:
    for key in catalogue():
        approach = load(key)
        if writer(approach.options.plan_owner, None) is Writer.TEAM:
            assert owning_roles(approach), key


def test_residents_rank_where_they_decide_alone_or_with_the_office() -> None:
    assert {each for each in WhoDecides if residents_ranked_it(each, PlanKind.AREA_PLAN)} == {
        WhoDecides.RESIDENTS,
        WhoDecides.OFFICE_AND_RESIDENTS,
    }
    assert not residents_ranked_it(WhoDecides.RESIDENTS, PlanKind.SECTOR_PLAN)
