"""Figures written as XLSX and CSV: what a spreadsheet must never do with them."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from app.documents.figure_texts import value_text
from app.documents.figures import Column, Figures, Kind, ReportKind, Table, TableKind
from app.documents.figures_csv import write_csv
from app.documents.figures_xlsx import write_xlsx
from app.words.catalog import Words, marked
from tests.documents.samples import ARABIC, ENGLISH

TITLE = marked("Reports", "Item")
COLUMNS = tuple(
    Column(kind.value, TITLE, TITLE, kind, tag="#org" if kind is Kind.TEXT else "") for kind in Kind
)
PLAIN = TableKind("plain", TITLE, COLUMNS)
EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "'quoted"]


def figures(*rows: tuple[str | int | None, ...], tables: int = 1) -> Figures:
    kind = ReportKind("test", TITLE, TITLE, (PLAIN,) * tables)
    return Figures(kind, "", "Orman", 0, "Mona", tuple(Table(PLAIN, rows) for _ in range(tables)))


def row(text: str) -> tuple[str | int | None, ...]:
    return (text, "0100", 1234, 1500, 12_345, "2026-11-22", 1_795_340_000_123, 1250)


def sheet_of(made: Figures, words: Words = ENGLISH):
    out = BytesIO()
    write_xlsx(made, words, out)
    return openpyxl.load_workbook(out).worksheets[0]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_a_formula(text: str) -> None:
    cell = sheet_of(figures(row(text)))["A3"]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()
    out = BytesIO()
    write_csv(figures(row(text)), ENGLISH, out)
    read = list(csv.reader(StringIO(out.getvalue().decode("utf-8-sig"), newline="")))
    assert not read[2][0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_negative_numbers_stay_numbers() -> None:
    values = ("x", "0100", -5, -1500, -100, None, None, None)
    out = BytesIO()
    write_csv(figures(values), ENGLISH, out)
    assert out.getvalue().decode("utf-8-sig").splitlines()[2] == "x,0100,-5,-1.5,-1.00,,,"
    sheet = sheet_of(figures(values))
    assert [sheet.cell(3, at).value for at in range(3, 6)] == [-5, -1.5, -1]


def test_cells_are_of_their_kind_and_codes_keep_their_zeros() -> None:
    sheet = sheet_of(figures(row("x")))
    values = [cell.value for cell in sheet[3]]
    assert values[1] == "0100"
    assert values[2:5] == [1234, 1.5, 123.45]
    assert values[7] == 0.125
    formats = [cell.number_format for cell in sheet[3]]
    assert formats[3:8] == ["#,##0.###", "#,##0.00", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0.0%"]


def test_hashtags_stand_below_the_titles() -> None:
    sheet = sheet_of(figures(row("x")))
    assert sheet["A2"].value == "#org"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:H3")


def test_sheets_of_the_same_title_have_names_of_their_own() -> None:
    out = BytesIO()
    write_xlsx(figures(tables=3), ENGLISH, out)
    assert openpyxl.load_workbook(out).sheetnames == ["Item", "Item 2", "Item 3", "Definitions"]


@pytest.mark.parametrize("text", ["\x00\x07bell", "a" * 40_000, "\ufffe"])
def test_what_a_workbook_cannot_hold_does_not_break_it(text: str) -> None:
    assert sheet_of(figures(row(text)))["B3"].value == "0100"


def test_texts_have_the_readers_digits() -> None:
    assert value_text(Kind.PERCENT, 1250, ENGLISH).strip("\u2066\u2069") == "12.5%"
    assert value_text(Kind.MONEY, 1_234_550, ARABIC).strip("\u2066\u2069") == "١٢٬٣٤٥٫٥٠"
    assert value_text(Kind.NUMBER, None, ENGLISH) == ""
