"""The board's table, and the process of one area."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkwerk.approaches import Power
from wijkwerk.areas.pages import working_area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.queries import aldermen_without_area, areas_without_alderman
from wijkwerk.politics.pages import board_page, process_page


def _follows_process(request: SignedInRequest, code: str) -> Verdict:
    """Whoever reads everything there, or opens and closes its steps."""
    held, area = mandates_of(request.person), working_area(code)
    reads = held.may(Power.READ_EVERYTHING, within=area)
    return reads or held.may(Power.OPEN_STEP, within=area)


@permitted(Power.READ_EVERYTHING)
@require_safe
def board(request: SignedInRequest) -> HttpResponse:
    """One line per area: step, on time, what is late, what waits for a word of the alderman."""
    known = {
        "page": board_page(mandates_of(request.person)),
        "without_alderman": areas_without_alderman(),
        "without_area": aldermen_without_area(),
        "today": clock.today(),
    }
    return render(request, "politics/board.html", known)


@permitted(_follows_process)
@require_safe
def process(request: SignedInRequest, code: str) -> HttpResponse:
    """The process of one area: what is the reader's to do, and what is another's to decide."""
    page = process_page(working_area(code), request.person)
    return render(request, "politics/process.html", {"page": page, "today": clock.today()})
