"""A signal comes in; others say "dat bedoel ik ook"."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import ask, post
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.photos import Photo
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.events import Verb
from wijkwerk.signals.models import Signal
from wijkwerk.signals.near import is_over
from wijkwerk.signals.rules import LONGEST_TEXT, SignalStatus, answer_due
from wijkwerk.thread.actions import attach, bear, journal, shortened
from wijkwerk.thread.models import Thing

DEFAULT_ANSWER_DAYS = 14
LONGEST_PLACE = 200
LONGEST_CONTRIBUTION = 500


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
    about: Thing | None = None


@transaction.atomic
def report(
    given: Report, *, contact: Contact | None = None, entered_by: Person | None = None
) -> tuple[Signal, Asker]:
    """Keep a signal and who is owed an answer. The same `request_key` twice gives the first signal again.

    `contact` is the resident, if they left one; `entered_by` whoever wrote it down for them. Raises Invalid for an
    empty or too long text, Refused when someone enters on behalf without the mandate.
    """
    check_text(given.text, with_photo=bool(given.photos))
    if entered_by is not None:
        may(entered_by, Power.ENTER_ON_BEHALF, within=given.area, on=clock.today()).require()
    if earlier := _earlier(given.request_key):
        return earlier
    try:
        with transaction.atomic():
            signal = _keep(given, entered_by)
    except IntegrityError:
        # The same request came in twice at this very moment: the other one was first.
        if earlier := _earlier(given.request_key):
            return earlier
        raise
    asker = ask(thing=signal.thing, contact=contact, role=given.role, door=given.door, entered_by=entered_by)
    journal(Verb.REPORTED, signal.thing, by=entered_by, on_behalf_of=contact if entered_by else None)
    return signal, asker


def check_text(text: str, *, with_photo: bool = False) -> None:
    """Raise Invalid when a report says nothing, or more than anyone reads."""
    if not text.strip() and not with_photo:
        raise Invalid(Reason(_("Vertel wat u ziet, of voeg een foto toe."), field="text"))
    if len(text.strip()) > LONGEST_TEXT:
        raise Invalid(
            Reason(
                _("Uw tekst is %(length)s tekens lang. Maak hem korter dan %(most)s tekens.")
                % {"length": len(text.strip()), "most": LONGEST_TEXT},
                field="text",
                rule="melding.lengte",
                value=str(LONGEST_TEXT),
            )
        )


def _earlier(request_key: str) -> tuple[Signal, Asker] | None:
    """The signal this very request made before."""
    if not request_key:
        return None
    signal = Signal.objects.filter(request_key=request_key).select_related("thing").first()
    return (signal, Asker.objects.filter(thing=signal.thing).order_by("id")[0]) if signal else None


def _keep(given: Report, entered_by: Person | None) -> Signal:
    approach = approach_for(given.area, clock.today())
    category = next((one for one in approach.signals.categories if one.key == given.category), None)
    if given.category and category is None:
        raise Invalid(Reason(_("Kies een onderwerp uit de lijst."), field="category", value=given.category))
    text = given.text.strip()
    thing = bear(
        "signal",
        area=given.area,
        neighbourhood=given.neighbourhood,
        sentence=text or stored(_("Een foto zonder tekst")),
        public=bool(category and category.public_at_once),
    )
    signal = Signal.objects.create(
        thing=thing,
        text=text,
        about=given.about,
        category=given.category,
        door=given.door,
        place_text=given.place_text.strip()[:LONGEST_PLACE],
        longitude=given.longitude,
        latitude=given.latitude,
        whole_neighbourhood=given.whole_neighbourhood,
        own_contribution=given.own_contribution.strip()[:LONGEST_CONTRIBUTION],
        resident_words=given.resident_words,
        answer_due_on=answer_due(clock.today(), answer_days(given.area, given.category)),
        entered_by=entered_by,
        reported_at=clock.now(),
        request_key=given.request_key or None,
    )
    for photo in given.photos:
        attach(thing, photo, alt=stored(_("Foto bij deze melding")))
    return signal


def answer_days(area: Area, category: str) -> int:
    """Within how many days who reports this hears from us, by the approach of the area."""
    rules = approach_for(area, clock.today()).signals
    known = next((one for one in rules.categories if one.key == category), None)
    return (known and known.answer_days) or rules.answer_days or DEFAULT_ANSWER_DAYS


@transaction.atomic
def support(*, thing: Thing, contact: Contact | None, door: Door, entered_by: Person | None = None) -> Asker:
    """ "Dat bedoel ik ook": they are owed the same answers as who reported it.

    Raises Conflict when it was answered or ended already: then it is better reported anew.
    """
    if entered_by is not None:
        may(entered_by, Power.ENTER_ON_BEHALF, within=thing.area, on=clock.today()).require()
    if Signal.objects.filter(pk=thing.pk, status=SignalStatus.ANSWERED).exists():
        raise Conflict(
            Reason(
                _("Deze melding is al beantwoord."),
                way_out=_("Is het er nog, of weer? Meld het dan opnieuw."),
                field="same_as",
            )
        )
    if is_over(thing):
        raise Conflict(
            Reason(
                _("Hier wordt niet meer aan gewerkt."),
                way_out=_("Is het er nog, of weer? Meld het dan opnieuw."),
                field="same_as",
            )
        )
    asker = ask(thing=thing, contact=contact, role=AskerRole.SUPPORTER, door=door, entered_by=entered_by)
    journal(
        Verb.SUPPORTED,
        thing,
        by=entered_by,
        on_behalf_of=contact if entered_by else None,
        detail_id=asker.pk,
    )
    return asker


@transaction.atomic
def leave_contact(*, asker_id: int, contact: Contact) -> Asker:
    """Who asked without a way to be reached leaves one after all, and gets their link there.

    Where the same person already asks about this, that asking stands; an asker who has a contact keeps it.
    """
    asker = Asker.objects.select_for_update(of=("self",)).select_related("thing").get(pk=asker_id)
    other = Asker.objects.filter(thing=asker.thing, contact=contact).exclude(pk=asker.pk).first()
    if asker.contact_id or other:
        return other or asker
    asker.contact = contact
    asker.save(update_fields=["contact"])
    post(kind="confirmation", key=f"confirmation:{asker.pk}", contact=contact, asker=asker)
    return asker


@transaction.atomic
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
