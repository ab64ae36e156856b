"""The written data hold together: what is named exists, and nobody says the same twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from wijkwerk.demo import pictures
from wijkwerk.demo.tests.written import approach, keys, signals, streets, toml

CATEGORIES = frozenset(
    [
        "play",
        "lighting",
        "greenery",
        "litter",
        "traffic",
        "parking",
        "safety",
        "meeting",
        "nuisance",
        "care_together",
        "water",
        "housing",
        "thanks",
        "other",
    ]
)
DOORS = frozenset(["web", "desk", "phone", "paper", "panel", "walkabout", "networker", "letter"])
ROUTES = frozenset(["regular", "longlist", "quick", "supra_area", "individual", "thanks"])
SERVICES = frozenset(
    o["signal_service"] for o in toml("organisations")["organisations"] if "signal_service" in o
)
BUURTEN = {b["code"]: area["key"] for area in toml("areas")["areas"] for b in area["buurten"]}


def test_signals_are_many_and_no_two_texts_or_answers_are_alike() -> None:
    assert len(signals()) >= 400
    for field in ("id", "text", "answer", "own_contribution"):
        said = Counter(re.sub(r"\W", "", row[field]).casefold() for row in signals() if row[field])
        assert [text for text, times in said.items() if times > 1] == []


def test_every_signal_names_only_what_exists() -> None:
    homes = {row["key"]: row["area"] for row in toml("residents")["residents"]}
    roads = {(row["area"], row["street"]): row["buurt"] for row in streets()}
    needs = {row["id"]: row["area"] for row in toml("needs")["needs"]}
    sessions = {row["id"]: row for row in toml("panel")["sessions"]}
    for row in signals():
        assert 0 <= row["month"] <= 13
        assert 1 <= row["day"] <= 28
        assert row["category"] in CATEGORIES
        assert row["door"] in DOORS
        assert BUURTEN[row["buurt"]] == row["area"]
        assert row["street"] is None or roads[row["area"], row["street"]] == row["buurt"]
        assert row["need"] is None or needs[row["need"]] == row["area"]
        assert row["photo"] is None or row["photo"] in pictures.KEYS
        assert row["anonymous"] is (row["by"] is None)
        assert row["by"] is None or homes[row["by"]] == row["area"]
        assert all(name in homes for name in row["supporters"])
        assert row["supports"] == len(row["supporters"]) or not row["supporters"]
        assert (row["door"] == "panel") is (row["session"] is not None)
        if row["session"]:
            session = sessions[row["session"]]
            assert [session[name] for name in ("area", "month", "day")] == [
                row[name] for name in ("area", "month", "day")
            ]


def test_routes_are_complete_and_most_signals_are_handled_regularly() -> None:
    for row in signals():
        assert row["route"] in ROUTES | {None}
        assert row["service"] is None or row["service"] in SERVICES
        assert (row["route"] == "regular") <= (row["service"] is not None)
        assert row["route"] is not None or (row["answer"] is None and row["month"] == 13)
        assert (row["route"] == "longlist") <= (row["need"] is not None)
    routes = Counter(row["route"] for row in signals())
    assert routes["regular"] > sum(routes.values()) - routes["regular"] - routes[None] - routes["thanks"]
    assert min(routes[route] for route in ROUTES) >= 5


def test_no_residents_name_stands_in_what_everybody_may_read() -> None:
    names = {row["last_name"] for row in toml("residents")["residents"]}
    public = [str(row[field]) for row in signals() for field in ("text", "answer", "own_contribution")]
    public += [
        str(value)
        for name in ("needs", "wishes", "measures")
        for row in toml(name)[name]
        for value in row.values()
    ]
    for text in public:
        assert not {name for name in names if re.search(rf"\b{re.escape(name)}\b", text)}, text


def test_the_crossing_is_asked_for_by_thirty_people_through_five_doors() -> None:
    fed = [row for row in signals() if row["need"] == "oversteek-zwolseweg"]
    people = [row["by"] for row in fed] + [name for row in fed for name in row["supporters"]]
    assert len(people) == len(set(people)) == 30
    assert len({row["door"] for row in fed}) == 5
    wishes = [wish["wished_by"] for wish in toml("wishes")["wishes"] if wish["need"] == "oversteek-zwolseweg"]
    assert set(wishes) <= set(people)


def test_needs_are_fed_and_speak_from_three_sources() -> None:
    fed = Counter(row["need"] for row in signals())
    themes = {theme["key"] for theme in approach("deventer_1997")["themes"]["list"]}
    assert len(toml("needs")["needs"]) == 30
    for need in toml("needs")["needs"]:
        assert 2 <= fed[need["id"]] <= 25
        assert need["theme"] in themes
        assert BUURTEN[need["buurt"]] == need["area"]
        assert all(need[f"from_{source}"] for source in ("residents", "figures", "professionals"))
    assert fed["speelplek-rolstoel"] == 15


def test_wishes_end_in_one_of_three_ways_and_the_list_stays_within_its_limit() -> None:
    needs = {need["id"]: need for need in toml("needs")["needs"]}
    homes = {row["key"]: row["area"] for row in toml("residents")["residents"]}
    ranked: Counter[tuple[str, int]] = Counter()
    for wish in toml("wishes")["wishes"]:
        need = needs[wish["need"]]
        assert [wish[f] for f in ("area", "cycle", "theme")] == [need[f] for f in ("area", "cycle", "theme")]
        assert homes[wish["wished_by"]] == wish["area"]
        assert wish["outcome"] in {"ranked", "passed_on", "dropped"}
        assert (wish["outcome"] == "ranked") is ("reason" not in wish)
        assert wish["outcome"] != "passed_on" or wish["passed_to"] in keys("organisations")
        ranked[wish["area"], wish["cycle"]] += wish["outcome"] == "ranked"
    assert max(ranked.values()) <= approach("_house")["longlist"]["limit"]
    assert {wish["need"] for wish in toml("wishes")["wishes"]} == set(needs)


def test_measures_come_from_ranked_wishes_and_fit_the_budget_of_their_area() -> None:
    wishes = {wish["id"]: wish for wish in toml("wishes")["wishes"]}
    budgets = {a["key"]: a["inhabitants"] * 8 / 2.20371 for a in toml("areas")["areas"]}
    share = approach("_house")["budget"]["ceiling_share"]
    spent: defaultdict[str, float] = defaultdict(float)
    for measure in toml("measures")["measures"]:
        wish = wishes[measure["wish"]]
        assert wish["outcome"] == "ranked"
        assert [measure[f] for f in ("need", "area", "cost")] == [wish[f] for f in ("need", "area", "cost")]
        assert measure["cost"] > 0
        if measure["funding"] == "area_budget":
            spent[measure["area"]] += measure["cost"]
            assert measure["cost"] <= budgets[measure["area"]] * share
    assert all(spent[area] <= budget for area, budget in budgets.items())


@pytest.mark.parametrize("measure", toml("measures")["measures"], ids=lambda measure: measure["id"])
def test_a_measure_tells_its_story(measure: dict) -> None:
    homes = {row["key"]: row["area"] for row in toml("residents")["residents"]}
    assert 2 <= len(measure["reports"]) <= 4
    for party in [*measure["executors"]]:
        assert (party["kind"] == "residents") is ("organisation" not in party)
        assert party["kind"] == "residents" or party["organisation"] in keys("organisations")
    for report in measure["reports"]:
        assert measure["start_month"] <= report["month"] <= 13
        assert report.get("organisation") is None or report["organisation"] in keys("organisations")
        assert "photo" not in report or report["photo"] in pictures.KEYS
    done = measure["state"] == "done"
    assert all(
        (field in measure) is done for field in ("done_month", "output", "outcome", "verdict", "verdict_by")
    )
    assert ("state_reason" in measure) is (measure["state"] in {"late", "waiting"})
    assert not done or homes[measure["verdict_by"]] == measure["area"]


def test_people_hold_known_roles_and_every_area_is_adopted_but_not_by_the_mayor() -> None:
    known = set(approach("deventer_1997")["roles"]) | set(approach("_house")["roles"])
    people = toml("people")["people"]
    held = [(p["role"], area) for p in people for area in p["areas"]]
    for person in people:
        assert {person["role"], *(also["role"] for also in person.get("also", []))} <= known
        assert set(person["areas"]) <= keys("areas")
        assert person.get("organisation") is None or person["organisation"] in keys("organisations")
    for area in keys("areas"):
        counted = Counter(role for role, where in held if where == area)
        for role in ("area_officer", "community_worker", "maintenance_coordinator", "area_alderman"):
            assert counted[role] == 1
        assert counted["resident_team_member"] == 4
    assert [p["areas"] for p in people if p["role"] == "mayor"] == [[]]


def test_every_resident_group_has_somebody_who_leads_its_work() -> None:
    groups = {o["key"] for o in toml("organisations")["organisations"] if o["kind"] == "resident_group"}
    leads = {also.get("organisation") for p in toml("people")["people"] for also in p.get("also", [])}
    assert groups <= leads


def test_residents_live_where_they_say_and_can_be_told() -> None:
    roads = {(row["area"], row["street"]): row["postcode"] for row in streets()}
    rows = toml("residents")["residents"]
    for row in rows:
        assert roads[row["area"], row["street"]] == row["postcode"]
        assert (row["channel"] == "mail") is ("email" in row)
        assert "email" not in row or row["email"].endswith(("@example.nl", "@example.org"))
    mails = [row["email"] for row in rows if "email" in row] + [p["email"] for p in toml("people")["people"]]
    assert len(mails) == len(set(mails))
    assert len({row["key"] for row in rows}) == len(rows) >= 90


def test_promises_and_meetings_are_about_something_that_exists() -> None:
    things = keys("needs", field="id") | keys("measures", field="id")
    officials = keys("people")
    states = Counter(promise["state"] for promise in toml("promises")["promises"])
    assert set(states) == {"kept", "open", "late", "cannot_be_kept_alone"}
    for promise in toml("promises")["promises"]:
        assert promise["about"] in things
        assert promise["made_by"] in officials
        assert (promise["state"] == "cannot_be_kept_alone") is ("message" in promise)
        due = promise["due_month"], promise["due_day"]
        assert promise["state"] != "late" or due < (13, 1)
        assert promise["state"] != "open" or due > (13, 28)
        assert (promise["made_month"], promise["made_day"]) < due
    for meeting in toml("meetings")["meetings"]:
        assert meeting.get("area") is None or meeting["area"] in keys("areas")
        assert meeting["in_days"] > 0
        assert "about" not in meeting or meeting["about"] in things


def test_ten_panels_are_held_in_each_cycle() -> None:
    assert Counter(row["cycle"] for row in toml("panel")["sessions"]) == {1: 10, 2: 10}
    assert {row["asked_by"] for row in toml("panel")["sessions"]} == {"resident", "official"}
