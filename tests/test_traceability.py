"""What we say is proven has a test that names it, and every name exists."""

from __future__ import annotations

import tomllib

from tests.requirements import groups, marked, proven, requirements, set_aside
from tests.source import ROOT

DOCUMENTS = "src/wijkwerk/approaches/catalogue/_documents.toml"


def test_every_requirement_has_its_group_and_its_source() -> None:
    documents = tomllib.loads((ROOT / DOCUMENTS).read_text(encoding="utf-8"))["documents"]
    for one in requirements().values():
        assert one.group in groups(), one.key
        assert one.source.split(" ", 1)[0] in documents, one.key
        assert len(one.asks) <= 120, one.key
    assert len(requirements()) == 317


def test_tests_name_requirements_that_exist() -> None:
    unknown = {key: tests for key, tests in marked().items() if key not in requirements()}
    assert not unknown


def test_what_is_said_to_be_proven_has_a_test() -> None:
    assert not set(proven()) - set(marked())


def test_what_has_a_test_says_what_breaks_it() -> None:
    """A test that no removal turns red proves nothing: write down which one did."""
    assert not set(marked()) - set(proven())
    assert all(len(behaviour.split()) >= 5 for behaviour in proven().values())


def test_nothing_is_both_proven_and_set_aside() -> None:
    assert not set(proven()) & set(set_aside())
    assert set(set_aside()) <= set(requirements())
    assert all(len(reason.split()) >= 5 for reason in set_aside().values())
