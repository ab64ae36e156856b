"""A file larger than any photo is refused with its true size, and takes no more of the disk than a photo may."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from wijkwerk.foundation.photos import MOST_BYTES, reencode
from wijkwerk.foundation.reasons import Invalid


class Long(io.BytesIO):
    """So many bytes under a name."""

    def __init__(self, size: int) -> None:
        super().__init__(b"\xff" * size)
        self.name = "photo.jpg"


def posted(**files: object) -> HttpRequest:
    """A form with files."""
    return RequestFactory().post("/meld", files)


def test_fifty_megabytes_stand_on_disk_as_fifteen() -> None:
    upload = posted(photo=Long(50_000_000)).FILES["photo"]
    assert upload.size == 50_000_000
    assert Path(upload.temporary_file_path()).stat().st_size < MOST_BYTES + 100_000
    with pytest.raises(Invalid, match="50 MB"):
        reencode(upload, size=upload.size)


def test_what_fits_comes_in_whole() -> None:
    upload = posted(photo=Long(MOST_BYTES)).FILES["photo"]
    assert Path(upload.temporary_file_path()).stat().st_size == upload.size == MOST_BYTES


def test_many_files_at_once_are_not_taken_in() -> None:
    answer = Client().post("/meld", {f"photo{number}": Long(10) for number in range(6)})
    assert answer.status_code == 400
