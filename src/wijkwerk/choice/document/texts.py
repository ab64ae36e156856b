"""The words of the report that the explanations do not have yet, in Dutch and English."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "title": ("Uitslag om na te tellen: {name}", "An outcome to recount: {name}"),
    "author": ("Wijkwerk, de telling", "Wijkwerk, the count"),
    "footer": ("Controlegetal van de uitslag: {hash}", "Fingerprint of the outcome: {hash}"),
    "lead": (
        "Met dit verslag en het stembestand kan iedereen de telling ronde voor ronde narekenen.",
        "With this report and the ballot file anybody can do the count again, round by round.",
    ),
    "in_short": ("In het kort", "In short"),
    "counted": ("Wat er geteld is", "What was counted"),
    "what": ("Wat", "What"),
    "value": ("Waarde", "Value"),
    "description": ("Omschrijving", "Description"),
    "voters": ("Stemmers", "Voters"),
    "distinct": ("Verschillende biljetten", "Different ballots"),
    "kind": ("Soort biljet", "Kind of ballot"),
    "budget": ("Budget", "Budget"),
    "votes_hash": ("Controlegetal van stemmen en plannen", "Fingerprint of votes and projects"),
    "settings_hash": ("Controlegetal van de instellingen", "Fingerprint of the settings"),
    "outcome_hash": ("Controlegetal van de uitslag", "Fingerprint of the outcome"),
    "engine": ("Telprogramma", "Counting engine"),
    "file_hash": ("SHA-256 van het bestand", "SHA-256 of the file"),
    "projects": ("Plannen", "Projects"),
    "project": ("Plan", "Project"),
    "id": ("Nummer", "Id"),
    "cost": ("Kosten", "Cost"),
    "votes": ("Stemmen", "Votes"),
    "score": ("Punten", "Points"),
    "groups": ("Thema en gebied", "Theme and area"),
    "settings": ("De afspraken", "The settings"),
    "rule": ("Manier van tellen", "Rule"),
    "utility": ("Wat een plan waard is voor wie het koos", "What a project is worth to whoever chose it"),
    "completion": ("Wat er gebeurt met geld dat overblijft", "What happens to money left over"),
    "increment": ("Per keer verhoogd met", "Raised each time by"),
    "stop": ("Stopt zodra er niets meer bij past", "Stops as soon as nothing more fits"),
    "comparison": ("Vergeleken met meeste stemmen eerst", "Compared with most votes first"),
    "whole": ("Eerste deel naar beneden afgerond", "First share rounded down"),
    "threshold": ("Drempel", "Threshold"),
    "seats": ("Plaatsen", "Seats"),
    "last": ("Punten voor de laatste plaats", "Points for the last place"),
    "constraints": ("Potten en grenzen", "Pots and limits"),
    "tie_chain": ("Bij een gelijke stand", "When level"),
    "seed": ("Getal van het lot", "Seed of the lot"),
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
    "rounds": ("Ronde voor ronde", "Round by round"),
    "round": ("Ronde {number}: {name}", "Round {number}: {name}"),
    "stage": ("Dit was in het deel: {stage}.", "This was in the part: {stage}."),
    "round_cost": (
        "Het plan kost {cost}. Daarna is er van het budget nog {left} over.",
        "The project costs {cost}. After it {left} of the budget is left.",
    ),
    "price": ("De prijs is {price} per stemmer", "The price is {price} per voter"),
    "price_graded": ("De prijs is {price} per punt", "The price is {price} per point"),
    "exact": (" (precies: {exact})", " (exactly: {exact})"),
    "partial_sum": ("Die laatsten geven samen {sum}.", "The latter give {sum} together."),
    "paid": ("Wie betaalde in ronde {number}", "Who paid in round {number}"),
    "each": ("Ieder betaalde", "Each paid"),
    "together": ("Samen", "Together"),
    "various": ("verschillend", "various"),
    "measure": ("Vergeleken getal: {measure}.", "Number compared: {measure}."),
    "no_rounds": ("Geen enkel plan kon door.", "No project could be funded."),
    "begin": (
        "Het budget van {budget} gedeeld door {voters} is {start} per stemmer.",
        "The budget of {budget} divided by {voters} is {start} per voter.",
    ),
    "raised": (
        "Dat deel is {times} keer met {step} verhoogd geprobeerd. De laatste verhoging die binnen het "
        "budget bleef, gaf {share}.",
        "That share was tried with {times} rises of {step}. The last that stayed within the budget gave {share}.",
    ),
    "left_voters": ("Wat stemmers aan het eind nog hebben", "What voters still hold in the end"),
    "holds": ("Ieder heeft nog", "Each still holds"),
    "how_equal": (
        "In elke ronde geldt: van alle plannen die hun kiezers samen kunnen betalen, gaat het plan door "
        "met de laagste prijs "
        "per waarde. Wie de hele prijs niet meer kan betalen, geeft wat over is; de anderen betalen samen "
        "de rest, ieder evenveel.",
        "In every round: of all projects that their supporters can pay together, the one with the lowest "
        "price per unit of worth "
        "is funded. Whoever cannot pay the whole price gives what is left; the others pay the rest, each as much.",
    ),
    "number": ("Ronde", "Round"),
    "one_price": ("Prijs per stemmer", "Price per voter"),
    "whole_price": ("Betaalden de hele prijs", "Paid the whole price"),
    "what_was_left": ("Gaven wat ze nog hadden", "Gave what they had left"),
    "left_over": ("Nog over", "Left over"),
    "ranking": ("De volgorde", "The order"),
    "place": ("Plaats", "Place"),
    "pairwise": ("Hoeveel stemmers zetten de rij boven de kolom", "How many voters put the row above the column"),
    "tallies": ("Stemmen per ronde", "Votes per round"),
    "event": ("Wat er gebeurde", "What happened"),
    "elected": ("gekozen: {name}", "elected: {name}"),
    "left_out": ("valt af: {name}", "left out: {name}"),
    "why_funded": ("Wat doorgaat, en hoe", "What is funded, and how"),
    "others": ("Wat niet doorgaat, en waarom", "What is not funded, and why"),
    "reason": ("Waarom niet", "Why not"),
    "none_lost": ("Alle plannen gaan door.", "All projects are funded."),
    "ties": ("Gelijke standen", "Ties"),
    "no_ties": ("Nergens was de stand gelijk.", "There were no ties."),
    "lot": (
        "Het lot is de volgorde van SHA-256 van de tekst ‘{seed}:nummer’, in kleine hexadecimale cijfers. "
        "De laagste gaat voor.",
        "The lot is the order of SHA-256 of the text ‘{seed}:id’, in lower-case hexadecimal. The lowest "
        "comes first.",
    ),
    "tickets": ("De loten van wie gelijk stond", "The lots of those who stood level"),
    "ticket": ("SHA-256 begint met", "SHA-256 begins with"),
    "compare": ("Dezelfde stemmen onder andere regels", "The same votes under other rules"),
    "winners": ("Plannen", "Projects"),
    "spent": ("Besteed", "Spent"),
    "with_one": ("Stemmers met een plan dat doorgaat", "Voters with a funded choice"),
    "average": ("Gemiddeld per stemmer", "Average per voter"),
    "part": ("Deel", "Part"),
    "money": ("Geld", "Money"),
    "only_here": ("Wie er doorgaan", "Which are funded"),
    "money_labels": ("Geld per thema en gebied", "Money per theme and area"),
    "label": ("Thema of gebied", "Theme or area"),
    "again": ("Zelf natellen", "Count it yourself"),
    "again_how": (
        "Met Wijkwerk telt u hetzelfde bestand opnieuw met deze opdracht:",
        "With Wijkwerk you count the same file again with this command:",
    ),
    "again_same": (
        "Staat er hetzelfde controlegetal onder, dan is de uitslag dezelfde. Met een ander programma kunt "
        "u de rondes van "
        "hoofdstuk {chapter} één voor één narekenen.",
        "If the same fingerprint stands below it, the outcome is the same. With another program you can "
        "check the rounds of "
        "chapter {chapter} one by one.",
    ),
    "again_constraints": (
        "Geef de potten en grenzen mee zoals ze in de afspraken staan.",
        "Add the pots and limits as they stand in the settings.",
    ),
    "ballots": ("Alle biljetten", "All ballots"),
    "ballots_how": (
        "Gelijke biljetten staan bij elkaar. Namen staan er niet bij.",
        "Equal ballots stand together. There are no names.",
    ),
    "ballot": ("Biljet", "Ballot"),
    "empty": ("(leeg)", "(empty)"),
    "ballots_many": (
        "Er zijn {number} verschillende biljetten; dat is te veel om hier te laten zien. Ze staan in het "
        "stembestand.",
        "There are {number} different ballots; too many to show here. They stand in the ballot file.",
    ),
    "remarks": ("Opmerkingen over het bestand", "Remarks about the file"),
    "no_remarks": ("Het bestand volgt de afspraken van Pabulib.", "The file follows the Pabulib format."),
}  # fmt: skip


class Texts:
    """Sentences in one language."""

    def __init__(self, language: str) -> None:
        self._at = 0 if language == "nl" else 1

    def __call__(self, key: str, **values: object) -> str:
        return TEXTS[key][self._at].format(**values)
