"""Taking an approach: from a day, in a currency, with warnings that forbid nothing; and how a programme grew."""

from __future__ import annotations

from datetime import date

import pytest

from wijkwerk.areas.actions import adopt_approach, start_programme, widen_programme
from wijkwerk.areas.models import AreaApproach, Grouping, Inhabitants, Stage
from wijkwerk.areas.queries import (
    adopted,
    approach_for,
    descendant_ids,
    house_approach,
    inhabitants,
    lineage,
    neighbours,
    programme_areas,
    programme_history,
    size_warning,
    working_areas,
)
from wijkwerk.areas.tests.factories import LONG_AGO, an_area, square, working
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Conflict, Invalid

pytestmark = pytest.mark.django_db

START, LATER = date(2024, 1, 1), date(2026, 1, 1)


def adopt(area, **values):
    defaults = {
        "approach_key": "deventer_1997", "valid_from": START, "currency": "EUR", "adopted_by": "de raad",
    }  # fmt: skip
    return adopt_approach(**{**defaults, "area": area, **values})


def people(area, number, year=2024):
    return Inhabitants.objects.create(area=area, year=year, number=number, source="CBS")


@pytest.mark.requirement("DEV-07")
@pytest.mark.parametrize(
    ("number", "warned"), [(9_999, True), (10_000, False), (15_000, False), (15_001, True)]
)
def test_an_area_outside_the_band_raises_a_warning_and_no_block(number, warned):
    area = an_area("voorstad", name="Voorstad")
    people(area, number)
    adoption = adopt(area)
    assert adoption.adopted.pk
    assert bool(adoption.warnings) == warned
    assert bool(size_warning(area, START)) == warned
    if warned:
        [warning] = adoption.warnings
        shown = f"{number:,}".replace(",", ".")
        assert f"Voorstad heeft {shown} inwoners (2024)" in str(warning)
        assert "10.000 tot 15.000 inwoners" in str(warning)
        assert (warning.rule, warning.value) == (
            "deventer_1997: levels.district.inhabitants",
            "10.000 tot 15.000",
        )
        assert "§2.2" in warning.source


def test_adopting_for_the_city_warns_about_every_working_area_in_it():
    city = an_area("GM0150", name="Deventer", level="gemeente")
    people(city, 103_405)
    for code, number in (("groot", 27_525), ("goed", 12_000), ("klein", 800)):
        people(an_area(code, parent=city), number)
    assert sorted(str(warning).split()[0] for warning in adopt(city).warnings) == ["Groot", "Klein"]


def test_without_a_number_of_people_nothing_is_warned_about():
    assert adopt(an_area()).warnings == ()


@pytest.mark.requirement("GEN-04")
def test_the_next_approach_starts_on_a_date_and_leaves_the_one_before_readable():
    area = an_area()
    first = adopt(area, currency="NLG", amount_per_resident=Money.of(8, "NLG")).adopted
    second = adopt(area, valid_from=LATER, amount_per_resident=Money.of("3.63", "EUR")).adopted
    assert [(each.valid_from, each.valid_to) for each in AreaApproach.objects.all()] == [
        (START, LATER),
        (LATER, None),
    ]
    assert (adopted(area, date(2025, 12, 31)), adopted(area, LATER)) == (first, second)
    assert str(adopted(area, START).per_resident) == "ƒ 8"
    assert second.per_resident == Money(363, "EUR")


def test_the_same_adoption_again_changes_nothing():
    area = an_area()
    assert adopt(area).adopted == adopt(area).adopted
    assert AreaApproach.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "error", "field"),
    [
        ({"valid_from": LONG_AGO}, Conflict, "valid_from"),
        ({"currency": "NLG"}, Conflict, "valid_from"),
        ({"currency": "DEM", "valid_from": LATER}, Invalid, "currency"),
        ({"amount_per_resident": Money(800, "NLG"), "valid_from": LATER}, Invalid, "amount_per_resident"),
        ({"amount_per_resident": Money(-1, "EUR"), "valid_from": LATER}, Invalid, "amount_per_resident"),
        ({"approach_key": "atlantis", "valid_from": LATER}, Invalid, "approach_key"),
        ({"adopted_by": " ", "valid_from": LATER}, Invalid, "adopted_by"),
    ],
)
def test_what_cannot_be_adopted_is_refused_with_the_field_and_changes_nothing(values, error, field):
    area = an_area()
    adopt(area)
    with pytest.raises(error) as refused:
        adopt(area, **values)
    assert (refused.value.reason.field, AreaApproach.objects.get().valid_to) == (field, None)


