"""The pages as a resident without scripts goes through them, and what a page must not say."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.answers.worker import work_once
from wijkwerk.choice import Candidate, RankedBallot, borda
from wijkwerk.participation import actions
from wijkwerk.participation.composing import form_code
from wijkwerk.participation.models import Ballot, Draft, Ranking, Voter, Wish
from wijkwerk.participation.tests.factories import (
    AFTER,
    START,
    asked,
    on,
    on_paper,
    open_longlist,
    open_ranking,
    wished,
)
from wijkwerk.people.actions import erase_contact
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.queries import contact_by_email


@pytest.fixture
def ranking(world: World) -> Ranking:
    with on(START):
        longlist = open_longlist(world)
        wished(world, longlist, 7)
        return open_ranking(world, longlist)


def ids(ranking: Ranking) -> list[int]:
    """The wishes of the list."""
    return list(Wish.objects.filter(longlist=ranking.longlist).order_by("pk").values_list("pk", flat=True))


def path_of(voter: Voter, name: str = "form") -> str:
    """The address of someone's own form."""
    return reverse(f"participation:{name}", args=[voter.pk, form_code(voter)])


def _mail_to(email: str) -> str:
    """The text of the one mail to this address."""
    (found,) = [each.body for each in mail.outbox if each.to == [email]]
    return str(found)


def signed_in(person: Person) -> Client:
    """A browser in which somebody is signed in."""
    browser = Client()
    assert person.account is not None
    browser.force_login(person.account)
    return browser


def test_a_resident_asks_chooses_checks_and_hands_in_without_scripts(ranking: Ranking) -> None:
    browser = Client()
    a, b, c, *_others = ids(ranking)
    with on(START):
        page = reverse("participation:ranking", args=[ranking.pk])
        response = browser.post(page, {"email": "bewoner@example.org"})
        assert response["Location"] == reverse("participation:asked", args=[ranking.pk])
        while work_once():
            pass
        link = re.search(r"http://testserver(/volgorde/formulier/\S+)", _mail_to("bewoner@example.org"))
        assert link is not None
        form = link[1]
        assert "Kies hoogstens 5 wensen" in browser.get(form).content.decode()
        for wish in (a, b, c):
            assert browser.post(form, {"kies": wish}).status_code == 302
        assert "U hebt nog 2 keuzes" in browser.get(form).content.decode()
        browser.post(form, {"omhoog": c})
        browser.post(form, {f"plaats-{a}": "3", f"plaats-{c}": "2", f"plaats-{b}": "3", "bewaar": "1"})
        assert Draft.objects.get().order == [c, b, a]
        browser.post(form, {"weg": b})
        check = browser.post(form, {"verder": "1"})["Location"]
        last = browser.get(check).content.decode()
        assert last.index("Wens 2") < last.index("Wens 0")
        assert "Wens 1" not in last
        receipt = browser.post(check, {"order": f"{c} {a}"})["Location"]
        assert "Uw formulier is ingeleverd" in browser.get(receipt).content.decode()
        assert Ballot.objects.get().order == [c, a]
        # Again, with the same link, from the page that was still open.
        again = browser.post(check, {"order": f"{a} {c}"})
        assert again.status_code == 409
        assert "Iedere bewoner doet één keer mee" in again.content.decode()
        assert browser.get(form)["Location"] == receipt
    assert Ballot.objects.count() == 1


def test_nothing_chosen_is_said_on_the_page(ranking: Ranking) -> None:
    with on(START):
        response = Client().post(path_of(asked(ranking)), {"verder": "1"})
    assert response.status_code == 422
    assert "Kies minstens één wens" in response.content.decode()


def test_more_than_there_is_room_for_is_left_out(ranking: Ranking) -> None:
    with on(START):
        voter = asked(ranking)
        for wish in [*ids(ranking), 999_999]:
            Client().post(path_of(voter), {"kies": wish})
        assert Draft.objects.get().order == ids(ranking)[:5]
        assert "U hebt al uw keuzes gebruikt" in Client().get(path_of(voter)).content.decode()


@pytest.mark.parametrize("junk", ["", "abc", "-1", "99999999999999999999999", "१", "1; drop table"])
def test_junk_in_the_form_does_no_harm(ranking: Ranking, junk: str) -> None:
    a, b, *_others = ids(ranking)
    with on(START):
        voter = asked(ranking)
        actions.save_draft(voter_id=voter.pk, order=[a, b])
        for button in ("kies", "omhoog", "omlaag", "weg", f"plaats-{a}"):
            assert Client().post(path_of(voter), {button: junk}).status_code == 302
        assert set(Draft.objects.get().order) == {a, b}
        assert Client().post(path_of(voter, "check"), {"order": junk}).status_code == 422
        assert not Ballot.objects.exists()


def test_a_guessed_or_ended_link_opens_nothing(ranking: Ranking) -> None:
    with on(START):
        voter, other = asked(ranking), asked(ranking, "ander@example.org")
        for name in ("form", "check", "handed-in"):
            wrong = reverse(f"participation:{name}", args=[voter.pk, form_code(other)])
            assert Client().get(wrong).status_code == 404
        old = path_of(voter)
        assert voter.contact is not None
        erase_contact(Contact.objects.get(pk=voter.contact.pk))
        assert Client().get(old).status_code == 404


