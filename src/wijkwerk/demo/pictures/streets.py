"""Scenes of the street: light, litter, water, wheels."""

from __future__ import annotations

from wijkwerk.demo.pictures import palette, things
from wijkwerk.demo.pictures.canvas import HEIGHT, WIDTH, Canvas


def night_lamp(canvas: Canvas) -> None:
    """A path along the railway at night: one lamp burns, the next is out."""
    canvas.fill(palette.NIGHT)
    for _ in range(46):
        x, y = canvas.random.randint(0, WIDTH), canvas.random.randint(20, 380)
        canvas.ellipse(x, y, 2, 2, "#8fa3b5")
    canvas.ellipse(980, 140, 46, 46, "#e9e3cc")
    canvas.ellipse(1000, 128, 42, 42, palette.NIGHT)
    canvas.rectangle(0, 500, WIDTH, 400, "#2c4038")
    for x in range(-40, WIDTH, 150):
        things.bush(canvas, x + canvas.random.randint(0, 50), 520, 84, "#22352f")
    canvas.polygon([(420, HEIGHT), (560, 500), (640, 500), (940, HEIGHT)], "#4c5560")
    things.lamp(canvas, 410, 720, 430, lit=True)
    things.lamp(canvas, 735, 590, 250, lit=False)
    canvas.line([(0, 474), (WIDTH, 474)], "#40505c", 5)
    canvas.line([(0, 488), (WIDTH, 488)], "#40505c", 5)
    things.person(canvas, 590 + canvas.random.randint(-20, 20), 770, 190, coat=palette.PLUM)


def litter_bins(canvas: Canvas) -> None:
    """Containers with bags beside them, in front of a block of flats."""
    canvas.fill(palette.SKY)
    things.cloud(canvas, 180 + canvas.random.randint(-60, 60), 110)
    canvas.rectangle(90, 170, 1020, 430, "#d8c6b2")
    for row in range(4):
        canvas.rectangle(90, 200 + row * 104, 1020, 10, "#bfa78c")
        for column in range(8):
            colour = canvas.random.choice(("#eef3f2", "#eef3f2", palette.GLOW, "#b9cfd6"))
            canvas.rectangle(122 + column * 124, 222 + row * 104, 72, 56, colour, radius=4)
    canvas.rectangle(0, 600, WIDTH, 300, palette.STONE)
    for column in range(0, WIDTH, 120):
        canvas.line([(column, 640), (column - 60, HEIGHT)], "#b8b7b1", 4)
    for offset, colour in ((230, palette.FOREST), (500, palette.BLUE), (770, palette.PLUM)):
        canvas.rectangle(offset, 470, 190, 260, colour, radius=20)
        canvas.rectangle(offset + 30, 500, 130, 46, palette.IRON, radius=14)
        canvas.rectangle(offset + 42, 520, 106, 10, palette.WHITE, radius=5)
        canvas.ellipse(offset + 70, 610, 9, 9, palette.WHITE)
        canvas.ellipse(offset + 120, 610, 9, 9, palette.WHITE)
        canvas.arc(offset + 95, 630, 34, 20, 160, palette.WHITE, 8)
    for x, size in ((190, 46), (450, 34), (985, 52), (1050, 38)):
        canvas.ellipse(x, 735 - size * 0.6, size, size * 0.8, palette.IRON)
        canvas.polygon(
            [(x - 12, 735 - size * 1.3), (x + 12, 735 - size * 1.3), (x, 735 - size * 1.8)], palette.IRON
        )
    canvas.ellipse(1085, 700, 26, 17, palette.HAIRS[3])
    canvas.ellipse(1108, 684, 14, 13, palette.HAIRS[3])
    canvas.polygon([(1098, 676), (1102, 662), (1109, 673)], palette.HAIRS[3])
    canvas.polygon([(1110, 672), (1117, 660), (1120, 676)], palette.HAIRS[3])


