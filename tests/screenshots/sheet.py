"""Lays the pictures on one contact sheet: a page of HTML, and large pictures with many small ones."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from pathlib import Path

from PIL import Image, ImageDraw

from tests.screenshots.camera import Picture

STYLE = """
body { font: 16px/1.4 sans-serif; margin: 1.5rem; background: #f4f4f2; color: #222 }
nav { columns: 14rem; margin-bottom: 2rem } h2 { margin: 2rem 0 .5rem } small { color: #555 }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: flex-start }
figure { margin: 0 } figcaption { font-size: .8rem } a { color: inherit }
img { display: block; border: 1px solid #ccc; height: 26rem; object-fit: cover; object-position: top }
.narrow { width: 10rem } .wide { width: 27rem }
"""
THUMB = {360: (180, 400), 1280: (480, 400)}
COLUMNS, GAP = 4, 12


def write_index(pictures: list[Picture], unreachable: list[str], into: Path) -> Path:
    """`index.html`: a row per page; each picture opens at its full size."""
    rows: dict[str, list[Picture]] = defaultdict(list)
    for picture in pictures:
        rows[picture.page].append(picture)
    links = " ".join(f'<a href="#{_id(page)}">{escape(page)}</a><br>' for page in rows)
    parts = [f"<title>Wijkwerk: {len(rows)} pages</title><style>{STYLE}</style><nav>{links}</nav>"]
    for page, taken in rows.items():
        first = taken[0]
        figures = "".join(_figure(picture) for picture in taken)
        parts.append(
            f'<h2 id="{_id(page)}">{escape(page)} <small>{escape(first.path)}, {escape(first.reader)}</small></h2>'
            f'<div class="row">{figures}</div>'
        )
    if unreachable:
        listed = "".join(f"<li>{escape(pattern)}</li>" for pattern in unreachable)
        parts.append(f"<h2>Not pictured: no link leads there</h2><ul>{listed}</ul>")
    index = into / "index.html"
    index.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8">' + "\n".join(parts), encoding="utf-8"
    )
    return index


def write_sheet(pictures: list[Picture], into: Path) -> list[Path]:
    """A picture of pictures, per state and language: what one sees first, on both widths beside each other."""
    groups: dict[tuple[str, str], dict[str, dict[int, Picture]]] = defaultdict(lambda: defaultdict(dict))
    for picture in pictures:
        groups[picture.state, picture.language][picture.page][picture.width] = picture
    return [
        _sheet(f"sheet.{state}.{language}.png", pages, into) for (state, language), pages in groups.items()
    ]


def _sheet(name: str, pages: dict[str, dict[int, Picture]], into: Path) -> Path:
    cell_width = sum(width for width, _height in THUMB.values()) + 2 * GAP
    cell_height = max(height for _width, height in THUMB.values()) + 28
    rows = -(-len(pages) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * cell_width + GAP, rows * cell_height + GAP), "#f4f4f2")
    draw = ImageDraw.Draw(sheet)
    for place, (page, taken) in enumerate(pages.items()):
        left, top = GAP + place % COLUMNS * cell_width, GAP + place // COLUMNS * cell_height
        draw.text((left, top), page, fill="#222")
        for width, (thumb_width, thumb_height) in THUMB.items():
            if width in taken:
                sheet.paste(_thumb(into / taken[width].file, thumb_width, thumb_height), (left, top + 14))
            left += thumb_width + GAP
    sheet.save(into / name, optimize=True)
    return into / name


def _thumb(file: Path, width: int, height: int) -> Image.Image:
    with Image.open(file) as picture:
        scale = width / picture.width
        top = picture.crop((0, 0, picture.width, min(picture.height, round(height / scale))))
        return top.resize((width, round(top.height * scale)))


def _figure(picture: Picture) -> str:
    size = "narrow" if picture.width < 600 else "wide"
    words = f"{picture.state}, {picture.language}, {picture.width} px"
    return (
        f'<figure><a href="{picture.file}"><img class="{size}" loading="lazy" src="{picture.file}"'
        f' alt="{escape(picture.page)}, {words}"></a><figcaption>{words}</figcaption></figure>'
    )


def _id(page: str) -> str:
    return page.replace(":", "-").replace(" ", "-")
