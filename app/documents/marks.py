"""Vowel signs and shadda over and under their letters.

Fonts tell programs that shape text where each sign goes (OpenType GPOS); reportlab draws one glyph
after another and leaves a sign where its designer parked it, on top of a hamza or of another sign.
So a sign is placed by the outlines' boxes: in the middle of its letter, above or below it and
above or below the signs before it.
"""

import re
import struct
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from app.documents import fonts

_BELOW: Final = frozenset("\u061a\u064d\u0650\u0655\u0656\u065c\u065f")
_SHADDA: Final = "\u0651"
_GAP: Final = 0.04
"""Between a letter and its sign, in ems."""


class Box(NamedTuple):
    """A glyph's outline, in ems from the pen."""

    left: float
    bottom: float
    right: float
    top: float


_SIGNS: Final = re.compile("([\u0610-\u061a\u064b-\u065f\u0670]+)")


@dataclass(frozen=True)
class Mark:
    """A sign to draw on its own: the pen's place from the line's left end, in ems."""

    drawn: str
    across: float
    up: float


def split(text: str) -> list[str]:
    """`text` in pieces, of which every second one is signs only."""
    return _SIGNS.split(text)


def placed(text: str, font: str) -> tuple[Mark, ...]:
    """The signs of a drawn line with their places.

    In a line from left to right a sign stands before the letter that it belongs to.
    """
    marks: list[Mark] = []
    pen = 0.0
    signs = ""
    for at, piece in enumerate(split(text)):
        if at % 2:
            signs = piece
            continue
        marks += _on_letter(piece[:1] or " ", pen, signs[::-1], font) if signs else []
        pen += fonts.width(piece, font, 1)
    return tuple(marks)


def _on_letter(letter: str, pen: float, signs: str, font: str) -> list[Mark]:
    box = _box(letter, font)
    top, bottom = box.top, box.bottom
    middle = pen + (box.left + box.right) / 2
    marks = []
    for sign in sorted(signs, key=_SHADDA.__ne__):  # a shadda is nearest to its letter
        own = _box(sign, font)
        if sign in _BELOW:
            up = min(0.0, bottom - _GAP - own.top)
            bottom = own.bottom + up
        else:
            up = max(0.0, top + _GAP - own.bottom)
            top = own.top + up
        marks.append(Mark(sign, middle - (own.left + own.right) / 2, up))
    return marks


@lru_cache(maxsize=4096)
def _box(character: str, font: str) -> Box:
    face = fonts.face(font)
    glyph = face.charToGlyph.get(ord(character), 0)
    start, end = face.glyphPos[glyph], face.glyphPos[glyph + 1]
    if start == end:
        return Box(0.0, 0.0, fonts.width(character, font, 1), 0.0)
    values: tuple[int, ...] = struct.unpack_from(">4h", _outlines(font), start + 2)
    return Box(*(value / face.unitsPerEm for value in values))


@cache
def _outlines(font: str) -> bytes:
    face = fonts.face(font)
    return bytes(face.get_table("glyf"))
