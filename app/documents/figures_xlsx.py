"""Figures as a workbook: a sheet a table, real numbers and dates, filters, and the definitions.

Cells are written row by row, so that a long table takes no memory. Nothing is ever a formula: text
is written as text, and marked so that editing a cell does not turn it into one.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from app.documents.figures import Column, Figures, Kind, Row, Table, Value
from app.documents.figures_csv import FORMULA_SIGNS, plain
from app.words.catalog import Words

_FORMATS: Final = {
    Kind.NUMBER: "#,##0",
    Kind.QUANTITY: "#,##0.###",
    Kind.MONEY: "#,##0.00",
    Kind.PERCENT: "0.0%",
    Kind.DATE: "dd/mm/yyyy",
    Kind.MOMENT: "dd/mm/yyyy hh:mm",
    Kind.CODE: "@",
    Kind.TEXT: "General",
}
_WIDTHS: Final = {Kind.TEXT: 24, Kind.CODE: 18, Kind.MOMENT: 18}
_WIDTH: Final = 13
_HEAD: Final = PatternFill("solid", fgColor="FFDDEEEE")
_LONGEST_TITLE: Final = 31
"""Of a sheet's name, by Excel's rules."""

_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_CONTROL: Final = {code: " " for code in (*range(32), 0xFFFE, 0xFFFF) if code not in (9, 10, 13)}
_MOST: Final = 32_767
"""Characters in a cell, by Excel's rules."""


def write_xlsx(figures: Figures, words: Words, file: BinaryIO) -> None:
    """The workbook: the report's tables, then what its columns mean."""
    book = Workbook(write_only=True)
    book.properties.title = words.of(figures.kind.title)
    book.properties.creator = figures.giver
    taken: set[str] = set()
    for table in figures.tables:
        sheet = _sheet(
            book, words.of(table.kind.title) or words.of(figures.kind.title), taken, words
        )
        if table.kind.facts:
            _facts(sheet, table, words)
        else:
            _rows(sheet, table, words)
    _meanings(_sheet(book, words.translate("Reports", "Definitions"), taken, words), figures, words)
    book.save(file)


def _sheet(book: Workbook, title: str, taken: set[str], words: Words) -> Any:
    plainly = title.translate(_FORBIDDEN).strip("' ")
    name, count = plainly[:_LONGEST_TITLE], 1
    while name.lower() in taken:
        count += 1
        mark = f" {count}"
        name = plainly[: _LONGEST_TITLE - len(mark)] + mark
    taken.add(name.lower())
    sheet = book.create_sheet(name)
    sheet.sheet_view.rightToLeft = words.language == "ar"
    return sheet


def _rows(sheet: Any, table: Table, words: Words) -> None:
    columns = table.kind.columns
    _widths(sheet, [_WIDTHS.get(column.kind, _WIDTH) for column in columns])
    tagged = any(column.tag for column in columns)
    head = 2 if tagged else 1
    sheet.freeze_panes = f"A{head + 1}"
    last = f"{get_column_letter(len(columns))}{head + len(table.rows)}"
    sheet.auto_filter.ref = f"A{head}:{last}"
    sheet.append(_header(sheet, [words.of(column.title) for column in columns]))
    if tagged:
        sheet.append(_header(sheet, [column.tag for column in columns]))
    for row in table.rows:
        sheet.append(_cells(sheet, columns, row))
    if table.totals is not None:
        sheet.append(_cells(sheet, columns, table.totals, bold=True))


def _facts(sheet: Any, table: Table, words: Words) -> None:
    _widths(sheet, [32, 40])
    sheet.append(_header(sheet, [words.of(table.kind.title)]))
    for row in table.rows:
        for column, value in zip(table.kind.columns, row, strict=True):
            sheet.append([_text(sheet, words.of(column.title)), _cell(sheet, column, value)])


def _meanings(sheet: Any, figures: Figures, words: Words) -> None:
    _widths(sheet, [30, 26, 90])
    sheet.append([_text(sheet, words.of(figures.kind.title), bold=True)])
    sheet.append([_text(sheet, figures.subtitle)])
    sheet.append([_text(sheet, words.of(figures.kind.about))])
    sheet.append([])
    titles = (
        words.translate("Reports", "Table"),
        words.translate("Reports", "Column"),
        words.translate("Reports", "Meaning"),
    )
    sheet.append(_header(sheet, titles))
    for table in figures.tables:
        for column in table.kind.columns:
            texts = (table.kind.title, column.title, column.meaning)
            sheet.append([_text(sheet, words.of(text)) for text in texts])


def _widths(sheet: Any, widths: Iterable[float]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _header(sheet: Any, texts: Iterable[str]) -> list[Any]:
    cells = []
    for text in texts:
        cell = _text(sheet, text, bold=True)
        cell.fill = _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cells.append(cell)
    return cells


def _cells(sheet: Any, columns: Iterable[Column], row: Row, *, bold: bool = False) -> list[Any]:
    return [
        _cell(sheet, column, value, bold=bold) for column, value in zip(columns, row, strict=True)
    ]


def _cell(sheet: Any, column: Column, value: Value, *, bold: bool = False) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str) and column.kind is not Kind.DATE:
        return _text(sheet, value, bold=bold)
    cell = WriteOnlyCell(sheet, value=_number(column.kind, value))
    cell.number_format = _FORMATS[column.kind]
    if bold:
        cell.font = Font(bold=True)
    return cell


def _number(kind: Kind, value: str | int) -> Any:
    if isinstance(value, str):
        return dt.date.fromisoformat(value)
    match kind:
        case Kind.QUANTITY:
            return value / 1000 if value % 1000 else value // 1000
        case Kind.MONEY:
            return value / 100
        case Kind.PERCENT:
            return value / 10_000
        case Kind.MOMENT:
            # A cell knows no time zone: it shows the laptop's own time, as paper does.
            return dt.datetime.fromtimestamp(value / 1000, dt.UTC).astimezone().replace(tzinfo=None)
        case _:
            return value


def _text(sheet: Any, text: str, *, bold: bool = False) -> Any:
    text = plain(text.translate(_CONTROL))[:_MOST]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell
