"""The faces that are embedded in PDFs, and text in them that can be searched and copied.

Arabic is drawn with the presentation forms of Unicode (U+FB50-U+FDFF, U+FE70-U+FEFF), one code
for each shape of a letter. A PDF must say which letters a shape stands for, or nobody finds a name
in it: the font's ToUnicode table maps each form back to its letters (NFKC). A ligature's letters
are listed last first, because a reader turns the whole line round.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from app.config import resource_path


@dataclass(frozen=True)
class Family:
    """The names under which a family's two weights are registered."""

    regular: str
    bold: str


NASKH: Final = Family("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold")
"""For paper; it lacks arrows and check marks."""

PLEX: Final = Family("IBMPlexSansArabic-Regular", "IBMPlexSansArabic-Bold")
"""For the screen and for thermal paper, whose coarse dots eat thin strokes."""

rl_config.useA85 = 0  # ASCII armour makes files a quarter larger and drawing much slower

_lock = Lock()
_BFCHARS_PER_BLOCK: Final = 100


def ready(family: Family) -> Family:
    """The same family, with both weights loaded and registered (once, about 0.1 s each)."""
    with _lock:
        for name in (family.regular, family.bold):
            _register(name, name)
    return family


def width(text: str, font: str, size: float) -> float:
    """How wide `text`, as drawn, is in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def face(font: str) -> Any:
    """The outlines and measures of a registered font, as reportlab read them."""
    registered: Any = pdfmetrics.getFont(font)
    return registered.face


def is_sign(code: int) -> bool:
    """Whether a character is a vowel sign or shadda, which stand over and under letters."""
    return 0x064B <= code <= 0x065F or 0x0610 <= code <= 0x061A or code == 0x0670


def letters(code: int) -> str:
    """What a drawn character stands for, in the order that readers of PDFs expect."""
    if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", chr(code))[::-1]
    return chr(code)


def silent(font: str) -> str:
    """The same font under a name whose letters no search finds: each reads as a space.

    For what is drawn a second time; see `blocks.Sheet.line`.
    """
    name = f"{font}-Silent"
    with _lock:
        _register(name, font)
    return name


class LettersFace(TTFontFace):
    """A face that is embedded without the outlines of vowel signs: they are drawn apart."""

    def makeSubset(self, subset: Sequence[int]) -> bytes:
        """The font file for the characters `subset`, signs blank."""
        blank = ord(" ")
        return bytes(super().makeSubset([blank if is_sign(code) else code for code in subset]))


class SearchableFont(TTFont):
    """A TrueType font whose ToUnicode table tells letters instead of shapes."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self.face = LettersFace(filename)

    def reads(self, code: int) -> str:
        """What the drawn character `code` is found as."""
        return letters(code)

    def addObjects(self, doc: Any) -> None:
        """Add the font's objects to `doc`, with our table in place of reportlab's."""
        subsets = list(self.state[doc].subsets)
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            table = _to_unicode(name, [self.reads(code) if code else "" for code in subset])
            doc.idToObject[fonts[name].ToUnicode.name].content = table


class SilentFont(SearchableFont):
    """A font whose every character is drawn, and found as a space."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self.face = TTFontFace(filename)
        self.face.name += b"-Silent"  # reportlab takes fonts of one name for one font

    def reads(self, code: int) -> str:
        """A space, which parts words that are parted anyway."""
        return " "


@cache
def _register(name: str, font: str) -> None:
    kind = SearchableFont if name == font else SilentFont
    pdfmetrics.registerFont(kind(name, str(resource_path(f"fonts/{font}.ttf"))))


def _to_unicode(name: str, texts: list[str]) -> str:
    """The CMap (PDF 32000-1, 9.10.3) of the codes 0, 1, 2 … that stand for `texts`."""
    pairs = [
        f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts)
        if text
    ]
    blocks = [
        pairs[start : start + _BFCHARS_PER_BLOCK]
        for start in range(0, len(pairs), _BFCHARS_PER_BLOCK)
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *("\n".join([f"{len(b)} beginbfchar", *b, "endbfchar"]) for b in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
