"""Each argument for a scale has a measure: items for each officer, who knows the name, ties with the city."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import working_areas
from wijkwerk.figures.actions import keep_survey
from wijkwerk.figures.models import Indicator, SurveyFigure
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.people.models import Organisation, RoleHeld
from wijkwerk.portal.pages.scale import Scale, scales
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def of(area: Area) -> Scale:
    return next(each for each in scales(working_areas()) if each.area == area)


def asked(world: World, service: str, days_ago: int = 10) -> None:
    ServiceRequest.objects.create(
        area=world.area,
        service=world.organisations[service],
        sentence="Een stopcontact",
        asked_by=world.area_officer,
        asked_on=clock.today() - timedelta(days=days_ago),
    )


@pytest.mark.requirement("AMF-04")
def test_every_argument_for_a_scale_has_its_measure(world: World) -> None:
    able = {role.key for role in world.approach.roles_with(Power.ANSWER) if not role.is_resident}
    held = RoleHeld.objects.filter(area=world.area, role__in=able)
    officers = held.values("person").distinct().count()
    assert officers > 0
    appointed(held[0].role, world.area, name="Tweede")  # one officer more
    for place in (world.area, world.neighbourhood, world.area, world.city):
        bear("need", area=place, sentence="Iets", public=True)
    ended = bear("need", area=world.area, sentence="Klaar", public=True)
    ended.ended_on = clock.today()
    ended.save()
    asked(world, "groen")
    asked(world, "groen")
    asked(world, "welzijn")
    asked(world, "gemeente", days_ago=400)
    found = of(world.area)
    assert (found.items, found.officers) == (3, officers + 1)
    assert found.per_officer == Decimal(3) / (officers + 1)
    assert (found.ties, found.services, found.known) == (3, 2, None)
    for year, percent in ((2024, "61.5"), (2026, "72"), (2025, "80")):
        keep_survey(
            indicator=Indicator.KNOWS_NAME,
            year=year,
            source="enquête, vraag 4",
            percents={world.area: Decimal(percent)},
            by=world.policy_officer,
        )
    known = of(world.area).known
    assert known is not None
    assert (known.year, known.percent, known.source) == (2026, Decimal("72.0"), "enquête, vraag 4")
    RoleHeld.objects.all().delete()
    assert of(world.area).per_officer is None  # nobody is there to answer


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"source": " "}, "source"), ({"year": 2100}, "year"), ({"percents": {}}, "year")],
)
def test_a_survey_without_source_or_outcome_is_refused(
    world: World, changes: dict[str, object], field: str
) -> None:
    given: dict[str, object] = {
        "indicator": Indicator.KNOWS_NAME,
        "year": 2026,
        "source": "enquête",
        "percents": {world.area: Decimal(50)},
        "by": world.policy_officer,
    }
    with pytest.raises(Invalid) as refused:
        keep_survey(**{**given, **changes})  # type: ignore[arg-type]
    assert refused.value.reason.field == field
    with pytest.raises(Refused):
        keep_survey(**{**given, "by": world.area_officer})  # type: ignore[arg-type]
    assert not SurveyFigure.objects.exists()


def test_the_survey_is_entered_in_the_browser_and_read_by_everyone(world: World) -> None:
    client, address = Client(), reverse("portal:name-known")
    client.force_login(world.policy_officer.account)
    scale = reverse("portal:scale")
    assert address in client.get(scale).content.decode()
    assert address not in Client().get(scale).content.decode()
    field = f"area_{world.area.pk}"
    given = {"year": "2026", "source": "", field: "72.5"}
    half = client.post(address, given)
    assert half.status_code == 422
    assert f'name="{field}" value="72.5"' in half.content.decode()
    assert client.post(address, {**given, "source": "enquête 2026", field: "101"}).status_code == 422
    assert client.post(address, {**given, "source": "enquête 2026"}).status_code == 302
    told = re.sub("<[^>]+>", " ", Client().get(scale).content.decode())
    assert "72,5 %" in told
    assert "2026, enquête 2026" in told
    assert scale in Client().get(reverse("portal:approach")).content.decode()
    assert client.get(reverse("ways:consequences", args=["tilburg_1997"])).content.decode().count(scale)


def test_more_areas_cost_no_more_queries(world: World) -> None:
    def more(name: str) -> None:
        area = Area.objects.create(
            code=name, name=name, level=world.area.level, parent=world.city, valid_from=LONG_AGO
        )
        bear("need", area=area, sentence="Iets", public=True)
        ServiceRequest.objects.create(
            area=area,
            service=Organisation.objects.get(key="groen"),
            sentence="x",
            asked_by=world.area_officer,
            asked_on=clock.today(),
        )

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            scales(working_areas())
        return len(queries)

    more("een")
    few = count()
    for number in range(5):
        more(f"meer {number}")
    assert count() == few
