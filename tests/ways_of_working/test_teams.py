"""Teams formed around questions, and meetings an area may leave out: where the file knows them."""

from __future__ import annotations

import pytest

from tests.world import World, make_world
from wijkwerk.approaches import Power
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.meetings.actions import add_question, close_question, end_team, form_team, leave_out
from wijkwerk.meetings.models import ActionTeam
from wijkwerk.meetings.queries import series_of, teams_in, to_be_ended

pytestmark = pytest.mark.django_db


def a_team(world: World, **more: object) -> ActionTeam:
    given: dict[str, object] = {
        "team": "area_action_team",
        "name": "Rond het plein",
        "questions": ["Wie is er 's avonds op het plein?", "Wat missen de jongeren?"],
        "members": [world.area_networker, world.neighbourhood_police_officer],
        "rhythm": "elke dinsdag, lopend",
        "by": world.area_networker,
    }
    return form_team(area=world.area, **{**given, **more})  # type: ignore[arg-type]


@pytest.mark.requirement("ROT-17")
def test_a_team_lives_as_long_as_its_questions() -> None:
    world = make_world("rotterdam_2020s")
    team = a_team(world)
    assert (team.rhythm, team.members.count()) == ("elke dinsdag, lopend", 2)
    first, second = team.questions.all()
    close_question(question_id=first.pk, ending="Vooral bewoners van de flat.", by=world.area_networker)
    assert teams_in([world.area]).get().open_questions == 1  # type: ignore[attr-defined]
    assert not to_be_ended([world.area])
    with pytest.raises(Conflict, match="Wat missen"):
        end_team(team_id=team.pk, by=world.area_networker)
    with pytest.raises(Invalid):
        close_question(question_id=second.pk, ending=" ", by=world.area_networker)
    close_question(question_id=second.pk, ending="Een plek binnen.", by=world.area_networker)
    assert list(to_be_ended([world.area])) == [team]
    more = add_question(team_id=team.pk, sentence="Wie beheert die plek?", by=world.area_networker)
    assert not to_be_ended([world.area])
    close_question(question_id=more.pk, ending="De buurt zelf.", by=world.area_networker)
    end_team(team_id=team.pk, by=world.area_networker)
    assert not teams_in([world.area])
    with pytest.raises(Conflict, match="gestopt"):
        add_question(team_id=team.pk, sentence="Nog iets?", by=world.area_networker)


def test_a_team_without_question_or_people_is_none() -> None:
    world = make_world("rotterdam_2020s")
    for wrong in ({"questions": [" "]}, {"members": []}, {"name": ""}, {"team": "gebiedsteam"}):
        with pytest.raises(Invalid):
            a_team(world, **wrong)
    with pytest.raises(Refused):
        a_team(world, by=world.service_contact_officer)
    assert not ActionTeam.objects.exists()


@pytest.mark.parametrize("key", ["utrecht_1997", "tilburg_1997"])
def test_where_teams_are_fixed_none_is_formed_around_questions(key: str) -> None:
    world = make_world(key)
    official = next(
        world.people[name] for name, role in world.approach.roles.items() if role.may(Power.UNDERSTAND_NEED)
    )
    with pytest.raises(Refused, match="geen teams") as refused:
        form_team(
            area=world.area, team="area_office", name="x", questions=["Wat?"], members=[official], by=official
        )
    assert refused.value.reason.rule == f"{key}: teams"


@pytest.mark.requirement("ROT-18")
def test_the_central_structure_is_optional_for_each_of_forty_eight() -> None:
    world = make_world("rotterdam_2020s")
    assert world.approach.plan_level.count == 48
    said = {"area": world.area, "reason": "Wij spreken elkaar op het plein.", "by": world.area_networker}
    leave_out(series="central_structure", **said)  # type: ignore[arg-type]
    held = {each.series.key: each.held for each in series_of(world.area)}
    assert held == {"central_structure": False, "cluster_meeting": True, "informal_contact": True}
    with pytest.raises(Refused, match="hoort bij de aanpak"):
        leave_out(series="cluster_meeting", **said)  # type: ignore[arg-type]
    with pytest.raises(Invalid):
        leave_out(series="tea", **said)  # type: ignore[arg-type]


def test_elsewhere_a_meeting_is_not_left_out() -> None:
    world = make_world("utrecht_2018")
    with pytest.raises(Refused) as refused:
        leave_out(area=world.area, series="area_meeting", reason="Geen tijd.", by=world.area_officer)
    assert refused.value.reason.rule == "utrecht_2018: meetings.area_meeting.optional"
    assert all(each.held for each in series_of(world.area))
