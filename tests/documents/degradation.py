"""What a worn thermal head, a pocket and a cheap camera do to a code: seeded, repeatable.

`degraded` takes a code as the printer gets it, one pixel a dot at eight dots to the millimetre,
and returns the photograph. In order:

1. the head: one dead element in half of the prints (a white line of one dot along the paper), one
   dot in 150 not burnt, and dot gain (each dark dot spreads by a quarter of a dot on each side);
2. the pocket: a grey stain, an ellipse of up to 30 % of the side that takes up to 70 % of the
   contrast;
3. the hand: rotation within 12 degrees and a perspective that moves each corner by up to 4 % of
   the side;
4. the camera: `PIXELS_PER_MM` pixels a millimetre, uneven light (down to 60 % at one edge),
   Gaussian blur, noise, and JPEG of quality 40 to 70.

Blur and noise grow with `SEVERITY`, which is chosen so that zxing-cpp reads 75 of 100 codes of
version 7 at level M printed with three dots a module: hard enough that sizes and levels differ.
Frozen: a change of any number makes older results incomparable.
"""

import math
import random
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SEVERITY: Final = 0.68
PIXELS_PER_MM: Final = 7.0
_FINE: Final = 4
"""Pixels a dot while the print is simulated."""


def degraded(code: Image.Image, seed: int, severity: float = SEVERITY) -> Image.Image:
    """The photograph numbered `seed` of a printed code (mode L, one pixel a dot)."""
    chance = random.Random(seed)
    printed = _stained(_printed(code, chance), chance)
    return _photographed(printed, chance, severity)


def _printed(code: Image.Image, chance: random.Random) -> Image.Image:
    dots = code.point(lambda grey: 255 if grey > 127 else 0)
    draw = ImageDraw.Draw(dots)
    if chance.random() < 0.5:
        column = chance.randrange(dots.width)
        draw.line((column, 0, column, dots.height), fill=255)
    for _ in range(dots.width * dots.height // 150):
        draw.point((chance.randrange(dots.width), chance.randrange(dots.height)), fill=255)
    fine = dots.resize((dots.width * _FINE, dots.height * _FINE), Image.Resampling.NEAREST)
    return fine.filter(ImageFilter.MinFilter(3)).point(lambda grey: 40 if grey < 128 else 225)


def _stained(paper: Image.Image, chance: random.Random) -> Image.Image:
    side = paper.width
    wide, tall = (side * chance.uniform(0.1, 0.3) for _ in range(2))
    left, top = chance.uniform(0, side - wide), chance.uniform(0, paper.height - tall)
    mask = Image.new("L", paper.size, 0)
    strength = int(255 * chance.uniform(0.2, 0.7))
    ImageDraw.Draw(mask).ellipse((left, top, left + wide, top + tall), fill=strength)
    stain = Image.new("L", paper.size, chance.randrange(90, 180))
    return Image.composite(stain, paper, mask)


def _photographed(paper: Image.Image, chance: random.Random, severity: float) -> Image.Image:
    scale = PIXELS_PER_MM / (8 * _FINE)
    margin = 0.15 * max(paper.size)
    size = tuple(int((length + 2 * margin) * scale) for length in paper.size)
    photo = paper.transform(
        size,
        Image.Transform.PERSPECTIVE,
        _perspective(paper, size, margin, chance),
        Image.Resampling.BICUBIC,
        fillcolor=225,
    )
    photo = ImageChops.multiply(photo, _light(size, chance))
    photo = photo.filter(ImageFilter.GaussianBlur(severity * chance.uniform(0.3, 1.3)))
    photo = _noisy(photo, severity * chance.uniform(10, 60), chance)
    out = BytesIO()
    photo.save(out, "JPEG", quality=chance.randrange(40, 71))
    return Image.open(out).convert("L")


def _perspective(
    paper: Image.Image, size: tuple[int, ...], margin: float, chance: random.Random
) -> list[float]:
    """Pillow's eight coefficients: where each corner of the photograph lies on the paper."""
    angle = math.radians(chance.uniform(-12, 12))
    centre_x, centre_y = paper.width / 2, paper.height / 2
    corners = []
    for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)):
        across = (x - 0.5) * (paper.width + 2 * margin) + chance.uniform(-0.04, 0.04) * paper.width
        down = (y - 0.5) * (paper.height + 2 * margin) + chance.uniform(-0.04, 0.04) * paper.width
        corners.append(
            (
                centre_x + across * math.cos(angle) - down * math.sin(angle),
                centre_y + across * math.sin(angle) + down * math.cos(angle),
            )
        )
    wide, tall = size
    photo = ((0, 0), (wide, 0), (wide, tall), (0, tall))
    rows = []
    for (x, y), (u, v) in zip(photo, corners, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """The solution of linear equations, each a row with its right side last (Gauss-Jordan)."""
    count = len(rows)
    for at in range(count):
        pivot = max(range(at, count), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(count):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def _light(size: tuple[int, ...], chance: random.Random) -> Image.Image:
    ramp = Image.linear_gradient("L").rotate(90 * chance.randrange(4)).resize(size)
    darkest = chance.uniform(0.6, 0.9)
    return ramp.point(lambda grey: int(255 * (darkest + (1 - darkest) * grey / 255)))


def _noisy(photo: Image.Image, width: float, chance: random.Random) -> Image.Image:
    noise = Image.frombytes("L", photo.size, chance.randbytes(photo.width * photo.height))
    scaled = noise.point(lambda value: int(value * width / 255))
    return ImageChops.add(photo, scaled, 1, -int(width / 2))
