"""What is wrong with a file, in the reader's language. Findings are written in English; here is the "
"Dutch of each."""

import re
from collections.abc import Mapping
from functools import cache

from wijkwerk.choice.pabulib.findings import Finding

# English on the left, with a group for each thing that is filled in; Dutch on the right, with the same things.
DUTCH: Mapping[str, str] = {
    r"this field is required in META\.": "dit veld moet in META staan.",
    r"the fields of META are not in the recommended order\.":
        "de velden van META staan niet in de aanbevolen volgorde.",
    r"this field is not part of the format\.": "dit veld hoort niet bij het formaat.",
    r"this field is empty\.": "dit veld is leeg.",
    r"(.*) is not a known (.*)\.": "{0} is geen bekende {1}.",
    r"(.*) has a comma where a point should stand\.": "{0} heeft een komma waar een punt moet staan.",
    r"(.*) may mean thousands or decimals; write it with a point, or without a comma\.":
        "{0} kan duizendtallen of decimalen betekenen; schrijf een punt, of geen komma.",
    r"(.*) is not a value for (.*)\.": "{0} kan niet bij {1} staan.",
    r"spaces around the commas of a list; they are left out\.":
        "er staan spaties rond de komma’s van een lijst; ze tellen niet mee.",
    r"comments are numbered: #1: … #2: …": "opmerkingen hebben nummers: #1: … #2: …",
    r"the comments are numbered (.*)\.": "de opmerkingen hebben de nummers {0}.",
    r"META says (.*), the file has (.*); (.*) is what counts\.":
        "META zegt {0}, het bestand heeft er {1}; {2} telt.",
    r"the vote ends before it begins\.": "de stemming eindigt voordat zij begint.",
    r"a ballot of (.*) is longer than the list of (.*) projects\.":
        "een biljet van {0} is langer dan de lijst van {1} plannen.",
    r"with choose-1 a ballot has exactly one project\.": "bij choose-1 heeft een biljet precies één plan.",
    r"a ballot of one project is choose-1\.": "een biljet met één plan heet choose-1.",
    r"(.*) means nothing for (.*)\.": "{0} betekent niets bij {1}.",
    r"cumulative ballots need max_sum_points\.": "bij verdeelde punten (cumulative) hoort max_sum_points.",
    r"with min_project_score_threshold the rule is greedy-threshold\.":
        "met min_project_score_threshold heet de regel greedy-threshold.",
    r"min_project_score_threshold is missing\.": "min_project_score_threshold ontbreekt.",
    r"a custom rule should be told in the comment\.": "een eigen regel hoort in de opmerking te staan.",
    r"latitude and longitude come together or not at all\.": "breedte en lengte staan er allebei of allebei niet.",
    r"target was renamed beneficiaries in April 2026\.": "target heet sinds april 2026 beneficiaries.",
    r"this column is not part of the format\.": "deze kolom hoort niet bij het formaat.",
    r"the columns are not in the recommended order\.": "de kolommen staan niet in de aanbevolen volgorde.",
    r"there is no column votes or score to compare with\.":
        "er is geen kolom votes of score om mee te vergelijken.",
    r"there is no column selected, so no official winners\.":
        "er is geen kolom selected, dus geen officiële uitslag.",
    r"(.*) has the same item twice\.": "{0} heeft twee keer hetzelfde.",
    r"(.*) was withdrawn and yet selected\.": "{0} was teruggetrokken en toch gekozen.",
    r"(.*) costs nothing\.": "{0} kost niets.",
    r"(.*) was withdrawn; it cannot win\.": "{0} is teruggetrokken; het kan niet winnen.",
    r"(.*) costs more than the whole budget; it cannot win\.":
        "{0} kost meer dan het hele budget; het kan niet winnen.",
    r"there is no money to divide\.": "er is geen geld te verdelen.",
    r"the selected projects cost (.*), more than (.*)\.": "de gekozen plannen kosten {0}, meer dan {1}.",
    r"the budget pays for all projects; fully_funded is not set\.":
        "het budget betaalt alle plannen; fully_funded staat er niet.",
    r"the budget does not pay for all projects\.": "het budget betaalt niet alle plannen.",
    r"these are probably the same: (.*)\.": "dit is waarschijnlijk hetzelfde: {0}.",
    r"only on one side: (.*)\.": "staat maar aan één kant: {0}.",
    r"(.*) should have (.*), the ballots give (.*)\.": "{0} zou {1} hebben, de biljetten geven {2}.",
    r"nobody voted for (.*)\.": "niemand koos {0}.",
    r"voter (.*) voted on line (.*) already\.": "stemmer {0} stemde al op regel {1}.",
    r"nobody used it\.": "niemand gebruikte dit.",
    r"spaces before or after a value; they are left out\.":
        "er staan spaties voor of na een waarde; ze tellen niet mee.",
    r"(.*) is not an amount\.": "{0} is geen bedrag.",
    r"(.*) is less than nothing\.": "{0} is minder dan niets.",
    r"(.*) is not one of (.*)\.": "{0} is niet een van {1}.",
    r"a project without an id\.": "een plan zonder nummer.",
    r"project (.*) stands on line (.*) already\.": "plan {0} staat al op regel {1}.",
    r"the id (.*) has a comma; no ballot can name it\.":
        "het nummer {0} heeft een komma; geen biljet kan het noemen.",
    r"the file is not UTF-8 text; save it as UTF-8\.": "het bestand is geen tekst in UTF-8; sla het op als UTF-8.",
    r"this line cannot be read: (.*)\.": "deze regel is niet te lezen ({0}).",
    r"an empty line; it is passed over\.": "een lege regel; die wordt overgeslagen.",
    r"the section should open with just (.*)\.": "het deel moet beginnen met alleen {0}.",
    r"the section (.*) stands twice in the file\.": "het deel {0} staat twee keer in het bestand.",
    r"the file must open with a line that says META\.": "het bestand moet beginnen met een regel META.",
    r"the section (.*) comes after VOTES\.": "het deel {0} komt na VOTES.",
    r"the section (.*) is missing\.": "het deel {0} ontbreekt.",
    r"the sections must come in the order META, PROJECTS, VOTES\.":
        "de delen moeten in de volgorde META, PROJECTS, VOTES staan.",
    r"the header of META must be key;value\.": "boven META moet key;value staan.",
    r"a column stands twice in the header of (.*)\.": "een kolom staat twee keer boven {0}.",
    r"the first column of (.*) should be (.*)\.": "de eerste kolom van {0} hoort {1} te zijn.",
    r"the column (.*) is missing from (.*)\.": "de kolom {0} ontbreekt in {1}.",
    r"a line of META without a key\.": "een regel van META zonder naam.",
    r"only the first value of a META line counts\.": "van een regel in META telt alleen de eerste waarde.",
    r"(.*) stands twice in META\.": "{0} staat twee keer in META.",
    r"more values than columns; the last ones are left out\.":
        "meer waarden dan kolommen; de laatste tellen niet mee.",
    r"more values than columns; the last are left out\.": "meer waarden dan kolommen; de laatste tellen niet mee.",
    r"a voter without an id, or with spaces around it\.": "een stemmer zonder nummer, of met spaties eromheen.",
    r"(.*) names a project more than once; it counts once\.":
        "{0} noemt een plan meer dan eens; het telt één keer.",
    r"(.*) names a project more than once\.": "{0} noemt een plan meer dan eens.",
    r"an empty vote; the voter counts, for no project\.":
        "een leeg biljet; de stemmer telt mee, voor geen enkel plan.",
    r"(.*) has spaces around commas; they are left out\.": "{0} heeft spaties rond komma’s; ze tellen niet mee.",
    r"a vote for (.*), which is not in PROJECTS\.": "een stem voor {0}, dat niet in PROJECTS staat.",
    r"points on a ballot of the type (.*)\.": "punten op een biljet van de soort {0}.",
    r"(.*) projects but (.*) points\.": "{0} plannen maar {1} keer punten.",
    r"(.*) has something that is not a whole number\.": "in {0} staat iets dat geen heel getal is.",
    r"more than (.*) points cannot be meant\.": "meer dan {0} punten kan niet de bedoeling zijn.",
    r"points shared out of a sum cannot be negative\.": "punten die verdeeld worden, kunnen niet onder nul zijn.",
    r"the projects do not stand in the order of their points\.":
        "de plannen staan niet op volgorde van hun punten.",
    r"(.*) is less than (min_.*), (.*)\.": "{0} is minder dan {1}, {2}.",
    r"(.*) is more than (max_.*), (.*)\.": "{0} is meer dan {1}, {2}.",
    r"and (.*) more like it\.": "en nog {0} zoals deze.",
}  # fmt: skip


def remark(finding: Finding, language: str) -> str:
    """A finding as a sentence with its line and field."""
    if language != "nl":
        return str(finding)
    where = f"regel {finding.line}, " if finding.line else ""
    field = f"{finding.field}: " if finding.field else ""
    return f"{where}{field}{in_dutch(finding.message) or finding.message}"


def in_dutch(message: str) -> str | None:
    """The Dutch of a message; None for one that has none."""
    for pattern, dutch in _patterns():
        if match := pattern.fullmatch(message):
            return dutch.format(*match.groups())
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(english, re.DOTALL), dutch) for english, dutch in DUTCH.items())
