"""Getting people to take part: written down with who began it, who did it and whom it reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.participation.events import Verb
from wijkwerk.participation.models import Activation, Beginner
from wijkwerk.participation.rules import Objection, Way, objection
from wijkwerk.people.models import Organisation, OrganisationKind, Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import sourced
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing

INITIATIVE = "options.involvement_initiative"
OF_THE_MUNICIPALITY = (OrganisationKind.MUNICIPALITY, OrganisationKind.SERVICE)


@dataclass(frozen=True)
class Activated:
    """What was done. Without executor residents did it themselves."""

    sentence: str
    way: Way
    reached: int
    begun_by: Beginner
    executor: Organisation | None = None
    about: Thing | None = None
    held_on: date | None = None


@transaction.atomic
def activate(*, area: Area, given: Activated, by: Person) -> Activation:
    """Write down that people were asked to take part.

    Invalid where residents react and no plan is named, and where others activate and the municipality did it itself.
    """
    may(by, Power.RUN_PANEL, within=area, on=clock.today()).require()
    day = given.held_on or clock.today()
    if not given.sentence.strip():
        raise Invalid(Reason(_("Schrijf in één zin wat u mensen vroeg."), field="sentence"))
    if day > clock.today():
        raise Invalid(Reason(_("Schrijf op wat er al is gedaan."), field="held_on"))
    if given.reached < 0:
        raise Invalid(Reason(_("Het aantal mensen is nul of meer."), field="reached"))
    if given.about is not None and given.about.area_id != area.pk:
        raise Invalid(Reason(_("Dit gaat over een ander gebied."), field="about"))
    _fits(approach_for(area, day), given)
    made = Activation.objects.create(
        area=area,
        held_on=day,
        way=given.way,
        sentence=given.sentence.strip()[:300],
        reached=given.reached,
        begun_by=given.begun_by,
        executor=given.executor,
        about=given.about,
        written_by=by,
    )
    journal(Verb.ACTIVATED, given.about, by=by, detail_id=made.pk)
    return made


def _fits(approach: Approach, given: Activated) -> None:
    initiative = approach.options.involvement_initiative
    found = objection(
        initiative,
        about_a_plan=given.about is not None and given.about.kind == "plan",
        by_municipality=given.executor is not None and given.executor.kind in OF_THE_MUNICIPALITY,
    )
    if found is None or initiative is None:
        return
    said, way_out, field = {
        Objection.NOTHING_TO_REACT_TO: (
            _("Hier reageren bewoners op een plan. Noem het plan waar het over gaat."),
            _("Zet het nummer van het plan erbij, of wacht tot er een plan is."),
            "about",
        ),
        Objection.MUNICIPALITY_EXECUTES: (
            _("De gemeente mag hiermee beginnen en helpen. Uitvoeren doen anderen."),
            _("Kies een andere organisatie, of bewoners zelf."),
            "executor",
        ),
    }[found]
    raise Invalid(sourced(approach, said, INITIATIVE, way_out=way_out, field=field))
