"""Reading amounts and whole numbers from cells, with a finding instead of a guess."""

import re
from fractions import Fraction

from wijkwerk.choice.errors import ChoiceError
from wijkwerk.choice.money import parse_decimal
from wijkwerk.choice.pabulib.findings import Findings


def amount(text: str, line: int, field: str, findings: Findings) -> Fraction | None:
    """An amount of money that is not negative; None (with a fatal finding) where it cannot be read."""
    if re.fullmatch(r"\d+,\d+", text):
        if re.fullmatch(r"\d{1,3},\d{3}", text):
            message = f"{text!r} may mean thousands or decimals; write it with a point, or without a comma."
            findings.fatal(line, field, "comma in number", message)
            return None
        findings.error(line, field, "comma in number", f"{text!r} has a comma where a point should stand.")
        text = text.replace(",", ".")
    try:
        value = parse_decimal(text)
    except ChoiceError:
        findings.fatal(line, field, "no number", f"{text[:40]!r} is not an amount.")
        return None
    if value < 0:
        findings.fatal(line, field, "negative amount", f"{text} is less than nothing.")
        return None
    return value


def whole_or_none(text: str | None) -> int | None:
    """A whole number if the text is one (also written as 3.0), else None; reported elsewhere."""
    match = re.fullmatch(r"([+-]?\d{1,18})(\.0+)?", (text or "").strip())
    return int(match[1]) if match else None


def limit(text: str | None) -> Fraction | None:
    """A decimal limit if the text is one, else None."""
    try:
        return parse_decimal((text or "").replace(",", "."))
    except ChoiceError:
        return None
