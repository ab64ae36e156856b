"""Photos that come in from outside: looked at, made small, written anew. What was in the file besides the picture
(place, camera, name) does not survive.
"""

from __future__ import annotations

import io
import threading
import warnings
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from wijkwerk.foundation.reasons import Invalid, Reason

MOST_BYTES = 15_000_000
# A JPEG is read small at once; of the others the whole picture stands in memory first.
MOST_PIXELS, MOST_PIXELS_WHOLE = 60_000_000, 30_000_000
LONGEST_SIDE = 1600
_READ_SMALL = ("JPEG", "MPO")
_RESIZED_WELL = ("RGB", "RGBA", "L", "LA", "CMYK", "YCbCr")
_one_at_a_time = threading.Lock()
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")  # a phone's MPO is a JPEG with more behind it


@dataclass(frozen=True)
class Photo:
    """A picture as we keep it: JPEG, at most 1600 pixels on its longest side, no metadata."""

    content: bytes
    width: int
    height: int


def reencode(upload: IO[bytes], *, size: int | None = None, field: str = "photo") -> Photo:
    """Read an uploaded file and write it anew.

    Raises Invalid with a sentence when the file is too big, no picture, or broken; `field` is named in it.
    """
    if size is not None and size > MOST_BYTES:
        raise Invalid(
            Reason(
                _("De foto is %(size)s MB. Kies een foto van hoogstens %(most)s MB, of meld het zonder foto.")
                % {"size": -(-size // 1_000_000), "most": MOST_BYTES // 1_000_000},
                field=field,
                rule="foto.grootte",
            )
        )
    no_picture = Invalid(
        Reason(
            _(
                "Dit bestand is geen foto die wij kunnen lezen. Kies een JPG, PNG of WebP, of meld het zonder foto."
            ),
            field=field,
            rule="foto.soort",
        )
    )
    data = upload.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return reencode(io.BytesIO(), size=len(data), field=field)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                most = MOST_PIXELS if image.format in _READ_SMALL else MOST_PIXELS_WHOLE
                if image.width * image.height > most:
                    raise no_picture
                # One at a time: a small file can hold a picture of hundreds of megabytes.
                with _one_at_a_time:
                    upright = _on_white(ImageOps.exif_transpose(_small(image)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        raise no_picture from None
    out = io.BytesIO()
    # A fresh image: nothing but the pixels goes over.
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    clean.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    return Photo(out.getvalue(), clean.width, clean.height)


def _small(image: Image.Image) -> Image.Image:
    """Made small before anything else: every step after it would make one more copy of the whole."""
    if image.mode not in _RESIZED_WELL:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """As RGB. What was see-through becomes white paper; it would turn black, and a drawing with it."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("RGB")
