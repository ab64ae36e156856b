"""How the municipality stands in the neighbourhood: the choices in which municipalities contradict each other, in B1.

Each answer is one value of the approach in a sentence for residents, with its why.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import (
    AreaAldermen,
    AreaBase,
    AreaStandard,
    InvolvementInitiative,
    OfficialPosition,
    PartnerForm,
    ResponsibilityShift,
    UnitPlace,
)
from wijkwerk.approaches.trail import reach
from wijkwerk.foundation.reasons import Text
from wijkwerk.portal.pages.approach import in_short
from wijkwerk.portal.pages.choices import Choice
from wijkwerk.portal.pages.reasons import why

SENTENCES: dict[str, Mapping[StrEnum, Text]] = {
    "options.involvement_initiative": {
        InvolvementInitiative.ASKED_IN_PANELS: gettext_lazy(
            "Wij. Wij vragen bewoners in hun buurt wat er beter kan. Vaak doen bewoners dat zelf."
        ),
        InvolvementInitiative.RESIDENTS_REACT: gettext_lazy(
            "Wij maken een plan. Daarna zegt u wat u ervan vindt."
        ),
        InvolvementInitiative.ACTIVELY_APPROACHED: gettext_lazy(
            "Wij. Wij gaan naar mensen toe en vragen hun om mee te doen."
        ),
        InvolvementInitiative.OTHERS_ACTIVATE: gettext_lazy(
            "De gemeente begint. Andere organisaties helpen bewoners om mee te doen."
        ),
        InvolvementInitiative.RESIDENTS_STEP_IN: gettext_lazy(
            "U. Bewoners kunnen zelf iets overnemen, of met een eigen plan komen."
        ),
    },
    "options.responsibility_shift": {
        ResponsibilityShift.AREA_BUDGET: gettext_lazy("Ja, voor het geld van de wijk. Daarover beslist u."),
        ResponsibilityShift.NONE: gettext_lazy("Nee. De gemeente blijft verantwoordelijk."),
        ResponsibilityShift.IN_STEPS: gettext_lazy(
            "Stap voor stap. Na elke stap kijken wij samen hoe het ging."
        ),
    },
    "options.official_position": {
        OfficialPosition.TRANSLATES: gettext_lazy("Uw wensen overbrengen aan de diensten van de gemeente."),
        OfficialPosition.WATCHES_PROGRESS: gettext_lazy("Opletten of de diensten hun plannen uitvoeren."),
        OfficialPosition.BUYS_AND_LEADS: gettext_lazy("Diensten opdrachten geven, en een team leiden."),
        OfficialPosition.HEADS_OFFICE: gettext_lazy("Een bureau in de wijk leiden, met een eigen budget."),
        OfficialPosition.POWERS_LOWERED_BROADLY: gettext_lazy(
            "Meer zelf beslissen. Dat geldt voor veel mensen in de wijk, niet voor één."
        ),
        OfficialPosition.CANNOT_DEMAND: gettext_lazy(
            "Diensten iets vragen. Eisen kan niet; een dienst antwoordt wel."
        ),
    },
    "organisation.based_in_area": {
        AreaBase.ALL_AREAS: gettext_lazy("Ja, in elk gebied is een plek van de gemeente."),
        AreaBase.INTENSIVE_AREAS: gettext_lazy("Alleen in gebieden die extra aandacht krijgen."),
        AreaBase.SMALL_OFFICES: gettext_lazy("Ja, in kleine bureaus van tien tot twintig mensen."),
        AreaBase.NONE: gettext_lazy("Nee."),
    },
    "organisation.unit.place": {
        UnitPlace.DEPARTMENT_OF_A_SERVICE: gettext_lazy("Bij een gewone afdeling van een dienst."),
        UnitPlace.CENTRAL_EXECUTIVE_SERVICE: gettext_lazy("Dicht bij het bestuur van de gemeente."),
        UnitPlace.OWN_SERVICE: gettext_lazy("Bij een eigen dienst, alleen voor de wijken."),
        UnitPlace.OWN_SERVICE_UNDER_OFFICES: gettext_lazy(
            "Bij een eigen dienst, die werkt voor de bureaus in de wijken."
        ),
        UnitPlace.NEUTRAL_CLUSTER: gettext_lazy("Bij een afdeling die zelf geen plannen voor de wijk maakt."),
    },
    "options.area_standard": {
        AreaStandard.SAME: gettext_lazy("Ja, overal op dezelfde manier."),
        AreaStandard.BY_INTENSITY: gettext_lazy("Nee. Sommige gebieden krijgen meer uren dan andere."),
        AreaStandard.EACH_ITS_OWN: gettext_lazy("Nee. Elk gebied mag het anders doen, en zegt waarom."),
    },
    "politics.area_aldermen": {
        AreaAldermen.NONE: gettext_lazy("Nee."),
        AreaAldermen.PROCESS_ONLY: gettext_lazy(
            "Ja. Die let op hoe het gaat, en beslist niet wat er gebeurt."
        ),
        AreaAldermen.TOUGH_ISSUES: gettext_lazy(
            "Ja. Die brengt lastige kwesties naar burgemeester en wethouders."
        ),
        AreaAldermen.OPTIONAL_WITH_AGREEMENT: gettext_lazy(
            "Dat kan. Dan spreken wij eerst af waar die wel en niet over gaat."
        ),
    },
    "partners.form": {
        PartnerForm.COVENANT: gettext_lazy("Zij hebben een afspraak met ons getekend (een convenant)."),
        PartnerForm.NOT_ARRANGED: gettext_lazy("Daarover is niets afgesproken."),
        PartnerForm.PROJECT_GROUP_MEMBER: gettext_lazy("Zij zitten met ons in een vaste groep."),
        PartnerForm.SECONDED: gettext_lazy("Hun mensen werken bij ons bureau in de wijk."),
        PartnerForm.CO_MAKERS: gettext_lazy("Zij maken de plannen samen met ons en met bewoners."),
        PartnerForm.INVITED: gettext_lazy("Wij nodigen hen uit als een vraag daarom vraagt."),
    },
}


def open_questions(approach: Approach) -> list[str]:
    """What a resident asks on the page of this approach, and that it does not answer."""
    choices = [*in_short(approach, []), *how_we_stand(approach)]
    return [str(choice.question) for choice in choices if not choice.described]


def how_we_stand(approach: Approach) -> list[Choice]:
    """The questions with what is so here; what the approach does not say is not described."""
    questions = {
        "options.involvement_initiative": _("Wie zet de eerste stap?"),
        "options.responsibility_shift": _("Krijgen bewoners meer verantwoordelijkheid?"),
        "options.official_position": _("Wat mag de ambtenaar van uw wijk?"),
        "organisation.based_in_area": _("Zit de gemeente bij u in de wijk?"),
        "organisation.unit.place": _("Waar hoort dit werk in het gemeentehuis?"),
        "options.area_standard": _("Werkt elk gebied hetzelfde?"),
        "politics.area_aldermen": _("Heeft uw wijk een eigen wethouder?"),
        "partners.form": _("Hoe doen organisaties mee, zoals de politie en de woningcorporatie?"),
    }
    return [
        Choice(question, SENTENCES[path].get(_value(approach, path), ""), why(approach, path))
        for path, question in questions.items()
    ]


def _value(approach: Approach, path: str) -> Any:
    return reach(approach, path)
