"""How this municipality works, for everyone who wants to know who decides what."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkwerk.areas.queries import house_approach, working_areas
from wijkwerk.decisions.concentration import deciding
from wijkwerk.foundation.guards import public
from wijkwerk.people.wording import language
from wijkwerk.portal.pages import approach as page
from wijkwerk.portal.pages import purpose
from wijkwerk.portal.pages.choices import dated
from wijkwerk.portal.pages.every_choice import every_choice
from wijkwerk.portal.pages.history import histories
from wijkwerk.portal.pages.reasons import why
from wijkwerk.portal.pages.standing import how_we_stand
from wijkwerk.ways.models import OwnApproach


@public
@require_safe
def approach(request: HttpRequest) -> HttpResponse:
    """The public statement of the approach in force: choices, say, money, principles, history; each with its why."""
    found = page.in_force(request.GET.get("aanpak", ""))
    here = found.approach
    since = found.adoptions[0].valid_from if found.adoptions else None
    own = OwnApproach.objects.filter(key=here.key).select_related("decision", "thing").first()
    areas = working_areas()
    known = {
        "approach": here,
        "title": here.title.within(language()),
        "others": [(other.key, other.title.within(language())) for other in found.others],
        "adoption": found.adoptions[0] if found.adoptions else None,
        "choices": dated(page.in_short(here, found.adoptions), since),
        "standing": dated(how_we_stand(here), since),
        "steps": [replace(step, reason=replace(step.reason, since=since)) for step in purpose.the_year(here)],
        "questions": purpose.six_questions(here),
        "principles": purpose.principles(here),
        "objective": why(here, "objective.label") if here.objective.label else None,
        "goals": purpose.goals(here),
        "results": purpose.results(here),
        "moments": [(moment, moment.label.within(language())) for moment in here.development.moments],
        "histories": histories(),
        "sizes": purpose.sizes(areas, here),
        "concentrated": [
            each.concentration.warning for each in deciding(areas) if each.concentration.warning
        ],
        "every": () if here is house_approach() else every_choice(here.key, language()),
        "own": own,
        "changed": own.sentences(language()) if own else [],
        "not_described": purpose.not_described(),
    }
    return render(request, "portal/approach.html", known)