def test_the_approach_of_an_area_comes_from_itself_or_from_what_contains_it():
    city = an_area("GM0150", level="gemeente")
    area, buurt = an_area("noord", parent=city), an_area("BU01500101", level="buurt")
    Grouping.objects.create(area=area, member=buurt, valid_from=LONG_AGO)
    assert approach_for(buurt) == house_approach()
    adopt(city)
    assert approach_for(buurt).key == "deventer_1997"
    own = adopt(area, valid_from=LATER, currency="NLG").adopted
    assert (adopted(buurt, LATER), adopted(buurt, START).area) == (own, city)


def test_lineage_goes_up_by_grouping_and_parent_the_nearest_first(django_assert_num_queries):
    city = an_area("GM0150", level="gemeente")
    district, area = an_area("WK015001", level="wijk", parent=city), an_area("noord", parent=city)
    buurt = an_area("BU01500101", level="buurt", parent=district)
    Grouping.objects.create(area=area, member=buurt, valid_from=START)
    with django_assert_num_queries(1):
        assert lineage(buurt, START) == [buurt, area, district, city]
    assert lineage(buurt, date(2023, 12, 31)) == [buurt, district, city]
    with django_assert_num_queries(1):
        assert descendant_ids(area, START) == {area.pk, buurt.pk}
    assert descendant_ids(city, START) == {each.pk for each in (city, district, area, buurt)}
    assert descendant_ids(area, date(2023, 12, 31)) == {area.pk}


def test_a_circle_of_parents_ends():
    one = an_area("een")
    two = an_area("twee", parent=one)
    one.parent = two
    one.save()
    assert {area.code for area in lineage(one)} == {"een", "twee"}


@pytest.mark.parametrize("count", [1, 12])
def test_working_areas_cost_the_same_however_many_there_are(django_assert_num_queries, count):
    city = working(an_area("GM0150", level="gemeente"))
    expected = [an_area(f"wijk{n:02}", parent=city) for n in range(count)]
    an_area("BU01500101", level="buurt", parent=expected[0])
    an_area("elders")  # no approach
    with django_assert_num_queries(2):
        assert working_areas() == expected


def test_inhabitants_are_those_of_the_year_or_the_latest_before_it():
    area = an_area()
    old, new = people(area, 100, 2020), people(area, 110, 2024)
    assert [inhabitants(area, year) for year in (None, 2024, 2023, 2019)] == [new, new, old, None]


def test_neighbours_lie_against_the_area_at_the_same_level():
    middle = an_area("midden", geometry=square(1, 1))
    beside = an_area("ernaast", geometry=square(2, 1))
    corner = an_area("hoek", geometry=square(2, 2))
    an_area("ver", geometry=square(4, 1))
    an_area("BU01500101", level="buurt", geometry=square(0, 1))
    an_area("naamloos", geometry=None)
    assert neighbours(middle) == [beside, corner]


@pytest.mark.requirement("DEV-01")
@pytest.mark.requirement("DEV-03")
def test_a_programme_began_as_an_experiment_in_four_areas_and_was_widened_to_five():
    four = [an_area(code) for code in ("a", "b", "c", "d")]
    fifth = an_area("e")
    programme = start_programme(
        key="wijkaanpak", name="Buurtbeheer", areas=four, decided_on=date(1988, 1, 1),
        decided_by="het college", public_text="Een proef in vier gebieden.",
    )  # fmt: skip
    assert programme_areas(programme, date(1988, 1, 1)) == four
    widen_programme(
        programme=programme, areas=[*four, fifth], decided_on=date(1990, 1, 1), decided_by="de raad",
        public_text="Onder de sociale vernieuwing in de hele stad.", policy_frame="Sociale vernieuwing",
    )  # fmt: skip
    history = [
        (step.decision.decided_on.year, step.decision.stage, len(step.areas))
        for step in programme_history(programme)
    ]
    assert history == [(1988, Stage.EXPERIMENT, 4), (1990, Stage.CITY_WIDE, 5)]
    assert programme_areas(programme, date(1989, 12, 31)) == four
    assert programme_areas(programme, date(1990, 1, 1)) == [*four, fifth]
    programme.refresh_from_db()
    assert programme.policy_frame == "Sociale vernieuwing"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"decided_on": date(1988, 1, 1)}, "decided_on"),
        ({"decided_by": " "}, "decided_by"),
        ({"public_text": ""}, "public_text"),
        ({"areas": []}, "areas"),
    ],
)
def test_widening_without_a_dated_reasoned_decision_is_refused(values, field):
    said = {"decided_on": date(1988, 1, 1), "decided_by": "het college", "public_text": "Een proef."}
    area = an_area()
    programme = start_programme(key="proef", name="Proef", areas=[area], **said)
    with pytest.raises((Conflict, Invalid)) as refused:
        widen_programme(
            programme=programme,
            **{**said, "areas": [area], "decided_on": date(1990, 1, 1), "policy_frame": "X", **values},
        )
    assert (refused.value.reason.field, len(programme_history(programme))) == (field, 1)
    programme.refresh_from_db()
    assert programme.policy_frame in ("", "X")
