import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from wijkwerk.foundation import photos
from wijkwerk.foundation.photos import LONGEST_SIDE, MOST_BYTES, Photo, reencode
from wijkwerk.foundation.reasons import Invalid

PLACE = "52.2550 6.1639 Deventer"


def picture(
    form: str = "JPEG", size: tuple[int, int] = (400, 300), mode: str = "RGB", **saved: object
) -> bytes:
    image = Image.new(mode, size, 200 if mode in ("L", "P") else (200, 30, 30, 0)[: len(mode)])
    out = io.BytesIO()
    image.save(out, form, **saved)
    return out.getvalue()


def with_exif(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telefoonmaker"
    exif[0x9286] = PLACE
    exif.get_ifd(0x8825)[2] = (52.0, 15.0, 18.0)  # latitude
    return picture(exif=exif.tobytes(), comment=PLACE.encode())


def look(photo: Photo) -> Image.Image:
    return Image.open(io.BytesIO(photo.content))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "MPO"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_pictures_people_have_become_a_jpeg(form: str, mode: str) -> None:
    photo = reencode(io.BytesIO(picture(form, mode=mode)))
    assert look(photo).format == "JPEG"
    assert (photo.width, photo.height) == look(photo).size == (400, 300)


def test_what_was_in_the_file_besides_the_picture_is_gone() -> None:
    upload = with_exif()
    assert b"Deventer" in upload  # else this test shows nothing
    photo = reencode(io.BytesIO(upload))
    assert not look(photo).getexif()
    assert not ({"exif", "comment", "icc_profile", "xmp"} & set(look(photo).info))
    for trace in (b"Exif", b"Deventer", b"Telefoonmaker", PLACE.encode()):
        assert trace not in photo.content


def test_text_hidden_in_a_png_is_gone() -> None:
    from PIL.PngImagePlugin import PngInfo

    hidden = PngInfo()
    hidden.add_text("place", PLACE)
    hidden.add_itxt("XML:com.adobe.xmp", PLACE)
    upload = picture("PNG", pnginfo=hidden)
    assert b"Deventer" in upload
    assert b"Deventer" not in reencode(io.BytesIO(upload)).content


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_sideways_is_put_upright(orientation: int) -> None:
    photo = reencode(io.BytesIO(with_exif(orientation)))
    sideways = orientation >= 5
    assert (photo.width, photo.height) == ((300, 400) if sideways else (400, 300))


def test_a_large_picture_is_made_small_and_keeps_its_shape() -> None:
    photo = reencode(io.BytesIO(picture(size=(4000, 3000))))
    assert (photo.width, photo.height) == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def test_a_small_picture_is_not_blown_up() -> None:
    photo = reencode(io.BytesIO(picture(size=(1, 1))))
    assert (photo.width, photo.height) == (1, 1)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_what_was_see_through_becomes_white_paper(form: str) -> None:
    seen = look(reencode(io.BytesIO(picture(form, mode="RGBA")))).getpixel((10, 10))
    assert min(seen) > 240, seen


def test_fifty_megabytes_are_refused_before_they_are_read() -> None:
    class Unread(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise AssertionError("read in spite of its size")

    with pytest.raises(Invalid) as refused:
        reencode(Unread(), size=50_000_000, field="foto")  # type: ignore[arg-type]
    assert "50 MB" in str(refused.value.reason)
    assert refused.value.reason.field == "foto"


def test_a_stream_that_lies_about_its_size_is_cut_off() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0, "asked for everything"
            self.given += size
            return b"\xff" * size

    stream = Endless()
    with pytest.raises(Invalid, match="16 MB"):
        reencode(stream, size=10)  # type: ignore[arg-type]
    assert stream.given <= MOST_BYTES + 1


def png_of(width: int, height: int) -> bytes:
    """A tiny file that claims to be this large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\x00" * 1000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [5_500, 9_000, 60_000, 2**31 - 1])
def test_a_decompression_bomb_is_refused(side: int) -> None:
    with pytest.raises(Invalid, match="geen foto die wij kunnen lezen"):
        reencode(io.BytesIO(png_of(side, side)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_is_made_small_before_it_is_copied(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A WebP of 100 kB cost 1.8 GB when every step copied the whole of it."""
    sizes: list[tuple[int, int]] = []
    whole = photos._on_white
    monkeypatch.setattr(photos, "_on_white", lambda image: sizes.append(image.size) or whole(image))
    reencode(io.BytesIO(picture(form, size=(5000, 4000))))
    assert sizes == [(LONGEST_SIDE, LONGEST_SIDE * 4 // 5)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7\n",
        "Geen foto maar tekst 😀".encode(),
        b"GIF89a",
        b"\xff\xd8\xff\xe0" + b"\x00" * 50,
    ],
    ids=["empty", "noughts", "svg", "pdf", "text", "gif head", "jpeg head"],
)
def test_what_is_no_photo_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        reencode(io.BytesIO(content), field="photo")
    assert "zonder foto" in str(refused.value.reason)
    assert refused.value.reason.field == "photo"
    assert refused.value.status == 422


@given(st.integers(1, 99), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]))
@settings(max_examples=60)
def test_a_photo_that_was_cut_off_is_refused_or_still_a_picture(percent: int, form: str) -> None:
    whole = picture(form, size=(64, 48))
    try:
        photo = reencode(io.BytesIO(whole[: len(whole) * percent // 100]))
    except Invalid:
        return
    assert look(photo).format == "JPEG"


_WHOLE = {"jpeg": with_exif(6), "png": picture("PNG", (32, 32)), "gif": picture("GIF", (32, 32), "L")}


@given(
    st.sampled_from(sorted(_WHOLE)),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12),
)
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_never_gives_anything_but_a_sentence(form: str, damage: list[tuple[int, int]]) -> None:
    content = bytearray(_WHOLE[form])
    for place, value in damage:
        content[place % len(content)] = value
    with suppress(Invalid):  # anything else would be an error page
        look(reencode(io.BytesIO(bytes(content)))).load()
