"""A QR code as an SVG picture without colours or styles of its own."""

from __future__ import annotations

import io

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(link: str) -> SafeString:
    """The link as QR, error correction M, to stand inline in a page."""
    out = io.BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(out, kind="svg", xmldecl=False, svgns=True, svgclass=None, lineclass=None, omitsize=True)
    return mark_safe(out.getvalue().decode())  # noqa: S308 - made by segno from modules, holds no text of people
