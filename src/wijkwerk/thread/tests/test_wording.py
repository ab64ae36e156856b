"""The words of the beads: on a page, as a plain list, in one sentence."""

from __future__ import annotations

from datetime import date

from wijkwerk.thread.beads import Bead, BeadState, Fact, string_of_beads
from wijkwerk.thread.wording import bead_rows, listed, standing

DONE, PRESENT, SKIPPED = BeadState.DONE, BeadState.PRESENT, BeadState.SKIPPED
DAY = date(2026, 3, 1)
WHY = "een dienst doet dit uit de gewone begroting"
BETWEEN = (Bead.UNDERSTOOD, Bead.PROPOSED, Bead.CHOSEN, Bead.PAID)
SHORT_WAY = [Fact(Bead.SEEN, DONE, on=DAY), *(Fact(bead, SKIPPED, why=WHY) for bead in BETWEEN)]


def test_what_was_passed_over_for_one_reason_takes_one_line() -> None:
    views = string_of_beads([*SHORT_WAY, Fact(Bead.DONE, DONE, on=DAY), Fact(Bead.TOLD, DONE, on=DAY)])
    lines = [(bead.numbers, bead.label, bead.words) for bead in listed(views)]
    assert lines[:3] == [
        ("1", "Gezien", "klaar, 1 maart 2026"),
        ("2–5", "Begrepen, bedacht, gekozen en betaald", f"niet nodig: {WHY}"),
        ("6", "Gedaan", "klaar, 1 maart 2026"),
    ]
    assert [row["why"] for row in bead_rows(views)][1:5] == [WHY, "", "", ""]


def test_no_open_bead_is_without_words() -> None:
    for upto in Bead:
        views = string_of_beads([Fact(bead, DONE, on=DAY) for bead in Bead if bead <= upto])
        for row in bead_rows(views):
            assert row["date"] or row["line"] or row["expected"]
        assert all(bead.words for bead in listed(views))


def test_the_bill_paid_afterwards_and_what_was_earlier_say_so() -> None:
    paid = Fact(Bead.PAID, DONE, on=date(2026, 7, 27), line="vastgelegd op 29 maart 2026")
    views = string_of_beads([paid, Fact(Bead.DONE, DONE, on=date(2026, 7, 18))])
    assert "klaar, 27 juli 2026, na afloop, vastgelegd op 29 maart 2026" in [
        bead.words for bead in listed(views)
    ]
    joined = string_of_beads([Fact(Bead.UNDERSTOOD, DONE, on=DAY)], since=date(2026, 11, 21))
    assert bead_rows(joined)[1]["mark"] == "al eerder"


def test_in_one_sentence_how_it_stands() -> None:
    begun = [Fact(bead, DONE, on=DAY) for bead in BETWEEN]
    assert standing(string_of_beads(begun)) == "Nu: het werk moet nog beginnen."
    late = Fact(
        Bead.DONE, PRESENT, line="3 dagen te laat", summary="Nu: het werk is 3 dagen te laat. Het regende."
    )
    assert standing(string_of_beads([*begun, late])) == "Nu: het werk is 3 dagen te laat. Het regende."
    done = Fact(Bead.DONE, DONE, on=DAY, summary="Het pad is breed.")
    assert standing(string_of_beads([*begun, done])) == "Klaar sinds 1 maart 2026. Het pad is breed."
    thanks = [Fact(bead, SKIPPED, why="een bedankje vraagt geen vervolg") for bead in Bead]
    assert standing(string_of_beads(thanks)) == "Een bedankje vraagt geen vervolg."
