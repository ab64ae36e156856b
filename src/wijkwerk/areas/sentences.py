"""The problems of a file in words: where, which column, what is wrong and what would be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.rules.problems import Kind, Problem, Unit
from wijkwerk.foundation.reasons import Invalid, Reason

_MOST_SHOWN = 25

_WHERE: Mapping[Unit, str | Promise] = {
    Unit.FEATURE: _("feature %(number)s"),
    Unit.LINE: _("regel %(number)s"),
    Unit.AREA: _("gebied %(number)s"),
}
_WHAT: Mapping[Kind, str | Promise] = {
    Kind.UNREADABLE: _(
        "dit bestand kan niet worden gelezen (%(value)s); verwacht wordt tekst in UTF-8, of gzip daarvan"
    ),
    Kind.NOT_JSON: _("dit is geen JSON; het gaat mis op regel:teken %(value)s"),
    Kind.NOT_TOML: _("dit is geen TOML: %(value)s"),
    Kind.NO_COLLECTION: _("dit is geen GeoJSON met een lijst “features”"),
    Kind.NOTHING_IN_IT: _("er staat niets in dit bestand"),
    Kind.NOT_A_FEATURE: _("dit is geen feature met “properties” en “geometry”"),
    Kind.WRONG_COORDINATES: _(
        "de coördinaten (%(value)s) zijn geen lengte en breedte (WGS84); reken het bestand eerst om,"
        " bijvoorbeeld uit RD (EPSG:28992)"
    ),
    Kind.UNKNOWN_COLUMN: _("deze kolom kennen wij niet. Haal hem weg of verbeter de naam. %(value)s"),
    Kind.MISSING_COLUMN: _("deze kolom ontbreekt; in het bestand staan: %(value)s"),
    Kind.DOUBLE_COLUMN: _("deze kolom staat er meer dan één keer"),
    Kind.MISSING_VALUE: _("hier is niets ingevuld"),
    Kind.TOO_LONG: _("deze tekst is te lang (%(value)s tekens)"),
    Kind.BAD_CODE: _("“%(value)s” kan geen code zijn van dit niveau"),
    Kind.DOUBLE_CODE: _("dit staat er twee keer in (eerder bij %(value)s)"),
    Kind.BAD_LEVEL: _("“%(value)s” is geen niveau van een aanpak"),
    Kind.BAD_NUMBER: _("“%(value)s” is hier geen bruikbaar getal"),
    Kind.BAD_WATER: _("“%(value)s” is geen JA, NEE of B"),
    Kind.BAD_POSTCODE: _("“%(value)s” is geen postcode (1234 AB)"),
    Kind.UNKNOWN_AREA: _("het gebied “%(value)s” is hier niet bekend; lees dat eerst in"),
    Kind.NO_MUNICIPALITY: _("in dit bestand staat geen gebied van gemeente %(value)s"),
    Kind.CLASH: _("dit spreekt iets anders in het bestand tegen: %(value)s"),
    Kind.NO_OUTLINE: _("er is geen omtrek"),
    Kind.WRONG_SHAPE: _("de omtrek is een “%(value)s”; verwacht wordt een Polygon of MultiPolygon"),
    Kind.OPEN_RING: _("een lijn van de omtrek is niet gesloten: %(value)s"),
    Kind.BAD_POSITION: _("“%(value)s” is geen punt met lengte en breedte"),
    Kind.OUTSIDE: _(
        "het punt %(value)s ligt niet in Nederland (eerst de lengte, 3 tot 7; dan de breedte, 50 tot 54)"
    ),
    Kind.CROSSES_ITSELF: _("de omtrek kruist of overlapt zichzelf bij %(value)s"),
}


def sentence(problem: Problem) -> str:
    """`feature 12 (BU01500101), wijknaam: hier is niets ingevuld` in the reader's language."""
    where = []
    if problem.unit in _WHERE:
        where.append(str(_WHERE[problem.unit]) % {"number": problem.number})
    if problem.code:
        where.append(f"({problem.code})")
    place = " ".join(where)
    what = (str(_WHAT[problem.kind]) % {"value": problem.value}).strip()
    return ": ".join(
        part for part in (", ".join(part for part in (place, problem.key) if part), what) if part
    )


class BadFile(Invalid):
    """A file that was refused whole, with everything that is wrong with it. Nothing was written."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file, self.problems = file, tuple(problems)
        first = problems[0]
        super().__init__(Reason(f"{file}: {sentence(first)}", field=first.key, rule=f"gebieden.{first.kind}"))

    def lines(self) -> list[str]:
        """Every problem in a line of its own (the first so many), and how many more there are."""
        told = [f"{self.file}: {sentence(problem)}" for problem in self.problems[:_MOST_SHOWN]]
        more = len(self.problems) - len(told)
        if more:
            told.append(
                ngettext("… en nog %(count)s fout.", "… en nog %(count)s fouten.", more) % {"count": more}
            )
        return [*told, gettext("Er is niets ingelezen.")]
