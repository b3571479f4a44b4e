"""Lines of Arabic and Latin text as they are drawn: from left to right, letters joined.

PDFs place glyphs from left to right. So a text is first wrapped as it is read, then each line on
its own gets its joined letter forms and its visual order (Unicode Standard Annex 9). Doing either
before wrapping puts the words of a paragraph in the wrong order.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from bidi.mirror import MIRRORED

from app.documents import fonts
from app.documents.marks import Mark, placed

Base = Literal["R", "L"]
"""The direction of a paragraph, given by the document's language and never guessed from a name."""

_CGJ: Final = "\u034f"
_LRI, _LRO, _PDF, _PDI = "\u2066", "\u202d", "\u202c", "\u2069"
_OPENERS: Final = "\u2066\u2067\u2068"
_HIDDEN: Final = dict.fromkeys(
    map(
        ord,
        "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        "\u2060\u2066\u2067\u2068\u2069\ufeff",
    )
)
"""What directs or joins and has no shape of its own: taken out after it has had its effect."""

_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\s]")
_BRACKETS: Final = f"([{re.escape(''.join(MIRRORED))}])"
_MIRRORABLE: Final = re.compile(_BRACKETS)
_MARKED: Final = re.compile(f"{_CGJ}{_BRACKETS}|{_BRACKETS}{_CGJ}")
_RESHAPER: Final = ArabicReshaper(
    {"delete_harakat": False, "use_unshaped_instead_of_isolated": True, "support_ligatures": True}
)


@dataclass(frozen=True)
class Line:
    """A line ready to draw: its characters from left to right, and its width for size 1.

    Vowel signs are among the letters, where a search expects them, and apart with their places.
    """

    drawn: str
    width: float
    marks: tuple[Mark, ...] = ()


def code(text: str) -> str:
    """A number whose groups must stay as written, also in Arabic digits: left to right."""
    return f"{_LRI}{_LRO}{text}{_PDF}{_PDI}"


def ordered(text: str, base: Base) -> str:
    """`text` in visual order from left to right, brackets mirrored, controls taken out.

    python-bidi's fast algorithm orders brackets rightly but does not mirror them. A combining mark
    put after each bracket keeps its company: where it comes out before the bracket, the bracket
    stands in a right-to-left run and is swapped for its mirror image.
    """
    marked = _MIRRORABLE.sub(rf"\1{_CGJ}", text.replace(_CGJ, ""))
    shown = get_display(marked, base_dir=base).translate(_HIDDEN)
    return _MARKED.sub(lambda m: MIRRORED[m[1]] if m[1] else m[2], shown)


@lru_cache(maxsize=20_000)
def line(text: str, font: str, base: Base) -> Line:
    """One line of `text`, whatever its width; a character that the font lacks is a question mark.

    A missing letter must not vanish from a name without a trace.
    """
    shaped = _RESHAPER.reshape(_UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text)))
    known = fonts.face(font).charToGlyph
    shown = "".join(each if ord(each) in known else "?" for each in ordered(shaped, base))
    return Line(shown, fonts.width(shown, font, 1), placed(shown, font))


@lru_cache(maxsize=20_000)
def wrapped(text: str, font: str, base: Base, width: float) -> tuple[Line, ...]:
    """The lines of `text` for a column `width` ems wide (points divided by the font's size).

    Lines break at spaces and where the text has a line break; a word wider than the column is cut.
    Isolates that a break falls into are closed and opened again.
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_wrapped_paragraph(paragraph, font, base, width))
    return tuple(line(each, font, base) for each in _closed_isolates(lines))


def _wrapped_paragraph(text: str, font: str, base: Base, width: float) -> list[str]:
    space = fonts.width(" ", font, 1)
    lines: list[str] = []
    words: list[str] = []
    used = 0.0
    for word in _pieces(text, font, base, width):
        needed = line(word, font, base).width
        if words and used + space + needed > width:
            lines.append(" ".join(words))
            words, used = [], 0.0
        used += needed + (space if words else 0.0)
        words.append(word)
    lines.append(" ".join(words))
    return lines


def _pieces(text: str, font: str, base: Base, width: float) -> list[str]:
    """The words of `text`, those too wide for a line cut into pieces that fit."""
    pieces: list[str] = []
    for word in text.split(" "):
        while len(word) > 1 and line(word, font, base).width > width:
            cut = len(word) - 1
            while cut > 1 and line(word[:cut], font, base).width > width:
                cut -= 1
            pieces.append(word[:cut])
            word = word[cut:]
        if word:
            pieces.append(word)
    return pieces


def _closed_isolates(lines: list[str]) -> list[str]:
    closed: list[str] = []
    carried = ""
    for text in lines:
        text = carried + text
        is_open: list[str] = []
        for character in text:
            if character in _OPENERS:
                is_open.append(character)
            elif character == _PDI and is_open:
                is_open.pop()
        carried = "".join(is_open)
        closed.append(text + _PDI * len(is_open))
    return closed
