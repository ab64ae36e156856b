"""A resident with a browser who reports, and presses again when the site went away under them."""

from __future__ import annotations

import http.client
import re
import time
from threading import Event
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

LOST = (URLError, OSError, http.client.HTTPException)
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Resident:
    """The report form, screen by screen, with the cookies of one browser per report."""

    def __init__(self, url: str, name: str, *, give_up: Event) -> None:
        self._url, self._name, self._give_up = url, name, give_up
        self.acknowledged: list[str] = []
        self.pressed_again = 0

    def report(self, number: int) -> None:
        """One report, until the site says it has it. Every press is sent again while it is not answered."""
        text = f"{self._name} meldt nummer {number}: de stoep ligt los"
        browser = build_opener(HTTPCookieProcessor())
        self._press(browser, "/meld", text=text)
        self._press(browser, "/meld/waar", area="voorstad", action="next")
        self._press(browser, "/meld/antwoord", email=f"{self._name}.{number}@example.org")
        last = self._press(browser, "/meld/nakijken")
        if last.endswith("/meld/klaar"):
            self.acknowledged.append(text)

    def _press(self, browser: OpenerDirector, path: str, **fields: str) -> str:
        """Open the page, fill it in, send it; gives the address where the site took us."""
        while not self._give_up.is_set():
            try:
                with browser.open(self._url + path, timeout=10) as page:
                    token = _TOKEN.search(page.read().decode())
                    if page.geturl().removeprefix(self._url) != path or token is None:
                        return str(page.geturl())  # it had come through the first time after all
                form = urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode()
                with browser.open(self._url + path, form, timeout=10) as answer:
                    answer.read()
                    return str(answer.geturl())
            except HTTPError as error:
                if error.code < 500:
                    raise AssertionError(f"{path}: {error.code}") from error
            except LOST:
                pass
            self.pressed_again += 1
            time.sleep(0.15)
        return ""
