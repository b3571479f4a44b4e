"""A file opened and looked at: its sheets with their headers found and their rows told apart."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.config import resource_path
from app.domain.importing.cells import SourceRow
from app.domain.importing.columns import Column, Kind, Wordings, parse_wordings
from app.domain.importing.layout import HEADER_WITHIN, Layout, find_layout
from app.domain.importing.phrases import Phrases, RowKind, RowSorter, parse_phrases
from app.domain.importing.titles import Titles, read_titles
from app.errors import HeaderNotFound
from app.services.importing.reading import Sheet, Workbook, read_workbook

SAMPLE_ROWS = HEADER_WITHIN + 200
"""Rows that the guess of the columns looks at."""


@dataclass(frozen=True)
class SourceSheet:
    """A sheet with a header: what stands above it, its columns, and its rows of data."""

    name: str
    titles: Titles
    layout: Layout
    rows: tuple[SourceRow, ...]
    skipped: int
    """Rows under the header that are no data: totals, signatures, headers again."""


@dataclass(frozen=True)
class Source:
    """A list or hand-over sheet as it was understood; `left_out` names sheets without a header.

    `digest` is that of the file's bytes and of what its columns were taken for: the same file with
    the same meaning has the same one.
    """

    path: Path
    kind: Kind
    digest: str
    sheets: tuple[SourceSheet, ...]
    left_out: tuple[str, ...] = ()

    @property
    def row_count(self) -> int:
        """Rows of data: without titles, blanks, totals and signatures."""
        return sum(len(sheet.rows) for sheet in self.sheets)


def open_source(path: Path, kind: Kind, mapping: Mapping[str, Column] | None = None) -> Source:
    """Opens a file and finds its headers and columns; `mapping` overrides the guess.

    Raises HeaderNotFound and what `read_workbook` raises.
    """
    return interpret(read_workbook(path), path, kind, mapping)


def interpret(
    workbook: Workbook, path: Path, kind: Kind, mapping: Mapping[str, Column] | None = None
) -> Source:
    """`open_source` of a file that was read before: a new mapping need not read it again."""
    sheets: list[SourceSheet] = []
    left_out: list[str] = []
    for sheet in workbook.sheets:
        layout = find_layout(sheet.rows[:SAMPLE_ROWS], wordings(), kind, mapping)
        if layout is None:
            left_out += [sheet.name] if sheet.rows else []
        else:
            sheets.append(_sorted(sheet, layout))
    if not sheets:
        raise HeaderNotFound(file=path.name)
    digest = _digest(workbook.digest, kind, sheets)
    return Source(path, kind, digest, tuple(sheets), tuple(left_out))


@cache
def wordings() -> Wordings:
    """The words for columns."""
    with _lines("import_columns.csv") as lines:
        return parse_wordings(lines)


@cache
def phrases() -> Phrases:
    """The words of totals, signatures and ticks."""
    with _lines("import_phrases.csv") as lines:
        return parse_phrases(lines)


def _digest(of_bytes: str, kind: Kind, sheets: Iterable[SourceSheet]) -> str:
    meant = [
        f"{sheet.layout.header_row}:{','.join(one.column for one in sheet.layout.columns)}"
        for sheet in sheets
    ]
    return hashlib.sha256("\n".join((of_bytes, kind, *meant)).encode()).hexdigest()


def _sorted(sheet: Sheet, layout: Layout) -> SourceSheet:
    above = [row for row in sheet.rows if row.number < layout.header_row]
    below = [row for row in sheet.rows if row.number > layout.header_row]
    sorter = RowSorter(layout, phrases())
    data = tuple(row for row in below if sorter.kind(row) is RowKind.DATA)
    return SourceSheet(
        sheet.name, read_titles(above, sheet.name), layout, data, len(below) - len(data)
    )


@contextmanager
def _lines(name: str) -> Iterator[Iterator[str]]:
    with resource_path(f"data/{name}").open(encoding="utf-8", newline="") as file:
        yield file
