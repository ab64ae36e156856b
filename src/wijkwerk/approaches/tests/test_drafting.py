"""A draft is written, read back and adopted as a file; one area may change a value with a public reason."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkwerk.approaches import ApproachErrors, Text, catalogue, load, loading
from wijkwerk.approaches.comparing import compare
from wijkwerk.approaches.drafting import Draft, draft_of, examine_text, override
from wijkwerk.approaches.schema import Document

Write = Callable[[str, str], Path]
PATHS = ("budget", "levels", "roles.executive_board", "objective.answer", "signals")
# Invisible characters are refused: see test_limits.
WORDS = st.characters(
    exclude_categories=("Cs", "Cc"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
REASON = Text(nl="Dit gebied is kleiner", en="This area is smaller")


def draft(**values: object) -> Draft:
    return Draft(
        key="eigen",
        title=Text(nl="Eigen aanpak"),
        extends="deventer_1997",
        values=values,  # type: ignore[arg-type]
        sources=dict.fromkeys(values, "raadsbesluit §1"),
        documents={
            "raadsbesluit": Document(key="raadsbesluit", title=Text(nl="Raadsbesluit"), sections=("§1",))
        },
    )


def test_a_draft_states_only_what_differs_and_reads_back() -> None:
    made = draft(
        **{"budget.per_resident": 9, "levels.district.count": 6, "budget.label": Text(nl="ons budget")}
    )
    approach, problems = examine_text("eigen", made.toml())
    assert problems == []
    assert (approach.budget.per_resident, approach.level("district").count) == (9, 6)
    assert approach.label("budget") == "ons budget"
    assert approach.why("budget.per_resident").source == "raadsbesluit §1"
    assert approach.why("cycle.steps.panel").file == "deventer_1997"
    changed = [
        row.path for each in compare(load("deventer_1997"), approach).questions for row in each.different
    ]
    assert set(changed) == {
        "valid.from",
        "valid.to",
        "levels.*.count",
        "levels",
        "budget.label",
        "budget.per_resident",
    }


def test_a_draft_that_contradicts_itself_says_so_before_saving() -> None:
    _, problems = examine_text("eigen", draft(**{"options.responsibility_shift": "none"}).toml())
    assert [problem.key for problem in problems] == ["budget.decided_by"]


def test_a_draft_without_its_decision_is_refused() -> None:
    text = draft(**{"budget.per_resident": 9}).toml().replace('"budget.per_resident" = "raadsbesluit §1"', "")
    assert [problem.key for problem in examine_text("eigen", text)[1]] == ["budget.per_resident"]


@settings(max_examples=25, deadline=None)
@given(words=st.text(WORDS, min_size=1, max_size=30))
def test_any_words_survive_the_file(words: str) -> None:
    approach, problems = examine_text("eigen", draft(**{"budget.purpose": Text(nl=words)}).toml())
    assert problems == []
    assert approach.budget.purpose == Text(nl=words)


def test_a_municipalitys_own_file_can_be_chosen(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_directories", [loading.CATALOGUE])
    path = write("eigen", draft(**{"budget.per_resident": 9}).toml())
    loading.add_directory(path.parent)
    assert "eigen" in catalogue()
    assert load("eigen").budget.per_resident == 9
    write("deventer_1997", "key = 1")
    assert load("deventer_1997").budget.per_resident == 8, "a key of ours means our file"
    load.cache_clear()


def test_one_area_changes_a_value_with_its_reason() -> None:
    deventer = load("deventer_1997")
    changed = override(
        deventer, {"longlist.limit": 5, "budget.label": Text(nl="buurtpot")}, name="D-04", reason=REASON
    )
    assert (changed.longlist.limit, deventer.longlist.limit) == (5, 10)
    why = changed.why("longlist.limit")
    assert (why.file, why.reason, why.is_house_default) == ("D-04", REASON, False)
    assert changed.label("budget", "en") == "buurtpot"
    assert changed.why("budget.per_resident").source == deventer.why("budget.per_resident").source


@pytest.mark.parametrize(
    ("path", "value"),
    [("longlist.limt", 5), ("longlist.limit", "vijf"), ("options.responsibility_shift", "none")],
)
def test_an_override_that_is_wrong_is_refused(path: str, value: str | int) -> None:
    with pytest.raises(ApproachErrors):
        override(load("deventer_1997"), {path: value}, name="D-04", reason=REASON)


def test_what_is_kept_elsewhere_is_found_by_its_key_and_can_be_built_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = {"eigen": draft(**{"budget.per_resident": 9}).toml(), "deventer_1997": "key = 1"}
    monkeypatch.setattr(loading, "_shelves", [])
    loading.add_shelf(kept.get)
    loading.forget()
    assert load("eigen").budget.per_resident == 9
    assert load("deventer_1997").budget.per_resident == 8, "a key of ours means our file"
    later = replace(draft(), key="later", extends="eigen")
    approach, problems = examine_text("later", later.toml())
    assert problems == []
    assert approach.why("budget.per_resident").file == "eigen"
    loading.forget()


@pytest.mark.parametrize("elsewhere", ["../../secrets", "/etc/passwd", "a/b", ".."])
def test_a_draft_cannot_point_at_a_place_on_the_disk(elsewhere: str) -> None:
    _, problems = examine_text("eigen", replace(draft(), extends=elsewhere).toml())
    assert [problem.key for problem in problems][:1] == ["extends"]


@pytest.mark.parametrize("key", catalogue())
def test_any_file_survives_being_taken_apart(key: str) -> None:
    text = loading.text_of(key)
    approach, problems = examine_text(key, draft_of(key, text).toml())
    assert [problem for problem in problems if not problem.is_warning] == []
    assert approach == load(key)
    assert [approach.why(path).source for path in PATHS] == [load(key).why(path).source for path in PATHS]


def test_saying_taking_back_and_taking_away() -> None:
    said = draft().stating("budget.per_resident", 9, "raadsbesluit §4")
    assert said.documents["raadsbesluit"].sections == ("§1", "§4")
    assert said.silent_on("budget").values == {}
    gone = said.without("partners.platform")
    approach, problems = examine_text("eigen", gone.toml())
    assert problems == []
    assert approach.partners.platform is None
    assert gone.silent_on("partners.platform").remove == ()
