"""A source as people read it: the title of the document with its place, instead of the name of a file."""

from wijkwerk.approaches.sourcing import document


def cited(source: str, language: str = "nl") -> str:
    """`003_….txt §2.2 (5)` becomes the title of that document and the place; what is no known document stays."""
    return "; ".join(_one(place, language) for place in source.split("; ")) if source else ""


def _one(source: str, language: str) -> str:
    name, _, place = source.partition(" ")
    try:
        title = document(name).title.within(language)
    except KeyError:
        city, colon, rest = source.partition(": ")  # of another municipality
        return f"{city}: {_one(rest, language)}" if colon else source
    return f"{title}, {place}" if place else title
