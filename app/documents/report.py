"""What a report shows, already in the reader's words and digits; drawn by `report_pdf`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Column:
    """A column of a table; numbers stand at the end of their cells, one below the other."""

    title: str
    share: float = 1.0
    kind: Literal["text", "number"] = "text"


@dataclass(frozen=True)
class Table:
    """Rows of texts, one a column. `totals` is a last, heavier row.

    `row_mm` is the least height of a row in millimetres, for rows to write or sign in.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    totals: Sequence[str] | None = None
    row_mm: float = 0.0


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: `size` says how long, `value` is what is written."""

    label: str
    size: float
    value: str


@dataclass(frozen=True)
class Bars:
    """A bar chart whose longest bar fills the width."""

    title: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Facts:
    """Labels and values, in as many columns as asked for."""

    title: str
    pairs: Sequence[tuple[str, str]]
    columns: int = 3


@dataclass(frozen=True)
class Note:
    """A paragraph, e.g. how figures are defined."""

    text: str


Part = Table | Bars | Facts | Note


@dataclass(frozen=True)
class Report:
    """A report: parts below one another, then boxes to sign in.

    `printed` says when and by whom it was made and stands at the foot of each page; `colour` is
    the organisation's accent as #rrggbb, None for Qafila's.
    """

    title: str
    subtitle: str
    organisation: str
    printed: str
    parts: Sequence[Part]
    signatures: Sequence[str] = ()
    logo: bytes | None = field(default=None, repr=False)
    colour: str | None = None
    landscape: bool = False
