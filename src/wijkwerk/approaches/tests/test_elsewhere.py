"""Who extends the file of another municipality takes over how it works, never what happened and was found there."""

from wijkwerk.approaches import Text, load
from wijkwerk.approaches.citing import cited
from wijkwerk.approaches.difference import difference
from wijkwerk.approaches.dimensions import SIX_QUESTIONS
from wijkwerk.approaches.drafting import Draft, examine_text
from wijkwerk.approaches.schema import Approach


def draft(municipality: str | None, *remove: str) -> Approach:
    """A draft that extends Utrecht's file, and only takes away."""
    text = Draft(
        key="proef", title=Text(nl="Proef"), extends="utrecht_2018", municipality=municipality, remove=remove
    ).toml()
    approach, problems = examine_text("proef", text)
    assert not [problem for problem in problems if not problem.is_warning]
    return approach


def test_history_effects_and_opinions_stay_where_they_are_from() -> None:
    made, theirs = draft("Deventer"), load("utrecht_2018")
    assert theirs.development.moments or theirs.development.lessons
    assert theirs.effect.evaluations or theirs.effect.statements
    assert (made.development, made.effect, made.principles) == (
        type(theirs.development)(),
        type(theirs.effect)(),
        (),
    )
    assert all(getattr(made, heading).answer is None for heading in SIX_QUESTIONS)
    assert made.roles.keys() == theirs.roles.keys()
    assert made.options == theirs.options


def test_a_source_says_from_which_city() -> None:
    made, theirs = draft("Deventer"), load("utrecht_2018")
    path = f"levels.{theirs.plan_level.key}"
    source = theirs.why(path).source
    assert source
    assert made.why(path).source == "; ".join(f"Utrecht: {each}" for each in source.split("; "))
    assert cited(f"Utrecht: {source.split('; ')[0]}") == f"Utrecht: {cited(source.split('; ')[0])}"


def test_of_ones_own_municipality_all_is_taken_over() -> None:
    made, theirs = draft("Utrecht"), load("utrecht_2018")
    assert (made.development, made.effect, made.principles) == (
        theirs.development,
        theirs.effect,
        theirs.principles,
    )
    assert made.why("levels").source == theirs.why("levels").source


def test_what_is_not_taken_over_is_no_change() -> None:
    found = difference(load("utrecht_2018"), draft("Deventer"))
    assert [change.path for change in found] == ["valid.from"]


def test_what_is_not_taken_over_may_be_taken_away() -> None:
    assert draft("Deventer", "effect").effect == draft("Deventer").effect
