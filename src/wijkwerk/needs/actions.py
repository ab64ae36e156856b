"""Writes of needs: understanding, joining a signal, wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import inner, stored
from wijkwerk.foundation.reasons import Invalid, Reason, Verdict
from wijkwerk.needs.events import Verb
from wijkwerk.needs.models import Need, WordsOf
from wijkwerk.needs.wording import where_it_is
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.actions import Destination, Sorting, register_destination
from wijkwerk.signals.actions.reporting import show
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SIGNAL, Route, SignalStatus
from wijkwerk.thread.actions import bear, journal, link, shortened
from wijkwerk.thread.models import Role


@dataclass(frozen=True)
class Understanding:
    """What is understood. `sentence` is public and in plain words."""

    sentence: str
    asked: str
    underlying: str = ""
    resident_words: str = ""
    policy_words: str = ""
    words_of: WordsOf = WordsOf.RESIDENT
    theme: str = ""
    from_residents: str = ""
    from_figures: str = ""
    from_professionals: str = ""


@transaction.atomic
def understand(
    *, area: Area, given: Understanding, by: Person | None, neighbourhood: Area | None = None
) -> Need:
    """A new need in an area."""
    may(by, Power.UNDERSTAND_NEED, within=area, on=clock.today()).require()
    _check(given)
    thing = bear("need", area=area, neighbourhood=neighbourhood, sentence=given.sentence, public=True)
    need = Need(thing=thing, understood_on=clock.today())
    _word(need, given)
    journal(Verb.UNDERSTOOD, thing, by=by)
    return need


@transaction.atomic
def reword(*, need_id: int, given: Understanding, by: Person | None) -> Need:
    """Put a need in better words. Residents' words and policy words stand side by side; neither replaces the other."""
    need = Need.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=need_id)
    may(by, Power.UNDERSTAND_NEED, within=need.thing.area, on=clock.today()).require()
    _check(given)
    need.thing.sentence = shortened(given.sentence)
    need.thing.save(update_fields=["sentence"])
    _word(need, given)
    journal(Verb.REWORDED, need.thing, by=by)
    return need


@transaction.atomic
def bundle(
    *,
    area: Area,
    signal_ids: Sequence[int],
    into: Need | Understanding,
    by: Person | None,
    neighbourhood: Area | None = None,
) -> Need:
    """Several signals become part of one need, an existing or a new one; all of them, or none."""
    if not signal_ids:
        raise Invalid(Reason(_("Kies minstens één melding."), field="signals"))
    need = (
        understand(area=area, given=into, by=by, neighbourhood=neighbourhood)
        if isinstance(into, Understanding)
        else into
    )
    for signal_id in sorted(set(signal_ids)):
        join(signal_id=signal_id, need=need, by=by)
    return need


@transaction.atomic
def join(*, signal_id: int, need: Need, by: Person | None, answer: str = "") -> Signal:
    """A signal becomes part of a need; who asked hears so."""
    signal = Signal.objects.select_for_update(of=("self",)).select_related("thing__area").get(pk=signal_id)
    may(by, Power.UNDERSTAND_NEED, within=signal.thing.area, on=clock.today()).require()
    SIGNAL.require(SignalStatus(signal.status), SignalStatus.IN_NEED)
    show(signal, signal.thing.sentence, whole_text=signal.text_public or signal.looked_at is None)
    signal.status = SignalStatus.IN_NEED
    signal.save()
    _join(signal, need, by, answer)
    return signal


def _check(given: Understanding) -> None:
    if not given.sentence.strip():
        raise Invalid(Reason(_("Zeg in één zin wat er nodig is."), field="sentence"))
    if not given.asked.strip():
        raise Invalid(Reason(_("Schrijf op wat er werd gevraagd."), field="asked"))


def _word(need: Need, given: Understanding) -> None:
    need.asked, need.underlying = given.asked[:300], given.underlying[:500]
    need.resident_words, need.policy_words = given.resident_words, given.policy_words
    need.words_of, need.theme = given.words_of, given.theme
    need.from_residents, need.from_figures = given.from_residents, given.from_figures
    need.from_professionals = given.from_professionals
    need.save()


def _join(signal: Signal, need: Need, by: Person | None, answer: str) -> None:
    if need.thing.area_id != signal.thing.area_id:
        raise Invalid(Reason(_("Deze vraag hoort bij een andere wijk dan de melding."), field="need"))
    already = where_it_is(need)
    link(signal.thing, need.thing, Role.UNDERSTOOD_AS)
    signal.route = Route.LONGLIST
    signal.save(update_fields=["route"])
    one_question = stored(
        _("Meer mensen vragen hierom. Wij zien er één vraag in: “%(need)s”."), need=inner(need.thing.sentence)
    )
    tell(
        about=signal.thing,
        turn="understood",
        news=stored(_("sluit aan bij wat al loopt")) if already else stored(_("samen met anderen begrepen")),
        text=answer or f"{one_question} {already or stored(_('Bewoners bedenken nu wat er kan.'))}",
        by=by,
    )
    journal(Verb.JOINED, need.thing, by=by, detail_id=signal.pk)


def _may_understand(signal: Signal, by: Person | None) -> Verdict:
    return may(by, Power.UNDERSTAND_NEED, within=signal.thing.area, on=clock.today())


def _act(signal: Signal, sorting: Sorting, by: Person | None) -> None:
    """Triage's way into a need: `data` holds either `need` (an existing one) or `understanding` (a new one)."""
    need = sorting.data.get("need")
    understanding = sorting.data.get("understanding")
    if need is None and isinstance(understanding, Understanding):
        need = understand(
            area=signal.thing.area, given=understanding, by=by, neighbourhood=signal.thing.neighbourhood
        )
    if not isinstance(need, Need):
        raise Invalid(Reason(_("Kies bij welke vraag dit hoort, of schrijf een nieuwe vraag."), field="need"))
    show(signal, sorting.sentence, whole_text=not sorting.hide_text)
    _join(signal, need, by, sorting.answer)


def register_way() -> None:
    """Add "part of a need, for the longlist" to the ways out of triage."""
    register_destination(
        Destination(
            Route.LONGLIST,
            _("Vraag van de wijk, voor de groslijst"),
            SignalStatus.IN_NEED,
            _act,
            _may_understand,
            hint=_("Hoort bij een vraag die er al is, of wordt een nieuwe."),
            order=20,
        )
    )


@transaction.atomic
def also_feeds(*, signal_id: int, need: Need | None, by: Person | None) -> None:
    """A signal that a service handles also says something larger: link it to a need and leave its own way alone.

    (The lamp was mended; the question remained.) Who asked is told through the need's own turns.
    """
    signal = Signal.objects.select_related("thing__area").get(pk=signal_id)
    may(by, Power.UNDERSTAND_NEED, within=signal.thing.area, on=clock.today()).require()
    if need is None or need.thing.area_id != signal.thing.area_id:
        raise Invalid(Reason(_("Kies een vraag van dezelfde wijk als de melding."), field="need"))
    link(signal.thing, need.thing, Role.UNDERSTOOD_AS)
    journal(Verb.JOINED, need.thing, by=by, detail_id=signal.pk)
