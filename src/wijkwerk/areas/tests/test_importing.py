"""Taking areas in: repeatable, all or nothing, and the past stays readable."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from wijkwerk.areas.actions import import_areas
from wijkwerk.areas.models import Area, FormerOutline, Inhabitants, MapState
from wijkwerk.areas.rules.codes import BUURT, GEMEENTE, WIJK
from wijkwerk.areas.rules.problems import Kind, Problem
from wijkwerk.areas.sentences import BadFile, sentence
from wijkwerk.areas.tests.factories import collection, feature, square, written
from wijkwerk.areas.tests.real_files import real_file

pytestmark = pytest.mark.django_db


def buurt(number: int, name: str = "Centrum", place: int = 0, **more):
    more = {"jaar": 2024, "aantal_inwoners": 100 * number, **more}
    return feature(square(place, 0), buurtcode=f"BU015001{number:02}", buurtnaam=name, **more)


def numbers(outcome):
    return outcome.made, outcome.changed, outcome.unchanged


@pytest.fixture
def take_in(tmp_path):
    def take_in(*features, level=BUURT, **options):
        path = written(tmp_path, "buurten.geojson", collection(*features))
        return import_areas(path=path, level=level, **options)

    return take_in


def test_the_second_time_nothing_changes(take_in):
    assert numbers(take_in(buurt(1), buurt(2, place=1))) == (2, 0, 0)
    state = MapState.current()
    assert numbers(take_in(buurt(1), buurt(2, place=1))) == (0, 0, 2)
    assert MapState.current() == state
    area = Area.objects.get(code="BU01500101")
    assert (area.name, area.valid_from, area.geometry) == ("Centrum", date(2024, 1, 1), square(0, 0))
    assert area.source == "CBS, Kadaster (buurten.geojson)"
    assert [(each.year, each.number) for each in area.inhabitants.all()] == [(2024, 100)]


def test_a_dry_run_does_the_work_and_keeps_nothing(take_in):
    assert numbers(take_in(buurt(1), dry_run=True)) == (1, 0, 0)
    assert (Area.objects.count(), MapState.current()) == (0, None)


@pytest.mark.requirement("GEN-04")
def test_a_change_from_a_later_date_keeps_what_was_before_readable(take_in):
    take_in(buurt(1, "Oud"))
    row = Area.objects.get()
    assert numbers(take_in(buurt(1, "Nieuw", place=3, jaar=2025))) == (0, 1, 0)
    area = Area.objects.get()
    # Whatever points at the area goes on pointing at it.
    assert (area.pk, area.name, area.geometry) == (row.pk, "Nieuw", square(3, 0))
    assert (area.valid_from, area.outline_since) == (date(2024, 1, 1), date(2025, 1, 1))
    [before] = area.former.all()
    assert (before.name, before.geometry) == ("Oud", square(0, 0))
    assert (before.valid_from, before.valid_to) == (date(2024, 1, 1), date(2025, 1, 1))
    assert numbers(take_in(buurt(1, "Nieuw", place=3, jaar=2025))) == (0, 0, 1)
    assert numbers(take_in(buurt(1, "Oud"))) == (0, 0, 1)


def test_a_change_from_the_same_date_puts_it_right_in_place(take_in):
    take_in(buurt(1, "Centurm"))
    assert numbers(take_in(buurt(1, "Centrum"))) == (0, 1, 0)
    assert (Area.objects.get().name, FormerOutline.objects.count()) == ("Centrum", 0)


def test_an_older_file_only_fills_in_the_past(take_in):
    take_in(buurt(1, "Nu", aantal_inwoners=None))
    assert numbers(take_in(buurt(1, "Vroeger", jaar=2012, aantal_inwoners=None))) == (0, 1, 0)
    assert numbers(take_in(buurt(1, "Tussen", jaar=2020, aantal_inwoners=None))) == (0, 1, 0)
    assert numbers(take_in(buurt(1, "Vroeger", jaar=2010, aantal_inwoners=None))) == (0, 1, 0)
    area = Area.objects.get()
    assert (area.name, area.valid_from, area.outline_since) == ("Nu", date(2010, 1, 1), date(2024, 1, 1))
    assert [(each.name, each.valid_from.year, each.valid_to.year) for each in area.former.all()] == [
        ("Vroeger", 2010, 2020),
        ("Tussen", 2020, 2024),
    ]
    assert numbers(take_in(buurt(1, "Tussen", jaar=2021, aantal_inwoners=None))) == (0, 0, 1)


def test_another_number_of_people_is_a_change_and_each_year_is_kept(take_in):
    take_in(buurt(1))
    assert numbers(take_in(buurt(1, aantal_inwoners=101))) == (0, 1, 0)
    assert numbers(take_in(buurt(1, jaar=2025, aantal_inwoners=105))) == (0, 1, 0)
    assert numbers(take_in(buurt(1, jaar=2025, aantal_inwoners=-99997))) == (0, 0, 1)
    assert list(Inhabitants.objects.order_by("year").values_list("year", "number")) == [
        (2024, 101),
        (2025, 105),
    ]


def test_an_area_that_ended_starts_anew(take_in):
    take_in(buurt(1))
    Area.objects.update(valid_to=date(2025, 1, 1))
    assert numbers(take_in(buurt(1, jaar=2026))) == (1, 0, 0)
    assert Area.objects.count() == 2


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_parents_follow_from_the_code_in_whatever_order_the_files_come(take_in, order):
    files = [
        (GEMEENTE, feature(gemeentecode="GM0150", gemeentenaam="Deventer")),
        (WIJK, feature(wijkcode="WK015001", wijknaam="Binnenstad")),
        (BUURT, buurt(1)),
    ]
    for place in order:
        level, item = files[place]
        take_in(item, level=level)
    area = Area.objects.select_related("parent__parent").get(level=BUURT)
    assert (area.parent.code, area.parent.parent.code, area.parent.parent.parent) == (
        "WK015001",
        "GM0150",
        None,
    )


def test_only_the_areas_of_one_municipality(take_in):
    other = feature(buurtcode="BU05990110", buurtnaam="Stadsdriehoek")
    assert numbers(take_in(buurt(1), other, municipality="GM0150")) == (1, 0, 0)
    with pytest.raises(BadFile, match="GM0200"):
        take_in(buurt(1), other, municipality="GM0200")


def test_a_level_that_no_approach_knows_is_refused(take_in):
    with pytest.raises(BadFile, match="distrikt"):
        take_in(feature(code="noord", name="Noord"), level="distrikt")
    assert numbers(take_in(feature(code="noord", name="Noord"), level="district")) == (1, 0, 0)


def test_one_mistake_refuses_the_whole_file_with_every_mistake_in_a_sentence(tmp_path):
    path = written(
        tmp_path,
        "kapot.geojson",
        collection(buurt(1), buurt(1), buurt(2, aantal_inwoners="veel", kleur="rood")),
    )
    errors = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("import_areas", str(path), level=BUURT, stderr=errors)
    assert (str(refused.value).splitlines(), refused.value.returncode) == (
        [
            "kapot.geojson: feature 2 (BU01500101): dit staat er twee keer in (eerder bij 1)",
            "kapot.geojson: feature 3, kleur: deze kolom kennen wij niet. Haal hem weg of verbeter de naam.",
            "kapot.geojson: feature 3 (BU01500102), aantal_inwoners: “veel” is hier geen bruikbaar getal",
            "Er is niets ingelezen.",
        ],
        1,
    )
    assert Area.objects.count() == 0


def test_a_mistake_found_while_writing_leaves_nothing_half_written(tmp_path):
    first = feature(code="noord", name="Noord", parent="")
    orphan = feature(code="zuid", name="Zuid", parent="stad")
    path = written(tmp_path, "eigen.geojson", collection(first, orphan))
    with pytest.raises(
        CommandError, match=r"feature 2 \(zuid\), parent: het gebied “stad” is hier niet bekend"
    ):
        call_command("import_areas", str(path), level="district")
    assert Area.objects.count() == 0


def test_the_command_says_what_it_did(tmp_path):
    lake = feature(buurtcode="BU01509997", buurtnaam=None, water="JA")
    path = written(tmp_path, "buurten.geojson", collection(buurt(1), lake))
    out = StringIO()
    call_command(
        "import_areas", str(path), "--level", BUURT, "--dry-run", "--valid-from", "2025-01-01", stdout=out
    )
    assert out.getvalue().splitlines() == [
        "1 gemaakt, 0 gewijzigd, 0 ongewijzigd.",
        "Niet ingelezen omdat het water of buitenland is: 1.",
        "Dit was een proef: er is niets bewaard.",
    ]
    with pytest.raises(CommandError, match="kan niet worden geopend"):
        call_command("import_areas", str(tmp_path / "weg.geojson"), "--level", BUURT)


def test_every_kind_of_mistake_has_a_sentence_in_both_languages():
    for language, known in (("nl", "er staat niets in dit bestand"), ("en", "there is nothing in this file")):
        with translation.override(language):
            said = {sentence(Problem(kind=kind, value="x")) for kind in Kind}
        assert known in said
        assert len(said) == len(Kind)


def test_only_so_many_mistakes_are_shown(tmp_path):
    path = written(tmp_path, "fout.geojson", collection(*[buurt(1) for _ in range(30)]))
    with pytest.raises(BadFile) as refused:
        import_areas(path=path, level=BUURT)
    assert len(refused.value.problems) == 29
    assert refused.value.lines()[-2:] == ["… en nog 4 fouten.", "Er is niets ingelezen."]


def test_a_real_redivision_of_rotterdam():
    old, new = real_file("GM0599-wijken-2012.geojson"), real_file("GM0599-wijken-2024.geojson")
    first = import_areas(path=old, level=WIJK)
    assert (numbers(first), len(first.without_code)) == ((18, 0, 0), 4)
    second = import_areas(path=new, level=WIJK)
    assert (second.made, second.made + second.changed + second.unchanged) == (3, 21)
    assert second.changed == FormerOutline.objects.count()
    assert numbers(import_areas(path=new, level=WIJK)) == (0, 0, 21)
    assert numbers(import_areas(path=old, level=WIJK)) == (0, 0, 18)


def test_the_real_files_of_deventer_hang_together():
    for level, name in ((BUURT, "buurten"), (WIJK, "wijken"), (GEMEENTE, "gemeente")):
        import_areas(path=real_file(f"GM0150-{name}-2024.geojson"), level=level)
    assert Area.objects.filter(level=BUURT, parent__level=WIJK, parent__parent__code="GM0150").count() == 69


def test_the_whole_country_twice():
    path = real_file("nl-gemeenten-2024.geojson.gz")
    assert numbers(import_areas(path=path, level=GEMEENTE)) == (342, 0, 0)
    assert numbers(import_areas(path=path, level=GEMEENTE)) == (0, 0, 342)
