"""The page that counts a file somebody brings along: all of it is told, nothing of it is kept."""

from __future__ import annotations

import base64
import io
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.everything import everything_kept
from wijkwerk.choice.errors import OutOfTime
from wijkwerk.choice.pabulib.remarks import in_dutch
from wijkwerk.choice.tests.pb import SMALL, points_file, ranked_file, spoil
from wijkwerk.foundation import rate_limits
from wijkwerk.participation.recount import counting, upload
from wijkwerk.participation.recount.upload import MOST_BYTES, NotAccepted, pack, unpack
from wijkwerk.participation.views import recount as view

NEIGHBOURHOOD = Path(__file__).resolve().parents[4] / "docs" / "tutorials" / "rivierenwijk.pb"
PLAIN = {
    "rule": "equal-shares",
    "utility": "cost",
    "completion": "add1",
    "ties": "lowest-cost,most-votes,lot",
    "seed": "1988",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of the time would go to changes that few of these tests read."""
    monkeypatch.setattr(counting, "SECONDS_FOR_CHANGES", 0.05)


def send(text: str | bytes, **given: str) -> Any:
    """The page after sending this file."""
    raw = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile("stemmen.pb", raw)
    return Client().post(reverse("participation:recount"), {**PLAIN, **given, "file": file})


def words(response: HttpResponse) -> str:
    """What the page says, without its marks."""
    page = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(page.replace("&#x27;", "'").replace("\xa0", " ").split())


def neighbourhood(**given: str) -> str:
    response = send(NEIGHBOURHOOD.read_bytes(), **given)
    assert response.status_code == 200, words(response)
    return words(response)


def test_the_page_asks_for_a_file_and_can_be_found() -> None:
    client = Client()
    asked = client.get(reverse("participation:recount"))
    assert asked.status_code == 200
    assert "Stembestand" in words(asked)
    assert reverse("participation:recount") in client.get(reverse("portal:open-data")).content.decode()


def test_winners_reasons_other_rules_and_rounds_stand_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "SECONDS_FOR_CHANGES", 10)
    said = neighbourhood()
    assert "Kunstgrasveld gaat door. Het kost € 30.000 en kreeg 26 stemmen. 26 stemmers betaalden elk" in said
    assert "6 van de 8 plannen gaan door. Ze kosten samen € 59.000 van de € 60.000" in said
    assert (
        "Er ontbrak € 22,66. Dat is het deel van 1 stemmer. Hun geld ging vooral naar: Kunstgrasveld" in said
    )
    assert "Meeste stemmen eerst" in said
    assert "96,7% van de stemmers" in said  # the chart in a sentence
    assert "Het bestand zelf noemt een andere uitslag" in said
    assert "wijkwerk choose stemmen.pb --rule equal-shares --completion add1 --seed 1988" in said
    assert "Speelplek onder de kastanje: Met 3 stemmen meer was het wel doorgegaan." in said


@pytest.mark.parametrize(
    ("given", "cost"),
    [
        ({"rule": "greedy"}, "59.500"),
        ({"rule": "equal-shares", "completion": "none"}, "32.000"),
        ({"rule": "phragmen"}, "47.000"),
        ({"utility": "cardinality"}, "47.000"),
    ],
)
def test_every_setting_counts(given: dict[str, str], cost: str) -> None:
    assert f"Ze kosten samen € {cost} van de € 60.000" in neighbourhood(**given)


def test_a_tie_goes_by_the_order_that_was_chosen() -> None:
    level = spoil("1;600;3;Speelplek;1\n2;400;2;Bomen;1", "1;600;2;Speelplek;1\n2;500;2;Bomen;1")
    level = (
        level.replace(b"b;1\n", b"b;3\n")
        .replace(b"3;900;1", b"3;900;2")
        .replace(b"budget;1000", b"budget;600")
    )
    by_cost = words(send(level, rule="greedy"))
    by_lot = words(send(level, rule="greedy", ties="lot", seed="2"))
    assert "Gelijk: Speelplek, Bomen" in by_cost
    assert "door wat het minst kost" in by_cost
    assert "door het lot" in by_lot


def test_what_one_ballot_did() -> None:
    rows = NEIGHBOURHOOD.read_text(encoding="utf-8").split("VOTES\n")[1].splitlines()[1:]
    voter = next(row.split(";")[0] for row in rows if row.split(";")[1] == "1,2,6")
    said = neighbourhood(voter=voter)
    assert (
        "Uw stem betaalde mee: € 450 aan Bomen langs de Vaart, € 416,67 aan Zebrapad bij de school." in said
    )
    assert "2 van uw 3 keuzes gaan door." in said
    assert "geen stemmer met het nummer nobody" in neighbourhood(voter="nobody")


@pytest.mark.parametrize(
    ("text", "given", "voter"),
    [
        (points_file(), {"utility": "points"}, "a"),
        (points_file("scoring"), {"utility": "points"}, "a"),
        (ranked_file(), {"rule": "borda"}, "a"),
        (ranked_file(), {"rule": "stv"}, "a"),
        (ranked_file(), {"rule": "schulze"}, "a"),
    ],
)
def test_every_kind_of_ballot_can_be_looked_up(text: str, given: dict[str, str], voter: str) -> None:
    response = send(text, voter=voter, **given)
    assert response.status_code == 200
    assert "Wat dit biljet deed" in words(response)


def test_the_smallest_change_of_one_project_can_be_asked() -> None:
    assert "Fontein op het plein: Met" in neighbourhood(project="8")
    assert "Dit plan staat niet in het bestand." in neighbourhood(project="no such project")


def test_half_an_answer_comes_when_the_other_half_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_given: object) -> int:
        raise OutOfTime

    monkeypatch.setattr(counting, "cost_that_turns", too_slow)
    said = neighbourhood(project="8")
    assert "Fontein op het plein: Met 14 stemmen meer was het wel doorgegaan. " in said


@pytest.mark.parametrize(
    "given",
    [
        {"seed": "9" * 5000},
        {"voter": "\x00"},
        {"project": "\x00" * 9},
        {"ties": "lot,lot"},
        {"voter": "'; drop"},
    ],
)
def test_nonsense_is_refused_or_passed_over(given: dict[str, str]) -> None:
    assert send(SMALL, **given).status_code in {200, 422}


def test_the_same_votes_are_sent_along_for_the_next_question() -> None:
    first = send(NEIGHBOURHOOD.read_bytes())
    packed = re.search(r'name="packed" value="([^"]+)"', first.content.decode())
    assert packed
    again = Client().post(reverse("participation:recount"), {**PLAIN, "rule": "greedy", "packed": packed[1]})
    assert "4 van de 8 plannen gaan door" in words(again)


def test_a_report_can_be_taken_along() -> None:
    response = send(NEIGHBOURHOOD.read_bytes(), do="report")
    assert response["Content-Type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    assert "Ronde voor ronde" in text
    assert PdfReader(io.BytesIO(response.content)).trailer["/Root"]["/Lang"] == "nl"


def test_in_english_everything_is_english() -> None:
    client = Client()
    client.cookies["taal"] = "en"
    file = SimpleUploadedFile("votes.pb", NEIGHBOURHOOD.read_bytes())
    said = words(client.post(reverse("participation:recount"), {**PLAIN, "file": file}))
    assert "6 of 8 projects are funded." in said
    for dutch in ("plannen gaan", "stemmers", "Ronde", "Het meeste geld", "Nog over"):
        assert dutch not in said


def test_nothing_is_kept() -> None:
    secret = "Zuidoosterstormvloedkering"
    before = {place for place, _text in everything_kept()}
    response = send(spoil("Speelplek", secret), voter="a")
    assert secret in words(response)
    assert "no-store" in response["Cache-Control"]
    kept = list(everything_kept())
    assert not [place for place, text in kept if secret in text]
    assert {place for place, _text in kept} - before <= {
        f"foundation_ratecount.{column}" for column in ("id", "key", "window", "count")
    }


BAD = [
    (b"", "het deel META ontbreekt"),
    (b"\x00\x01\x02", "het bestand moet beginnen met een regel META"),
    (SMALL.replace("Speelplek", "Caf\xe9").encode("latin-1"), "regel 18, het bestand is geen tekst in UTF-8"),
    (spoil("budget;1000", "budget;duizend"), "regel 9, budget: 'duizend' is geen bedrag"),
    (spoil("a;1,2", "a;1,7"), "regel 23, vote: een stem voor '7', dat niet in PROJECTS staat"),
    (spoil("b;1\n", "a;1\n"), "regel 24, voter_id: stemmer 'a' stemde al op regel 23"),
    (spoil("2;400", "1;400"), "regel 19, project_id: plan 1 staat al op regel 18"),
    (spoil("vote_type;approval", "vote_type;raden"), "regel 10, vote_type: 'raden' is niet een van"),
    (spoil("VOTES\n", "STEMMEN\n"), "het deel VOTES ontbreekt"),
]


@pytest.mark.parametrize(("raw", "sentence"), BAD)
def test_a_bad_file_is_told_by_line_and_field(raw: bytes, sentence: str) -> None:
    response = send(raw)
    assert response.status_code == 422
    assert sentence in words(response)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (spoil("budget;1000", "budget;0"), "regel 9, budget: er is geen geld te verdelen"),
        (spoil("3;900", "3;9000"), "3 kost meer dan het hele budget; het kan niet winnen"),
        (spoil("3;900", "3;999999999"), "3 is teruggetrokken; het kan niet winnen"),
        (SMALL.split("a;1,2")[0].encode(), "0 van de 3 plannen gaan door"),
        (spoil("b;1\nc;2,1\nd;3\n", ""), "Ieder van de 1 stemmers verdeelde € 1.000"),
        (spoil("1;600", "1;600.55"), "€ 600,55"),
        (spoil("a;1,2", "a;"), "een leeg biljet; de stemmer telt mee, voor geen enkel plan"),
    ],
)
def test_an_odd_file_is_counted_and_the_oddity_told(raw: bytes, sentence: str) -> None:
    response = send(raw)
    assert response.status_code == 200
    assert sentence in words(response)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"rule": "borda"}, "heeft biljetten op volgorde nodig"),
        ({"utility": "points"}, "geen punten of plaatsen"),
        ({"seed": "een"}, "Getal van het lot"),
        ({"rule": "voting"}, "Manier van tellen"),
        ({"seed": "-1"}, "Getal van het lot"),
    ],
)
def test_settings_that_do_not_fit_are_refused_at_their_field(given: dict[str, str], sentence: str) -> None:
    response = send(SMALL, **given)
    assert response.status_code == 422
    assert sentence in words(response)


def test_without_a_file_it_is_asked_for() -> None:
    response = Client().post(reverse("participation:recount"), PLAIN)
    assert response.status_code == 422
    assert "Kies een bestand" in words(response)


@pytest.mark.parametrize(
    "raw", [b"x" * (MOST_BYTES + 1), b"a;1\n" * 130_000, b"x" * 3_000_000], ids=["bytes", "lines", "disk"]
)
def test_a_file_that_is_too_large_is_not_even_read(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "read_pabulib", lambda *_args, **_kwargs: pytest.fail("it was read"))
    response = send(raw)
    assert response.status_code == 422
    assert "te groot om hier te tellen" in words(response)


def test_too_many_projects_are_too_many() -> None:
    many = "".join(f"{number};1\n" for number in range(10, 400))
    response = send(
        SMALL.split("VOTES")[0].replace("cost;votes;name;selected", "cost")
        + many
        + "VOTES\nvoter_id;vote\na;10\n"
    )
    assert response.status_code == 422
    assert "te groot om hier te tellen" in words(response)


def test_what_takes_too_long_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "WHOLE", -1)
    response = send(SMALL)
    assert response.status_code == 422
    assert "duurt te lang" in words(response)


def test_the_count_itself_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "SECONDS", -1)
    assert "duurt te lang" in words(send(SMALL))


def test_beside_the_outcome_only_what_there_is_time_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "SECONDS_PER_RULE", -1)
    monkeypatch.setattr(counting, "SECONDS_FOR_CHANGES", -1)
    said = neighbourhood()
    assert "Zonder uitslag binnen de tijd van deze pagina: Meeste stemmen eerst" in said
    assert "Voor de andere plannen was de tijd van deze pagina te kort." in said


def test_one_file_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "WAIT", 0.01)
    with counting.one_at_a_time():
        response = send(SMALL)
    assert response.status_code == 503
    assert "Wij tellen net een ander bestand" in words(response)
    assert send(SMALL).status_code == 200


def test_who_asks_again_and_again_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "COUNTS", 1)
    assert send(SMALL).status_code == 200
    assert send(SMALL).status_code == rate_limits.TooOften.status


def test_a_packed_file_cannot_swell() -> None:
    bomb = base64.b64encode(zlib.compress(b"0" * (MOST_BYTES * 4), 9)).decode()
    with pytest.raises(NotAccepted):
        unpack(bomb)
    for nonsense in ("!", "AAAA", "é"):
        with pytest.raises(NotAccepted):
            unpack(nonsense)
    assert unpack(pack(SMALL.encode())) == SMALL.encode()
    response = Client().post(reverse("participation:recount"), {**PLAIN, "packed": bomb})
    assert response.status_code == 422


def test_a_title_is_only_text() -> None:
    page = send(spoil("Speelplek", "<script>alert(1)</script>")).content.decode()
    assert "<script>alert" not in page


def test_a_remark_that_has_no_dutch_would_show_in_these_tests() -> None:
    assert in_dutch("something new") is None
