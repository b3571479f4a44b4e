"""What documents are put together from: blocks that know their height for a width and draw.

Lengths are points; `top` is measured upwards from the sheet's lower edge, as PDF does, and blocks
hang down from it. Rows begin at the side where reading begins, so one description serves both
directions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, Literal, Protocol

from reportlab.lib.colors import Color, HexColor

from app.documents import arabic, fonts
from app.documents.arabic import Base, Line
from app.documents.qr import QrDrawing

MM: Final = 72 / 25.4
DOT: Final = MM / 8
"""A dot of a 203-dpi thermal head: eight to the millimetre."""

Align = Literal["start", "centre", "end"]


@cache
def _ink(colour: str) -> Color:
    """reportlab reads a colour's name anew for each word it draws; once is enough."""
    return HexColor(colour)


class Sheet:
    """The page being drawn: reportlab's canvas, in one reading direction."""

    def __init__(self, canvas: Any, base: Base) -> None:
        self._canvas = canvas
        self.base = base

    def line(self, line: Line, style: "Style", left: float, baseline: float) -> None:
        """A line of text, its left end at `left`, and then its vowel signs where they belong."""
        self._canvas.setFillColor(_ink(style.colour))
        self._canvas.setFont(style.font, style.size)
        self._canvas.drawString(left, baseline, line.drawn)
        if line.marks:
            self._canvas.setFont(fonts.silent(style.font), style.size)
        for mark in line.marks:
            x, y = left + mark.across * style.size, baseline + mark.up * style.size
            self._canvas.drawString(x, y, mark.drawn)

    def fill(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._canvas.setFillColor(_ink(colour))
        self._canvas.rect(left, bottom, width, height, stroke=0, fill=1)

    def frame(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """The outline of a rectangle with rounded corners."""
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setLineWidth(0.8)
        self._canvas.roundRect(left, bottom, width, height, 3)

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        weight: float,
        colour: str,
        dashed: bool = False,
    ) -> None:
        """A straight line."""
        self._canvas.saveState()
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setLineWidth(weight)
        if dashed:
            self._canvas.setDash(3, 3)
        self._canvas.line(*start, *end)
        self._canvas.restoreState()

    def qr(self, drawing: QrDrawing, left: float, bottom: float, module: float) -> None:
        """A QR code, its quiet zone's lower left corner on the nearest whole printer dot."""
        x, y = (round(value / DOT) * DOT for value in (left, bottom))
        self._canvas.addLiteral(
            f"q 0 g {module:.5f} 0 0 {module:.5f} {x:.5f} {y:.5f} cm\n{drawing.path}\nQ"
        )

    def image(self, picture: Any, left: float, bottom: float, width: float, height: float) -> None:
        """An image as reportlab reads it."""
        self._canvas.drawImage(picture, left, bottom, width, height, mask="auto")


class Block(Protocol):
    """A part of a document."""

    def height(self, width: float) -> float:
        """How tall the block is in a column of `width`."""

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the block hanging from `top`."""


@dataclass(frozen=True)
class Style:
    """How a text looks. `leading` is the distance of lines in font sizes."""

    font: str
    size: float
    base: Base
    colour: str = "#000000"
    align: Align = "start"
    leading: float = 1.45

    def __call__(self, **changes: Any) -> "Style":
        """The same style with some things changed."""
        return replace(self, **changes)

    def offset(self, room: float, base: Base) -> float:
        """Where, in `room` points of free space, a line of this style begins from the left."""
        if self.align == "centre":
            return room / 2
        return room if (self.align == "start") == (base == "R") else 0.0


@dataclass(frozen=True)
class Text:
    """A paragraph, wrapped to the column."""

    text: str
    style: Style

    @property
    def width(self) -> float:
        """In points, if it is not wrapped."""
        return arabic.line(self.text, self.style.font, self.style.base).width * self.style.size

    def height(self, width: float) -> float:
        return len(self._lines(width)) * self.style.size * self.style.leading

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        style = self.style
        step = style.size * style.leading
        baseline = top - step / 2 - 0.3 * style.size
        for each in self._lines(width):
            room = width - each.width * style.size
            sheet.line(each, style, left + style.offset(room, sheet.base), baseline)
            baseline -= step

    def _lines(self, width: float) -> tuple[Line, ...]:
        style = self.style
        return arabic.wrapped(self.text, style.font, style.base, round(width / style.size, 3))


@dataclass(frozen=True)
class Stack:
    """Blocks below one another, `gap` points apart."""

    blocks: Sequence[Block]
    gap: float = 0.0

    def height(self, width: float) -> float:
        heights = sum(block.height(width) for block in self.blocks)
        return heights + self.gap * max(0, len(self.blocks) - 1)

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        for block in self.blocks:
            block.draw(sheet, left, top, width)
            top -= block.height(width) + self.gap


@dataclass(frozen=True)
class Cell:
    """A block in a row: `width` points wide, or a `share` of what the others leave, but `least`
    points where there is room for it."""

    block: Block
    share: float = 1.0
    width: float | None = None
    least: float = 0.0


@dataclass(frozen=True)
class Row:
    """Blocks side by side from the side where reading begins, all in the middle or at the top."""

    cells: Sequence[Cell]
    gap: float = 0.0
    middle: bool = False

    def height(self, width: float) -> float:
        widths = self._widths(width)
        return max(cell.block.height(each) for cell, each in zip(self.cells, widths, strict=True))

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        tallest = self.height(width)
        at = left + width if sheet.base == "R" else left
        for cell, each in zip(self.cells, self._widths(width), strict=True):
            down = (tallest - cell.block.height(each)) / 2 if self.middle else 0.0
            start = at - each if sheet.base == "R" else at
            cell.block.draw(sheet, start, top - down, each)
            at += -(each + self.gap) if sheet.base == "R" else each + self.gap

    def _widths(self, width: float) -> list[float]:
        fixed = sum(cell.width or 0.0 for cell in self.cells)
        free = width - fixed - self.gap * (len(self.cells) - 1)
        shared = iter(apportioned(free, [cell for cell in self.cells if cell.width is None]))
        return [next(shared) if cell.width is None else cell.width for cell in self.cells]


def apportioned(free: float, cells: Sequence[Cell]) -> list[float]:
    """The widths of cells that share `free` points: by their shares, but none below its least.

    Where there is not room for the least of all, each gets as much less.
    """
    wanted = sum(cell.least for cell in cells)
    if wanted > free:
        return [free * cell.least / wanted for cell in cells]
    narrow: set[int] = set()
    while True:
        rest = free - sum(cells[at].least for at in narrow)
        shares = sum(cell.share for at, cell in enumerate(cells) if at not in narrow)
        found = [
            cell.least if at in narrow else rest * cell.share / shares
            for at, cell in enumerate(cells)
        ]
        more = {at for at, cell in enumerate(cells) if found[at] < cell.least}
        if not more:
            return found
        narrow |= more


@dataclass(frozen=True)
class Space:
    """Nothing, of a height."""

    tall: float

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        pass


@dataclass(frozen=True)
class Rule:
    """A horizontal line through the middle of `tall` points."""

    colour: str
    weight: float = 0.6
    tall: float = 6.0
    dashed: bool = False

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        y = top - self.tall / 2
        sheet.rule(
            (left, y), (left + width, y), weight=self.weight, colour=self.colour, dashed=self.dashed
        )


@dataclass(frozen=True)
class Padded:
    """A block with room around it, on a tint or in a frame where wanted."""

    block: Block
    across: float
    down: float
    tint: str | None = None
    outline: str | None = None

    def height(self, width: float) -> float:
        return self.block.height(width - 2 * self.across) + 2 * self.down

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        tall = self.height(width)
        if self.tint is not None:
            sheet.fill(left, top - tall, width, tall, self.tint)
        if self.outline is not None:
            sheet.frame(left, top - tall, width, tall, self.outline)
        self.block.draw(sheet, left + self.across, top - self.down, width - 2 * self.across)


@dataclass(frozen=True)
class Code:
    """A QR code with modules of `module` points, in the middle of its column."""

    drawing: QrDrawing
    module: float

    def height(self, width: float) -> float:
        return self.side

    @property
    def side(self) -> float:
        """The side with its quiet zone, in points."""
        return self.drawing.side * self.module

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        sheet.qr(self.drawing, left + (width - self.side) / 2, top - self.side, self.module)


@dataclass(frozen=True)
class Picture:
    """An image scaled into a box of `side` points; `picture` is a reportlab ImageReader."""

    picture: Any
    side: float

    def height(self, width: float) -> float:
        return self._size()[1]

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        wide, tall = self._size()
        sheet.image(self.picture, left + (width - wide) / 2, top - tall, wide, tall)

    def _size(self) -> tuple[float, float]:
        wide, tall = self.picture.getSize()
        scale = self.side / max(wide, tall)
        return wide * scale, tall * scale
