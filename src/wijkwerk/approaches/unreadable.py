"""Why a file cannot be read, for its writer: the reader of TOML knows English only."""

import re

# What goes wrong most when a file is read, as its writer would say it; the place in the file is added.
CAUSES = (
    ("Unclosed array", "een lijst is niet gesloten met ]"),
    ("Unclosed inline table", "een tabel op één regel is niet gesloten met }"),
    ("Unterminated string", "een tekst is niet gesloten met een aanhalingsteken"),
    ("Illegal character", "hier staat een teken dat niet mag"),
    ("Cannot overwrite a value", "dit staat er twee keer"),
    ("Cannot declare", "deze kop staat er twee keer"),
    ("Cannot mutate immutable", "dit staat er twee keer"),
    ("Expected '='", "hier hoort een = na de naam"),
    ("Expected ']'", "een kop is niet gesloten met ]"),
    ("Invalid initial character", "dit is geen naam van een waarde"),
    ("Expected newline", "na een waarde hoort een nieuwe regel"),
    ("Invalid value", "hier hoort een waarde: een tekst tussen aanhalingstekens, een getal, true of false"),
    ("Is a directory", "dit is een map"),
    ("Permission denied", "u mag dit bestand niet lezen"),
    ("codec can't decode", "het bestand is niet bewaard als UTF-8"),
)


def unreadable(error: Exception) -> tuple[str, str]:
    """That a file cannot be read, with the cause and the place in both languages."""
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    known = next((dutch for english, dutch in CAUSES if english in told), "")
    at = re.search(r"at line (\d+), column (\d+)", told)
    where = (
        f" (regel {at[1]}, teken {at[2]})" if at else " (aan het eind)" if "end of document" in told else ""
    )
    return (
        f"dit is geen leesbare TOML: {known or 'de schrijfwijze klopt niet'}{where}",
        f"this is not readable TOML: {told}",
    )
