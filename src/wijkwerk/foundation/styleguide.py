"""Sample values for the style guide: every component in every state, without a database."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation import clock
from wijkwerk.foundation.forms import PhotoField
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Reason

LABELS = (
    ("seen", _("Gezien")),
    ("understood", _("Begrepen")),
    ("proposed", _("Bedacht")),
    ("chosen", _("Gekozen")),
    ("paid", _("Betaald")),
    ("done", _("Gedaan")),
    ("told", _("Verteld")),
    ("learned", _("Geleerd")),
)


class SampleForm(forms.Form):
    """One field of each kind."""

    text = forms.CharField(
        label="Wat ziet u?", widget=forms.Textarea, help_text="Schrijf het op zoals u het zegt."
    )
    place = forms.CharField(label="Waar is het?", help_text="Een straat, een plek of “de hele buurt”.")
    kind = forms.ChoiceField(
        label="Onderwerp", choices=[("", "Kies een onderwerp"), ("green", "Groen en spelen")]
    )
    door = forms.ChoiceField(
        label="Hoe wilt u antwoord?",
        choices=[("mail", "Per mail"), ("letter", "Per brief"), ("page", "Ik kijk zelf op de pagina")],
        widget=forms.RadioSelect,
    )
    themes = forms.MultipleChoiceField(
        label="Waarover gaat het?",
        choices=[("play", "Spelen"), ("road", "Verkeer")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    year = forms.IntegerField(label="Uw geboortejaar", required=False)
    photo = PhotoField(help_text="Zet er liever geen mensen op.")
    consent = forms.BooleanField(label="U mag mij mailen over deze melding")


def _beads(day: date, *states: str, stopped: str = "") -> list[dict[str, Any]]:
    beads: list[dict[str, Any]] = []
    for place, ((key, label), state) in enumerate(zip(LABELS, states, strict=True)):
        bead: dict[str, Any] = {"key": key, "label": label, "state": state, "date": None, "url": ""}
        if state == "done":
            bead["date"] = day + timedelta(days=29 * place)
        if state == "present":
            bead["line"] = "offerte akkoord, €\N{NO-BREAK SPACE}9.400 vastgelegd"
        if state == "stopped":
            bead["line"] = stopped
        if state == "skipped":
            bead["why"] = "was niet nodig"
        if state == "future":
            bead |= {"expected": "verwacht in april"} if key == "done" else {"why": "hangt af van het werk"}
        beads.append(bead)
    return beads


def sample() -> dict[str, Any]:
    """What the style guide shows."""
    today = clock.today()
    day = today - timedelta(days=200)
    beads = _beads(day, "done", "done", "done", "done", "present", "future", "future", "future")
    beads[0]["current"] = True
    beads[1]["url"] = "#begrepen"
    beads[6] |= {"why": "", "expected": "na afloop"}
    beads[7] |= {"why": "", "expected": "vraag na een half jaar"}
    stopped = _beads(
        day,
        "done",
        "done",
        "skipped",
        "stopped",
        "future",
        "future",
        "future",
        "future",
        stopped="valt buiten de wijk",
    )
    for bead in stopped[4:]:
        bead |= {"expected": "gaat niet door", "why": ""}
    return {
        "day": day,
        "late": today - timedelta(days=3),
        "beads": beads,
        "stopped": stopped,
        "finished": _beads(day, *["done"] * 8),
        "strands": [
            {
                "kind": "joining",
                "lead": "Samen met",
                "others": "14 andere meldingen en 3 wensen",
                "others_url": "#anderen",
                "became": "werd dit één vraag:",
                "items": [{"title": "“Ieder kind kan in Voorstad buiten spelen.”", "url": "#vraag"}],
            },
            {
                "kind": "parting",
                "others": "Uit deze vraag",
                "became": "kwamen drie maatregelen:",
                "items": [
                    {"title": "Breder pad naar de speelplek", "url": "#pad", "note": "geld vastgelegd"},
                    {
                        "title": "Een schommel voor alle kinderen",
                        "url": "#schommel",
                        "note": "plaats 4",
                    },
                    {"title": "Hek open op zondag", "url": "#hek", "note": "gedaan in mei"},
                ],
            },
        ],
        "moments": [
            {
                "date": today - timedelta(days=9),
                "title": "Het geld is vastgelegd",
                "text": "De wijkambtenaar gaf opdracht aan Groen en Spelen: € 9.400 uit het wijkbudget.",
                "who": "Ayse, wijkambtenaar",
                "reason": house_reason(),
            },
            {
                "date": today - timedelta(days=140),
                "title": "Bewoners zetten dit op plaats 2 van 11",
                "text": "63 bewoners van Voorstad deden mee, 9 op papier.\n\nJongeren deden weinig mee.",
                "url": "#telling",
                "url_label": "Bekijk de telling",
            },
            {
                "date": day,
                "title": "Uw melding",
                "quote": "Wij kunnen met de rolstoel niet door het hek van de speeltuin.",
                "quote_by": "bewoner, Rielerweg",
            },
            {"date": date(2019, 3, 31), "title": "Een oudere vraag", "quote": "لا توجد إنارة في هذا الشارع"},
        ],
        "paid": Money.of(21300, "EUR"),
        "committed": Money.of(9400, "EUR"),
        "reserved": Money.of(12000, "EUR"),
        "free": Money.of(15000, "EUR"),
        "guilders": Money.of(110000, "NLG"),
        "reason": Reason(
            "€ 3,63 per inwoner, zoals ƒ 8 in 1997. Bewoners kiezen, het college stelt vast.",
            rule="budget.per_resident",
            value="8 gulden",
            source="Nota wijkaanpak, § 2.2 (5)",
            since=date(1997, 1, 1),
            may_change="de gemeenteraad",
        ),
        "house_reason": house_reason(),
        "refusal": Reason(
            "Er is nog € 3.000 vrij en u vroeg € 9.400.",
            rule="budget.ceiling",
            value="€ 3.000",
            source="Nota wijkaanpak, § 2.2 (5)",
            way_out="Vraag minder, of wacht tot er geld vrijvalt.",
        ),
        "steps": ["Wat ziet u?", "Waar is het?", "Antwoord"],
        "wishes": [
            "Breder pad naar de speelplek",
            "Licht op het pad langs het spoor",
            "Buurttafel op donderdag",
        ],
        "tabs": [{"label": "Lijst", "url": "#lijst", "current": True}, {"label": "Kaart", "url": "#kaart"}],
        "water": ["M0 120C60 100 90 140 160 118S260 90 320 104V170H0Z"],
        "roads": ["M10 60L310 40"],
        "outlines": [
            _outline(
                "Voorstad",
                "M70 20L170 10L182 98L88 92Z",
                "126",
                "58",
                current=True,
                note="zet wensen op volgorde",
            ),
            _outline("Borgele", "M170 10L262 58L232 96L182 98Z", "214", "66", note="panel op 9 mei"),
        ],
    }


def house_reason() -> Reason:
    """A reason that rests on our own default."""
    return Reason(
        "Tot € 10.000 mag de wijkambtenaar zelf.", rule="mandate.limit", value="€ 10.000", house_default=True
    )


def _outline(name: str, path: str, x: str, y: str, *, note: str, current: bool = False) -> dict[str, Any]:
    return {"name": name, "path": path, "x": x, "y": y, "url": "#wijk", "note": note, "current": current}
