"""What makes a page good enough for everyone, asked of the page as a browser shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.source import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = 320
# `target-size` is off by default in axe; it knows the exceptions of WCAG 2.5.8 (links in running text, enough room).
RUN = """
;axe.run(document, {
  runOnly: {type: "tag", values: %s},
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
}).then(result => result.violations.map(found => ({
  rule: found.id,
  help: found.help,
  where: found.nodes.slice(0, 3).map(node => node.target.join(" ")),
  why: (found.nodes[0].any.concat(found.nodes[0].all)[0] || {}).message || "",
})))
"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const scrolls = element => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(each).overflowX)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
    .slice(-3)
    .map(element => `${element.tagName}.${element.className} "${element.textContent.trim().slice(0, 40)}"`)
    .concat(["(wider than the window)"]);
}"""


@cache
def _axe() -> str:
    if not AXE.exists():
        raise FileNotFoundError(f"{AXE} is missing: `make assets` fetches it")
    return AXE.read_text(encoding="utf-8")


def axe_finds(page: Page) -> list[str]:
    """What axe finds wrong. Only where scripts run: without them a promise never ends."""
    found: list[dict[str, Any]] = page.evaluate(_axe() + RUN % TAGS)
    return [f"axe {one['rule']}: {one['help']} at {one['where']} {one['why']}".strip() for one in found]


def too_wide(page: Page) -> list[str]:
    """What makes one scroll sideways."""
    return [f"sideways at {page.viewport_size['width']}: {one}" for one in page.evaluate(TOO_WIDE)]  # type: ignore[index]


def frame_is_wrong(page: Page, language: str) -> list[str]:
    """One heading of the first rank, and the language as it is."""
    wrong = []
    if (heads := page.locator("h1").count()) != 1:
        wrong.append(f"{heads} headings of the first rank")
    if (told := page.get_attribute("html", "lang")) != language:
        wrong.append(f"says it is in {told!r}, not {language!r}")
    if not page.title().partition("·")[0].strip():
        wrong.append("has no title")
    return wrong


@dataclass
class Complaints:
    """What the browser itself complains of: errors of scripts, files not found, what the policy kept out."""

    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """From now on."""
        page.on("console", lambda message: self._console(message, page.url))
        page.on("pageerror", lambda error: self.heard.append(f"script: {error}"))

    def _console(self, message: ConsoleMessage, page_url: str) -> None:
        # That the page itself says no (403, 409, 422) the browser also calls an error.
        about_itself = message.text.startswith("Failed to load") and message.location["url"] == page_url
        if message.type == "error" and not about_itself:
            self.heard.append(f"console: {message.text} {message.location['url']}")

    def take(self) -> list[str]:
        """What was heard since the last time."""
        heard, self.heard = self.heard, []
        return heard
