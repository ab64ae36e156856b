"""A panel round: sessions, and what people say there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.approaches import Power
from wijkwerk.cycles.models import CycleStep
from wijkwerk.cycles.rules import StepStatus
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import AskedBy, Contribution, PanelRound, PanelSession
from wijkwerk.people.models import Contact, Person
from wijkwerk.people.permissions import may
from wijkwerk.signals.actions import Report, report
from wijkwerk.signals.models import Signal
from wijkwerk.thread.actions import journal


def open_round(step: CycleStep, by: Person | None) -> None:
    """Make the round ready when the panel step opens (called in that transaction)."""
    PanelRound.objects.get_or_create(step=step, defaults={"area": step.cycle.area})


@transaction.atomic
def add_session(
    *,
    round_id: int,
    place: str,
    starts_at: datetime,
    asked_by: AskedBy,
    by: Person | None,
    askers_text: str = "",
) -> PanelSession:
    """Plan an occasion to ask people; asked by residents or by officials (DEV-09)."""
    panel = PanelRound.objects.select_related("area").get(pk=round_id)
    may(by, Power.RUN_PANEL, within=panel.area, on=clock.today()).require()
    if not place.strip():
        raise Invalid(Reason(_("Schrijf op waar de bijeenkomst is."), field="place"))
    session = PanelSession.objects.create(
        round=panel,
        place=place.strip(),
        starts_at=starts_at,
        asked_by=asked_by,
        askers_text=askers_text.strip(),
    )
    journal(Verb.SESSION_PLANNED, by=by, detail_id=session.pk)
    return session


@transaction.atomic
def record_session(*, session_id: int, attendance: int, report: str, by: Person | None) -> PanelSession:
    """How many came, and what was said in short."""
    session = (
        PanelSession.objects.select_for_update(of=("self",)).select_related("round__area").get(pk=session_id)
    )
    may(by, Power.RUN_PANEL, within=session.round.area, on=clock.today()).require()
    if attendance < 0:
        raise Invalid(Reason(_("Het aantal mensen is nul of meer."), field="attendance"))
    session.attendance, session.report = attendance, report.strip()
    session.save(update_fields=["attendance", "report"])
    journal(Verb.SESSION_HELD, by=by, detail_id=session.pk)
    return session


@transaction.atomic
def contribute(
    *,
    round_id: int,
    given: Report,
    contact: Contact | None = None,
    session_id: int | None = None,
    group: str = "",
    supporter: str = "",
    wished: str = "",
    entered_by: Person | None = None,
) -> tuple[Signal, Asker]:
    """A problem as someone puts it: without account (DEV-48), on paper, or for a group, naming both (DEV-46).

    `wished` is the measure they wish for it, in their words (DEV-09); officials make wishes of it.

    Raises Conflict when the panel is not open, Invalid when only one of group and supporter is named.
    """
    panel = PanelRound.objects.select_related("area", "step").get(pk=round_id)
    if panel.step.status != StepStatus.OPEN:
        raise Conflict(
            Reason(_("Dit panel is gesloten. Melden kan altijd."), way_out=_("Meld het via “Meld iets”."))
        )
    group, supporter = group.strip(), supporter.strip()
    if bool(group) != bool(supporter):
        raise Invalid(
            Reason(
                _("Wie voor een groep invult, noemt de groep én wie er hielp met verwoorden."),
                field="supporter" if group else "group",
                source="003_bd3cdaf8b9febc00.txt §2.5",
            )
        )
    session = PanelSession.objects.get(pk=session_id, round=panel) if session_id else None
    signal, asker = report(
        replace(
            given,
            area=panel.area,
            door=Door.PANEL if given.door == Door.WEB else given.door,
            role=AskerRole.CONTRIBUTOR,
        ),
        contact=contact,
        entered_by=entered_by,
    )
    _contribution, made = Contribution.objects.get_or_create(
        signal=signal.thing,
        defaults={
            "round": panel,
            "session": session,
            "group": group[:160],
            "supporter": supporter[:160],
            "wished": wished.strip()[:500],
        },
    )
    if made:  # a form sent twice gives the first signal again
        journal(Verb.CONTRIBUTED, signal.thing, by=entered_by, on_behalf_of=contact if entered_by else None)
    return signal, asker
