"""What goes along with every page: what it may load, where its address may travel, what the browser must keep."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.addresses import Address, Guide, addresses
from tests.filled import Filled, make_filled_world, that_day
from wijkwerk.config.middleware import content_security_policy

# A code beside one of these is the key to the page: it must not travel on, nor be found by a search engine.
SOMEONE = {"asker_id", "contact_id", "voter_id"}
KEPT_BY_PLAIN_READING = re.compile(r"csrfmiddlewaretoken|name=\"csrf")
LOCAL = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"


def test_without_tiles_only_own_files() -> None:
    assert content_security_policy("").startswith(LOCAL)
    assert "http" not in content_security_policy("")


def test_a_tile_server_adds_its_host_and_nothing_else() -> None:
    policy = content_security_policy("https://tiles.example.nl/{z}/{x}/{y}.png?key=1")
    assert policy == content_security_policy("").replace("data:", "data: https://tiles.example.nl")
    several = content_security_policy("https://{s}.tiles.example.nl/{z}/{x}/{y}.png")
    assert several == content_security_policy("").replace("data:", "data: https://*.tiles.example.nl")


@pytest.fixture
def filled(transactional_db: None) -> Filled:
    return make_filled_world()


def public_pages(filled: Filled) -> list[tuple[Address, HttpResponseBase]]:
    """Every page that a stranger can open, opened by one stranger each."""
    guide = Guide(filled)
    found = []
    for address in addresses():
        if address.guard != "public":
            continue
        for _words, arguments in guide.arguments(address):
            response = Client().get(reverse(address.name, kwargs=arguments))
            if response.status_code == 200:
                found.append((address, response))
    return found


def test_headers_of_every_public_page(filled: Filled) -> None:
    with that_day(), override("nl"):
        pages = public_pages(filled)
    assert len(pages) > 25
    wrong = [told for address, response in pages for told in what_is_wrong(address, response)]
    assert not wrong, "\n".join(wrong)


def what_is_wrong(address: Address, response: HttpResponseBase) -> list[str]:
    """The headers that are missing or wrong."""
    headers, wrong = response.headers, []
    policy = headers.get("Content-Security-Policy", "")
    if not policy.startswith(LOCAL) or "frame-ancestors 'none'" not in policy:
        wrong.append("its policy lets in more than own files, or lets others frame it")
    if headers.get("X-Content-Type-Options") != "nosniff":
        wrong.append("may be guessed at")
    # Not `no-referrer`: a browser then hides from us too where a form came from, and no form would work.
    if headers.get("Referrer-Policy") != "same-origin":
        wrong.append("tells other sites where its reader was")
    if is_secret(address):
        if headers.get("Content-Type", "").startswith("text/html") and "noindex" not in headers.get(
            "X-Robots-Tag", ""
        ):
            wrong.append("may be indexed")
        if not {"no-store", "private"} & set(re.findall(r"[\w-]+", headers.get("Cache-Control", ""))):
            wrong.append("may be kept by others")
    return [f"{address.name}: {one}" for one in wrong]


def is_secret(address: Address) -> bool:
    """Whether knowing the address is what opens the page: a code beside the id of someone, or a token."""
    parameters = set(address.parameters)
    return bool({"token", "uidb36"} & parameters) or ("code" in parameters and bool(SOMEONE & parameters))


def test_a_page_that_is_only_read_leaves_nothing_in_the_browser(filled: Filled) -> None:
    """A cookie only comes with a form to fill in (against forgery); reading needs none."""
    with that_day(), override("nl"):
        pages = public_pages(filled)
    left = {}
    for address, response in pages:
        allowed = set()
        if KEPT_BY_PLAIN_READING.search(getattr(response, "content", b"").decode("utf-8", "replace")):
            allowed = {"csrftoken"}
        # A draft of a report belongs to the browser that writes it.
        if more := set(response.cookies) - allowed:
            left[address.name] = sorted(more)
    assert not left, left
