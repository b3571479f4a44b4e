"""The parts of a report cut into pieces that pages can be filled with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import Final

from app.documents.blocks import (
    MM,
    Block,
    Cell,
    Padded,
    Row,
    Sheet,
    Space,
    Stack,
    Style,
    Text,
)
from app.documents.look import Look
from app.documents.report import Bars, Column, Facts, Note, Part, Table
from app.words.catalog import Words

_BAR_SHARES: Final = (2.0, 4.0, 1.0)
_SMALLEST: Final = 0.75
"""How much smaller a table of many columns may be written, rather than cut its words."""

_MEASURED: Final = 20
"""Of a column's words so many with most letters are measured: one of them is the widest, nearly."""


@dataclass(frozen=True)
class Piece:
    """What stands together on a page. `continued` goes first when it begins a new page.

    A piece that `leads` is never the last on a page: a title, a table's header.
    """

    block: Block
    leads: bool = False
    continued: Block | None = None


def pieces_of(parts: Iterable[Part], words: Words, look: Look, width: float) -> Iterator[Piece]:
    """The pieces of all parts, in their order, for pages `width` points wide."""
    for part in parts:
        yield Piece(Space(look.gap), leads=True)
        if not isinstance(part, Note) and part.title:
            yield Piece(Text(part.title, look.bold()(size=look.size * 1.15)), leads=True)
        match part:
            case Table():
                yield from _table(part, words, look, width)
            case Bars():
                yield from _bars(part, look)
            case Facts():
                yield from _facts(part, look)
            case Note():
                yield Piece(Text(part.text, look.label()))


def _table(table: Table, words: Words, look: Look, width: float) -> Iterator[Piece]:
    titles = [column.title for column in table.columns]
    narrowest = _narrowest(table, titles, look)
    if sum(narrowest) > width:
        smaller = max(_SMALLEST, width / sum(narrowest))
        look = replace(look, size=look.size * smaller)
        narrowest = [smaller * least for least in narrowest]
    header = _TableRow(titles, table.columns, narrowest, look.label(), look, tint=look.tint)
    yield Piece(header, leads=True)
    if not table.rows:
        nothing = Text(words.translate("Report", "Nothing was recorded."), look.label())
        yield Piece(Padded(nothing, look.gap / 2, look.gap / 2))
    for row in table.rows:
        texts = _TableRow(row, table.columns, narrowest, look.body(), look, least=table.row_mm * MM)
        yield Piece(texts, continued=header)
    if table.totals is not None:
        totals = _TableRow(
            table.totals, table.columns, narrowest, look.bold(), look, rule=look.accent
        )
        yield Piece(totals, continued=header)


def _narrowest(table: Table, titles: Sequence[str], look: Look) -> list[float]:
    """The points that each column needs so that no word in it is cut."""
    found = []
    for at, title in enumerate(titles):
        words = [word for row in table.rows for word in row[at].split()]
        texts = [
            *((word, look.label()) for word in title.split()),
            *((word, look.body()) for word in nlargest(_MEASURED, set(words), key=len)),
            *((word, look.bold()) for word in (table.totals or titles)[at].split()),
        ]
        widest = max((Text(word, style).width for word, style in texts), default=0.0)
        found.append(widest + look.gap)
    return found


def _bars(chart: Bars, look: Look) -> Iterator[Piece]:
    longest = max((bar.size for bar in chart.bars), default=0.0) or 1.0
    label, line, value = _BAR_SHARES
    for bar in chart.bars:
        cells = [
            Cell(Text(bar.label, look.body()), label),
            Cell(_BarLine(max(0.0, bar.size) / longest, look.size, look.accent), line),
            Cell(Text(bar.value, look.bold()), value),
        ]
        yield Piece(Row(cells, gap=look.gap, middle=True))


def _facts(facts: Facts, look: Look) -> Iterator[Piece]:
    blocks = [
        Stack([Text(label, look.label()(leading=1.3)), Text(value, look.bold())])
        for label, value in facts.pairs
    ]
    for at in range(0, len(blocks), facts.columns):
        row: list[Block] = [*blocks[at : at + facts.columns]]
        row += [Space(0)] * (facts.columns - len(row))
        cells = [Cell(block) for block in row]
        yield Piece(Stack([Row(cells, gap=look.gap), Space(look.gap / 2)]))


@dataclass(frozen=True)
class _TableRow:
    """One row: its cells side by side, a line below, a tint or a heavier line where asked for."""

    texts: Sequence[str]
    columns: Sequence[Column]
    narrowest: Sequence[float]
    style: Style
    look: Look
    least: float = 0.0
    tint: str | None = None
    rule: str | None = None

    def height(self, width: float) -> float:
        return max(self.least, self._row().height(width))

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        tall = self.height(width)
        if self.tint is not None:
            sheet.fill(left, top - tall, width, tall, self.tint)
        row = self._row()
        row.draw(sheet, left, top - (tall - row.height(width)) / 2, width)
        bottom = top - tall
        sheet.rule((left, bottom), (left + width, bottom), weight=0.4, colour=self.look.hairline)
        if self.rule is not None:
            sheet.rule((left, top), (left + width, top), weight=1, colour=self.rule)

    def _row(self) -> Row:
        across, down = self.look.gap / 2, self.look.gap / 4
        cells = []
        for text, column, least in zip(self.texts, self.columns, self.narrowest, strict=True):
            align = "end" if column.kind == "number" else "start"
            padded = Padded(Text(text, self.style(align=align)), across, down)
            cells.append(Cell(padded, column.share, least=least))
        return Row(cells)


@dataclass(frozen=True)
class _BarLine:
    """A bar that begins where reading begins and takes `share` of the width."""

    share: float
    size: float
    colour: str

    def height(self, width: float) -> float:
        return self.size

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        long = self.share * width
        start = left + width - long if sheet.base == "R" else left
        sheet.fill(start, top - self.size, long, self.size, self.colour)
