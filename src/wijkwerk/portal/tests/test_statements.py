"""What a site must say, open to everyone, in both languages."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
PAGES = ("accessibility", "privacy", "open-data", "colophon", "approach", "home")


@pytest.mark.parametrize("name", PAGES)
def test_everyone_may_read_it_in_dutch_and_in_english(client: Client, name: str) -> None:
    address = reverse(f"portal:{name}")
    dutch = client.get(address, headers={"Accept-Language": "nl"})
    english = client.get(address, headers={"Accept-Language": "en"})
    assert (dutch.status_code, english.status_code) == (200, 200)
    assert '<html lang="en"' in english.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_links_to_what_the_law_asks(client: Client, name: str) -> None:
    page = client.get(reverse(f"portal:{name}")).content.decode()
    for other in ("accessibility", "privacy", "open-data", "colophon"):
        assert f'href="{reverse(f"portal:{other}")}"' in page


def test_the_style_guide_is_not_for_production(client: Client, settings: pytest.FixtureRequest) -> None:
    assert client.get(reverse("portal:style-guide")).status_code == 200
    settings.PRODUCTION = True  # type: ignore[attr-defined]
    assert client.get(reverse("portal:style-guide")).status_code == 404
