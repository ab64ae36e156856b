"""What rules, utilities, completions and ties are called, and how each rule works, in Dutch and English."""

from collections.abc import Mapping

from wijkwerk.choice.rule_texts import RULE_TEXTS
from wijkwerk.choice.settings import Comparison, Completion, Rule, Settings
from wijkwerk.choice.support import Utility
from wijkwerk.choice.ties import ID, LOT, LOWEST_COST, MOST_VOTES

Pair = tuple[str, str]

RULES: Mapping[Rule, Pair] = {
    Rule.GREEDY: ("Meeste stemmen eerst", "Most votes first"),
    Rule.GREEDY_NO_SKIP: ("Meeste stemmen eerst, zonder overslaan", "Most votes first, without skipping"),
    Rule.THRESHOLD: ("Meeste stemmen eerst, met een drempel", "Most votes first, with a threshold"),
    Rule.KNAPSACK: ("Meeste waarde voor het geld", "Most value for the money"),
    Rule.EQUAL_SHARES: ("Gelijke delen", "Equal shares"),
    Rule.PHRAGMEN: ("Phragmén (sparen in gelijk tempo)", "Phragmén (saving at the same speed)"),
    Rule.BORDA: ("Borda (punten voor de plaats)", "Borda (points for the place)"),
    Rule.SCHULZE: ("Schulze (twee aan twee)", "Schulze (two by two)"),
    Rule.STV: ("Overdraagbare stem", "Transferable vote"),
}
DUTCH_RULES: Mapping[Rule, str] = {
    Rule.GREEDY: (
        "Het plan met de meeste waarde per euro (bij waarde naar kosten: de meeste stemmen) gaat eerst "
        "door, dan het "
        "volgende. Een plan dat niet meer past, wordt overgeslagen. Zo tellen de meeste steden; zie Talmon en "
        "Faliszewski, 2019."
    ),
    Rule.GREEDY_NO_SKIP: (
        "Zoals ‘meeste stemmen eerst’, maar het eerste plan dat niet past, beëindigt de telling. Zie de "
        "beschrijving van "
        "Pabulib, greedy-no-skip."
    ),
    Rule.THRESHOLD: (
        "Zoals ‘meeste stemmen eerst’, maar alleen plannen met genoeg stemmen of punten doen mee. Zie de "
        "beschrijving van "
        "Pabulib, greedy-threshold."
    ),
    Rule.KNAPSACK: (
        "Van alle groepen plannen die samen binnen het budget passen, gaat de groep door die samen het "
        "meest waard is. Zie "
        "Goel, Krishnaswamy, Sakshuwong en Aitamurto, 2019."
    ),
    Rule.EQUAL_SHARES: (
        "Iedere stemmer krijgt een even groot deel van het geld. Een plan gaat door als de mensen die het "
        "kozen, het samen "
        "kunnen betalen; wat voor hen het voordeligst is, gaat eerst. Peters, Pierczyński en Skowron, 2021."
    ),
    Rule.PHRAGMEN: (
        "Iedere stemmer spaart even snel, en een plan gaat door zodra de mensen die het kozen het bedrag "
        "bij elkaar hebben. "
        "De telling stopt bij het eerste plan dat niet past. L. E. Phragmén, 1894; Los, Christoff en Grossi, 2022."
    ),
    Rule.BORDA: (
        "De laatste op een lijst krijgt 1 punt (of 0), wat daarboven staat steeds één meer. Alles komt op "
        "volgorde van punten; "
        "van boven af gaat door wat past. J.-C. de Borda, 1781."
    ),
    Rule.SCHULZE: (
        "Plannen worden twee aan twee vergeleken. Wie van een ander wint langs de sterkste keten van "
        "meerderheden, staat "
        "daarboven; van boven af gaat door wat past. M. Schulze, 2011."
    ),
    Rule.STV: (
        "Het plan met de minste eerste keuzes valt af en die lijsten tellen voor hun volgende keuze. Wat "
        "een winnaar over heeft, "
        "gaat ook door naar de volgende keuze. T. Hare, 1857."
    ),
}  # fmt: skip
UTILITIES: Mapping[Utility, Pair] = {
    Utility.COST: ("wat het kost", "what it costs"),
    Utility.CARDINALITY: ("elk plan evenveel", "every project as much"),
    Utility.SQRT_COST: ("de wortel van wat het kost", "the square root of what it costs"),
    Utility.POINTS: ("de punten op het biljet", "the points on the ballot"),
    Utility.BORDA: ("de plaats op de lijst", "the place on the list"),
    Utility.SCORE: ("punten keer wat het kost", "points times what it costs"),
}
COMPLETIONS: Mapping[Completion, Pair] = {
    Completion.NONE: ("niets", "nothing"),
    Completion.ADD1: ("ieders deel steeds verhogen", "raise everybody's share step by step"),
    Completion.ADD1U: (
        "ieders deel verhogen, dan opvullen met wat past",
        "raise everybody's share, then fill up with what fits",
    ),
    Completion.GREEDY: ("opvullen met wat past, meeste stemmen eerst", "fill up with what fits, most votes first"),
    Completion.ADD1_GREEDY: (
        "eerst verhogen, daarna meeste stemmen eerst",
        "raise first, then most votes first",
    ),
}  # fmt: skip
COMPARISONS: Mapping[Comparison, Pair] = {
    Comparison.NONE: ("niets", "nothing"),
    Comparison.SATISFACTION: ("wat meer stemmers liever hebben", "what more voters prefer"),
    Comparison.EXCLUSION: ("wat minder stemmers met niets laat", "what leaves fewer voters with nothing"),
}
TIES: Mapping[str, Pair] = {
    LOWEST_COST: ("wat het minst kost", "lowest cost"),
    MOST_VOTES: ("de meeste stemmen", "most votes"),
    LOT: ("het lot", "the lot"),
    ID: ("het nummer van het plan", "the id of the project"),
}


class Names:
    """Names in one language."""

    def __init__(self, language: str) -> None:
        self._at = 0 if language == "nl" else 1

    def rule(self, rule: Rule) -> str:
        """What the rule is called."""
        return RULES[rule][self._at]

    def settings(self, settings: Settings) -> str:
        """The rule with its completion, short enough for the head of a column."""
        rule = self.rule(settings.rule)
        if settings.completion is Completion.NONE:
            return rule
        return f"{rule} ({self.completion(settings.completion)})"

    def explained(self, rule: Rule) -> str:
        """How it works, with its source."""
        return DUTCH_RULES[rule] if self._at == 0 else " ".join(RULE_TEXTS[rule].split())

    def utility(self, utility: Utility) -> str:
        """What counts as worth."""
        return UTILITIES[utility][self._at]

    def completion(self, completion: Completion) -> str:
        """What happens to money left over."""
        return COMPLETIONS[completion][self._at]

    def comparison(self, comparison: Comparison) -> str:
        """Which of two outcomes is kept."""
        return COMPARISONS[comparison][self._at]

    def tie(self, rule: str) -> str:
        """A link of the tie chain."""
        return TIES[rule][self._at]

    def chain(self, rules: tuple[str, ...]) -> str:
        """The whole chain."""
        return (", dan " if self._at == 0 else ", then ").join(self.tie(rule) for rule in rules)
