"""Writes of promises."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.agreements.events import Verb
from wijkwerk.agreements.models import Promise
from wijkwerk.agreements.rules import PROMISE, PromiseState
from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


@transaction.atomic
def promise(
    *, area: Area, text: str, function: str, due_on: date, by: Person | None, about: Thing | None = None
) -> Promise:
    """Promise something to residents, by a function and before a date."""
    may(by, Power.PROMISE, within=area, on=clock.today()).require()
    if not text.strip():
        raise Invalid(Reason(_("Schrijf wat u belooft, in één zin."), field="text"))
    if not function.strip():
        raise Invalid(
            Reason(_("Schrijf welke functie dit belooft. Die blijft, ook als u vertrekt."), field="function")
        )
    if about is not None and about.area_id != area.pk:
        raise Invalid(
            Reason(_("%(number)s hoort bij een andere wijk.") % {"number": about.number}, field="about")
        )
    if due_on < clock.today():
        raise Invalid(Reason(_("De datum van een belofte ligt in de toekomst."), field="due_on"))
    made = Promise.objects.create(
        area=area,
        about=about,
        text=text.strip()[:300],
        function=function.strip()[:120],
        made_by=by,
        made_on=clock.today(),
        due_on=due_on,
    )
    journal(Verb.PROMISED, about, by=by, detail_id=made.pk)
    return made


@transaction.atomic
def keep(*, promise_id: int, by: Person | None) -> Promise:
    """It was done as promised; who asked about the thing hears it."""
    kept = _step(promise_id, PromiseState.KEPT, by)
    kept.closed_on = clock.today()
    kept.save()
    _tell(kept, "promise_kept", stored(_("de belofte is gehouden")), kept.text, by)
    journal(Verb.KEPT, kept.about, by=by, detail_id=kept.pk)
    return kept


@transaction.atomic
def cannot_keep_alone(*, promise_id: int, message: str, by: Person | None) -> Promise:
    """The municipality cannot do it alone and says so to the residents (DEV-04); `message` is published and goes to
    everyone who asked about the thing."""
    if not message.strip():
        raise Invalid(Reason(_("Schrijf aan de bewoners waarom het niet alleen lukt."), field="message"))
    given_back = _step(promise_id, PromiseState.CANNOT_ALONE, by)
    given_back.message, given_back.told_on = message.strip(), clock.today()
    given_back.save()
    _tell(given_back, "promise_given_back", stored(_("dit kunnen wij niet alleen")), given_back.message, by)
    journal(Verb.CANNOT_ALONE, given_back.about, by=by, detail_id=given_back.pk)
    return given_back


@transaction.atomic
def close_together(*, promise_id: int, joint_proposal: str, kept: bool, by: Person | None) -> Promise:
    """End a promise that could not be kept alone, with what was worked out together with residents."""
    if not joint_proposal.strip():
        raise Invalid(
            Reason(
                _(
                    "Schrijf op welk voorstel u samen met de bewoners hebt gemaakt. Zonder dat blijft de belofte open."
                ),
                field="joint_proposal",
                source="003_bd3cdaf8b9febc00.txt §2.1",
            )
        )
    ended = _step(promise_id, PromiseState.KEPT_TOGETHER if kept else PromiseState.GIVEN_UP, by)
    ended.joint_proposal, ended.closed_on = joint_proposal.strip(), clock.today()
    ended.save()
    news = _("samen gelukt") if kept else _("samen losgelaten")
    _tell(ended, "promise_closed_together", stored(news), ended.joint_proposal, by)
    journal(Verb.CLOSED_TOGETHER, ended.about, by=by, detail_id=ended.pk)
    return ended


def _tell(about: Promise, turn: str, news: str, text: str, by: Person | None) -> None:
    if about.about is not None:
        tell(
            about=about.about, turn=turn, news=news, text=text, by=by, function=about.function, in_story=False
        )


def _step(promise_id: int, state: PromiseState, by: Person | None) -> Promise:
    found = (
        Promise.objects.select_for_update(of=("self",))
        .select_related("area", "about__area")
        .get(pk=promise_id)
    )
    may(by, Power.PROMISE, within=found.area, on=clock.today()).require()
    PROMISE.require(PromiseState(found.state), state)
    found.state = state
    return found
