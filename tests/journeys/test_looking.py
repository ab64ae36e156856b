"""The eyes of the browser tests see what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.looking import NARROW, Complaints, axe_finds, frame_is_wrong, too_wide

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]

FAULTY = """<!doctype html><html lang="de"><head><title> · Wijkwerk</title></head><body><main>
<h1>Een</h1><h1>Twee</h1><p style="color: #bbb; background: #fff">Te licht</p><img src="data:,">
<button style="width: 9px; padding: 0">x</button><button style="width: 9px; padding: 0">y</button>
<p style="width: 900px">Te breed</p><div style="overflow-x: auto"><p style="width: 2000px">Mag</p></div>
</main><script>throw new Error("stuk")</script></body></html>"""


def test_every_fault_is_seen(page: Page) -> None:
    complaints = Complaints()
    complaints.listen(page)
    page.set_viewport_size({"width": NARROW, "height": 600})
    page.set_content(FAULTY)
    found = " ".join(axe_finds(page))
    for rule in ("color-contrast", "image-alt", "target-size"):
        assert f"axe {rule}" in found
    wide = " ".join(too_wide(page))
    assert "Te breed" in wide
    assert "Mag" not in wide
    told = " ".join(frame_is_wrong(page, "nl"))
    assert "2 headings" in told
    assert "'de'" in told
    assert "no title" in told
    assert "stuk" in " ".join(complaints.take())
    assert complaints.take() == []


def test_what_the_policy_keeps_out_is_heard(page: Page) -> None:
    complaints = Complaints()
    complaints.listen(page)
    policy = '<meta http-equiv="Content-Security-Policy" content="style-src \'self\'">'
    page.set_content(f"<!doctype html><html lang=nl>{policy}<style>p {{ color: red }}</style><p>Zo</p>")
    assert "Content Security Policy" in " ".join(complaints.take())
