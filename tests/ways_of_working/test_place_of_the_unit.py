"""Where the unit hangs decides who falls under whom; and a file hangs it only where it has room for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.variants import variant
from tests.world import make_world
from wijkwerk.approaches import ApproachErrors, load
from wijkwerk.approaches.schema import UnitPlace
from wijkwerk.people.queries import unit_of
from wijkwerk.people.rules.chart import Relation, lines

PLACE = "organisation.unit.place"
CHARTS = {
    "deventer_1997": [
        (("wijkambtenaar",), Relation.REPORTS_TO, ("afdeling wijkaanpak",)),
        (("afdeling wijkaanpak",), Relation.REPORTS_TO, ("maatschappelijke dienst",)),
    ],
    "dordrecht_1997": [(("wijkcoördinator",), Relation.REPORTS_TO, ("Bestuursdienst",))],
    "tilburg_1997": [
        (
            ("gebiedsmanager", "ondersteuning van de gebiedsmanager", "front-office", "projectmanagement"),
            Relation.REPORTS_TO,
            ("Wijkzaken",),
        )
    ],
    "utrecht_1997": [
        (("Wijkbeheer en Stadsvernieuwing",), Relation.SERVES, ("wijkbureau",)),
        (("wijkbureau",), Relation.REPORTS_TO, ("college van burgemeester en wethouders",)),
    ],
    "rotterdam_2020s": [
        (("gebiedsmanager",), Relation.REPORTS_TO, ("cluster Dienstverlening",)),
        (
            ("gebiedsmanager",),
            Relation.DIRECTS_AMONG,
            (
                "cluster Maatschappelijke Ontwikkeling",
                "cluster Stadsontwikkeling",
                "cluster Stadsbeheer",
                "cluster Veiligheid",
            ),
        ),
    ],
}


def chart(key: str) -> list[object]:
    return [
        (tuple(map(str, line.lower)), line.relation, tuple(map(str, line.upper))) for line in lines(load(key))
    ]


@pytest.mark.requirement("UTR97-25")
@pytest.mark.parametrize(
    "key",
    [
        pytest.param("deventer_1997", marks=pytest.mark.switch(PLACE, "department_of_a_service")),
        pytest.param("dordrecht_1997", marks=pytest.mark.switch(PLACE, "central_executive_service")),
        pytest.param("tilburg_1997", marks=pytest.mark.switch(PLACE, "own_service")),
        pytest.param("utrecht_1997", marks=pytest.mark.switch(PLACE, "own_service_under_offices")),
        pytest.param("rotterdam_2020s", marks=pytest.mark.switch(PLACE, "neutral_cluster")),
    ],
)
def test_who_falls_under_whom(key: str) -> None:
    assert chart(key) == CHARTS[key]


def test_where_no_place_is_described_there_is_no_chart() -> None:
    assert chart("utrecht_2018") == []


@pytest.mark.django_db
def test_staff_read_the_chart() -> None:
    world = make_world("utrecht_1997")
    client = Client()
    client.force_login(world.area_office_manager.account)  # type: ignore[arg-type]
    text = client.get(reverse("people:organisation")).content.decode()
    told = unit_of(world.approach)
    assert told is not None
    assert told.lines == (
        "Wijkbeheer en Stadsvernieuwing: werkt voor wijkbureau, en staat daaronder getekend.",
        "Wijkbureau: valt onder college van burgemeester en wethouders.",
    )
    assert all(line in text for line in told.lines)


FITS = {
    "deventer_1997": {
        "department_of_a_service",
        "central_executive_service",
        "own_service",
        "neutral_cluster",
    },
    "dordrecht_1997": {"department_of_a_service", "central_executive_service", "own_service"},
    "utrecht_1997": set(UnitPlace),
}


@pytest.mark.parametrize("key", FITS)
def test_a_unit_hangs_only_where_the_file_has_room_for_it(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = set()
    for place in UnitPlace:
        try:
            load(variant(tmp_path, monkeypatch, key, {PLACE: str(place)}))
        except ApproachErrors:
            continue
        sound.add(str(place))
    assert sound == FITS[key]


@pytest.mark.parametrize("key", ["deventer_1997", "tilburg_1997", "dordrecht_1997", "utrecht_1997"])
def test_no_committee_of_an_area_decides_anything(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With powers it would be no committee of this kind; without a committee nobody could use them (UTR97-26)."""
    with pytest.raises(ApproachErrors) as refused:
        load(variant(tmp_path, monkeypatch, key, {"politics.committees_may_decide": True}))
    assert [problem.key for problem in refused.value] == ["politics.committees_may_decide"]
