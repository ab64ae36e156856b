"""A thing, people who ask about it, and a worker for tests of answers."""

from __future__ import annotations

from wijkwerk.answers import worker
from wijkwerk.answers.actions import ask, tell
from wijkwerk.answers.models import Answer, Asker, AskerRole, Door
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact
from wijkwerk.thread.models import Thing
from wijkwerk.thread.tests.places import make_area, make_things


def a_thing(kind: str = "signal", *, public: bool = True) -> Thing:
    """A bare thing in an area of its own."""
    (thing,) = make_things(make_area(f"gebied-{Thing.objects.count()}"), kind, public=public)
    return thing


def someone(name: str = "ans", **reached: str) -> Contact:
    """A resident, by mail unless told otherwise."""
    return remember_contact(**(reached or {"email": f"{name}@example.org"}))


def asks(
    thing: Thing, contact: Contact | None, role: AskerRole = AskerRole.REPORTER, *, confirm: bool = False
) -> Asker:
    """They ask about it, through the site."""
    return ask(thing=thing, contact=contact, role=role, door=Door.WEB, confirm=confirm)


def told(thing: Thing, *, closing: bool = False, text: str = "Het gras is gemaaid.") -> Answer:
    """They are answered."""
    return tell(about=thing, turn="answered", news="antwoord op uw melding", text=text, closing=closing)


def work() -> None:
    """The worker does all there is to do."""
    while worker.work_once():
        pass
