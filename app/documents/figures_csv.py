"""Figures as CSV: columns by their keys, values as the dump writes them.

Text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import BinaryIO, Final

from app.documents.figures import Column, Figures, Kind, Row, Table, Value
from app.domain.quantity import Quantity, format_quantity
from app.words.catalog import Words

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate (OWASP, "CSV Injection")."""


_DIRECTION_MARKS: Final = dict.fromkeys((*range(0x2066, 0x206A), 0x200E, 0x200F))


def plain(text: str) -> str:
    """`text` without marks of direction, which are for lines of print: other programs take them
    for letters."""
    return text.translate(_DIRECTION_MARKS)


def write_csv(figures: Figures, words: Words, file: BinaryIO) -> None:
    """The tables one below the other, an empty line between; with several, each has its title on
    a line before. A report with hashtags has them on the line below the columns' keys."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    for number, table in enumerate(figures.tables):
        if number:
            writer.writerow([])
        if len(figures.tables) > 1:
            writer.writerow([words.of(table.kind.title)])
        columns = table.kind.columns
        writer.writerow([column.key for column in columns])
        if any(column.tag for column in columns):
            writer.writerow([column.tag for column in columns])
        writer.writerows(_cells(table, row) for row in table.rows)
    text.detach()


def _cells(table: Table, row: Row) -> list[str]:
    return [_cell(column, value) for column, value in zip(table.kind.columns, row, strict=True)]


def _cell(column: Column, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = plain(value)
        return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
    match column.kind:
        case Kind.QUANTITY:
            return format_quantity(Quantity(value))
        case Kind.MONEY:
            return f"{value / 100:.2f}"
        case Kind.PERCENT:
            return f"{value / 100:g}"
        case Kind.MOMENT:
            return datetime.fromtimestamp(value / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case _:
            return str(value)
