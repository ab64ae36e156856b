"""What is said of a request: its state with a shape, its weight, for whom it is."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.foundation.reasons import Text
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.rules import REQUEST, Course, Part, RequestState, Weight

STATES: dict[RequestState, Text] = {
    RequestState.LOOKING: _("zoekt een dienst"),
    RequestState.ASKED: _("wacht op antwoord"),
    RequestState.YES: _("ja"),
    RequestState.NO: _("nee"),
    RequestState.OTHER_DATE: _("op een andere dag"),
    RequestState.WITHDRAWN: _("ingetrokken"),
}
_SHAPES = {
    RequestState.LOOKING: "now",
    RequestState.ASKED: "future",
    RequestState.YES: "done",
    RequestState.NO: "stopped",
    RequestState.OTHER_DATE: "done",
    RequestState.WITHDRAWN: "neutral",
}
# How a service gives an answer, and how the thread tells it.
ANSWERED: dict[RequestState, tuple[Text, Text]] = {
    RequestState.YES: (_("Ja, dat doen wij"), _("%(service)s zegt ja")),
    RequestState.OTHER_DATE: (_("Ja, maar op een andere dag"), _("%(service)s doet het op een andere dag")),
    RequestState.NO: (_("Nee"), _("%(service)s zegt nee")),
}
WEIGHTS: dict[Weight, Text] = {Weight.REQUEST: _("verzoek"), Weight.ORDER: _("opdracht")}
COURSES: dict[Course, Text] = {
    Course.TO_SERVICE: _("aan de dienst"),
    Course.TO_OFFICE: _("gemeld bij het bureau"),
}
PARTS: dict[Part, Text] = {
    Part.ORDER: _("de opdracht"),
    Part.RESULTS: _("de resultaten aan het eind"),
    Part.EXPECTATIONS: _("wat u van elkaar verwacht"),
}
# Kinds of client as approach files may list them; what is not here is shown as the file spells it.
_CLIENTS: dict[str, Text] = {
    "government": _("het bestuur"),
    "interested_parties": _("belanghebbenden in wijk en buurt"),
    "market_parties": _("marktpartijen"),
    "municipal_services": _("gemeentelijke diensten"),
}
name_states(REQUEST, STATES)


def client_words(key: str) -> Text:
    """A kind of client in words."""
    return _CLIENTS.get(key, key)


def badge(request: ServiceRequest, today: date) -> tuple[str, Text]:
    """Shape and word; late goes before "asked"."""
    if request.is_late(today):
        return "late", _("te laat")
    state = RequestState(request.state)
    return _SHAPES[state], STATES[state]
