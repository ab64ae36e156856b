"""The outcome of a recount as a browser shows it: the one page that no link alone leads to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from tests.journeys.looking import NARROW, Complaints, axe_finds, frame_is_wrong, too_wide
from wijkwerk.choice.tests.pb import SMALL, spoil

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[4]
NEIGHBOURHOOD = ROOT / "docs" / "tutorials" / "rivierenwijk.pb"

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(240)]


@pytest.mark.parametrize(("language", "width"), [("nl", NARROW), ("en", 1280)])
def test_outcome_and_refusal_are_good_for_everyone(
    browser: Browser, live_server: Any, tmp_path: Path, language: str, width: int
) -> None:
    long = tmp_path / "lang.pb"
    name = "Speelplek" * 6 + " onder de kastanje en naast het wijkgebouw aan de Rivierenlaan"
    long.write_bytes(spoil("Speelplek", name))
    bad = tmp_path / "fout.pb"
    bad.write_text(SMALL.replace("budget;1000", "budget;veel"), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="nl-NL")
    context.add_cookies([{"name": "taal", "value": language, "url": live_server.url}])
    page, complaints, found = context.new_page(), Complaints(), []
    complaints.listen(page)
    for file, opened in ((NEIGHBOURHOOD, "verder"), (long, "verder"), (bad, "fouten")):
        page.goto(live_server.url + reverse("participation:recount"))
        found += [f"asking: {fault}" for fault in too_wide(page) + axe_finds(page)]
        page.set_input_files("input[type=file]", str(file))
        page.click("main form button[type=submit]")
        page.wait_for_selector(f"#{opened}")
        found += [f"{file.name}: {fault}" for fault in frame_is_wrong(page, language)]
        found += [f"{file.name}: {fault}" for fault in too_wide(page) + axe_finds(page)]
    context.close()
    refused = [fault for fault in complaints.take() if "422" not in fault]
    assert not found + refused, "\n".join(found + refused)


def test_the_report_comes_without_scripts(browser: Browser, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(live_server.url + reverse("participation:recount"))
    page.set_input_files("input[type=file]", str(NEIGHBOURHOOD))
    page.click("main form button[type=submit]")
    page.wait_for_selector("#verder")
    with page.expect_download() as download:
        page.click("button[value=report]")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    context.close()
