"""Scenes of people who do something together."""

from __future__ import annotations

from wijkwerk.demo.pictures import palette, things
from wijkwerk.demo.pictures.canvas import HEIGHT, WIDTH, Canvas
from wijkwerk.demo.pictures.green import seated


def playground_gate(canvas: Canvas) -> None:
    """A playground behind a gate that is too narrow for a wheelchair."""
    things.day(canvas, horizon=460)
    things.row_of_houses(canvas, 460, start=-30, end=480)
    things.tree(canvas, 1080, 540, 400)
    canvas.ellipse(700, 660, 330, 90, palette.SAND)
    for left, right in ((560, 620), (800, 740)):
        canvas.line([(left, 650), (right, 330)], palette.CORAL, 16)
    canvas.line([(610, 336), (750, 336)], palette.CORAL, 16)
    for x in (652, 704):
        canvas.line([(x, 340), (x + 4, 560)], palette.IRON, 5)
    canvas.rectangle(636, 556, 86, 14, palette.WOOD, radius=6)
    canvas.polygon([(880, 440), (980, 440), (980, 640), (880, 640)], palette.SUN)
    canvas.polygon([(866, 440), (930, 376), (994, 440)], palette.BRICK)
    canvas.line([(884, 500), (800, 640), (770, 648)], palette.BLUE, 22)
    canvas.rectangle(905, 470, 50, 50, palette.SKY, radius=8)
    things.person(canvas, 1040, 690, 150, wave=True)
    canvas.polygon([(330, HEIGHT), (410, 690), (474, 690), (520, HEIGHT)], palette.PATH)
    for x in [*range(20, 400, 44), *range(500, WIDTH, 44)]:
        canvas.line([(x, 800), (x, 660)], palette.FOREST, 9)
    for start, end in ((0, 392), (498, WIDTH)):
        for y in (690, 770):
            canvas.line([(start, y), (end, y)], palette.FOREST, 9)
    for x in (398, 494):
        canvas.rectangle(x - 9, 630, 18, 186, palette.FOREST, radius=8)
    things.wheelchair(canvas, 300 + canvas.random.randint(-20, 10), 870, 210)
    things.person(canvas, 205, 872, 290, coat=palette.PLUM)


def soup_table(canvas: Canvas) -> None:
    """A long table with soup, and everyone sits."""
    canvas.fill("#efe3cf")
    canvas.rectangle(0, 0, WIDTH, 430, "#e6d4b8")
    for x in (140, 500, 860):
        canvas.rectangle(x, 70, 220, 190, palette.WHITE, radius=8)
        canvas.rectangle(x + 12, 82, 196, 166, palette.SKY)
        canvas.line([(x + 110, 82), (x + 110, 248)], palette.WHITE, 10)
    flags = (palette.CORAL, palette.BLUE, palette.SUN, palette.LEAF, palette.PLUM)
    for step in range(15):
        x = 20 + step * 82
        drop = 24 + abs(7 - step) * -3 + 20
        canvas.polygon(
            [(x, drop), (x + 50, drop), (x + 25, drop + 40)], flags[(step + canvas.random.randint(0, 1)) % 5]
        )
    for place in range(6):
        x = 130 + place * 188
        seated(canvas, x, 600, 350, canvas.random.choice(palette.COATS))
    canvas.polygon([(40, 560), (1160, 560), (1200, 700), (0, 700)], palette.WHITE)
    canvas.polygon([(0, 700), (1200, 700), (1200, 800), (0, 800)], palette.CORAL)
    for x in range(0, WIDTH, 60):
        canvas.rectangle(x, 700, 24, 100, "#c96a52")
    canvas.ellipse(600, 600, 96, 22, palette.IRON)
    canvas.rectangle(504, 600, 192, 74, palette.IRON, radius=24)
    canvas.ellipse(600, 600, 80, 15, palette.SUN)
    for x in (560, 600, 640):
        canvas.arc(x, 540, 16, 90, 270, palette.CLOUD, 5)
        canvas.arc(x, 508, 16, 270, 90, palette.CLOUD, 5)
    for x in (130, 300, 445, 760, 905, 1070):
        canvas.ellipse(x, 640, 52, 16, palette.BLUE)
        canvas.ellipse(x, 635, 42, 10, palette.SUN)


