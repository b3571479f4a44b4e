"""Spreadsheets and CSV files as rows of cells, whatever wrote them. Nothing in them is run.

What a file claims to be is not believed: its first bytes say what it is, and limits are checked
before it is unpacked.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.domain.importing.cells import SourceRow
from app.errors import (
    SpreadsheetDamaged,
    SpreadsheetEmpty,
    SpreadsheetLocked,
    SpreadsheetMissing,
    SpreadsheetTooLarge,
    SpreadsheetUnknown,
)

MAX_BYTES: Final = 64 * 2**20
MAX_UNPACKED: Final = 512 * 2**20
"""A list of 100,000 rows unpacks to about 60 MB; much more is no list, or a bomb."""
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DELIMITERS: Final = ",;\t|"
_SAMPLE_LINES: Final = 50
_LONGEST_CELL: Final = 32_767
"""Excel's own limit; a longer one in a CSV is an unclosed quotation mark."""


@dataclass(frozen=True)
class Sheet:
    """A visible sheet: its name (empty for CSV) and the rows that hold anything."""

    name: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True)
class Workbook:
    """A file's sheets, and the SHA-256 of its bytes in hex."""

    digest: str
    sheets: tuple[Sheet, ...]


def read_workbook(path: Path) -> Workbook:
    """Everything in the file.

    Raises SpreadsheetMissing, SpreadsheetTooLarge, SpreadsheetEmpty, SpreadsheetLocked (it has a
    password), SpreadsheetUnknown (.xls, .ods, PDF …) and SpreadsheetDamaged.
    """
    data = _bytes(path)
    if data.startswith(_ZIP):
        sheets = _xlsx(data, path)
    elif data.startswith(_OLE):
        raise (SpreadsheetLocked if _ENCRYPTED in data else SpreadsheetUnknown)(file=path.name)
    else:
        sheets = (Sheet("", tuple(_csv(_decoded(data, path), path))),)
    if not any(sheet.rows for sheet in sheets):
        raise SpreadsheetEmpty(file=path.name)
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise SpreadsheetTooLarge(file=path.name, rows=MAX_ROWS)
    return Workbook(hashlib.sha256(data).hexdigest(), sheets)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SpreadsheetTooLarge(file=path.name, rows=MAX_ROWS)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SpreadsheetMissing(file=path.name) from error
    except OSError as error:
        raise SpreadsheetDamaged(file=path.name) from error
    if not data.strip():
        raise SpreadsheetEmpty(file=path.name)
    return data


def _xlsx(data: bytes, path: Path) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook

    with _any_damage(path):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise SpreadsheetTooLarge(file=path.name, rows=MAX_ROWS)
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise SpreadsheetUnknown(file=path.name)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            return tuple(
                Sheet(sheet.title, tuple(_kept(_sheet_rows(sheet), path)))
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            )
        finally:
            book.close()


def _sheet_rows(sheet: Any) -> Iterator[Sequence[object]]:
    # Some programs write a wrong size, by which openpyxl would cut the sheet off.
    sheet.reset_dimensions()
    yield from sheet.iter_rows(values_only=True)


def _kept(rows: Iterable[Sequence[object]], path: Path) -> Iterator[SourceRow]:
    """The rows that hold anything, with their numbers, cut after the last filled cell."""
    kept = 0
    for number, cells in enumerate(rows, 1):
        filled = [index for index, cell in enumerate(cells[:MAX_COLUMNS]) if cell not in (None, "")]
        if filled:
            kept += 1
            if kept > MAX_ROWS:
                raise SpreadsheetTooLarge(file=path.name, rows=MAX_ROWS)
            yield SourceRow(number, tuple(cells[: filled[-1] + 1]))


def _decoded(data: bytes, path: Path) -> str:
    """UTF-8, UTF-16 with its mark (Excel's "Unicode text"), or else windows-1256."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data or data.startswith(b"%PDF"):
        raise SpreadsheetUnknown(file=path.name)
    else:
        encodings = ("utf-8-sig", "cp1256")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SpreadsheetDamaged(file=path.name)


def _csv(text: str, path: Path) -> Iterator[SourceRow]:
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = _delimiter(text)
    with _any_damage(path):
        # Row numbers are those of a spreadsheet that opens the file: a cell may span lines.
        yield from _kept(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), path)


def _delimiter(text: str) -> str:
    """The character that parts most lines into the same number of cells, more than one."""
    lines = [line for line in text.splitlines() if line.strip()][:_SAMPLE_LINES]

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(common), common) if common > 1 else (0, 0)

    try:
        return max(_DELIMITERS, key=agreement)
    except csv.Error:
        return ","


@contextmanager
def _any_damage(path: Path) -> Iterator[None]:
    """What a reader of foreign formats raises on broken input is not to be foreseen."""
    try:
        yield
    except (SpreadsheetTooLarge, SpreadsheetUnknown):
        raise
    except Exception as error:
        raise SpreadsheetDamaged(file=path.name) from error