def bike_path(canvas: Canvas) -> None:
    """A cycle path along the river, wet in the dip."""
    things.day(canvas, horizon=430)
    canvas.rectangle(0, 400, WIDTH, 70, palette.WATER)
    canvas.polygon([(790, 400), (850, 330), (990, 330), (1050, 400)], palette.ROOF)
    canvas.rectangle(900, 210, 26, 130, palette.BRICK_DARK)
    canvas.polygon([(890, 214), (913, 130), (936, 214)], palette.IRON)
    for x in (80, 250, 1120):
        things.tree(canvas, x + canvas.random.randint(-20, 20), 520, canvas.random.randint(210, 270))
    canvas.polygon([(150, HEIGHT), (560, 470), (680, 470), (800, HEIGHT)], palette.PATH)
    for step in range(6):
        y = 500 + step * 74
        canvas.rectangle(600 - step * 22, y, 18 + step * 4, 34, palette.WHITE)
    canvas.ellipse(430, 740, 150, 40, palette.WATER)
    canvas.ellipse(410, 732, 90, 20, "#b7d2dc")
    things.bicycle(canvas, 560, 720, palette.CORAL, 1.35)
    things.person(canvas, 668, 668, 220, coat=palette.BLUE)
    things.bush(canvas, 960, 850, 120)


def flooded_street(canvas: Canvas) -> None:
    """Water up to the skirting board, and a child who likes it."""
    canvas.fill("#c3d3da")
    for x in range(40, WIDTH, 74):
        top = canvas.random.randint(40, 240)
        canvas.line([(x, top), (x - 22, top + 70)], "#aac0ca", 4)
    things.row_of_houses(canvas, 560)
    canvas.rectangle(0, 560, WIDTH, 340, palette.WATER)
    for _ in range(26):
        x, y = canvas.random.randint(0, WIDTH), canvas.random.randint(590, 870)
        canvas.line([(x, y), (x + canvas.random.randint(50, 120), y)], "#a6c8d5", 6)
    canvas.line([(930, 640), (930, 380)], palette.IRON, 10)
    canvas.ellipse(930, 350, 52, 52, palette.CORAL)
    canvas.rectangle(898, 342, 64, 17, palette.WHITE)
    canvas.ellipse(930, 640, 60, 10, palette.DEEP)
    things.person(canvas, 400, 760, 260, coat=palette.SUN, wave=True)
    canvas.ellipse(400, 756, 74, 16, palette.DEEP)
    canvas.rectangle(330, 757, 140, 16, palette.WATER)
    canvas.polygon([(620, 720), (770, 720), (744, 760), (646, 760)], palette.WHITE)
    canvas.line([(695, 720), (695, 640)], palette.WOOD, 6)
    canvas.polygon([(700, 640), (756, 690), (700, 700)], palette.CORAL)


def crossing(canvas: Canvas) -> None:
    """Children and a lollipop helper at a zebra near the school."""
    canvas.fill(palette.SKY)
    things.cloud(canvas, 250 + canvas.random.randint(-60, 60), 100)
    things.row_of_houses(canvas, 430)
    canvas.rectangle(0, 430, WIDTH, 70, palette.STONE)
    canvas.rectangle(0, 500, WIDTH, 260, palette.ASPHALT)
    canvas.rectangle(0, 760, WIDTH, 140, palette.STONE)
    canvas.rectangle(0, 490, WIDTH, 12, "#b2b1ab")
    canvas.rectangle(0, 756, WIDTH, 12, "#b2b1ab")
    for column in range(7):
        x = 380 + column * 68
        canvas.polygon([(x + 40, 512), (x + 78, 512), (x + 38, 748), (x - 8, 748)], palette.WHITE)
    things.tree(canvas, 1100, 470, 260)
    for offset, size in ((470, 150), (540, 138), (610, 158), (680, 132)):
        things.person(canvas, offset, 660, size, skirt=canvas.random.random() < 0.4)
    things.person(canvas, 830, 740, 240, coat=palette.SUN)
    canvas.line([(872, 600), (904, 430)], palette.WOOD, 10)
    canvas.ellipse(908, 398, 46, 46, palette.CORAL)
    canvas.ellipse(908, 398, 33, 33, palette.WHITE)
    canvas.rectangle(90, 560, 210, 74, palette.BLUE, radius=22)
    canvas.polygon([(120, 562), (150, 514), (240, 514), (272, 562)], palette.BLUE)
    canvas.rectangle(156, 522, 78, 36, "#d5e3e9", radius=6)
    for x in (140, 250):
        canvas.ellipse(x, 634, 26, 26, palette.IRON)
        canvas.ellipse(x, 634, 11, 11, palette.STONE)
    canvas.ellipse(290, 590, 10, 10, palette.GLOW)
