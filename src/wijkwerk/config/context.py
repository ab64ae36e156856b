"""What every page knows about the site it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Site:
    """The municipality's name, how to reach it, its theme and whether this is a demo."""

    name: str
    contact: str
    url: str
    theme_class: str
    theme_stylesheet: str
    demo: bool
    version: str
    tiles_url: str
    tiles_attribution: str


def site(_request: HttpRequest) -> dict[str, Site]:
    """Context processor: `municipality` in every template; `site` too, where no page brings a `site` of its own."""
    environment = settings.ENVIRONMENT
    here = Site(
        name=environment.municipality,
        contact=environment.contact,
        url=settings.SITE_URL,
        theme_class=environment.theme_class,
        theme_stylesheet=environment.theme_stylesheet,
        demo=settings.DEMO,
        version=settings.VERSION,
        tiles_url=environment.tiles_url,
        tiles_attribution=environment.tiles_attribution,
    )
    # The sign-in pages of allauth come with their own `site`: the frame of the page reads `municipality`.
    return {"site": here, "municipality": here}
