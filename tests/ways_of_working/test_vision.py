"""A vision has six fixed chapters, each with a stance and a day to look at it again; else it is not complete."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.money import noon
from tests.world import make_world
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.ways import actions, queries
from wijkwerk.ways.models import Chapter, VisionChapter

pytestmark = pytest.mark.django_db

DAY, LATER = date(2026, 3, 2), date(2028, 3, 1)


def read() -> str:
    return Client().get(reverse("ways:vision")).content.decode()


@pytest.mark.requirement("AMF-02")
def test_a_vision_is_complete_with_all_six_chapters() -> None:
    world = make_world("deventer_1997")
    client = Client()
    assert world.policy_officer.account is not None
    client.force_login(world.policy_officer.account)
    assert len(Chapter) == 6
    with noon(DAY):
        for number, chapter in enumerate(Chapter):
            assert "De visie is nog niet compleet" in read()
            told = {"stance": f"Wij vinden {number}", "review_on": LATER.isoformat()}
            assert client.post(reverse("ways:chapter", args=[chapter.value]), told).status_code == 302
        page = read()
    assert "De visie is compleet." in page
    assert all(f"Wij vinden {number}" in page for number in range(6))
    assert page.count("Wij kijken hier weer naar op") == 6
    with noon(LATER):
        assert "Wij zouden hier op" in read(), "what is due to be looked at again says so"


@pytest.mark.requirement("AMF-02")
def test_a_chapter_has_a_stance_and_a_day_and_is_of_who_may_write_it() -> None:
    world = make_world("deventer_1997")
    good = {"chapter": "scale", "stance": "Klein genoeg", "review_on": LATER, "by": world.policy_officer}
    with noon(DAY):
        for field, wrong in (("stance", " "), ("review_on", DAY)):
            with pytest.raises(Invalid) as refused:
                actions.write_chapter(**{**good, field: wrong})
            assert refused.value.reason.field == field
        with pytest.raises(Refused):
            actions.write_chapter(**{**good, "by": world.area_officer})
        assert not VisionChapter.objects.exists()
        actions.write_chapter(**good)
        actions.write_chapter(**{**good, "stance": "Toch groter"})
    assert [one.stance for one in queries.vision().values() if one] == ["Toch groter"]
