"""Faces of people who do not exist."""

from __future__ import annotations

from wijkwerk.demo.pictures import palette
from wijkwerk.demo.pictures.canvas import Canvas

_GROUNDS = ("#dbe8ec", "#efe3cf", "#dfe9d8", "#eadfe6", "#e9ddcf")


def draw_face(canvas: Canvas, initials: str) -> None:
    """Head, hair, a coat with the initials on it, and a small smile."""
    skin = canvas.random.choice(palette.SKINS)
    dark = skin in palette.SKINS[2:]
    hair = canvas.random.choice(palette.HAIRS[:1] + palette.HAIRS[4:5] if dark else palette.HAIRS)
    coat = canvas.random.choice(palette.COATS)
    style = canvas.random.randrange(5)
    canvas.fill(canvas.random.choice(_GROUNDS))
    if style == 1:
        canvas.rectangle(172, 190, 256, 300, hair, radius=110)
    if style == 3:
        canvas.ellipse(300, 120, 62, 58, hair)
    canvas.rectangle(90, 450, 420, 260, coat, radius=120)
    canvas.rectangle(252, 380, 96, 110, skin, radius=40)
    canvas.polygon([(252, 452), (348, 452), (300, 520)], skin)
    canvas.ellipse(300, 270, 118, 142, skin)
    for side in (-1, 1):
        canvas.ellipse(300 + side * 118, 280, 18, 28, skin)
    if style == 4:
        canvas.ellipse(300, 222, 152, 132, coat)
        canvas.rectangle(160, 220, 280, 240, coat, radius=120)
        canvas.ellipse(300, 284, 106, 126, skin)
    else:
        _hair(canvas, hair, style)
    _features(canvas, skin)
    canvas.text(300, 552, initials[:3], palette.WHITE, 44)


def _hair(canvas: Canvas, hair: str, style: int) -> None:
    canvas.polygon(
        [
            (180, 262),
            (178, 190),
            (230, 130),
            (300, 112),
            (370, 130),
            (424, 190),
            (420, 262),
            (392, 204),
            (300, 178),
            (208, 204),
        ],
        hair,
    )
    if style == 2:
        for x in (205, 252, 300, 348, 395):
            canvas.ellipse(x, 168, 44, 44, hair)
    if style == 1:
        for side in (-1, 1):
            canvas.rectangle(300 + side * 122 - 18, 220, 36, 230, hair, radius=18)
    if style == 0:
        canvas.polygon([(182, 250), (196, 170), (330, 128), (424, 210), (300, 200)], hair)


def _features(canvas: Canvas, skin: str) -> None:
    ink = "#33261f" if skin != palette.SKINS[-1] else "#1d1410"
    for side in (-1, 1):
        canvas.ellipse(300 + side * 46, 276, 10, 13, ink)
        canvas.arc(300 + side * 46, 252, 24, 210, 330, ink, 6, flat=0.6)
    if canvas.random.random() < 0.35:
        for side in (-1, 1):
            canvas.ring(300 + side * 46, 276, 34, palette.IRON, 6)
        canvas.line([(288, 272), (312, 272)], palette.IRON, 6)
    canvas.arc(300, 306, 15, 20, 160, ink, 5)
    canvas.arc(300, 330, 46, 25, 155, ink, 8)
