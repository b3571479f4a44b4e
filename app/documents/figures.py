"""A report's figures as values, not texts: one description, from which the screen, PDF, XLSX and
CSV are all made.

A `ReportKind` says what a report is made of and how each column is defined; `Figures` are those of
one report at one moment. Names and keys never change once published: people script against them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.words.catalog import Marked


class Kind(StrEnum):
    """What a column holds, and in which unit."""

    TEXT = "text"
    CODE = "code"
    """A number or code that is read left to right and never calculated with."""
    NUMBER = "number"
    QUANTITY = "quantity"
    """Thousandths of the item's unit."""
    MONEY = "money"
    """Piastres."""
    DATE = "date"
    """`YYYY-MM-DD`."""
    MOMENT = "moment"
    """Milliseconds since 1970, UTC; shown in the laptop's own time."""
    PERCENT = "percent"
    """Hundredths of a percent: 10000 is the whole."""


NUMERIC: Final = frozenset({Kind.NUMBER, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT})

Value = str | int | None
"""None where nothing is known or nothing applies."""

Row = tuple[Value, ...]


@dataclass(frozen=True)
class Column:
    """One column. `meaning` defines it, `share` is its part of the width on paper, `tag` its HXL
    hashtag; `paper` are the languages on whose paper there is room for it."""

    key: str
    title: Marked
    meaning: Marked
    kind: Kind = Kind.TEXT
    share: float = 1.0
    tag: str = ""
    paper: tuple[str, ...] = ("ar", "en")


@dataclass(frozen=True)
class TableKind:
    """A table of a report.

    `facts` shows its single row as labels with values. `chart` names the column whose values are
    drawn as bars beside the first column's texts. `row_mm` is the least height of a row on paper.
    """

    key: str
    title: Marked
    columns: tuple[Column, ...]
    facts: bool = False
    chart: str = ""
    row_mm: float = 0.0

    def at(self, key: str) -> int:
        """The position of a column. Raises ValueError when there is none."""
        return [column.key for column in self.columns].index(key)


@dataclass(frozen=True)
class ReportKind:
    """A report. `personal` when it names people; `signatures` are who signs below it."""

    name: str
    title: Marked
    about: Marked
    tables: tuple[TableKind, ...]
    signatures: tuple[Marked, ...] = ()
    landscape: bool = False
    personal: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its rows. `totals` is a last row that the database summed up by itself, since
    unique families cannot be added."""

    kind: TableKind
    rows: Sequence[Row]
    totals: Row | None = None

    def column(self, key: str) -> list[Value]:
        """All values of one column."""
        at = self.kind.at(key)
        return [row[at] for row in self.rows]


@dataclass(frozen=True)
class Figures:
    """One report, made. `subtitle` says of what (convoy, days), `giver` whose paper it is;
    `made_at` in milliseconds UTC."""

    kind: ReportKind
    subtitle: str
    giver: str
    made_at: int
    made_by: str
    tables: tuple[Table, ...]
    logo: bytes | None = field(default=None, repr=False)

    @property
    def rows(self) -> int:
        """Rows in all tables."""
        return sum(len(table.rows) for table in self.tables)

    def table(self, key: str) -> Table:
        """A table by its key. Raises KeyError."""
        for table in self.tables:
            if table.kind.key == key:
                return table
        raise KeyError(key)
