"""The rows that were not taken, as a spreadsheet to correct and take in again.

Above its header stands what stood above the list's, so that places and days are found again. The
columns of reasons are ignored then. Every cell is text or a plain number: nothing from a list can
become a formula on the reader's laptop.
"""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from app.domain.importing.cells import text_of
from app.domain.importing.plan_list import State
from app.services.importing.result import ImportResult, ReportedRow, SheetReport
from app.services.importing.source import Source
from app.words.catalog import Words
from app.words.importing import reason_text, state_title

_WIDTH: Final = 18
_REASON_WIDTH: Final = 60
_LONGEST_TITLE: Final = 31
_NOT_IN_TITLES: Final = re.compile(r"[\\/*?:\[\]']")
_LONG_NUMBER: Final = 10**9
_SUFFIX: Final = re.compile(r"-rejects(?:-(\d+))?$")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_ORDER: Final = (State.REFUSED, State.KNOWN, State.TAKEN)


def rejects_path(list_path: Path) -> Path:
    """Where the report of a list goes unless somebody says otherwise: beside it."""
    stem = list_path.stem
    before = _SUFFIX.search(stem)
    if before is None:
        return list_path.with_name(f"{stem}-rejects.xlsx")
    number = int(before[1] or 1) + 1
    return list_path.with_name(f"{stem[: before.start()]}-rejects-{number}.xlsx")


def write_report(file: BinaryIO, source: Source, result: ImportResult, words: Words) -> None:
    """Writes the report of `result` to `file` and onto the disk.

    For each sheet of the list a sheet of refused rows (also when there are none, so that it is
    always the first), then one of known rows, then one of rows that were taken but have to be
    looked at.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    several = len(source.sheets) > 1
    titles: set[str] = set()
    for report in result.reports:
        for state in _ORDER:
            rows = [row for row in report.rows if row.outcome.state is state]
            if rows or state is State.REFUSED:
                title = state_title(words, state)
                if several and report.sheet.name:
                    title = f"{title} – {report.sheet.name}"
                sheet = book.create_sheet(_sheet_title(title, titles))
                _fill(sheet, report, rows, words)
    book.save(file)
    file.flush()
    os.fsync(file.fileno())


def _sheet_title(wanted: str, taken: set[str]) -> str:
    title = base = _NOT_IN_TITLES.sub(" ", wanted)[:_LONGEST_TITLE]
    number = 1
    while title.lower() in taken:
        number += 1
        title = f"{base[: _LONGEST_TITLE - 4]} {number}"
    taken.add(title.lower())
    return title


def _fill(sheet: Any, report: SheetReport, rows: Sequence[ReportedRow], words: Words) -> None:
    from openpyxl.utils import get_column_letter

    layout = report.sheet.layout
    headers = [
        *layout.headers,
        words.translate("Import", "Row in the file"),
        words.translate("Import", "Reason (Qafila)"),
    ]
    above = report.sheet.titles.lines
    sheet.sheet_view.rightToLeft = any(map(_ARABIC.search, (*headers, *above)))
    sheet.freeze_panes = f"A{len(above) + 2}"
    for index in range(1, len(headers) + 1):
        wide = index == len(headers)
        sheet.column_dimensions[get_column_letter(index)].width = _REASON_WIDTH if wide else _WIDTH
    for line in above:
        sheet.append([_cell(sheet, line)])
    sheet.append([_cell(sheet, header, bold=True) for header in headers])
    for row in rows:
        cells = list(row.cells[: len(layout.headers)])
        cells += [None] * (len(layout.headers) - len(cells))
        reasons = "؛ " if words.language == "ar" else "; "
        said = reasons.join(_texts(row, words))
        shown = [_shown(cell) for cell in cells]
        sheet.append([_cell(sheet, cell) for cell in (*shown, row.outcome.where.row, said)])


def _texts(row: ReportedRow, words: Words) -> Iterable[str]:
    return (reason_text(words, remark) for remark in row.outcome.remarks)


def _shown(cell: object) -> str | int | float:
    """A short number as it is; all else, IDs and phones too, as text."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < _LONG_NUMBER:
        return cell
    return text_of(cell)


def _cell(sheet: Any, value: str | float, *, bold: bool = False) -> Any:
    """A number, or text that stays text: it is marked so in the spreadsheet's own way."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value)
    if not isinstance(value, str):
        return cell
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell
