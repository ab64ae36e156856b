"""Own working areas out of statistical buurten: outline, inhabitants, history, and a mapping that is checked whole."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.areas.actions import group_areas, import_areas
from wijkwerk.areas.models import Area, FormerOutline, Grouping, Inhabitants
from wijkwerk.areas.rules.codes import BUURT
from wijkwerk.areas.rules.mapping import read_mapping
from wijkwerk.areas.rules.outlines import shapes, together
from wijkwerk.areas.rules.problems import Kind
from wijkwerk.areas.tests.factories import an_area, square, written
from wijkwerk.areas.tests.real_files import real_file
from wijkwerk.foundation.reasons import Conflict

pytestmark = pytest.mark.django_db

HEADER = "buurt_code;area_code;area_name;level\n"
TABLE = (
    HEADER + "BU01500101;noord;Noord;district\n01500102;noord;Noord;district\nBU01500103;zuid;Zuid;district\n"
)
START, LATER = date(2024, 1, 1), date(2025, 1, 1)


@pytest.fixture
def buurten():
    an_area("GM0150", name="Deventer", level="gemeente")
    areas = [
        an_area(f"BU015001{n:02}", name=f"Buurt {n}", level=BUURT, geometry=square(n - 1, 0))
        for n in (1, 2, 3)
    ]
    for number, area in enumerate(areas, start=1):
        Inhabitants.objects.create(area=area, year=2024, number=1000 * number, source="CBS")
    Inhabitants.objects.create(area=areas[0], year=2023, number=990, source="CBS")
    return areas


def numbers(outcome):
    return outcome.made, outcome.changed, outcome.unchanged


def grouped(tmp_path, text=TABLE, day=START, name="wijken.csv", **options):
    return group_areas(path=written(tmp_path, name, text), valid_from=day, **options)


def test_the_area_lies_around_its_buurten_and_their_inhabitants_add_up(buurten, tmp_path):
    assert numbers(grouped(tmp_path)) == (2, 0, 0)
    north = Area.objects.get(code="noord")
    assert (north.name, north.level, north.parent.code) == ("Noord", "district", "GM0150")
    [outline] = shapes([north.geometry])
    assert shapely.equals_exact(outline.normalize(), shapely.box(6.0, 52.0, 6.02, 52.01).normalize(), 1e-5)
    assert list(north.inhabitants.order_by("year").values_list("year", "number", "source")) == [
        (2023, 990, "som van 1 van de 2 buurten; CBS"),
        (2024, 3000, "som van 2 van de 2 buurten; CBS"),
    ]
    assert numbers(grouped(tmp_path)) == (0, 0, 2)


def test_a_dry_run_keeps_nothing(buurten, tmp_path):
    assert numbers(grouped(tmp_path, dry_run=True)) == (2, 0, 0)
    assert (Area.objects.filter(level="district").count(), Grouping.objects.count()) == (0, 0)


@pytest.mark.requirement("GEN-04")
def test_a_buurt_that_moves_from_a_date_leaves_its_history_behind(buurten, tmp_path):
    grouped(tmp_path)
    moved = TABLE.replace("01500102;noord;Noord", "01500102;zuid;Zuid")
    assert numbers(grouped(tmp_path, moved, LATER)) == (0, 2, 0)
    second = Grouping.objects.filter(member=buurten[1])
    assert [each.area.code for each in second.on(date(2024, 12, 31))] == ["noord"]
    assert [each.area.code for each in second.on(LATER)] == ["zuid"]
    assert FormerOutline.objects.get(area__code="noord").valid_to == LATER
    assert Inhabitants.objects.get(area__code="zuid", year=2024).number == 5000


def test_a_buurt_left_out_of_its_areas_file_leaves_the_area(buurten, tmp_path):
    grouped(tmp_path)
    assert numbers(grouped(tmp_path, HEADER + "BU01500101;noord;Noord;district\n", LATER)) == (0, 1, 0)
    assert list(
        Grouping.objects.on(LATER).values_list("member__code", flat=True).order_by("member__code")
    ) == [
        "BU01500101",
        "BU01500103",
    ]


def test_moving_a_buurt_before_it_came_is_refused(buurten, tmp_path):
    grouped(tmp_path, day=LATER)
    with pytest.raises(Conflict, match="01-01-2025"):
        grouped(tmp_path, TABLE.replace("01500102;noord;Noord", "01500102;zuid;Zuid"), START)
    assert Grouping.objects.on(LATER).filter(area__code="noord").count() == 2


def test_toml_can_say_more(buurten, tmp_path):
    text = """
    [[areas]]
    code = "noord"
    name = "Noord"
    level = "district"
    short_name = "N"
    portrait = "Twee buurten aan de rivier."
    buurten = ["BU01500101", "BU01500102"]
    outline = {type = "Polygon", coordinates = [[[6.0, 52.0], [6.1, 52.0], [6.1, 52.1], [6.0, 52.0]]]}
    """
    assert numbers(grouped(tmp_path, text, name="wijken.toml")) == (1, 0, 0)
    area = Area.objects.get(code="noord")
    assert (area.short_name, area.portrait, area.drawn) == ("N", "Twee buurten aan de rivier.", True)
    assert area.geometry["coordinates"][0][2] == [6.1, 52.1]


def kinds(text: str, *, toml: bool = False):
    return [(each.kind, each.number, each.key) for each in read_mapping(text.encode(), toml=toml).problems]


def test_everything_wrong_with_a_table_is_said_at_once():
    assert kinds(
        HEADER + "BU01500101;noord;Noord;district\n"
        "BU01500101;zuid;Zuid;district\n"
        "WK015001;noord;Noord;district\n"
        "BU01500104;noord;Nord;district\n"
        "BU01500105;;Noord;district\n"
        "BU01500106;a/b;Noord;District!\n"
        "BU01500107;oost;Oost;buurt\n"
        "BU01500108;oost;Oost;buurt;meer\n"
    ) == [
        (Kind.BAD_CODE, 4, "buurt_code"),
        (Kind.CLASH, 5, "area_name"),
        (Kind.MISSING_VALUE, 6, "area_code"),
        (Kind.BAD_CODE, 7, "area_code"),
        (Kind.BAD_LEVEL, 7, "level"),
        (Kind.BAD_LEVEL, 8, "level"),
        (Kind.UNKNOWN_COLUMN, 9, "meer"),
        (Kind.CLASH, 0, "buurt_code"),
    ]
    assert kinds("buurt;area_code;area_name;level\n1;2;3;4\n") == [
        (Kind.UNKNOWN_COLUMN, 1, "buurt"),
        (Kind.MISSING_COLUMN, 0, "buurt_code"),
    ]
    assert kinds("") == [(Kind.MISSING_COLUMN, 0, key) for key in HEADER.strip().split(";")]
    assert kinds(HEADER) == [(Kind.NOTHING_IN_IT, 0, "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[areas]", [(Kind.NOT_TOML, 0, "")]),
        ("areas = 3", [(Kind.NOTHING_IN_IT, 0, "")]),
        ("areas = [3]", [(Kind.MISSING_VALUE, 1, "code")]),
        (
            '[[areas]]\nname = "A"\nlevel = "district"\nbuurten = ["x"]\ncolour = "red"',
            [
                (Kind.MISSING_VALUE, 1, "code"),
                (Kind.UNKNOWN_COLUMN, 1, "colour"),
                (Kind.BAD_CODE, 1, "buurten"),
            ],
        ),
        (
            '[[areas]]\ncode = "a"\nname = "A"\nlevel = "district"\nbuurten = ["01500101"]\n'
            'outline = {type = "Polygon", coordinates = [[[6, 52], [6.1, 52.1], [6.1, 52], [6, 52.1], [6, 52]]]}',
            [(Kind.CROSSES_ITSELF, 1, "outline")],
        ),
    ],
)
def test_everything_wrong_with_toml_is_said_at_once(text, expected):
    assert kinds(text, toml=True) == expected


@given(st.binary(max_size=200), st.booleans())
def test_whatever_the_bytes_reading_a_mapping_never_ends_in_an_error(data, toml):
    mapping = read_mapping(data, toml=toml)
    assert mapping.problems or mapping.areas


def test_a_buurt_that_is_not_here_is_named_and_nothing_is_written(buurten, tmp_path):
    path = written(tmp_path, "wijken.csv", TABLE + "BU01509901;zuid;Zuid;district\n")
    with pytest.raises(CommandError) as refused:
        call_command("group_areas", str(path))
    assert "wijken.csv: (zuid), buurt_code: het gebied “BU01509901” is hier niet bekend" in str(refused.value)
    assert Area.objects.filter(level="district").count() == 0


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=12, unique=True))
def test_one_outline_around_squares_covers_them_and_no_more(places):
    squares = [square(column, row) for column, row in places]
    [whole], parts = shapes([together(squares)]), shapely.union_all(shapes(squares))
    assert whole.is_valid
    assert whole.symmetric_difference(parts).area < 0.02 * parts.area


def test_the_real_buurten_of_deventer_become_areas_without_hair_gaps(tmp_path):
    import_areas(path=real_file("GM0150-buurten-2024.geojson"), level=BUURT)
    codes = Area.objects.filter(level=BUURT).values_list("code", flat=True)
    lines = [f"{code};wijk{code[6:8]};Wijk {code[6:8]};district" for code in codes]
    assert numbers(grouped(tmp_path, HEADER + "\n".join(lines))) == (15, 0, 0)
    centre = Area.objects.get(code="wijk01")
    assert centre.geometry["type"] == "Polygon"
    assert len(centre.geometry["coordinates"]) == 1
    assert Inhabitants.objects.get(area=centre, year=2024).number == 8905
