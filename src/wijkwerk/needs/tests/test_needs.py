"""Needs: bundled from signals, in two wordings, and it is known whose words they are."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.world import World
from wijkwerk.answers.models import Answer, Door
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.needs import actions
from wijkwerk.needs.actions import Understanding
from wijkwerk.needs.models import Need, WordsOf
from wijkwerk.needs.queries import share_in_residents_words, to_bundle, words_by_year
from wijkwerk.needs.rules import shares_by_year, together
from wijkwerk.people.actions import remember_contact
from wijkwerk.signals.actions import Report, report
from wijkwerk.signals.models import Signal
from wijkwerk.thread.models import Link

LIGHT = Understanding(
    sentence="Licht langs het spoor",
    asked="Komen er lampen?",
    underlying="Veilig thuiskomen",
    resident_words="Ik loop om.",
    policy_words="Sociale veiligheid op de route.",
)


def noticed(world: World, text: str = "Donker", door: Door = Door.WEB) -> Signal:
    """Someone reported something."""
    signal, _asker = report(
        Report(area=world.area, text=text, door=door), contact=remember_contact(email="ik@example.org")
    )
    return signal


def signed_in(world: World, role: str = "area_officer") -> Client:
    """A browser in which someone with a role is signed in."""
    browser = Client()
    account = world.people[role].account
    assert account is not None
    browser.force_login(account)
    return browser


@given(st.lists(st.tuples(st.integers(2020, 2026), st.booleans(), st.integers(0, 50))))
def test_shares_add_up_whatever_comes_in(rows: list[tuple[int, bool, int]]) -> None:
    shares = shares_by_year(rows)
    assert [share.year for share in shares] == sorted({year for year, _, _ in rows}, reverse=True)
    whole = together(shares)
    assert whole.total == sum(number for _, _, number in rows)
    assert whole.by_residents == sum(number for _, ours, number in rows if ours)
    assert all(share.percent is None or 0 <= share.percent <= 100 for share in [*shares, whole])


@pytest.mark.requirement("DEV-53")
def test_the_share_in_residents_words_is_kept_per_year_and_shown_to_all(world: World) -> None:
    for year, words_of in ((2025, WordsOf.OFFICIAL), (2026, WordsOf.RESIDENT), (2026, WordsOf.OFFICIAL)):
        with clock.at(datetime(year, 3, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
            actions.understand(
                area=world.area,
                given=Understanding(sentence="Vraag", asked="Vraag", words_of=words_of),
                by=world.area_officer,
            )
    assert [(share.year, share.by_residents, share.total) for share in words_by_year(world.area)] == [
        (2026, 1, 2),
        (2025, 0, 1),
    ]
    assert share_in_residents_words(world.area).percent == 33
    page = Client().get(reverse("needs:needs", args=[world.area.code])).content.decode()
    assert "Van de 3 vragen staan er 1 in de woorden van bewoners (33%)" in page


def test_both_wordings_stand_side_by_side_and_stay(world: World) -> None:
    need = actions.understand(area=world.area, given=LIGHT, by=world.area_officer)
    better = Understanding(
        sentence="Veilig naar huis",
        asked=LIGHT.asked,
        resident_words=LIGHT.resident_words,
        policy_words="Verkeersveiligheid.",
    )
    actions.reword(need_id=need.pk, given=better, by=world.area_officer)
    page = Client().get(reverse("needs:needs", args=[world.area.code])).content.decode()
    for words in ("Veilig naar huis", "Ik loop om.", "Verkeersveiligheid."):
        assert words in page
    story = Client().get(need.thing.get_absolute_url()).content.decode()
    assert "Ik loop om." in story
    assert "Verkeersveiligheid." in story


def test_signals_are_bundled_all_or_none_and_each_asker_hears(world: World) -> None:
    one, two = noticed(world), noticed(world, "Ook donker", Door.PANEL)
    assert list(to_bundle(world.area)) == [two, one]
    with pytest.raises(Invalid):
        actions.bundle(area=world.area, signal_ids=[], into=LIGHT, by=world.area_officer)
    with pytest.raises(Signal.DoesNotExist):
        actions.bundle(area=world.area, signal_ids=[one.pk, 999], into=LIGHT, by=world.area_officer)
    assert not Need.objects.exists()
    need = actions.bundle(area=world.area, signal_ids=[one.pk, two.pk], into=LIGHT, by=world.area_officer)
    assert set(Link.objects.filter(effect=need.thing).values_list("cause", flat=True)) == {one.pk, two.pk}
    assert Answer.objects.filter(turn="understood").count() == 2
    assert not to_bundle(world.area)


def test_only_who_may_understand_a_need_bundles(world: World) -> None:
    signal = noticed(world)
    for person in (world.resident_team_member, world.area_alderman, world.desk_worker, None):
        with pytest.raises(Refused):
            actions.bundle(area=world.area, signal_ids=[signal.pk], into=LIGHT, by=person)
    address = reverse("needs:bundle", args=[world.area.code])
    assert signed_in(world, "resident_team_member").get(address).status_code == 403
    assert Client().get(address).status_code == 302


def test_the_pages_bundle_into_a_new_need_and_into_one_that_is_there(world: World) -> None:
    browser = signed_in(world)
    one, two, three = (noticed(world, text) for text in ("Donker", "Geen licht", "Lampen stuk"))
    bundle = reverse("needs:bundle", args=[world.area.code])
    new = browser.post(bundle, {"signals": [one.pk, two.pk], "need": ""})["Location"]
    assert "Donker" in browser.get(new).content.decode()
    filled = {"sentence": "Licht", "asked": "Lampen", "words_of": "resident"}
    wrong = browser.post(new, {**filled, "sentence": ""})
    assert wrong.status_code == 422
    assert "Lampen" in wrong.content.decode()
    assert browser.post(new, filled).status_code == 302
    need = Need.objects.get()
    assert browser.post(bundle, {"signals": [three.pk], "need": need.pk}).status_code == 302
    assert Link.objects.filter(effect=need.thing).count() == 3
    nothing = browser.post(bundle, {"need": need.pk})
    assert nothing.status_code == 422


def test_lists_cost_the_same_for_twelve_as_for_one(world: World) -> None:
    browser = signed_in(world)
    costs: dict[str, list[int]] = {"needs:needs": [], "needs:bundle": []}
    for number in range(12):
        actions.understand(area=world.area, given=LIGHT, by=world.area_officer)
        noticed(world, f"Donker {number}")
        if number in (0, 11):
            for name, found in costs.items():
                address = reverse(name, args=[world.area.code])
                browser.get(address)
                with CaptureQueriesContext(connection) as queries:
                    assert browser.get(address).status_code == 200
                found.append(len(queries))
    for name, (few, many) in costs.items():
        assert few == many, name


def test_who_joins_a_new_need_hears_that_residents_think_of_what_can_be_done(world: World) -> None:
    need = actions.understand(area=world.area, given=LIGHT, by=world.area_officer)
    signal = noticed(world, "Nog steeds donker")
    actions.join(signal_id=signal.pk, need=need, by=world.area_officer)
    told = Answer.objects.get(about=signal.thing)
    assert told.text.endswith("“Licht langs het spoor”. Bewoners bedenken nu wat er kan.")
    assert told.news == "samen met anderen begrepen"
