"""What pages of every capability share about areas: the area an address names, and the way back to its own page."""

from __future__ import annotations

from django.http import Http404

from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import working_areas


def working_area(code: str) -> Area:
    """The working area with this code; Http404 when there is none."""
    area = next((area for area in working_areas() if area.code == code), None)
    if area is None:
        raise Http404
    return area
