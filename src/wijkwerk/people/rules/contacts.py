"""Contact data written one way, so that equal means equal, and the rule for when two are one person."""

from __future__ import annotations

import re
from dataclasses import dataclass

_POSTCODE = re.compile(r"(?<!\d)([1-9]\d{3})\s?([a-zA-Z]{2})(?![a-zA-Z])")
_HOUSE_NUMBER = re.compile(r"(?<!\w)(\d{1,5})(?:\s*-?\s*(bis|[a-z]{1,2}|\d{1,4}))?(?!\w)")


def normal_email(email: str) -> str:
    """Small letters, no blanks around. Nothing cleverer: to some hosts a dot makes another box."""
    return email.strip().casefold()


def normal_phone(phone: str) -> str:
    """`06-1234 5678`, `(06) 12345678`, `0031 6 12345678` and `+31 6 1234 5678` all become `+31612345678`.

    A number that is not Dutch keeps its country code; what holds no digits becomes empty.
    """
    kept = "".join(character for character in phone if character.isdigit() and character.isascii())
    if phone.strip().startswith("+"):
        international = kept
    elif kept.startswith("00"):
        international = kept[2:]
    elif kept.startswith("0"):
        international = "31" + kept[1:]
    else:
        return kept
    # "+31 (0)6 …" is written often; the nought in brackets is not dialled.
    if international.startswith("310"):
        international = "31" + international[3:]
    return f"+{international}" if international else ""


def normal_postcode(text: str) -> str:
    """`7415 ab` → `7415AB`; empty when there is no Dutch postcode in the text."""
    found = _POSTCODE.search(text)
    return f"{found[1]}{found[2].upper()}" if found else ""


def normal_address(address: str) -> str:
    """Street, number, postcode and place with single blanks and small letters, postcode as `7415ab`.

    With a postcode, postcode and house number say it all: how the street is spelled then makes no difference.
    """
    plain = " ".join(address.replace(",", " ").casefold().split())
    postcode = normal_postcode(plain).casefold()
    if postcode:
        rest = _POSTCODE.sub(" ", plain)
        number = _HOUSE_NUMBER.search(rest)
        if number:
            return f"{postcode} {number[1]}-{number[2]}" if number[2] else f"{postcode} {number[1]}"
        return f"{postcode} {' '.join(rest.split())}"
    return plain


def normal_name(name: str) -> str:
    """Small letters and single blanks, for comparing only."""
    return " ".join(name.casefold().split())


@dataclass(frozen=True)
class Details:
    """What someone gave to be reached by; each part may be empty."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""

    def __bool__(self) -> bool:
        """Whether there is any way to reach this person; a name alone is none."""
        return bool(self.email or self.phone or self.address)


def is_same_person(known: Details, given: Details, *, by_desk: bool) -> bool:
    """Whether what is given now belongs to whom we know already.

    An e-mail address is one person's, so it settles the matter. A telephone or a postal address may be
    shared at home: then the names must not differ. And who only knows someone's number must not be able to
    have that person's answers sent elsewhere: away from the desk, where a colleague asks, nothing new is
    added on a number alone.
    """
    if given.email:
        return normal_email(given.email) == normal_email(known.email)
    names_differ = bool(known.name and given.name and normal_name(known.name) != normal_name(given.name))
    if names_differ:
        return False
    if given.phone:
        adds = bool(given.address) and normal_address(given.address) != normal_address(known.address)
        same_number = normal_phone(given.phone) == normal_phone(known.phone)
        return same_number and (not adds or (by_desk and not known.address))
    same_home = bool(given.address) and normal_address(given.address) == normal_address(known.address)
    return same_home and bool(given.name and known.name)
