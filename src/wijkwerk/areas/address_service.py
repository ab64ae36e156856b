"""The national address service (in the shape of PDOK's Locatieserver), asked only where a site switched it
on.

A resident waits for this, so it answers fast or not at all: after a failure it is left alone for a minute.
What was asked is never logged; it may be where someone lives.
"""

from __future__ import annotations

import json
import logging
import re
import time
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings

from wijkwerk.areas.models import Area
from wijkwerk.areas.rules.codes import GEMEENTE
from wijkwerk.areas.rules.search import MOST_CHARACTERS

log = logging.getLogger(__name__)

SECONDS_TO_WAIT = 2.0
SECONDS_OF_REST = 60.0
_MOST_BYTES = 200_000
_MOST_ANSWERS = 8
_MOST_MUNICIPALITIES = 5
_POINT = re.compile(r"POINT\((-?[\d.]+) (-?[\d.]+)\)")
_rest_until = 0.0

Answer = tuple[str, float, float]


def ask(text: str) -> list[Answer]:
    """Label, longitude and latitude of the best answers; none when switched off, unknown or out of reach."""
    global _rest_until
    address: str = settings.ENVIRONMENT.address_service_url
    if not address or time.monotonic() < _rest_until:
        return []
    try:
        return _answers(_fetch(f"{address}{'&' if '?' in address else '?'}{urlencode(_question(text))}"))
    except (OSError, ValueError, HTTPException) as error:
        _rest_until = time.monotonic() + SECONDS_OF_REST
        log.warning("the address service did not answer (%s); using the local streets", type(error).__name__)
        return []


def _question(text: str) -> list[tuple[str, str]]:
    question = [
        ("q", text[:MOST_CHARACTERS]),
        ("rows", str(_MOST_ANSWERS)),
        ("fl", "weergavenaam,centroide_ll"),
    ]
    here = Area.objects.filter(level=GEMEENTE, valid_to__isnull=True)
    codes = here.values_list("code", flat=True)[: _MOST_MUNICIPALITIES + 1]
    # A site that read in the whole country would otherwise ask about the wrong few.
    if 0 < len(codes) <= _MOST_MUNICIPALITIES:
        within = " OR ".join(code.removeprefix("GM") for code in codes)
        question.append(("fq", f"gemeentecode:({within})"))
    return question


def _fetch(address: str) -> Any:
    if not address.startswith(("https://", "http://")):
        raise ValueError("the address service needs a web address")
    request = Request(address, headers={"Accept": "application/json", "User-Agent": "Wijkwerk"})  # noqa: S310
    with urlopen(request, timeout=SECONDS_TO_WAIT) as response:  # noqa: S310
        return json.loads(response.read(_MOST_BYTES))


def _answers(document: Any) -> list[Answer]:
    try:
        found = document["response"]["docs"]
        return [
            (str(each["weergavenaam"]), float(point[1]), float(point[2]))
            for each in found[:_MOST_ANSWERS]
            if (point := _POINT.match(str(each.get("centroide_ll", ""))))
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("an answer in another shape") from error
