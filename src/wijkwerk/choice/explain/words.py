"""The sentences, in plain Dutch (B1) and English, each with the numbers it needs."""

from collections.abc import Mapping
from fractions import Fraction

from wijkwerk.choice.errors import SettingError
from wijkwerk.choice.outcome import Why

LANGUAGES = ("nl", "en")
SYMBOLS = {"EUR": "€", "NLG": "ƒ", "GBP": "£", "USD": "$"}

WHY: Mapping[Why, tuple[str, str]] = {
    Why.WITHDRAWN: ("Dit plan is teruggetrokken.", "This project was withdrawn."),
    Why.TOO_DEAR: (
        "Dit plan kost meer dan het hele budget.",
        "This project costs more than the whole budget.",
    ),
    Why.NO_SUPPORT: ("Niemand heeft dit plan gekozen.", "Nobody chose this project."),
    Why.BELOW_THRESHOLD: (
        "Dit plan kreeg minder stemmen dan nodig was om mee te doen.",
        "This project got fewer votes than it needed to take part.",
    ),
    Why.NO_ROOM: (
        "Toen dit plan aan de beurt was, was er niet genoeg geld meer.",
        "When its turn came, there was not enough money left.",
    ),
    Why.AFTER_THE_STOP: (
        "De telling was al gestopt, omdat een plan met meer stemmen niet meer paste.",
        "The count had stopped, because a project with more votes did not fit.",
    ),
    Why.TOO_FEW_VOTES: (
        "Dit plan kreeg te weinig stemmen voor wat het kost.",
        "This project got too few votes for its cost.",
    ),
    Why.SUPPORT_SPENT: (
        "De mensen die dit plan kozen, betaalden vooral mee aan andere plannen.",
        "The people who chose this project mostly paid for other projects.",
    ),
    Why.NOT_IN_TIME: (
        "De mensen die dit plan kozen, hadden het bedrag niet op tijd bij elkaar.",
        "The people who chose this project did not have its cost together in time.",
    ),
    Why.NOT_IN_BEST_SET: (
        "Er is een combinatie van andere plannen die samen meer waard is.",
        "A set of other projects is worth more together.",
    ),
    Why.EXCLUDED: (
        "Dit plan kan niet samen met {by}, en dat plan gaat door.",
        "This project cannot go together with {by}, which won.",
    ),
    Why.WAITED: (
        "Dit plan kan alleen samen met {by}, en dat plan gaat niet door.",
        "This project needs {by}, which did not win.",
    ),
    Why.OUTSIDE_POTS: (
        "Voor dit soort plannen was geen geld apart gezet.",
        "No money was set apart for this kind of project.",
    ),
    Why.GROUP_FULL: (
        "Voor {by} was het hoogste bedrag bereikt.",
        "The most that {by} may cost was reached.",
    ),
}

