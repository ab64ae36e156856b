"""One person at a browser, who reads, follows links and presses buttons by the words that stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.journeys.looking import Complaints, axe_finds, frame_is_wrong

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

LANGUAGES = ("en", "nl")


@dataclass
class Visitor:
    """A person with a browser of their own.

    `looking`: has every page looked at, in every language; where there is a set `looked_at`, once per kind of page.
    """

    name: str
    context: BrowserContext
    site: str
    looking: bool
    faults: list[str]
    looked_at: set[str] | None = None
    complaints: Complaints = field(default_factory=Complaints)
    text: str = ""

    def __post_init__(self) -> None:
        self.page: Page = self.context.new_page()
        self.complaints.listen(self.page)

    def open(self, address: str) -> None:
        """Type an address, or use one from a mail."""
        self.page.goto(address if address.startswith("http") else self.site + address)
        self._arrived()

    def follow(self, words: str, *, within: str = "main") -> None:
        """Follow the first link with these words."""
        with self._finding(words):
            self._go(self.page.locator(within).get_by_role("link", name=words).first)

    def press(self, words: str, *, beside: str = "") -> None:
        """Press the button with these words; `beside` what it stands, where there are more."""
        with self._finding(words):
            self._go(self._button(words, beside))

    def press_without_leaving(self, words: str) -> None:
        """Press a button that a script answers on the page itself."""
        with self._finding(words):
            self._button(words, "").click()

    def fill(self, **answers: str) -> None:
        """Fill in fields by their name: text, a choice from a list, or a file to send."""
        for name, answer in answers.items():
            found = self.page.locator(f"main [name='{name}']:visible")
            assert found.count(), f"{self.name} finds no field {name} on {self.page.url}: {self.text}"
            kind = found.first.evaluate("element => element.type || element.tagName")
            if kind in ("radio", "checkbox"):
                self.page.locator(f"main [name='{name}'][value='{answer}']").check()
            elif kind.startswith("select"):
                found.select_option(label=answer)
            elif kind == "file":
                found.set_input_files(Path(answer))
            else:
                found.fill(answer)

    def choose(self, words: str) -> None:
        """Put a mark at the choice with these words."""
        with self._finding(words):
            self.page.locator("main").get_by_label(words).first.check()

    def unfold(self, words: str) -> None:
        """Open what is folded."""
        with self._finding(words):
            self.page.locator("main summary", has_text=words).first.click()
        self._read()

    def sees(self, *words: str) -> None:
        """These words stand on the page as it was on arrival, or when something was unfolded."""
        for each in words:
            assert each in self.text, f"{self.name} does not see {each!r} on {self.page.url}:\n{self.text}"

    def does_not_see(self, words: str) -> None:
        """These words stand nowhere on the page."""
        assert words not in self.text, f"{self.name} sees {words!r} on {self.page.url}"

    @contextmanager
    def _finding(self, words: str) -> Iterator[None]:
        """Say what stood on the page when what one looked for did not."""
        try:
            yield
        except PlaywrightTimeout:
            text = self.page.locator("main").inner_text()
            raise AssertionError(f"{self.name} finds no {words!r} on {self.page.url}:\n{text}") from None

    def _button(self, words: str, beside: str) -> Locator:
        room = self.page.locator("main")
        if beside:
            room = room.locator("li, tr, section", has_text=beside).last
        return room.get_by_role("button", name=words).first

    def _go(self, way: Locator) -> None:
        with self.page.expect_navigation():
            way.click()
        self._arrived()

    def _arrived(self) -> None:
        self.page.wait_for_load_state("load")
        self._read()
        where = f"{self.name} at {self.page.url.removeprefix(self.site)}"
        mistakes = self.page.locator("main .utrecht-form-field-error-message, main .wijkwerk-refusal")
        assert not mistakes.count(), f"{where}: {mistakes.all_inner_texts()}\n{self.text}"
        if self.looking and self._is_new_here():
            self.faults += [f"{where}: {fault}" for fault in self._look()]

    def _read(self) -> None:
        self.text = re.sub(r"\s+", " ", self.page.locator("body").inner_text())

    def _is_new_here(self) -> bool:
        if self.looked_at is None:
            return True
        name = resolve(urlsplit(self.page.url).path).view_name
        new = name not in self.looked_at
        self.looked_at.add(name)
        return new

    def _look(self) -> list[str]:
        """Look at the page in every language; it is in Dutch again afterwards."""
        found = []
        for language in LANGUAGES:
            self.context.add_cookies([{"name": "taal", "value": language, "url": self.site}])
            self.page.reload()
            found += frame_is_wrong(self.page, language) + axe_finds(self.page)
        return [f"{fault}" for fault in dict.fromkeys(found + self.complaints.take())]
