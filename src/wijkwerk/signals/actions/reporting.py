"""A signal comes in; others say "dat bedoel ik ook"."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import ask
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.photos import Photo
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import LONGEST_TEXT, answer_due
from wijkwerk.thread.actions import attach, bear, journal, shortened
from wijkwerk.thread.models import Thing

DEFAULT_ANSWER_DAYS = 14


@dataclass(frozen=True)
class Report:
    """What someone noticed. `photos` are already written anew (foundation.photos), outside any transaction."""

    area: Area
    text: str
    door: Door
    category: str = ""
    neighbourhood: Area | None = None
    place_text: str = ""
    longitude: float | None = None
    latitude: float | None = None
    whole_neighbourhood: bool = False
    own_contribution: str = ""
    resident_words: bool = True
    photos: tuple[Photo, ...] = field(default_factory=tuple)
    request_key: str = ""
    role: AskerRole = AskerRole.REPORTER


@transaction.atomic
def report(
    given: Report, *, contact: Contact | None = None, entered_by: Person | None = None
) -> tuple[Signal, Asker]:
    """Keep a signal and who is owed an answer. The same `request_key` twice gives the first signal again.

    `contact` is the resident, if they left one; `entered_by` whoever wrote it down for them. Raises Invalid for an
    empty or too long text, Refused when someone enters on behalf without the mandate.
    """
    text = given.text.strip()
    if not text and not given.photos:
        raise Invalid(Reason(_("Vertel wat u ziet, of voeg een foto toe."), field="text"))
    if len(text) > LONGEST_TEXT:
        raise Invalid(
            Reason(
                _("Uw tekst is %(length)s tekens lang. Maak hem korter dan %(most)s tekens.")
                % {"length": len(text), "most": LONGEST_TEXT},
                field="text",
            )
        )
    if entered_by is not None:
        may(entered_by, Power.ENTER_ON_BEHALF, within=given.area, on=clock.today()).require()
    if given.request_key:
        earlier = Signal.objects.filter(request_key=given.request_key).select_related("thing").first()
        if earlier:
            return earlier, Asker.objects.filter(thing=earlier.thing).order_by("id")[0]
    approach = approach_for(given.area, clock.today())
    category = next((one for one in approach.signals.categories if one.key == given.category), None)
    if given.category and category is None:
        raise Invalid(Reason(_("Kies een onderwerp uit de lijst."), field="category", value=given.category))
    days = (category and category.answer_days) or approach.signals.answer_days or DEFAULT_ANSWER_DAYS
    thing = bear(
        "signal",
        area=given.area,
        neighbourhood=given.neighbourhood,
        sentence=text or str(_("Een foto zonder tekst")),
        public=bool(category and category.public_at_once),
    )
    signal = Signal.objects.create(
        thing=thing,
        text=text,
        category=given.category,
        door=given.door,
        place_text=given.place_text.strip()[:200],
        longitude=given.longitude,
        latitude=given.latitude,
        whole_neighbourhood=given.whole_neighbourhood,
        own_contribution=given.own_contribution.strip()[:500],
        resident_words=given.resident_words,
        answer_due_on=answer_due(clock.today(), days),
        entered_by=entered_by,
        reported_at=clock.now(),
        request_key=given.request_key,
    )
    for photo in given.photos:
        attach(thing, photo, alt=str(_("Foto bij deze melding")))
    asker = ask(thing=thing, contact=contact, role=given.role, door=given.door, entered_by=entered_by)
    journal(Verb.REPORTED, thing, by=entered_by, on_behalf_of=contact if entered_by else None)
    return signal, asker


@transaction.atomic
def support(*, thing: Thing, contact: Contact | None, door: Door, entered_by: Person | None = None) -> Asker:
    """ "Dat bedoel ik ook": they are owed the same answers as who reported it."""
    asker = ask(thing=thing, contact=contact, role=AskerRole.SUPPORTER, door=door, entered_by=entered_by)
    journal(Verb.SUPPORTED, thing, by=entered_by, detail_id=asker.pk)
    return asker


@transaction.atomic
def publish(*, signal_id: int, sentence: str, whole_text: bool, by: Person | None) -> Signal:
    """A person looked: this sentence (without anyone's name) stands on the public page from now on."""
    signal = Signal.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=signal_id)
    may(by, Power.TRIAGE_SIGNAL, within=signal.thing.area, on=clock.today()).require()
    show(signal, sentence, whole_text=whole_text)
    journal(Verb.PUBLISHED, signal.thing, by=by)
    return signal


def show(signal: Signal, sentence: str, *, whole_text: bool = True) -> None:
    """Make a signal public under a sentence, with or without the resident's whole text."""
    signal.thing.sentence = shortened(sentence or signal.text or signal.thing.sentence)
    signal.thing.public = True
    signal.thing.save(update_fields=["sentence", "public"])
    signal.looked_at = signal.looked_at or clock.now()
    signal.text_public = whole_text
    signal.save(update_fields=["looked_at", "text_public"])
