"""Files on their way in: what is larger than any photo we take is counted to its end and kept no further."""

from __future__ import annotations

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from wijkwerk.foundation.photos import MOST_BYTES


class NoLargerThanAPhoto(TemporaryFileUploadHandler):
    """Keeps as much of a file as `reencode` may read, and its true size, so that the refusal can name it."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write it down, or let it go past."""
        if start <= MOST_BYTES:
            super().receive_data_chunk(raw_data, start)
