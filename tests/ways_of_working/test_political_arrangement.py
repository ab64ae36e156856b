"""What of politics an area has is a value of the file, in every position, and positions combine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.money import noon
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches import Power, load
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation.reasons import Conflict, Refused
from wijkwerk.politics import actions
from wijkwerk.politics.models import Proposal, Subject
from wijkwerk.politics.rules import arrangement

DAY = date(2026, 3, 2)
SWITCH = "politics.area_aldermen"
LINK = "politics.council_link"


def forwarded(world: World) -> Proposal:
    return actions.forward_proposal(
        area=world.area,
        sentence="Houd de bibliotheek open",
        text="Op de avond waren tachtig bewoners.",
        to="commissie Welzijn",
        by=world.district_committee_member,
    )


@pytest.mark.django_db
@pytest.mark.requirement("UTR97-26")
@pytest.mark.switch(LINK, "advisory_committees")
@pytest.mark.switch("politics.committees_may_decide", "false")
def test_a_committee_of_an_area_forwards_and_never_decides() -> None:
    world = make_world("utrecht_1997")
    member = world.district_committee_member
    given = {
        "reason": "Wij vinden dat.",
        "public_text": "De bibliotheek blijft open",
        "body": "wijkcommissie",
    }
    with noon(DAY):
        proposal = forwarded(world)
        assert (proposal.state, proposal.to) == ("forwarded", "commissie Welzijn")
        told = actions.committee_decides(member, world.area)
        assert not told
        assert told.reason.rule == "utrecht_1997: politics.committees_may_decide"
        assert told.reason.source == "003_bd3cdaf8b9febc00.txt §5.4, §6.7"
        with pytest.raises(Refused, match="wijkcommissie"):
            actions.treat(proposal_id=proposal.pk, by=member, **given)
        assert not Decision.objects.exists()
        given["body"] = ""
        done = actions.treat(proposal_id=proposal.pk, by=world.executive_board, **given)
        assert (done.state, done.decision.body) == ("treated", "commissie Welzijn")
        with pytest.raises(Conflict, match="al behandeld"):
            actions.treat(proposal_id=proposal.pk, by=world.executive_board, **given)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["dordrecht_1997", "deventer_1997", "tilburg_1997"])
def test_elsewhere_an_area_has_no_committee(key: str) -> None:
    world = make_world(key)
    who = next(person for role, person in world.people.items() if world.approach.roles[role].kind)
    verdict = actions.may_forward(who, world.area)
    assert not verdict
    assert verdict.reason.rule == f"{key}: politics.council_link"


@pytest.mark.requirement("AMF-24")
@pytest.mark.requirement("TIL-27")
@pytest.mark.parametrize(
    ("key", "there"),
    [
        pytest.param(
            "deventer_1997",
            {"aldermen", "process_only", "group_contacts"},
            marks=[pytest.mark.switch(LINK, "group_contacts")],
        ),
        pytest.param(
            "dordrecht_1997",
            set(),
            marks=[pytest.mark.switch(LINK, "none"), pytest.mark.switch(SWITCH, "none")],
        ),
        pytest.param(
            "tilburg_1997", {"adopts_programme"}, marks=[pytest.mark.switch(LINK, "programme_adoption")]
        ),
        pytest.param("utrecht_1997", {"direct_access", "committees"}),
        pytest.param(
            "amersfoort_advice_1997",
            {"aldermen", "process_only", "needs_agreement", "fixed_contact"},
            marks=[pytest.mark.switch(LINK, "fixed_contact")],
        ),
        pytest.param("utrecht_2018", {"aldermen", "tough_issues"}),
        pytest.param("den_haag_2018", {"main_lines"}, marks=[pytest.mark.switch(LINK, "main_lines")]),
        pytest.param("nijmegen_de_kolping", set()),
    ],
)
def test_the_arrangement_of_each_file(key: str, there: set[str]) -> None:
    found = arrangement(load(key))
    assert {name for name, value in vars(found).items() if value is True} == there
    assert found.of_the_area is bool(there & {"aldermen", "group_contacts", "fixed_contact", "committees"})
    if key == "dordrecht_1997":
        assert found.responsible == "responsible_alderman"


@pytest.mark.requirement("AMF-24")
def test_positions_combine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {SWITCH: "tough_issues", "politics.direct_board_access": True}
    found = arrangement(load(variant(tmp_path, monkeypatch, "deventer_1997", values)))
    assert found.tough_issues
    assert found.direct_access
    assert found.group_contacts
    assert not found.process_only


def to_board(world: World, who: str, subject: Subject) -> Proposal:
    return actions.place_on_board_list(
        area=world.area,
        sentence="Het plein valt stil",
        text="Vier diensten wachten op elkaar.",
        subject=subject,
        by=world.people[who],
    )


@pytest.mark.django_db
@pytest.mark.switch(SWITCH, "process_only")
def test_an_alderman_of_process_brings_process_to_the_board_and_no_content() -> None:
    world = make_world("deventer_1997")
    assert to_board(world, "area_alderman", Subject.PROCESS).forum == "board"
    with pytest.raises(Refused, match="inhoud ligt bij") as refused:
        to_board(world, "area_alderman", Subject.CONTENT)
    assert refused.value.reason.rule == "deventer_1997: politics.area_aldermen"


@pytest.mark.django_db
@pytest.mark.switch(SWITCH, "tough_issues")
def test_an_alderman_of_tough_issues_brings_anything_to_the_board() -> None:
    world = make_world("utrecht_2018")
    brought = to_board(world, "area_alderman", Subject.CONTENT)
    assert brought.to == "college van burgemeester en wethouders"
    done = actions.treat(
        proposal_id=brought.pk,
        reason="Eén dienst trekt dit.",
        public_text="Stadswerken zoekt het uit",
        body="",
        by=world.executive_board,
    )
    assert done.decision.body == "college van burgemeester en wethouders"


@pytest.mark.django_db
@pytest.mark.switch(SWITCH, "optional_with_agreement")
def test_an_optional_alderman_first_agrees_on_what_is_process() -> None:
    world = make_world("amersfoort_advice_1997")
    with pytest.raises(Refused, match="nog niet afgesproken"):
        to_board(world, "area_alderman", Subject.PROCESS)
    actions.agree_on_process(
        area=world.area, alderman=world.area_alderman, text="U bewaakt de stappen.", by=world.administrator
    )
    assert to_board(world, "area_alderman", Subject.PROCESS)
    with pytest.raises(Refused, match="inhoud ligt bij"):
        to_board(world, "area_alderman", Subject.CONTENT)


@pytest.mark.django_db
@pytest.mark.switch(SWITCH, "none")
def test_without_aldermen_an_office_goes_straight_to_the_board_where_the_file_says_so() -> None:
    world = make_world("utrecht_1997")
    assert to_board(world, "area_office_manager", Subject.CONTENT)
    dordrecht = load("dordrecht_1997")
    assert not dordrecht.roles_with(Power.PLACE_ON_BOARD_LIST)
