"""Scenes of trees, gardens and water."""

from __future__ import annotations

from wijkwerk.demo.pictures import palette, things
from wijkwerk.demo.pictures.canvas import HEIGHT, WIDTH, Canvas


def veteran_tree(canvas: Canvas) -> None:
    """An old plane tree that stands above its street."""
    things.day(canvas, horizon=600, grass=palette.STONE)
    things.row_of_houses(canvas, 600)
    canvas.rectangle(0, 600, WIDTH, 26, "#b8b7b1")
    canvas.ellipse(600, 800, 260, 40, palette.MEADOW)
    canvas.polygon(
        [(540, 800), (566, 420), (640, 420), (668, 800), (720, 820), (490, 820)], palette.WOOD_DARK
    )
    for start, end in (((600, 520), (430, 330)), ((610, 480), (780, 300)), ((605, 440), (610, 260))):
        canvas.line([start, end], palette.WOOD_DARK, 34)
    for x, y, size in ((430, 300, 150), (600, 210, 180), (780, 290, 155), (520, 390, 110), (700, 390, 115)):
        canvas.ellipse(x + canvas.random.randint(-14, 14), y, size, size * 0.82, palette.LEAF)
    for x, y, size in ((450, 260, 60), (610, 150, 74), (760, 250, 58), (560, 330, 46)):
        canvas.ellipse(x, y, size, size * 0.7, "#7aa688")
    for x, y in ((580, 700), (622, 620), (596, 560)):
        canvas.ellipse(x, y, 17, 24, "#97744f")
    things.person(canvas, 330, 830, 210)
    things.person(canvas, 270, 834, 190, skirt=True)


def bench_in_the_sun(canvas: Canvas) -> None:
    """Two people on a bench, their backs covered, the sun in their faces."""
    things.day(canvas, horizon=520)
    for x in range(20, WIDTH, 130):
        things.bush(canvas, x + canvas.random.randint(-10, 30), 566, 110, palette.FOREST)
    canvas.polygon([(0, 760), (WIDTH, 700), (WIDTH, 840), (0, HEIGHT)], palette.SAND)
    things.tree(canvas, 170, 640, 380)
    things.bench(canvas, 460, 760, 330)
    for x, height, coat in ((555, 250, palette.PLUM), (690, 240, palette.BLUE)):
        seated(canvas, x, 692, height, coat)
    canvas.ring(880, 734, 26, palette.IRON, 7)
    canvas.ring(950, 734, 26, palette.IRON, 7)
    canvas.line([(880, 720), (870, 610), (850, 604)], palette.IRON, 8)
    canvas.line([(950, 720), (884, 640)], palette.IRON, 8)


def seated(canvas: Canvas, x: float, seat: float, height: float, coat: str) -> None:
    """Somebody who sits, seen from the front."""
    unit = height / 8
    skin = canvas.random.choice(palette.SKINS)
    canvas.rectangle(x - unit, seat - unit * 3, unit * 2, unit * 3.2, coat, radius=unit * 0.7)
    for side in (-0.5, 0.5):
        canvas.line(
            [(x + unit * side, seat - 4), (x + unit * side * 1.2, seat + unit * 2.2)],
            palette.IRON,
            unit * 0.6,
        )
    canvas.line([(x - unit * 0.9, seat - unit * 2.4), (x - unit * 0.5, seat - unit * 0.6)], coat, unit * 0.55)
    canvas.line([(x + unit * 0.9, seat - unit * 2.4), (x + unit * 0.5, seat - unit * 0.6)], coat, unit * 0.55)
    canvas.ellipse(x, seat - unit * 3.85, unit * 0.88, unit * 0.95, canvas.random.choice(palette.HAIRS))
    canvas.ellipse(x, seat - unit * 3.6, unit * 0.68, unit * 0.74, skin)


