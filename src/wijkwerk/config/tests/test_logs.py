"""The log holds no secret link, no address and no row."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.test import Client

from wijkwerk.answers.views import asker
from wijkwerk.config.logs import Discreet

SECRET = "7KQ49XMP2FHTW3RN"
# Apart, because a traceback shows the line that raised it.
ROW = "Key (email)=(w.vanzuthem@example.org) already exists"
LINK = f"/volg/12/{SECRET}"


def written(caplog: pytest.LogCaptureFixture) -> str:
    """Everything that was logged, as the log of a site says it."""
    return "\n".join(Discreet("%(levelname)s %(name)s %(message)s").format(one) for one in caplog.records)


def test_every_line_of_the_log_is_discreet() -> None:
    logs: dict[str, Any] = settings.LOGGING
    formatters = logs["formatters"]
    used = {handler["formatter"] for handler in logs["handlers"].values()}
    assert {formatters[name]["()"] for name in used} == {"wijkwerk.config.logs.Discreet"}


def test_a_form_without_its_mark_leaves_no_secret_link(caplog: pytest.LogCaptureFixture) -> None:
    Client(enforce_csrf_checks=True).post(f"{LINK}/opgelost")
    assert SECRET in caplog.text, "then this test says nothing"
    assert SECRET not in written(caplog)
    assert "403 Forbidden: POST /volg/<int:asker_id>/<str:code>/opgelost" in written(caplog)


def test_an_error_leaves_no_secret_link_and_no_row(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_given: Any) -> None:
        try:
            raise KeyError(ROW)
        except KeyError as error:
            raise IntegrityError(ROW) from error

    monkeypatch.setattr(asker, "asker_of", breaks)
    Client(raise_request_exception=False).get(LINK)
    assert SECRET in caplog.text
    assert "vanzuthem" in caplog.text
    said = written(caplog)
    assert SECRET not in said
    assert "vanzuthem" not in said
    assert "500 Internal Server Error: GET /volg/<int:asker_id>/<str:code>" in said
    assert "in breaks" in said, "where it went wrong is what a developer needs"
    assert "builtins.KeyError" in said
    assert "django.db.utils.IntegrityError" in said


def test_a_strange_host_is_not_repeated(caplog: pytest.LogCaptureFixture) -> None:
    Client().get(LINK, headers={"host": "evil.example"})
    assert "evil.example" in caplog.text
    assert "evil.example" not in written(caplog)


def test_what_an_operator_must_know_is_said() -> None:
    try:
        raise OperationalError("database or disk is full")
    except OperationalError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "", 0, "round failed", None, (type(error), error, error.__traceback__)
        )
    assert "disk is full" in Discreet().format(record)
