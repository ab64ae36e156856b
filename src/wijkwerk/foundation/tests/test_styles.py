"""The house rules of the look, read from its sources: token colours only, no inline style or script."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from wijkwerk.foundation import styleguide

PACKAGE = Path(__file__).resolve().parents[2]
STYLES = PACKAGE.parents[1] / "frontend" / "src" / "styles"
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|color)a?\(", re.IGNORECASE)
NAMED = re.compile(r":\s*[^;{]*\b(?:white|black|red|green|blue|grey|gray|orange|yellow)\b", re.IGNORECASE)
# Names that only mark a place for a theme or a script.
UNSTYLED = {"wijkwerk-error-summary"}
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))


@pytest.mark.parametrize("sheet", sorted(STYLES.glob("*.css")), ids=lambda path: path.name)
def test_colours_stand_only_in_tokens_and_theme(sheet: Path) -> None:
    if sheet.name in {"tokens.css", "theme.css"}:
        return
    rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not COLOUR.findall(rules)
    assert not NAMED.findall(re.sub(r"var\([^)]*\)", "", rules))


def test_every_token_that_is_used_exists() -> None:
    sheets = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
    defined = set(re.findall(r"(--wijkwerk-[\w-]+)\s*:", "".join(sheets.values())))
    used = set(re.findall(r"var\((--wijkwerk-[\w-]+)", "".join(sheets.values())))
    assert used <= defined


def test_every_class_of_ours_in_a_template_has_a_style() -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in STYLES.glob("*.css"))
    styled = set(re.findall(r"\.(wijkwerk-[\w-]+)", sheets)) | UNSTYLED
    styled |= {name.split("__")[0] for name in styled}
    for template in TEMPLATES:
        for attribute in re.findall(r'class="([^"]*)"', template.read_text(encoding="utf-8")):
            plain = re.sub(r"\{[%{].*?[%}]\}", "\x00", attribute)
            words = [word for word in plain.split() if word.startswith("wijkwerk-") and "\x00" not in word]
            assert [word for word in words if word not in styled] == [], template.name


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_style_script_or_handler(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert "javascript:" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_style_guide_renders_without_a_database(language: str) -> None:
    with translation.override(language):
        html = render_to_string(
            "foundation/styleguide.html", {"sample": styleguide.sample(), "form": styleguide.SampleForm({})}
        )
    assert f'<html lang="{language}"' in html
    assert 'id="inhoud"' in html


@pytest.mark.parametrize("page", ["400", "403", "404", "409", "422", "429", "500", "csrf", "refused"])
def test_error_pages_say_what_and_how_on(page: str) -> None:
    with translation.override("nl"):
        html = render_to_string(f"errors/{page}.html", {"status": 422})
    assert "Wat kunt u doen?" in html
    assert "Naar de wijken" in html