def garden(canvas: Canvas) -> None:
    """A shared garden behind a block of flats, with people in it."""
    canvas.fill(palette.SKY)
    things.cloud(canvas, 850 + canvas.random.randint(-80, 80), 90)
    canvas.rectangle(60, 150, 760, 320, "#d8c6b2")
    for row in range(3):
        for column in range(7):
            canvas.rectangle(92 + column * 104, 176 + row * 100, 62, 54, "#eef3f2", radius=4)
        canvas.rectangle(60, 240 + row * 100, 760, 9, "#bfa78c")
    canvas.rectangle(0, 470, WIDTH, 430, palette.MEADOW)
    things.tree(canvas, 1010, 520, 350)
    for row in range(4):
        y = 560 + row * 86
        inset = 150 - row * 44
        canvas.polygon(
            [(inset, y), (WIDTH - inset, y), (WIDTH - inset + 28, y + 48), (inset - 28, y + 48)], "#8b6a4c"
        )
        for column in range(9):
            x = inset + 40 + column * (WIDTH - 2 * inset - 60) / 8
            kind = (row + column + canvas.random.randint(0, 1)) % 4
            if kind == 0:
                canvas.ellipse(x, y + 12, 26, 20, palette.LEAF)
            elif kind == 1:
                canvas.line([(x, y + 24), (x, y - 26)], palette.FOREST, 6)
                canvas.ellipse(x, y - 30, 15, 15, palette.SUN)
            elif kind == 2:
                canvas.ellipse(x, y + 16, 24, 18, palette.CORAL)
            else:
                things.bush(canvas, x, y + 30, 28, palette.FOREST)
    things.person(canvas, 300, 690, 230, coat=palette.BLUE)
    canvas.line([(336, 560), (372, 704)], palette.WOOD, 9)
    canvas.polygon([(356, 700), (388, 692), (384, 742)], palette.IRON)
    things.person(canvas, 760, 640, 210, skirt=True, wave=True)
    things.person(canvas, 880, 800, 150)


def hedge_planting(canvas: Canvas) -> None:
    """Neighbours plant a hedge on a Saturday."""
    things.day(canvas, horizon=480)
    things.row_of_houses(canvas, 480, start=620)
    canvas.polygon([(0, 700), (WIDTH, 640), (WIDTH, 740), (0, 820)], "#8b6a4c")
    for step in range(14):
        x = 30 + step * 88
        y = 745 - step * 4.2
        if step < 8 + canvas.random.randint(0, 2):
            things.bush(canvas, x, y, 46, palette.FOREST)
        else:
            canvas.ellipse(x, y, 24, 12, "#6d5139")
    things.person(canvas, 730, 800, 260, coat=palette.CORAL)
    canvas.line([(770, 640), (800, 812)], palette.WOOD, 11)
    canvas.polygon([(782, 804), (820, 798), (814, 858)], palette.IRON)
    things.person(canvas, 520, 840, 170, coat=palette.SUN)
    things.person(canvas, 930, 770, 240, coat=palette.BLUE, skirt=True)
    canvas.polygon([(1010, 790), (1150, 790), (1120, 850), (1040, 850)], palette.LEAF)
    canvas.ring(1050, 866, 20, palette.IRON, 7)
    canvas.line([(1010, 792), (940, 742)], palette.WOOD, 9)
    for x in (1030, 1072, 1114):
        things.bush(canvas, x, 796, 24, palette.FOREST)


def bridge(canvas: Canvas) -> None:
    """A wooden bridge over the canal between the reeds."""
    things.day(canvas, horizon=440)
    for x in range(30, WIDTH, 190):
        things.tree(
            canvas, x + canvas.random.randint(-20, 30), 470, canvas.random.randint(150, 230), palette.FOREST
        )
    canvas.rectangle(0, 560, WIDTH, 340, palette.WATER)
    for _ in range(22):
        x, y = canvas.random.randint(0, WIDTH), canvas.random.randint(620, 880)
        canvas.line([(x, y), (x + canvas.random.randint(40, 110), y)], "#a6c8d5", 5)
    canvas.polygon([(0, 560), (250, 560), (170, 640), (0, 680)], palette.GRASS)
    canvas.polygon([(WIDTH, 560), (950, 560), (1030, 640), (WIDTH, 680)], palette.GRASS)
    for x in (330, 600, 870):
        canvas.rectangle(x, 560, 24, 170, palette.WOOD_DARK)
        canvas.ellipse(x + 12, 730, 30, 7, palette.DEEP)
    canvas.polygon(
        [(120, 580), (380, 512), (820, 512), (1080, 580), (1080, 612), (820, 546), (380, 546), (120, 612)],
        palette.WOOD,
    )
    canvas.line([(130, 500), (384, 430), (816, 430), (1070, 500)], palette.WOOD_DARK, 13)
    for x, top, foot in (
        (130, 500, 586),
        (255, 465, 552),
        (384, 430, 520),
        (530, 430, 520),
        (670, 430, 520),
        (816, 430, 520),
        (945, 465, 552),
        (1070, 500, 586),
    ):
        canvas.line([(x, top), (x, foot)], palette.WOOD_DARK, 13)
    things.person(canvas, 560 + canvas.random.randint(-60, 60), 516, 210, coat=palette.CORAL)
    for start in (30, 1050):
        for step in range(9):
            x = start + step * 15
            canvas.line([(x, 720), (x + canvas.random.randint(-6, 6), 590)], palette.LEAF, 6)
            canvas.ellipse(x, 592, 6, 20, palette.WOOD_DARK)
