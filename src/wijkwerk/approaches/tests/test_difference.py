"""What changes from one approach to another is said in sentences: rights, money, the rest."""

from decimal import Decimal

import pytest

from wijkwerk.approaches import Approach, Text, load
from wijkwerk.approaches.difference import About, difference, marks
from wijkwerk.approaches.drafting import Draft, examine_text
from wijkwerk.approaches.reference import tables
from wijkwerk.approaches.schema import Document, Options
from wijkwerk.approaches.told import is_only_told
from wijkwerk.approaches.trail import hints


def changed(*, remove: tuple[str, ...] = (), **values: object) -> Approach:
    draft = Draft(
        key="eigen",
        title=Text(nl="Eigen"),
        extends="deventer_1997",
        remove=remove,
        values=values,  # type: ignore[arg-type]
        sources=dict.fromkeys((path for path in values if ".limits." not in path), "besluit §1"),
        documents={"besluit": Document(key="besluit", title=Text(nl="Besluit"), sections=("§1",))},
    )
    approach, problems = examine_text("eigen", draft.toml())
    assert [str(problem) for problem in problems] == []
    return approach


def sentences(after: Approach, about: About) -> list[str]:
    found = difference(load("deventer_1997"), after)
    return [change.sentence.nl for change in found if change.about is about]


def test_nothing_changes_between_an_approach_and_itself() -> None:
    assert difference(load("tilburg_1997"), load("tilburg_1997")) == ()


def test_a_right_that_is_gained_with_its_limit() -> None:
    after = changed(
        **{
            "roles.area_officer.powers": ("commit_money",),
            "roles.area_officer.limits.commit_money.amount": Decimal(2500),
            "roles.area_officer.limits.commit_money.currency": "EUR",
        }
    )
    assert sentences(after, About.RIGHTS) == [
        "wijkambtenaar mag voortaan: geld vastleggen tot en met EUR 2.500"
    ]


def test_a_right_that_is_lost() -> None:
    after = changed(**{"roles.area_officer.excluded_from": ("edit_plan", "promise")})
    assert (
        sentences(after, About.RIGHTS)[0]
        == "wijkambtenaar mag niet meer: het plan schrijven, een toezegging doen"
    )


def test_a_role_that_goes() -> None:
    after = changed(remove=("roles.neighbourhood_police_officer", "budget.mean"))
    assert any(
        sentence.startswith("wijkagent vervalt, en mocht:") for sentence in sentences(after, About.RIGHTS)
    )
    assert sentences(after, About.MONEY) == [
        "gebiedsbudget: gemiddeld per gebied: niet beschreven (was: 110.000)"
    ]


def test_what_disappears_is_one_line() -> None:
    """Each of its values with "niet beschreven" behind it hid that the whole step goes."""
    after = changed(remove=("cycle.steps.panel",))
    found = [change.sentence for change in difference(load("deventer_1997"), after)]
    assert [told.nl for told in found if "panel" in told.nl] == ["De stap ‘panellen’ verdwijnt."]
    assert [told.within("en") for told in found if "goes." in told.within("en")] == [
        "The step ‘panels’ goes."
    ]


def test_how_far_residents_go_is_a_right() -> None:
    after = changed(**{"cycle.steps.panel.involvement": "co_decide"})
    assert sentences(after, About.RIGHTS) == [
        "de loop van het jaar: stappen: panellen: rol van bewoners: u beslist mee (was: u denkt mee)"
    ]


def test_every_option_says_what_it_is_about() -> None:
    assert set(marks(Options)) == set(hints(Options))


def test_what_no_rule_reads_is_no_right() -> None:
    """The council would decide on something that nothing follows from."""
    classes = [Approach, *(kind for _title, kind in tables())]
    told = [f"{kind.__name__}.{name}" for kind in classes for name, mark in marks(kind).items()
            if mark is About.RIGHTS and is_only_told(name)]  # fmt: skip
    assert told == []


def test_what_an_official_may_refuse_is_a_right() -> None:
    """Else the decision of the council would not name it."""
    after = changed(**{"options.step_aside": True, "options.own_contribution_asked": False})
    paths = {about: [change.path for change in difference(load("deventer_1997"), after) if change.about is about]
             for about in (About.RIGHTS, About.MONEY)}  # fmt: skip
    assert paths == {About.RIGHTS: ["options.step_aside"], About.MONEY: ["options.own_contribution_asked"]}


def test_the_nearest_mark_counts() -> None:
    after = changed(
        **{
            "politics.answer": Text(nl="Anders."),
            "politics.walks": True,
            "budget.managed_by": ("area_officer",),
        }
    )
    about = {change.path: change.about for change in difference(load("deventer_1997"), after)}
    assert about["politics.answer"] is About.OTHER
    assert about["politics.walks"] is About.RIGHTS
    assert about["budget.managed_by"] is About.RIGHTS


def test_what_it_is_called_is_the_rest() -> None:
    after = changed(**{"budget.per_resident": 9, "roles.area_officer.label": Text(nl="dorpscoördinator")})
    assert sentences(after, About.MONEY) == ["gebiedsbudget: bedrag per inwoner: 9 (was: 8)"]
    assert "rollen: dorpscoördinator: naam: dorpscoördinator (was: wijkambtenaar)" in sentences(
        after, About.OTHER
    )


def _within(path: str, things: set[str]) -> bool:
    return any(f"{path}.".startswith(f"{thing}.") for thing in things)


@pytest.mark.parametrize(
    ("before", "after"), [("utrecht_1997", "utrecht_2018"), ("deventer_1997", "dordrecht_1997")]
)
def test_a_change_and_the_change_back_say_as_much(before: str, after: str) -> None:
    there, back = difference(load(before), load(after)), difference(load(after), load(before))
    named = [{change.path for change in each if ".powers" not in change.path} for each in (there, back)]
    whole = {change.path for change in (*there, *back) if change.sentence.nl.endswith("verdwijnt.")}
    kept = [{path for path in each if not _within(path, whole)} for each in named]
    assert kept[0] == kept[1]
    assert all(
        change.sentence.within("en") != change.sentence.nl for change in there if change.about is About.RIGHTS
    )
