"""Things that return in many scenes: trees, houses, lamps, people."""

from __future__ import annotations

from wijkwerk.demo.pictures import palette
from wijkwerk.demo.pictures.canvas import HEIGHT, WIDTH, Canvas


def day(canvas: Canvas, horizon: float = 470, grass: str = palette.GRASS) -> None:
    """Sky with a sun and clouds, and ground from the horizon down."""
    canvas.fill(palette.SKY)
    canvas.ellipse(canvas.random.randint(820, 1060), 150, 62, 62, palette.GLOW)
    for x in (190, 560, 930):
        cloud(canvas, x + canvas.random.randint(-90, 90), canvas.random.randint(90, 210))
    canvas.rectangle(0, horizon, WIDTH, HEIGHT - horizon, grass)


def cloud(canvas: Canvas, x: float, y: float) -> None:
    """A soft flat cloud."""
    canvas.ellipse(x, y, 62, 30, palette.CLOUD)
    canvas.ellipse(x + 52, y - 16, 48, 34, palette.CLOUD)
    canvas.ellipse(x + 100, y + 2, 58, 26, palette.CLOUD)


def row_of_houses(canvas: Canvas, ground: float, start: float = -30, end: float = WIDTH) -> None:
    """Dutch terraced houses, each a little different."""
    x = start
    while x < end:
        width = canvas.random.choice((130, 150, 170))
        height = canvas.random.choice((150, 175, 200))
        house(canvas, x, ground, width, height)
        x += width


def house(canvas: Canvas, x: float, ground: float, width: float, height: float) -> None:
    """One house of brick with a roof, a door and windows."""
    wall = canvas.random.choice((palette.BRICK, palette.BRICK_DARK, "#d1a084", palette.PAPER))
    top = ground - height
    canvas.rectangle(x, top, width, height, wall)
    canvas.polygon(
        [(x - 6, top), (x + width * 0.18, top - 62), (x + width * 0.82, top - 62), (x + width + 6, top)],
        palette.ROOF,
    )
    canvas.rectangle(x + width * 0.68, top - 92, 18, 40, palette.BRICK_DARK)
    glass = "#eef3f2"
    for row in (0.14, 0.5):
        for column in (0.12, 0.58):
            left, upper = x + width * column, top + height * row
            if row > 0.4 and column > 0.5:
                canvas.rectangle(left, upper, width * 0.26, height * 0.5, palette.FOREST)
                canvas.ellipse(left + width * 0.21, upper + height * 0.26, 4, 4, palette.SUN)
            else:
                canvas.rectangle(left, upper, width * 0.3, height * 0.25, palette.WHITE)
                canvas.rectangle(left + 5, upper + 5, width * 0.3 - 10, height * 0.25 - 10, glass)


def tree(canvas: Canvas, x: float, ground: float, height: float, colour: str = palette.LEAF) -> None:
    """A round tree."""
    crown = height * 0.34
    middle = ground - height + crown
    canvas.ellipse(x, ground, height * 0.24, height * 0.035, "#86a585")
    canvas.polygon(
        [
            (x - height * 0.035, ground),
            (x - height * 0.02, middle),
            (x + height * 0.02, middle),
            (x + height * 0.035, ground),
        ],
        palette.WOOD_DARK,
    )
    canvas.ellipse(x, middle, crown, crown, colour)
    canvas.ellipse(x - crown * 0.62, middle + crown * 0.4, crown * 0.62, crown * 0.58, colour)
    canvas.ellipse(x + crown * 0.64, middle + crown * 0.36, crown * 0.6, crown * 0.6, colour)
    canvas.ellipse(x - crown * 0.25, middle - crown * 0.3, crown * 0.42, crown * 0.36, "#7aa688")


def bush(canvas: Canvas, x: float, ground: float, size: float, colour: str = palette.LEAF) -> None:
    """A low bush."""
    for step, part in ((-0.6, 0.62), (0.6, 0.66), (0, 0.9)):
        canvas.ellipse(
            x + size * step, ground - size * part * 0.55, size * part * 0.75, size * part * 0.6, colour
        )


def lamp(canvas: Canvas, x: float, ground: float, height: float, *, lit: bool) -> None:
    """A street lamp; at night it throws its light on the path."""
    if lit:
        canvas.polygon(
            [
                (x + 44, ground - height + 22),
                (x + 76, ground - height + 22),
                (x + 190, ground + 14),
                (x - 70, ground + 14),
            ],
            "#5d6a6b",
        )
        canvas.ellipse(x + 60, ground + 14, 130, 26, "#8d8f78")
    canvas.line([(x, ground), (x, ground - height), (x + 60, ground - height)], palette.IRON, 11)
    canvas.rectangle(x + 36, ground - height + 2, 52, 16, palette.GLOW if lit else palette.STONE, radius=8)
    if lit:
        canvas.ellipse(x + 62, ground - height + 16, 30, 12, palette.GLOW)


def bench(canvas: Canvas, x: float, ground: float, width: float = 260) -> None:
    """A wooden bench with a back and arm rests."""
    for left in (x + 18, x + width - 30):
        canvas.rectangle(left, ground - 66, 12, 66, palette.IRON)
        canvas.rectangle(left, ground - 130, 12, 70, palette.IRON)
    for offset in (132, 106):
        canvas.rectangle(x, ground - offset, width, 18, palette.WOOD, radius=6)
    canvas.rectangle(x - 8, ground - 74, width + 16, 20, palette.WOOD, radius=6)
    for left in (x - 6, x + width - 8):
        canvas.rectangle(left, ground - 96, 14, 26, palette.IRON, radius=5)


