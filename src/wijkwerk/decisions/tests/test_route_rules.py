"""The order of stops follows what each names before it, however they are written down."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.approaches.schema import Route, Stop, StopKind
from wijkwerk.approaches.values import Text
from wijkwerk.decisions.actions.routes import KINDS
from wijkwerk.decisions.rules.routes import before_adoption, in_order, missing, next_stop

LABEL = Text(nl="x", en="x")


def test_every_kind_of_stop_leads_to_a_decision() -> None:
    assert set(KINDS) == set(StopKind)


def a_route(*stops: tuple[str, StopKind, str | None]) -> Route:
    return Route(
        key="route",
        label=LABEL,
        stops=tuple(Stop(key=key, kind=kind, label=LABEL, after=after) for key, kind, after in stops),
    )


def keys(stops: tuple[Stop, ...]) -> str:
    return "".join(stop.key for stop in stops)


@given(st.permutations("abcd"))
def test_stops_that_name_the_one_before_stand_in_that_order(written: list[str]) -> None:
    before = {"b": "a", "c": "b", "d": "c"}
    # The one written first without `after` begins; "a" names none, so it has to be written first.
    written.remove("a")
    route = a_route(*((key, StopKind.DISCUSS, before.get(key)) for key in ["a", *written]))
    assert keys(in_order(route)) == "abcd"


def test_without_names_they_stand_as_written() -> None:
    route = a_route(*((key, StopKind.ADVISE, None) for key in "xyz"))
    assert keys(in_order(route)) == "xyz"
    following = next_stop(route, {"x"})
    assert following is not None
    assert following.key == "y"
    assert next_stop(route, set("xyz")) is None


def test_adoption_waits_for_all_that_stands_before_it_and_not_for_what_comes_after() -> None:
    route = a_route(
        ("a", StopKind.DISCUSS, None), ("b", StopKind.ADOPT, None), ("c", StopKind.TAKE_NOTE, None)
    )
    assert keys(before_adoption(route)) == "a"
    only_informing = a_route(("a", StopKind.ADVISE, None), ("n", StopKind.TAKE_NOTE, None))
    assert keys(before_adoption(only_informing)) == "a"
    assert keys(before_adoption(a_route(("n", StopKind.TAKE_NOTE, None)))) == ""


@given(st.sets(st.sampled_from("abc")))
def test_a_later_stop_never_makes_up_for_an_earlier_one(taken: set[str]) -> None:
    route = a_route(
        *((key, StopKind.DISCUSS, None) for key in "abc"),
        ("z", StopKind.ADOPT, None),
    )
    assert set(keys(missing(route, taken))) == set("abc") - taken
