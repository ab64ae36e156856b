"""The six questions of the 1997 report and the twelve dimensions: two ways to order what an approach says."""

from enum import StrEnum

from wijkwerk.approaches.values import Text

SIX_QUESTIONS: dict[str, Text] = {
    "objective": Text(nl="doelstelling", en="objective"),
    "development": Text(nl="ontwikkeling", en="development"),
    "organisation": Text(nl="organisatie binnen de gemeente", en="internal organisation"),
    "politics": Text(nl="relatie met de politiek", en="relation to politics"),
    "partners": Text(nl="relatie met instellingen buiten de gemeente", en="relation to outside institutions"),
    "effect": Text(nl="effect", en="effect"),
}


class Dimension(StrEnum):
    """The twelve dimensions along which approaches are set side by side."""

    SCALE = "scale"
    ROLES = "roles"
    CYCLE = "cycle"
    DECISIONS = "decisions"
    BUDGET = "budget"
    THEMES = "themes"
    PLANS = "plans"
    POLITICS = "politics"
    PARTNERS = "partners"
    INVOLVEMENT = "involvement"
    PRODUCTS = "products"
    EFFECT = "effect"


DIMENSION_WORDS: dict[Dimension, Text] = {
    Dimension.SCALE: Text(nl="schaal", en="scale"),
    Dimension.ROLES: Text(nl="rollen", en="roles"),
    Dimension.CYCLE: Text(nl="stappen van het jaar", en="steps of the year"),
    Dimension.DECISIONS: Text(nl="wie beslist", en="who decides"),
    Dimension.BUDGET: Text(nl="geld", en="money"),
    Dimension.THEMES: Text(nl="thema's", en="themes"),
    Dimension.PLANS: Text(nl="sectorplannen", en="sector plans"),
    Dimension.POLITICS: Text(nl="politiek", en="politics"),
    Dimension.PARTNERS: Text(nl="partners", en="partners"),
    Dimension.INVOLVEMENT: Text(nl="bewoners", en="residents"),
    Dimension.PRODUCTS: Text(nl="producten", en="products"),
    Dimension.EFFECT: Text(nl="effect", en="effect"),
}

# Which parts of the schema answer which question: every part but what a file says about itself.
PARTS: dict[str, tuple[str, ...]] = {
    "objective": ("objective", "principles"),
    "development": ("development", "valid", "example", "advice"),
    "organisation": (
        "levels",
        "organisation",
        "roles",
        "teams",
        "meetings",
        "cycle",
        "longlist",
        "plans",
        "routes",
        "budget",
        "themes",
        "signals",
        "options",
        "resident_texts",
    ),
    "politics": ("politics",),
    "partners": ("partners",),
    "effect": ("effect",),
}

DIMENSIONS: dict[str, Dimension] = {
    "levels": Dimension.SCALE,
    "roles": Dimension.ROLES,
    "teams": Dimension.ROLES,
    "meetings": Dimension.ROLES,
    "organisation": Dimension.ROLES,
    "cycle": Dimension.CYCLE,
    "longlist": Dimension.DECISIONS,
    "routes": Dimension.DECISIONS,
    "options.measures_decided_by": Dimension.DECISIONS,
    "options.plan_owner": Dimension.DECISIONS,
    "options.direction": Dimension.DECISIONS,
    "options.official_position": Dimension.DECISIONS,
    "budget": Dimension.BUDGET,
    "themes": Dimension.THEMES,
    "plans": Dimension.PRODUCTS,
    "signals": Dimension.INVOLVEMENT,
    "signals.scope": Dimension.SCALE,
    "resident_texts": Dimension.INVOLVEMENT,
    "politics": Dimension.POLITICS,
    "partners": Dimension.PARTNERS,
    "options": Dimension.INVOLVEMENT,
    "effect": Dimension.EFFECT,
}


def dimension_of(path: str) -> Dimension | None:
    """The dimension that a place in the schema belongs to."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        if found := DIMENSIONS.get(".".join(parts[:length])):
            return found
    return None