TEXTS: Mapping[str, tuple[str, str]] = {
    "funded": (
        "{name} gaat door. Het kost {cost} en kreeg {votes}.",
        "{name} is funded. It costs {cost} and got {votes}.",
    ),
    "lost": (
        "{name} gaat niet door. Het kost {cost} en kreeg {votes}.",
        "{name} is not funded. It costs {cost} and got {votes}.",
    ),
    "price": ("{payers} betaalden elk {price}.", "{payers} paid {price} each."),
    "price_one": ("{payers} betaalde {price}.", "{payers} paid {price}."),
    "partial_one": ("{payers} gaf wat die nog had.", "{payers} gave what they had left."),
    "partial": ("{payers} gaven wat ze nog hadden.", "{payers} gave what they had left."),
    "supporters_lack": (
        "Na de telling hadden zij samen nog {available}. Er ontbrak {money}.",
        "After the count they had {available} left together. {money} was missing.",
    ),
    "room_lack": ("Er was nog {available}. Er ontbrak {money}.", "There was {available} left. {money} was missing."),
    "lacking_votes": ("Dat is het deel van {votes}.", "That is the share of {votes}."),
    "flows": ("Hun geld ging vooral naar: {flows}.", "Their money mostly went to: {flows}."),
    "change_cost_win": ("Met een prijs van {cost} was het wel doorgegaan.", "At a cost of {cost} it would have won."),
    "change_cost_lose": (
        "Met een prijs van {cost} was het niet doorgegaan.",
        "At a cost of {cost} it would have lost.",
    ),
    "change_votes_win": ("Met {votes} meer was het wel doorgegaan.", "With {votes} more it would have won."),
    "change_votes_lose": ("Met {votes} minder was het niet doorgegaan.", "With {votes} fewer it would have lost."),
    "receipt_paid": ("Uw stem betaalde mee: {items}.", "Your vote paid towards: {items}."),
    "receipt_item": ("{amount} aan {name}", "{amount} for {name}"),
    "receipt_none": ("Uw stem betaalde aan geen plan mee.", "Your vote paid for no project."),
    "receipt_funded": ("{funded} van uw {choices} keuzes gaan door.", "{funded} of your {choices} choices are funded."),
    "receipt_one": ("1 van uw {choices} keuzes gaat door.", "1 of your {choices} choices is funded."),
    "receipt_left": ("Over: {amount}.", "Left: {amount}."),
    "summary": (
        "{winners} van de {projects} plannen gaan door. "
        "Ze kosten samen {cost} van de {budget}; er blijft {left} over.",
        "{winners} of {projects} projects are funded. Together they cost {cost} of {budget}; {left} is left over.",
    ),
    "share": (
        "Ieder van de {voters} stemmers verdeelde {start}, verhoogd tot {share}.",
        "Each of the {voters} voters had {start} to spend, raised to {share}.",
    ),
    "share_plain": (
        "Ieder van de {voters} stemmers verdeelde {start}.",
        "Each of the {voters} voters had {start} to spend.",
    ),
    "tie": ("Gelijk: {level}. Volgorde: {order} (door {by}).", "Level: {level}. Order: {order} (by {by})."),
    "tie_changes": ("Met {first} eerst: wel {gained}, niet {lost}.", "With {first} first: {gained} in, {lost} out."),
    "tie_same": ("Met {first} eerst was de uitkomst dezelfde.", "With {first} first the outcome is the same."),
    "column": (
        "{winners} plannen, {cost}; "
        "{share} van de stemmers heeft minstens één plan dat doorgaat (gemiddeld {average}).",
        "{winners} projects, {cost}; {share} of the voters have at least one funded choice ({average} on average).",
    ),
    "winners": ("Deze plannen gaan door", "Funded projects"),
    "losers": ("Deze plannen gaan niet door", "Projects that are not funded"),
    "ties": ("Gelijke stand", "Ties"),
    "ranking": ("Volgorde", "Order"),
    "nothing": ("niets", "nothing"),
    "hash": ("Controlegetal", "Fingerprint"),
}  # fmt: skip
VOTES = (("{n} stem", "{n} stemmen"), ("{n} vote", "{n} votes"))
VOTERS = (("{n} stemmer", "{n} stemmers"), ("{n} voter", "{n} voters"))


class Words:
    """Sentences in one language, with amounts in the currency and scale of an election."""

    def __init__(self, language: str, currency: str = "", scale: int = 1) -> None:
        if language not in LANGUAGES:
            raise SettingError(f"There are explanations in {' and '.join(LANGUAGES)}, not in {language!r}.")
        self._at = LANGUAGES.index(language)
        self._currency = currency
        self._scale = scale

    def text(self, key: str, **values: object) -> str:
        """A sentence with its numbers filled in."""
        return TEXTS[key][self._at].format(**values)

    def why(self, why: Why, by: str = "") -> str:
        """Why a project lost."""
        return WHY[why][self._at].format(by=by)

    def votes(self, number: int) -> str:
        """`1 stem`, `12 stemmen`."""
        return self._plural(VOTES, number)

    def voters(self, number: int) -> str:
        """`1 stemmer`, `12 stemmers`."""
        return self._plural(VOTERS, number)

    def _plural(self, forms: tuple[tuple[str, str], tuple[str, str]], number: int) -> str:
        return forms[self._at][number != 1].format(n=self.number(Fraction(number), 0))

    def money(self, minor: Fraction | int) -> str:
        """`€ 1.234,50` or `€1,234.50`; whole amounts without decimals."""
        amount = Fraction(minor) / self._scale
        shown = self.number(amount, 0 if amount.denominator == 1 else 2)
        if not self._currency:
            return shown
        symbol = SYMBOLS.get(self._currency, self._currency)
        space = "\N{NO-BREAK SPACE}" if self._at == 0 or len(symbol) > 1 else ""
        return f"{symbol}{space}{shown}"

    def percent(self, part: Fraction) -> str:
        """A part as a percentage, with one decimal."""
        return f"{self.number(part * 100, 1)}%"

    def number(self, value: Fraction, digits: int) -> str:
        """A number with thousands and decimals as the language writes them, half up."""
        scaled = int((value * 10**digits * 2 + 1) // 2)
        whole, rest = divmod(abs(scaled), 10**digits)
        shown = f"{whole:,}" + (f".{rest:0{digits}}" if digits else "")
        if self._at == 0:
            shown = shown.translate(str.maketrans(",.", ".,"))
        return f"-{shown}" if scaled < 0 else shown
