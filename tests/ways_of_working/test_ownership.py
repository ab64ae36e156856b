"""Whose measures they are: of a line service or loose; and no word that labels an area as a problem."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.planning import Place, place_under
from wijkwerk.areas.actions import Order, explain_border, set_intensity
from wijkwerk.areas.models import Intensity, ManagementIntensity
from wijkwerk.areas.rules.labels import label_in
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.models import Organisation
from wijkwerk.plans.models import Included, Measure, Plan
from wijkwerk.plans.queries import owned_by_services
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db


def measure(place: Place, sentence: str, plan: Plan | None = None) -> Measure:
    thing = bear("measure", area=place.world.area, sentence=sentence, public=True)
    return Measure.objects.create(
        thing=thing, plan=plan, motive="Daarom", funding="none", status=MeasureStatus.ADOPTED
    )


def plan_of(place: Place, service: Organisation | None) -> Plan:
    described = next(each for each in place.world.approach.plans if not each.made_from)
    thing = bear("plan", area=place.world.area, sentence="Plan", public=True)
    return Plan.objects.create(
        thing=thing,
        area=place.world.area,
        key=described.key,
        kind=described.kind,
        approach_key=place.world.approach.key,
        service=service,
        status=PlanStatus.ADOPTED,
        first_year=2026,
        last_year=2026,
    )


@pytest.mark.requirement("DOR-32")
def test_the_share_of_measures_that_a_line_service_owns(client: Client) -> None:
    place = place_under("dordrecht_1997")
    area, approach = place.world.area, place.world.approach
    safety = plan_of(place, place.service("safety"))
    measure(place, "Licht bij het hek", safety)
    measure(place, "Sloten op de schuren", safety)
    counted = owned_by_services(area, approach)
    assert (counted.owned, counted.every, counted.percent) == (2, 2, 100)
    project = measure(place, "Een projectbureau voor de buurt", plan_of(place, None))
    alone = measure(place, "Een los feest")
    counted = owned_by_services(area, approach)
    assert (counted.owned, counted.every, counted.percent) == (2, 4, 50)
    assert counted.loose == [project, alone]
    body = client.get(reverse("plans:area", args=[area.code])).content.decode()
    assert "50 % (2 van 4); het doel is 100 %" in body
    # What a service takes into its plan is no longer loose.
    Included.objects.create(plan=safety, measure=alone)
    assert owned_by_services(area, approach).loose == [project]


def test_where_the_area_owns_its_plans_no_such_share_is_shown(client: Client) -> None:
    place = place_under("deventer_1997")
    measure(place, "Een los feest")
    body = client.get(reverse("plans:area", args=[place.world.area.code])).content.decode()
    assert "het doel is 100 %" not in body


@pytest.mark.requirement("DOR-09")
def test_what_is_loose_is_flagged_and_no_page_labels_an_area_as_a_problem(client: Client) -> None:
    place = place_under("dordrecht_1997")
    area = place.world.area
    measure(place, "Licht bij het hek", plan_of(place, place.service("safety")))
    body = client.get(reverse("plans:area", args=[area.code])).content.decode()
    assert ">los<" not in body.replace("\n", "")
    measure(place, "Een los feest")
    body = client.get(reverse("plans:area", args=[area.code])).content.decode()
    assert body.count("Een los feest") == 1
    assert "los</" in body
    order = Order("Bestuursopdracht wijkbeheer", date(1993, 1, 1))
    for reason in ("Dit is een probleemwijk.", "Een achterstandsbuurt"):
        with pytest.raises(Invalid) as refused:
            set_intensity(area=area, intensity=Intensity.INTENSIVE, reason=reason, order=order)
        assert refused.value.reason.field == "reason"
        with pytest.raises(Invalid):
            explain_border(area=area, text=reason)
    assert not ManagementIntensity.objects.exists()
    set_intensity(area=area, intensity=Intensity.INTENSIVE, reason="Er is veel te doen.", order=order)
    addresses = [
        reverse("portal:area", args=[area.code]),
        reverse("plans:area", args=[area.code]),
        reverse("areas:list"),
        reverse("areas:border", args=[area.code]),
        reverse("areas:differences"),
    ]
    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200
        assert label_in(page.content.decode()) == ""
    # How intensively it is managed stands with the order it rests on, not on the page that residents begin with.
    for address in addresses[:3]:
        assert "intensief" not in client.get(address).content.decode().lower()


@pytest.mark.requirement("DOR-09")
def test_who_writes_a_plan_is_warned_of_a_word_that_labels_and_not_refused() -> None:
    place = place_under("dordrecht_1997")
    plan = plan_of(place, place.service("safety"))
    client = Client()
    client.force_login(place.officer_of("safety").account)  # type: ignore[arg-type]
    desk = reverse("plans:edit", args=[plan.thing.number])
    assert "plakt een etiket" not in client.get(desk).content.decode()
    Plan.objects.update(foreword="Deze probleemwijk verdient meer. Een probleemwijk, dus.")
    measure(place, "Licht in deze achterstandsbuurt", plan)
    body = client.get(desk).content.decode()
    assert body.count("plakt een etiket") == 2
    assert "“probleemwijk”" in body
    assert "“achterstandsbuurt”" in body