def test_the_page_says_the_same_whether_an_address_took_part_or_not(ranking: Ranking) -> None:
    page = reverse("participation:ranking", args=[ranking.pk])
    with on(START):
        actions.cast(voter_id=asked(ranking, "was@example.org").pk, order=ids(ranking)[:1])
        answers = [
            Client().post(page, {"email": email}) for email in ("was@example.org", "nieuw@example.org")
        ]
    assert answers[0].status_code == answers[1].status_code == 302
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.requirement("DEV-13")
def test_an_adviser_reads_why_not_and_what_can_be_done(world: World, ranking: Ranking) -> None:
    page = reverse("participation:ranking", args=[ranking.pk])
    account = world.adviser.account
    assert account is not None
    with on(START):
        response = Client().post(page, {"email": account.email})
    assert response.status_code == 403
    words = response.content.decode()
    assert "Alleen bewoners zetten de wensen op volgorde" in words
    assert "meepraten" in words
    assert "Wie mag dit veranderen" in words
    assert "beleidsmedewerker" in words
    assert contact_by_email(account.email) is None
    assert not Voter.objects.exists()


def test_until_the_count_there_is_no_result_to_see(world: World, ranking: Ranking) -> None:
    with on(START):
        actions.cast(voter_id=asked(ranking).pk, order=ids(ranking)[:2])
        for name in ("result-data", "ballot-data"):
            assert Client().get(reverse(f"participation:{name}", args=[ranking.pk])).status_code == 404
        result = Client().get(reverse("participation:result", args=[ranking.pk]))
        assert result["Location"] == reverse("participation:ranking", args=[ranking.pk])
        for name in ("ranking", "longlist"):
            pk = ranking.pk if name == "ranking" else ranking.longlist_id
            page = signed_in(world.area_officer).get(reverse(f"participation:{name}", args=[pk]))
            assert "punten" not in page.content.decode().split("Zo tellen wij")[0].lower()


def test_anyone_can_count_again_from_what_is_published(world: World, ranking: Ranking) -> None:
    wishes = ids(ranking)
    with on(START):
        for number in range(6):
            order = [wishes[(number + step) % 7] for step in range(number % 4 + 1)]
            actions.cast(voter_id=asked(ranking, f"{number}@example.org").pk, order=order)
        on_paper(world, ranking, [wishes[6]])
    with on(AFTER):
        signed_in(world.area_officer).post(
            reverse("participation:count", args=[ranking.pk]), {"missing": "Jongeren deden weinig mee."}
        )
        published = Client().get(reverse("participation:result-data", args=[ranking.pk])).json()
        ballots = Client().get(reverse("participation:ballot-data", args=[ranking.pk])).json()
        page = Client().get(reverse("participation:result", args=[ranking.pk])).content.decode()
    again = borda(
        [Candidate(id=str(wish["id"]), cost=wish["cost_minor"]) for wish in ballots["wishes"]],
        [RankedBallot(tuple(str(pk) for pk in order)) for order in ballots["forms"]],
        seed=ballots["seed"],
    )
    assert [str(wish["id"]) for wish in published["wishes"]] == list(again.order)
    assert published["result"]["hash"] == again.hash
    assert published["forms"] == {"web": 6, "paper": 1}
    for words in ("7 formulieren", "6 via internet, 1 op papier", "Jongeren deden weinig mee.", "De Venen"):
        assert words in page, words


def test_the_desk_types_paper_over_one_after_the_other(world: World, ranking: Ranking) -> None:
    desk = signed_in(world.desk_worker)
    with on(START):
        printed = desk.post(reverse("participation:paper-forms", args=[ranking.pk]), {"number": 2})
        numbers = re.findall(r'wijkwerk-code">([^<]+)<', printed.content.decode())
        assert len(numbers) == 2
        enter = reverse("participation:enter-form", args=[ranking.pk])
        assert desk.post(enter, {"paper_form": numbers[0], "order": "7 2, 4"}).status_code == 302
        assert Ballot.objects.get().order == [ids(ranking)[number - 1] for number in (7, 2, 4)]
        for wrong in ({"paper_form": numbers[0], "order": "1"}, {"paper_form": numbers[1], "order": "8"}):
            response = desk.post(enter, wrong)
            assert response.status_code == 422
            assert numbers[0] in response.content.decode() or "staan niet op" in response.content.decode()
    assert Ballot.objects.count() == 1


def test_opening_the_list_publishes_the_number_of_the_lot(world: World) -> None:
    officer = signed_in(world.area_officer)
    with on(START):
        longlist = open_longlist(world)
        wished(world, longlist)
        day = START + timedelta(days=30)
        opened = officer.post(
            reverse("participation:open-ranking", args=[longlist.pk]), {"closes_on": day.isoformat()}
        )
        ranking = Ranking.objects.get()
        assert opened["Location"] == reverse("participation:ranking", args=[ranking.pk])
        assert str(ranking.seed) in Client().get(opened["Location"]).content.decode()
