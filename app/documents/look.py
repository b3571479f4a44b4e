"""Sizes, colours and faces of a kind of paper, and the text styles made of them."""

from dataclasses import dataclass
from typing import Final

from app.documents import fonts
from app.documents.arabic import Base
from app.documents.blocks import MM, Style
from app.documents.fonts import Family

INK: Final = "#16201f"
MUTED: Final = "#56625f"
ACCENT: Final = "#0f5c5c"
TINT: Final = "#e9f1f0"
HAIRLINE: Final = "#b9c7c4"
ALARM: Final = "#a3262a"
BLACK: Final = "#000000"


@dataclass(frozen=True)
class Look:
    """`size` is the body text in points; `narrow` papers have one column and no grey or colour.

    `colour` is the accent, an organisation's own or Qafila's.
    """

    family: Family
    base: Base
    size: float
    narrow: bool = False
    colour: str = ACCENT

    @property
    def gap(self) -> float:
        """The distance between groups."""
        return self.size * 0.7

    @property
    def accent(self) -> str:
        return BLACK if self.narrow else self.colour

    @property
    def hairline(self) -> str:
        return BLACK if self.narrow else HAIRLINE

    @property
    def alarm(self) -> str:
        return BLACK if self.narrow else ALARM

    @property
    def tint(self) -> str | None:
        return None if self.narrow else TINT

    @property
    def module(self) -> float:
        """A QR module: half a millimetre, which is four dots of a 203-dpi head."""
        return 0.5 * MM

    def body(self) -> Style:
        return self._style(1.0)

    def bold(self) -> Style:
        return self._style(1.0, bold=True)

    def label(self) -> Style:
        """The small words above or beside a value."""
        return self._style(0.84, muted=True)

    def value(self) -> Style:
        """What is looked for first: a name."""
        return self._style(1.25, bold=True)

    def title(self) -> Style:
        return self._style(1.55, bold=True)(colour=self.accent)

    def _style(self, scale: float, *, bold: bool = False, muted: bool = False) -> Style:
        ink, quiet = (BLACK, BLACK) if self.narrow else (INK, MUTED)
        return Style(
            font=self.family.bold if bold else self.family.regular,
            size=round(self.size * scale, 2),
            base=self.base,
            colour=quiet if muted else ink,
        )


def look(
    family: Family, base: Base, size: float, *, narrow: bool = False, colour: str = ACCENT
) -> Look:
    """A look whose fonts are loaded."""
    return Look(fonts.ready(family), base, size, narrow, colour)