def person(
    canvas: Canvas,
    x: float,
    ground: float,
    height: float,
    *,
    coat: str = "",
    skirt: bool = False,
    wave: bool = False,
) -> None:
    """Somebody, seen from afar, without a face."""
    coat = coat or canvas.random.choice(palette.COATS)
    skin = canvas.random.choice(palette.SKINS)
    hair = canvas.random.choice(palette.HAIRS)
    unit = height / 8
    hip, shoulder = ground - unit * 3.6, ground - unit * 6.3
    leg = palette.IRON
    canvas.line([(x - unit * 0.4, hip), (x - unit * 0.55, ground - 4)], leg, unit * 0.62)
    canvas.line([(x + unit * 0.4, hip), (x + unit * 0.55, ground - 4)], leg, unit * 0.62)
    reach = shoulder - unit * 1.3 if wave else hip - unit * 0.2
    canvas.line([(x - unit * 0.8, shoulder + unit * 0.4), (x - unit * 1.35, reach)], coat, unit * 0.55)
    canvas.line(
        [(x + unit * 0.8, shoulder + unit * 0.4), (x + unit * 1.25, hip - unit * 0.2)], coat, unit * 0.55
    )
    canvas.ellipse(x - unit * 1.38, reach, unit * 0.3, unit * 0.3, skin)
    canvas.rectangle(
        x - unit * 0.95, shoulder, unit * 1.9, hip - shoulder + unit * 0.5, coat, radius=unit * 0.6
    )
    if skirt:
        canvas.polygon(
            [
                (x - unit * 0.9, hip - unit),
                (x + unit * 0.9, hip - unit),
                (x + unit * 1.5, hip + unit * 1.3),
                (x - unit * 1.5, hip + unit * 1.3),
            ],
            coat,
        )
    canvas.rectangle(x - unit * 0.25, shoulder - unit * 0.4, unit * 0.5, unit * 0.6, skin)
    canvas.ellipse(x, shoulder - unit * 0.95, unit * 0.78, unit * 0.85, hair)
    canvas.ellipse(x + unit * 0.1, shoulder - unit * 0.78, unit * 0.62, unit * 0.68, skin)


def bicycle(canvas: Canvas, x: float, ground: float, colour: str = palette.BLUE, size: float = 1) -> None:
    """A bicycle from the side, its back wheel at x."""
    wheel = 44 * size
    middle = ground - wheel
    for left in (x, x + 130 * size):
        canvas.ring(left, middle, wheel, palette.IRON, 7 * size)
    crank, saddle, head = (
        (x + 56 * size, middle),
        (x + 42 * size, middle - 66 * size),
        (x + 108 * size, middle - 70 * size),
    )
    canvas.line([(x, middle), crank, head, saddle, (x, middle)], colour, 8 * size)
    canvas.line([saddle, crank], colour, 8 * size)
    canvas.line(
        [
            (x + 130 * size, middle),
            head,
            (head[0] - 4, head[1] - 22 * size),
            (head[0] + 26 * size, head[1] - 30 * size),
        ],
        colour,
        8 * size,
    )
    canvas.line(
        [(saddle[0] - 16 * size, saddle[1] - 8 * size), (saddle[0] + 18 * size, saddle[1] - 8 * size)],
        palette.IRON,
        10 * size,
    )


def wheelchair(canvas: Canvas, x: float, ground: float, height: float = 170) -> None:
    """A child in a wheelchair, waiting."""
    unit = height / 6
    canvas.line(
        [
            (x + unit * 0.2, ground - unit * 2.2),
            (x + unit * 1.5, ground - unit * 2.1),
            (x + unit * 1.7, ground - unit * 0.5),
        ],
        palette.IRON,
        unit * 0.5,
    )
    canvas.line(
        [
            (x - unit * 0.7, ground - unit * 4.2),
            (x - unit * 0.5, ground - unit * 1.8),
            (x + unit, ground - unit * 1.7),
        ],
        palette.IRON,
        8,
    )
    canvas.ring(x, ground - unit * 1.3, unit * 1.3, palette.IRON, 9)
    canvas.ellipse(x, ground - unit * 1.3, 7, 7, palette.IRON)
    canvas.ellipse(x + unit * 1.9, ground - unit * 0.4, unit * 0.4, unit * 0.4, palette.IRON)
    canvas.rectangle(
        x - unit * 0.5, ground - unit * 4.3, unit * 1.3, unit * 2.3, palette.CORAL, radius=unit * 0.5
    )
    canvas.line(
        [(x + unit * 0.3, ground - unit * 3.8), (x + unit * 1.4, ground - unit * 3.1)],
        palette.CORAL,
        unit * 0.45,
    )
    canvas.ellipse(x + unit * 0.1, ground - unit * 5.1, unit * 0.82, unit * 0.88, palette.HAIRS[1])
    canvas.ellipse(x + unit * 0.25, ground - unit * 4.95, unit * 0.64, unit * 0.68, palette.SKINS[0])
