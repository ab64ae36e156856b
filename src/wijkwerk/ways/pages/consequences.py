"""What an approach would mean here, in words and on a map: size, people, hours, money, steps, and residents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Amount, Approach
from wijkwerk.approaches.consequences import AreaConsequence, Consequences, Fit
from wijkwerk.approaches.difference import difference
from wijkwerk.approaches.wording import in_words
from wijkwerk.areas.models import Area
from wijkwerk.areas.pictures import area_map
from wijkwerk.figures.wording import plain
from wijkwerk.foundation.money import GUILDERS_PER_EURO, Money, in_euros
from wijkwerk.foundation.reasons import Reason
from wijkwerk.foundation.templatetags.wijkwerk import money, number
from wijkwerk.people.wording import language, sourced
from wijkwerk.ways.facts import Ours

# A mark beside the colour, for whoever does not see that, and the class of the colour.
MARKS = {Fit.TOO_LARGE: "▲", Fit.TOO_SMALL: "▼", Fit.FITS: "●", Fit.NOT_DESCRIBED: "–"}
# What residents notice: how far their say goes, in what, and who decides.
OF_RESIDENTS = (
    "options.measures_decided_by",
    "options.responsibility_shift",
    "options.involvement_initiative",
    "options.residents_organised",
    "options.say_grows_after_evaluation",
    "options.resident_bids",
    "options.effort_visible",
    "budget.decided_by",
    "budget.per_resident",
    "longlist.ranked_by_residents_only",
    "partners.form",
    "politics.area_aldermen",
    "politics.surgery_hours",
)


@dataclass(frozen=True)
class AreaLine:
    """One area in words."""

    name: str
    people: str
    fit: Fit
    words: str
    mark: str
    budget: str
    euros: str
    each: str
    hours: str


@dataclass(frozen=True)
class Outline:
    """One area on the map."""

    name: str
    path: str
    tone: str
    mark: str
    x: str
    y: str


@dataclass(frozen=True)
class RoleLine:
    """One role to fill."""

    label: str
    needed: str
    held: int


@dataclass(frozen=True)
class Page:
    """Everything the page shows."""

    sentence: str
    averages: str
    band: str
    size_reason: Reason
    lines: list[AreaLine]
    unknown: list[str]
    view_box: str
    outlines: list[Outline]
    roles: list[RoleLine]
    hours: str
    total: str
    total_euros: str
    rate: Decimal
    steps: list[str]
    steps_per_year: int | None
    residents: list[str]


def does_not_fit(one: AreaConsequence) -> bool:
    """Whether an area is larger or smaller than is asked."""
    return one.fit in (Fit.TOO_LARGE, Fit.TOO_SMALL)


def fit_words(fit: Fit) -> str:
    """How an area lies to the size asked, as a word."""
    return {
        Fit.TOO_LARGE: _("te groot"),
        Fit.TOO_SMALL: _("te klein"),
        Fit.FITS: _("past"),
        Fit.NOT_DESCRIBED: _("niet beschreven"),
    }[fit]


def page(approach: Approach, now: Approach | None, found: Ours) -> Page:
    """The approach held against our own areas; `now` is what is in force, to say what changes for residents."""
    result = found.under(approach)
    band = approach.plan_level.inhabitants
    lines = [_line(area, one, found) for area, one in zip(found.known, result.areas, strict=True)]
    path = f"levels.{approach.plan_level.key}.inhabitants"
    words = in_words(band, language()) if band is not None else ""
    view_box, outlines = _map(found.known, result)
    return Page(
        sentence=_sentence(result),
        averages=_averages(approach, result),
        band=words,
        size_reason=sourced(approach, "", path, words),
        lines=lines,
        unknown=[area.name for area in found.areas if area.pk not in found.people],
        view_box=view_box,
        outlines=outlines,
        roles=[
            RoleLine(
                need.role.label.within(language()),
                _needed(need.at_least, need.at_most),
                found.holders[need.role.key],
            )
            for need in result.roles
            if need.at_least is not None or need.at_most is not None
        ],
        hours=in_words(result.hours, language()) if result.hours else "",
        total=_money(result.total),
        total_euros=_euros(result.total),
        rate=GUILDERS_PER_EURO,
        steps=[step.label.within(language()) for step in result.steps],
        steps_per_year=result.steps_per_year,
        residents=changes_for_residents(now, approach) if now else [],
    )


def changes_for_residents(now: Approach, then: Approach) -> list[str]:
    """What residents would notice, one sentence each."""
    found = []
    for change in difference(now, then):
        parts = change.path.split(".")
        if parts[-1] in ("label", "plural"):
            continue  # another word for the same
        of_step = parts[:2] == ["cycle", "steps"] and (len(parts) == 3 or parts[-1] == "involvement")
        role = {**now.roles, **then.roles}.get(parts[1]) if parts[0] == "roles" else None
        if change.path in OF_RESIDENTS or of_step or (role is not None and role.is_resident):
            found.append(change.sentence.within(language()))
    return found


def _sentence(result: Consequences) -> str:
    counts = {fit: len(result.of_fit(fit)) for fit in Fit}
    if counts[Fit.NOT_DESCRIBED]:
        return _("Deze aanpak zegt niet hoe groot een gebied is.")
    return _("%(fits)s, %(large)s en %(small)s.") % {
        "fits": ngettext("%(n)s gebied past", "%(n)s gebieden passen", counts[Fit.FITS])
        % {"n": counts[Fit.FITS]},
        "large": ngettext("%(n)s is te groot", "%(n)s zijn te groot", counts[Fit.TOO_LARGE])
        % {"n": counts[Fit.TOO_LARGE]},
        "small": ngettext("%(n)s is te klein", "%(n)s zijn te klein", counts[Fit.TOO_SMALL])
        % {"n": counts[Fit.TOO_SMALL]},
    }


def _averages(approach: Approach, result: Consequences) -> str:
    """How many areas and people on average: here, and in the approach where it says so."""
    if result.mean_inhabitants is None:
        return ""
    here = {"areas": number(len(result.areas)), "mean": number(result.mean_inhabitants)}
    words = _("Hier: %(areas)s gebieden, gemiddeld %(mean)s inwoners.") % here
    level = approach.plan_level
    if level.count is not None and level.mean_inhabitants is not None:
        there = {"areas": number(level.count), "mean": number(level.mean_inhabitants)}
        words += " " + _("In deze aanpak: %(areas)s gebieden, gemiddeld %(mean)s.") % there
    elif level.count is not None:
        words += " " + _("In deze aanpak: %(areas)s gebieden.") % {"areas": number(level.count)}
    return words


def _line(area: Area, one: AreaConsequence, found: Ours) -> AreaLine:
    people = found.people[area.pk]
    return AreaLine(
        name=area.name,
        people=_("%(number)s (%(year)s)") % {"number": number(people.number), "year": people.year},
        fit=one.fit,
        words=fit_words(one.fit),
        mark=MARKS[one.fit],
        budget=_money(one.budget),
        euros=_euros(one.budget),
        each=_money(one.per_resident),
        hours=_hours(one, found, area),
    )


def _hours(one: AreaConsequence, found: Ours, area: Area) -> str:
    there = found.hours.get(area.pk)
    if there is None:
        return _("niet bekend")
    if one.hours_short is None:
        return _("nu %(there)s; de aanpak noemt er geen") % {"there": plain(there)}
    if one.hours_short:
        given = {"there": plain(there), "short": plain(one.hours_short)}
        return _("%(there)s, dat is %(short)s te weinig") % given
    return _("%(there)s, dat is genoeg") % {"there": plain(there)}


def _money(amount: Amount | None) -> str:
    return money(Money.of(amount.amount, amount.currency)) if amount else ""


def _euros(amount: Amount | None) -> str:
    """The same in euros, only where the source counts in another currency."""
    if amount is None:
        return ""
    euros = in_euros(Money.of(amount.amount, amount.currency))
    return "" if euros.currency is amount.currency else money(euros)


def _needed(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return (
            number(low)
            if low == high
            else _("%(low)s tot %(high)s") % {"low": number(low), "high": number(high)}
        )
    if low is not None:
        return _("minstens %(low)s") % {"low": number(low)}
    return _("hoogstens %(high)s") % {"high": number(high)}


def _map(areas: Sequence[Area], result: Consequences) -> tuple[str, list[Outline]]:
    drawn = area_map(areas)
    outlines = [
        Outline(shape.name, shape.path, one.fit.value.replace("_", "-"), MARKS[one.fit], shape.x, shape.y)
        for shape, one in zip(drawn.outlines, result.areas, strict=True)
        if shape.path
    ]
    return drawn.view_box, outlines
