"""Signals come in through every door, are looked at, routed, answered."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timedelta

from wijkwerk.answers.models import Door
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Address
from wijkwerk.demo.cast import Cast
from wijkwerk.demo.pictures import draw
from wijkwerk.demo.script import Script
from wijkwerk.demo.texts import Row, signals
from wijkwerk.foundation.photos import Photo, reencode
from wijkwerk.needs import actions as needs
from wijkwerk.participation import actions as participation
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.actions import Report, Sorting, answer_signal, report, support, triage
from wijkwerk.signals.rules import Route, SignalStatus

# The words of the data for what residents report, as the approach calls its categories.
CATEGORIES = {
    "greenery": "green",
    "litter": "waste",
    "parking": "traffic",
    "nuisance": "safety",
    "care_together": "meeting",
    "thanks": "idea",
    "other": "idea",
}
BY_HAND = frozenset({Door.DESK, Door.PHONE, Door.PAPER, Door.LETTER})


def write(script: Script, cast: Cast) -> None:
    """One scene per report, per support, per look and per answer."""
    streets = {street.street: street for street in Address.objects.order_by("-postcode")}
    for place, row in enumerate(signals()):
        hour, minute = 8 + place % 12, (place * 7) % 60
        at = cast.calendar.moment(row["month"], row["day"], hour, minute)
        script.add(at, _reported(cast, row, streets.get(row["street"] or "")))
        for later, supporter in enumerate(_supporters(cast, row), start=1):
            script.add(at + timedelta(hours=2 * later), _supported(cast, row, supporter))
        if not row["route"]:
            continue
        looked = at + timedelta(days=1 + place % 3, hours=2)
        if row["route"] == Route.LONGLIST:
            script.add(max(looked, _understood_on(cast, row)), _joined(cast, row))
            continue
        script.add(looked, _routed(cast, row))
        if row["need"] and row["route"] == Route.REGULAR:
            script.add(max(looked, _understood_on(cast, row)), _also_feeds(cast, row))
        if row["route"] in {Route.REGULAR, Route.QUICK} and row["answer"]:
            done = looked + timedelta(days=3 + (place * 5) % 9, hours=3)
            script.add(done, _answered(cast, row))


def _reported(cast: Cast, row: Row, street: Address | None) -> Callable[[], object]:
    def act() -> None:
        door = Door(row["door"])
        given = Report(
            area=cast.areas[row["area"]],
            neighbourhood=cast.buurten.get(row["buurt"]),
            text=row["text"],
            door=door,
            category=str(CATEGORIES.get(row["category"], row["category"])),
            place_text=row["street"] or "",
            longitude=street.lon if street else None,
            latitude=street.lat if street else None,
            whole_neighbourhood=street is None,
            own_contribution=row["own_contribution"] or "",
            resident_words=door not in {Door.NETWORKER, Door.WALKABOUT},
            photos=_photos(row),
        )
        contact = _contact(cast, row)
        session = cast.sessions.get(row["session"] or "")
        if session is not None:
            cast.signals[row["id"]], _asker = participation.contribute(
                round_id=session.round_id, given=given, contact=contact, session_id=session.pk
            )
            return
        cast.signals[row["id"]], _asker = report(given, contact=contact, entered_by=_entered_by(cast, row))

    return act


def _contact(cast: Cast, row: Row) -> Contact | None:
    return None if row["anonymous"] else cast.contacts.get(row["by"] or "")


def _entered_by(cast: Cast, row: Row) -> Person | None:
    door = Door(row["door"])
    if door in BY_HAND:
        return cast.holder("desk_worker")
    if door in {Door.NETWORKER, Door.WALKABOUT}:
        return cast.officer(row["area"])
    return None


def _photos(row: Row) -> tuple[Photo, ...]:
    if not row["photo"]:
        return ()
    return (reencode(io.BytesIO(draw(row["photo"], seed=int(row["id"][1:])))),)


def _supporters(cast: Cast, row: Row) -> list[Contact]:
    """Who said "dat bedoel ik ook": those the data names, else neighbours drawn by lot."""
    named = [cast.contacts[key] for key in row["supporters"]]
    others = [contact for key, contact in cast.contacts.items() if key != row["by"] and contact not in named]
    return named + cast.chance.sample(
        others, max(0, min(row["supports"], 9) - len(named)) if not row["need"] else 0
    )


def _supported(cast: Cast, row: Row, contact: Contact) -> Callable[[], object]:
    def act() -> None:
        signal = cast.signals[row["id"]]
        if signal.thing.askers.filter(contact=contact).exists():
            return
        support(thing=signal.thing, contact=contact, door=Door.WEB)

    return act


def _understood_on(cast: Cast, row: Row) -> datetime:
    return cast.needs_on[row["need"]] + timedelta(hours=1)


def _joined(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        triage(
            signal_id=cast.signals[row["id"]].pk,
            sorting=Sorting(
                destination=Route.LONGLIST, answer=row["answer"] or "", data={"need": cast.needs[row["need"]]}
            ),
            by=cast.officer(row["area"]),
        )

    return act


def _routed(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        ends_here = row["route"] in {Route.SUPRA_AREA, Route.INDIVIDUAL, Route.THANKS}
        triage(
            signal_id=cast.signals[row["id"]].pk,
            sorting=Sorting(
                destination=row["route"],
                answer=(row["answer"] or "") if ends_here else "",
                service=cast.services.get(row["service"] or ""),
            ),
            by=cast.officer(row["area"]),
        )

    return act


def _also_feeds(cast: Cast, row: Row) -> Callable[[], object]:
    return lambda: needs.also_feeds(
        signal_id=cast.signals[row["id"]].pk, need=cast.needs[row["need"]], by=cast.officer(row["area"])
    )


def _answered(cast: Cast, row: Row) -> Callable[[], object]:
    def act() -> None:
        signal = cast.signals[row["id"]]
        signal.refresh_from_db()
        if signal.status not in {SignalStatus.WITH_SERVICE, SignalStatus.QUICK}:
            return
        service = cast.services.get(row["service"] or "")
        person = cast.for_organisation(service.key, row["area"]) if service else None
        handles = may(person, Power.HANDLE_SERVICE_SIGNALS, within=cast.areas[row["area"]])
        by = person if handles else cast.officer(row["area"])
        answer_signal(
            signal_id=signal.pk, text=row["answer"], by=by, function=service.name if service else ""
        )

    return act