def mural(canvas: Canvas) -> None:
    """Children paint the river on the wall of a tunnel."""
    canvas.fill("#cfd2cd")
    canvas.rectangle(0, 0, WIDTH, 130, "#aeb3b0")
    canvas.rectangle(120, 80, 960, 20, palette.GLOW, radius=10)
    canvas.rectangle(0, 690, WIDTH, 210, palette.ASPHALT)
    canvas.rectangle(0, 170, 780, 470, palette.SKY)
    canvas.ellipse(170, 280, 62, 62, palette.SUN)
    canvas.polygon([(0, 470), (240, 390), (470, 470), (780, 400), (780, 640), (0, 640)], palette.LEAF)
    wave: list[tuple[float, float]] = [(0, 560)]
    wave += [(step * 60, 540 + (20 if step % 2 else -20)) for step in range(1, 14)]
    canvas.polygon([*wave, (780, 640), (0, 640)], palette.BLUE)
    canvas.polygon([(300, 520), (460, 520), (430, 566), (330, 566)], palette.CORAL)
    canvas.line([(380, 520), (380, 400)], palette.WOOD, 8)
    canvas.polygon([(388, 404), (470, 490), (388, 500)], palette.WHITE)
    for x in (560, 640, 710):
        canvas.line([(x, 450), (x, 380)], palette.FOREST, 8)
        canvas.ellipse(x, 372, 20, 20, palette.CORAL)
    canvas.line([(780, 200), (850, 300), (802, 420), (868, 600)], palette.WHITE, 5)
    for x, height in ((700, 230), (830, 250), (980, 210)):
        things.person(
            canvas,
            x + canvas.random.randint(-10, 10),
            780,
            height,
            wave=True,
            skirt=canvas.random.random() < 0.5,
        )
    for x, colour in ((570, palette.BLUE), (630, palette.CORAL), (1080, palette.SUN)):
        canvas.rectangle(x, 770, 46, 46, palette.STONE, radius=6)
        canvas.ellipse(x + 23, 770, 23, 9, colour)
    canvas.line([(0, 688), (WIDTH, 688)], "#777e86", 8)
    canvas.line([(0, HEIGHT - 50), (WIDTH, HEIGHT - 50)], palette.WHITE, 6)


def skate_spot(canvas: Canvas) -> None:
    """A skate spot of concrete edges at the rim of a park."""
    things.day(canvas, horizon=470)
    for x in (80, 240, 980, 1130):
        things.tree(
            canvas, x + canvas.random.randint(-20, 20), 500, canvas.random.randint(220, 320), palette.FOREST
        )
    canvas.polygon([(60, HEIGHT), (200, 560), (1010, 560), (1160, HEIGHT)], palette.STONE)
    canvas.polygon([(230, 620), (240, 520), (420, 620)], "#a9a8a2")
    canvas.polygon([(240, 520), (260, 510), (440, 612), (420, 620)], "#d5d4ce")
    canvas.rectangle(690, 610, 270, 60, "#a9a8a2", radius=4)
    canvas.rectangle(684, 600, 282, 16, palette.CORAL, radius=6)
    canvas.line([(520, 800), (860, 800)], palette.IRON, 10)
    for x in (560, 820):
        canvas.line([(x, 800), (x, 850)], palette.IRON, 10)
    x = 560 + canvas.random.randint(-30, 30)
    canvas.line([(x - 64, 642), (x + 64, 622)], palette.PLUM, 13)
    canvas.ellipse(x - 44, 652, 11, 11, palette.IRON)
    canvas.ellipse(x + 46, 638, 11, 11, palette.IRON)
    things.person(canvas, x, 632, 240, coat=palette.SUN, wave=True)
    seated(canvas, 800, 604, 230, palette.BLUE)
    seated(canvas, 880, 604, 220, palette.CORAL)
    things.person(canvas, 250, 820, 250, coat=palette.PLUM)
    things.lamp(canvas, 1040, 640, 380, lit=False)
