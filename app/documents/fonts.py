"""The faces that are embedded in PDFs, and text in them that can be searched and copied.

Arabic is drawn with the presentation forms of Unicode (U+FB50-U+FDFF, U+FE70-U+FEFF), one code
for each shape of a letter. A PDF must say which letters a shape stands for, or nobody finds a name
in it: the font's ToUnicode table maps each form back to its letters (NFKC). A ligature's letters
are listed last first, because a reader turns the whole line round.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

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
            _register(name)
    return family


def width(text: str, font: str, size: float) -> float:
    """How wide `text`, as drawn, is in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def letters(code: int) -> str:
    """What a drawn character stands for, in the order that readers of PDFs expect."""
    if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", chr(code))[::-1]
    return chr(code)


class SearchableFont(TTFont):
    """A TrueType font whose ToUnicode table tells letters instead of shapes."""

    def addObjects(self, doc: Any) -> None:
        """Add the font's objects to `doc`, with our table in place of reportlab's."""
        subsets = list(self.state[doc].subsets)
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            doc.idToObject[fonts[name].ToUnicode.name].content = _to_unicode(name, subset)


@cache
def _register(name: str) -> None:
    pdfmetrics.registerFont(SearchableFont(name, str(resource_path(f"fonts/{name}.ttf"))))


def _to_unicode(name: str, subset: list[int]) -> str:
    """The CMap (PDF 32000-1, 9.10.3) of the codes 0, 1, 2 … that stand for `subset`."""
    pairs = [
        f"<{code:02X}> <{letters(drawn).encode('utf-16-be').hex().upper()}>"
        for code, drawn in enumerate(subset)
        if drawn
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
