"""What every test can count on: the database asked for, a browser when one is there, and honest skips.

`WIJKWERK_TEST_DATABASE_URL` names a PostgreSQL to use, or as many as there are processes with a blank between;
without it the suite runs on SQLite.
`WIJKWERK_TEST_REQUIRE=browser,postgresql` turns a skip for want of one into a failure.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.machine import BROWSER_FLAGS, chromium, required

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# Settings are read on import of Django's settings: they must stand here first, whatever the shell says.
os.environ.update(
    {
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's loop runs in the thread that also asks Django
        "WIJKWERK_MODE": "development",
        "WIJKWERK_SECRET_KEY": "test-secret-key-test-secret-key-test-secret-key-1234",
        "WIJKWERK_CONTACT_KEYS": "test-contact-key-of-some-length",
        "WIJKWERK_SITE_URL": "http://testserver",
        "WIJKWERK_MUNICIPALITY": "Deventer",
        "WIJKWERK_DATA_DIR": str(Path(tempfile.gettempdir()) / f"wijkwerk-tests-{os.getuid()}"),
        "WIJKWERK_LOG_LEVEL": "ERROR",
    }
)
os.environ.pop("WIJKWERK_DATABASE_URL", None)
if _servers := os.environ.get("WIJKWERK_TEST_DATABASE_URL", "").split():
    # A server for each process: which transactions still run is asked of a whole server, and the open test of another
    # process would hold up what this one waits to read.
    _worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.environ["WIJKWERK_DATABASE_URL"] = _servers[_worker % len(_servers)]
ON_POSTGRESQL = bool(_servers)

_proven: dict[str, list[tuple[str, bool]]] = {}


class NoMigrations:
    """Tables come straight from the models, in a second; tests/test_migrations.py holds the migrations to the same.

    Set once on the settings themselves: pytest-django's own switch is lost with the first test that overrides one.
    """

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Before any database is made."""
    from django.conf import settings

    settings.MIGRATION_MODULES = NoMigrations()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what this machine, or this run, cannot do; fail instead where it was required."""
    # What is given more time than usual begins first: no process waits for it at the end.
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)
    for item in items:
        if item.get_closest_marker("browser"):
            if ON_POSTGRESQL:
                item.add_marker(pytest.mark.skip(reason="browser tests run once, on SQLite"))
            elif chromium() is None:
                _leave_out(item, "browser", "no Chromium on this machine; Debian has it as `chromium`")
        if item.get_closest_marker("postgresql") and not ON_POSTGRESQL:
            item.add_marker(pytest.mark.skip(reason="runs in the round on PostgreSQL"))


def _leave_out(item: pytest.Item, what: str, why: str) -> None:
    if what in required():
        raise pytest.UsageError(f"{what} is required and missing: {why}")
    item.add_marker(pytest.mark.skip(reason=why))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Carry the requirements a test proves along with its report, also across processes."""
    outcome: Any = yield
    report = outcome.get_result()
    ids = [mark.args[0] for mark in item.iter_markers("requirement")]
    if ids and report.when == "call":
        report.user_properties.append(("requirements", ids))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Gather which requirements have a passing test."""
    for name, ids in report.user_properties:
        if name == "requirements" and report.when == "call":
            for requirement in ids:  # type: ignore[attr-defined]
                _proven.setdefault(requirement, []).append((report.nodeid, report.passed))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was proven where `tests.traceability` asked for it."""
    target = os.environ.get("WIJKWERK_TEST_PROVEN")
    if target and not hasattr(session.config, "workerinput"):
        import json

        Path(target).write_text(json.dumps(_proven), encoding="utf-8")


@pytest.fixture(autouse=True)
def _no_cache_between_tests() -> Iterator[None]:
    """What one test kept in memory another must not find."""
    yield
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def _own_media(tmp_path: Path, settings: Any) -> None:
    """Photos and mail of a test go to its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium under Playwright; one per process."""
    from playwright.sync_api import sync_playwright

    executable = chromium()
    assert executable, "collected without Chromium"
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=executable, args=BROWSER_FLAGS)
        yield instance
        instance.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor, in Dutch."""
    fresh = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    fresh.set_default_timeout(15_000)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of a fresh visitor."""
    return context.new_page()
