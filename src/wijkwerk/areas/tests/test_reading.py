"""Reading files of areas: five ways of naming, everything wrong said at once, nothing guessed."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.areas.rules.codes import BUURT, GEMEENTE, STATISTICAL, WIJK, containing, statistical_code
from wijkwerk.areas.rules.features import read_areas
from wijkwerk.areas.rules.problems import Kind
from wijkwerk.areas.tests.factories import collection, feature, square
from wijkwerk.areas.tests.real_files import FOLDER, real_file

FAMILIES = {
    "shapefile": {
        "BU_CODE": "BU01500101", "BU_NAAM": "Centrum", "WK_CODE": "WK015001", "GM_CODE": "GM0150",
        "GM_NAAM": "Deventer", "IND_WBI": 1, "WATER": "NEE", "POSTCODE": "7411", "DEK_PERC": 1, "OAD": 2000,
        "STED": 1, "BEV_DICHTH": 5000, "AANT_INW": 2980, "AANTAL_HH": 1995, "P_00_14_JR": 9, "WOZ": 300,
    },
    "geopackage": {
        "fid": 1, "buurtcode": "BU01500101", "buurtnaam": "Centrum", "wijkcode": "WK015001",
        "gemeentecode": "GM0150", "gemeentenaam": "Deventer", "jaarstatcode": "2024BU01500101", "water": "NEE",
        "aantal_inwoners": 2980, "bevolkingsdichtheid_inwoners_per_km2": 5000, "mannen": 1400,
        "indelingswijziging_wijken_en_buurten": 1, "percentage_personen_0_tot_15_jaar": 9,
    },
    "web feature service": {
        "id": "buurten.1", "buurtcode": "BU01500101", "buurtnaam": "Centrum", "gemeentecode": "GM0150",
        "water": "NEE", "aantalInwoners": 2980, "oppervlakteWaterInHa": 3, "meestVoorkomendePostcode": "7411",
    },
    "esri": {
        "objectid": 1, "bu_code": "BU01500101", "bu_naam": "Centrum", "gm_code": "GM0150", "aant_inw": 2980,
        "jrstatcode": "2024BU01500101", "jaar": 2024, "shape_area": 1.0,
    },
    "generalised": {
        "statcode": "BU01500101", "statnaam": "Centrum", "gmCode": "GM0150", "jrstatcode": "2024BU01500101",
        "rubriek": "buurt", "id": 7,
    },
}  # fmt: skip


def problems(data: bytes, level: str = BUURT) -> list[tuple[Kind, int, str]]:
    return [(each.kind, each.number, each.key) for each in read_areas(data, level=level).problems]


@pytest.mark.parametrize("family", FAMILIES)
def test_all_five_ways_of_naming_columns_say_the_same(family):
    reading = read_areas(collection(feature(**FAMILIES[family])), level=BUURT)
    [area] = reading.features
    assert (reading.problems, area.code, area.name) == ([], "BU01500101", "Centrum")
    assert area.inhabitants == (None if family == "generalised" else 2980)
    assert area.year == (2024 if family in ("geopackage", "esri", "generalised") else None)
    assert area.geometry == square(0, 0)


@given(st.sampled_from(sorted(FAMILIES)), st.data())
def test_capitals_underscores_and_order_of_columns_do_not_matter(family, data):
    columns = [(key, value) for key, value in FAMILIES[family].items() if not key.startswith(("P_", "shape"))]
    mixed = {
        "".join(data.draw(st.sampled_from([letter.lower(), letter.upper()])) for letter in key): value
        for key, value in data.draw(st.permutations(columns))
    }
    assert read_areas(collection(feature(**mixed)), level=BUURT).features[0].code == "BU01500101"


@given(
    st.sampled_from([GEMEENTE, WIJK, BUURT]),
    st.from_regex(r"\A[0-9]{4}[0-9A-Z]{4}\Z"),
    st.booleans(),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_a_code_is_read_with_and_without_prefix_and_padding(level, numbers, prefixed, before, after):
    prefix, length = STATISTICAL[level]
    code = prefix + numbers[:length]
    text = " " * before + (code if prefixed else code[2:]) + " " * after
    assert statistical_code(level, text) == code
    assert statistical_code(level, text.lower()) == code
    if code[2:].isdecimal():
        assert statistical_code(level, int(code[2:])) == code


@pytest.mark.parametrize(
    "text", ["BU0150010", "WK01500101", "BU015001011", "01-50010", "", None, True, 1.5, []]
)
def test_what_can_be_no_code_of_a_buurt_is_none(text):
    assert statistical_code(BUURT, text) is None


def test_the_parent_is_the_first_part_of_the_code():
    assert containing("BU0363AA01") == ("WK0363AA", "GM0363")
    assert containing("WK015001") == ("GM0150",)
    assert containing("GM0150") == ()


@pytest.mark.parametrize("missing", [-99999999, -99997, -99995, -99990, "-99999999", None, ".", ""])
def test_what_stands_for_missing_is_no_number_of_people(missing):
    [area] = read_areas(
        collection(feature(buurtcode="BU01500101", buurtnaam="A", aantal_inwoners=missing)), level=BUURT
    ).features
    assert area.inhabitants is None


def test_nobody_lives_here_is_a_number():
    [area] = read_areas(
        collection(feature(buurtcode="BU01500101", buurtnaam="A", aantal_inwoners=0)), level=BUURT
    ).features
    assert area.inhabitants == 0


def test_water_and_foreign_land_are_left_out():
    reading = read_areas(
        collection(
            feature(buurtcode="BU02339997", buurtnaam=None, water="JA"),
            feature(buurtcode="BU07440001", buurtnaam="Baarle", water="B"),
            feature(buurtcode="BU01500101", buurtnaam="Centrum", water="NEE"),
        ),
        level=BUURT,
    )
    assert ([each.code for each in reading.features], reading.water, reading.problems) == (
        ["BU01500101"],
        2,
        [],
    )


def test_without_a_column_for_water_the_code_says_so():
    reading = read_areas(
        collection(
            feature(statcode="BU02339998", statnaam=None),
            feature(statcode="BU09980000", statnaam="Buitenland"),
            feature(statcode="BU02330101", statnaam=None),
        ),
        level=BUURT,
    )
    assert [(each.code, each.name) for each in reading.features] == [("BU02330101", "BU02330101")]


def test_gzip_and_a_byte_order_mark_are_read():
    data = collection(feature(buurtcode="01500101", buurtnaam="Centrum"))
    for variant in (gzip.compress(data), b"\xef\xbb\xbf" + data):
        assert read_areas(variant, level=BUURT).features[0].code == "BU01500101"


def test_a_third_dimension_is_dropped():
    solid = square(0, 0)
    solid["coordinates"] = [[[*position, 12.5] for position in solid["coordinates"][0]]]
    [area] = read_areas(
        collection(feature(solid, buurtcode="BU01500101", buurtnaam="A")), level=BUURT
    ).features
    assert area.geometry == square(0, 0)


def test_everything_wrong_is_said_at_once_with_feature_and_column():
    bow_tie = {"type": "Polygon", "coordinates": [[[6, 52], [6.1, 52.1], [6.1, 52], [6, 52.1], [6, 52]]]}
    unclosed = {"type": "Polygon", "coordinates": [[[6, 52], [6.1, 52], [6.1, 52.1], [6, 52.1]]]}
    line = {"type": "LineString", "coordinates": [[6, 52], [6.1, 52]]}
    swapped = {"type": "Polygon", "coordinates": [[[52, 6], [52.1, 6], [52.1, 6.1], [52, 6]]]}
    rd = {
        "type": "Polygon",
        "coordinates": [[[207000, 474000], [207100, 474000], [207100, 474100], [207000, 474000]]],
    }
    letters = {"type": "Polygon", "coordinates": [[["a", "b"], [6, 52], [6, 53], ["a", "b"]]]}
    name = {"buurtnaam": "A"}
    assert problems(
        collection(
            feature(buurtcode="BU01500101", **name),
            feature(buurtcode="BU01500101", **name),
            feature(buurtcode="WK015001", **name),
            feature(bow_tie, buurtcode="BU01500104", **name),
            feature(unclosed, buurtcode="BU01500105", **name),
            feature(line, buurtcode="BU01500106", **name),
            feature(swapped, buurtcode="BU01500107", **name),
            feature(rd, buurtcode="BU01500108", **name),
            feature(letters, buurtcode="BU01500109", **name),
            feature(buurtcode="BU01500110", aantal_inwoners="veel", wijknaaam="?", **name),
            feature(buurtcode="BU01500111", buurtnaam="x" * 121),
            "geen feature",
            {
                "type": "Feature",
                "properties": {"buurtcode": "BU01500113", "buurtnaam": "A"},
                "geometry": None,
            },
            feature(**name),
        )
    ) == [
        (Kind.DOUBLE_CODE, 2, ""),
        (Kind.BAD_CODE, 3, "buurtcode"),
        (Kind.CROSSES_ITSELF, 4, "geometry"),
        (Kind.OPEN_RING, 5, "geometry"),
        (Kind.WRONG_SHAPE, 6, "geometry"),
        (Kind.OUTSIDE, 7, "geometry"),
        (Kind.WRONG_COORDINATES, 8, "geometry"),
        (Kind.BAD_POSITION, 9, "geometry"),
        (Kind.UNKNOWN_COLUMN, 10, "wijknaaam"),
        (Kind.BAD_NUMBER, 10, "aantal_inwoners"),
        (Kind.TOO_LONG, 11, "buurtnaam"),
        (Kind.NOT_A_FEATURE, 12, ""),
        (Kind.NO_OUTLINE, 13, "geometry"),
        (Kind.MISSING_VALUE, 14, "buurtcode"),
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Kind.NOT_JSON),
        (b"{", Kind.NOT_JSON),
        (b"[" * 100_000, Kind.NOT_JSON),
        (b"\xff\xfe\x00", Kind.UNREADABLE),
        (b"\x1f\x8bbroken", Kind.UNREADABLE),
        (b"[]", Kind.NO_COLLECTION),
        (b'{"type": "FeatureCollection"}', Kind.NO_COLLECTION),
        (collection(), Kind.NOTHING_IN_IT),
        (collection(feature(buurtcode="BU01500101", buurtnaam=None, water="JA")), Kind.NOTHING_IN_IT),
        (collection(feature(naam="A")), Kind.MISSING_COLUMN),
        (collection(feature(buurtcode="BU01500101")), Kind.MISSING_COLUMN),
        (
            collection(
                feature(), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
            ),
            Kind.WRONG_COORDINATES,
        ),
    ],
)
def test_a_file_that_is_none_is_one_problem(data, kind):
    assert [each[0] for each in problems(data) if each[0] is not Kind.UNKNOWN_COLUMN] == [kind]


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_whatever_the_bytes_reading_ends_in_problems_and_never_in_an_error(data):
    assert read_areas(data, level=BUURT).problems


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)


@given(json_values, json_values, json_values)
def test_whatever_stands_in_a_feature_reading_never_ends_in_an_error(code, people, coordinates):
    geometry = {"type": "Polygon", "coordinates": coordinates}
    read_areas(
        json.dumps(
            {
                "features": [
                    {
                        "properties": {"buurtcode": code, "buurtnaam": people, "aantinw": people},
                        "geometry": geometry,
                    }
                ]
            }
        ).encode(),
        level=BUURT,
    )


def test_an_own_level_reads_plain_columns_and_refuses_others():
    good = feature(
        code="voorstad", name="Voorstad", inhabitants=16400, year=2024, portrait="Rond de Rielerweg."
    )
    [area] = read_areas(collection(good), level="district").features
    assert (area.code, area.inhabitants, area.year, area.portrait) == (
        "voorstad",
        16400,
        2024,
        "Rond de Rielerweg.",
    )
    assert problems(collection(feature(code="a/b", name="A", colour="red")), "district") == [
        (Kind.UNKNOWN_COLUMN, 1, "colour"),
        (Kind.BAD_CODE, 1, "code"),
    ]


def test_a_published_division_can_become_an_own_level():
    data = collection(
        feature(wijkcode="WK059901", wijknaam="Centrum", gemeentecode="GM0599", gemeentenaam="Rotterdam")
    )
    [area] = read_areas(data, level="district").features
    assert (area.code, area.name) == ("WK059901", "Centrum")


def test_an_area_without_a_code_any_more_is_named_and_left_out():
    reading = read_areas(
        collection(
            feature(wijkcode="WK059901", wijknaam="Centrum"), feature(wijkcode=None, wijknaam="Waalhaven")
        ),
        level=WIJK,
    )
    assert ([each.code for each in reading.features], reading.without_code) == (
        ["WK059901"],
        [(2, "Waalhaven")],
    )


def test_every_real_file_is_read_whole():
    real_file("nl-buurten-2024.geojson.gz")
    counted = {}
    for path in sorted(FOLDER.iterdir()):
        level = next(
            level
            for word, level in (("buurten", BUURT), ("wijken", WIJK), ("gemeente", GEMEENTE))
            if word in path.name
        )
        reading = read_areas(path.read_bytes(), level=level)
        assert not reading.problems, path.name
        counted[path.name] = len(reading.features) + len(reading.without_code)
    assert counted["nl-buurten-2024.geojson.gz"] == 14_566
    assert counted["GM0150-buurten-2024.geojson"] == 69
    assert counted["GM0599-wijken-2012.geojson"] == 22
