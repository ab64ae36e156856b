"""What every test can count on: the database asked for, Chromium when it is there, and honest skips.

`WIJKWERK_TEST_DATABASE_URL` names a PostgreSQL to use (`auto` starts one in a temporary folder); without it the
suite runs on SQLite. `WIJKWERK_TEST_REQUIRE=browser,postgresql` turns a skip for want of one into a failure.
"""

from __future__ import annotations

import os

os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "1"
)  # Playwright's loop runs in the thread that also asks Django
os.environ.setdefault("WIJKWERK_MODE", "development")
os.environ.setdefault("WIJKWERK_SECRET_KEY", "test-secret-key-test-secret-key-test-secret-key-1234")
os.environ.setdefault("WIJKWERK_CONTACT_KEYS", "test-contact-key-of-some-length")
os.environ.setdefault("WIJKWERK_SITE_URL", "http://testserver")
os.environ.setdefault("WIJKWERK_MUNICIPALITY", "Deventer")
os.environ.setdefault("WIJKWERK_DATA_DIR", os.path.join(os.environ.get("TMPDIR", "/tmp"), "wijkwerk-tests"))  # noqa: PTH118
