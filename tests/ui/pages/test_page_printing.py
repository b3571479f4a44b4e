"""Slips, cards, lists and reports straight to a printer, from the real window."""

from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from sqlmodel import select

from app.db.tables import Card, Disclosure, SlipRange
from app.documents.scanning import codes_in
from app.domain.slip_code import read_slip
from app.errors import PagesRefused, PrinterRefused
from app.ui import page_printer
from app.ui.messages import text_of
from app.ui.page_printer import print_pages
from tests.support.convoys import small_convoy
from tests.ui.keyboard import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Tray:
    """Where the printer of a dialog that somebody accepts, or leaves, puts its paper."""

    path: Path
    picks: QDialog.DialogCode = QDialog.DialogCode.Accepted
    printers: list[QPrinter] = field(default_factory=list)

    def answer(self, dialog: QPrintDialog) -> QDialog.DialogCode:
        """As the system's dialog would."""
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        self.printers.append(printer)
        return self.picks

    def sheets(self) -> list[tuple[int, int]]:
        """The sizes of what came out, in millimetres."""
        self.printers.clear()
        document = pypdfium2.PdfDocument(self.path)
        sizes = [page.get_size() for page in document]
        document.close()
        return [(round(wide / 72 * 25.4), round(tall / 72 * 25.4)) for wide, tall in sizes]


@pytest.fixture
def tray(monkeypatch, tmp_path) -> Tray:
    made = Tray(tmp_path / "tray.pdf")
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: made.answer(dialog))
    return made


@pytest.fixture
def slips(convoy, open_page):
    """The view, asking for one sheet of four."""
    view = open_page("paper", "slips").parts.part
    type_text(view.sheets.field, "1")
    return view


@pytest.fixture
def convoy(store):
    return small_convoy(store)


def press(button) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def refuse(*_: object) -> None:
    raise PrinterRefused


def disclosed(store) -> list[str]:
    with store.read() as session:
        return list(session.exec(select(Disclosure.kind)))


def printings(store) -> int:
    with store.read() as session:
        return len(session.exec(select(SlipRange)).all())


def test_new_slips_are_numbered_and_printed(store, slips, tray) -> None:
    press(slips.to_printer.new)
    assert slips.message.text == page_printer.sent_text()
    assert tray.sheets() == [(210, 297)]
    numbers = {read_slip(text).slip_no for _, text in codes_in(tray.path)}
    assert len(numbers) == 4
    assert printings(store) == 1


def test_slips_that_the_printer_refused_are_printed_again_with_their_numbers(
    store, slips, tray, monkeypatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(page_printer, "draw_pdf", refuse)
        press(slips.to_printer.new)
    assert slips.message.text == text_of(PagesRefused())
    assert not tray.path.exists()
    press(slips.to_printer.again)
    assert len({text for _, text in codes_in(tray.path)}) == 4
    assert printings(store) == 1


def test_the_list_to_tick_comes_out_lying(store, convoy, open_page, tray) -> None:
    view = open_page("paper", "slips").parts.part
    press(view.to_printer.tick_list)
    assert view.message.text == page_printer.sent_text()
    assert tray.sheets() == [(297, 210)]
    assert disclosed(store) == ["report list"]


def test_cards_are_given_once_they_are_printed(store, convoy, open_page, tray, monkeypatch) -> None:
    view = open_page("paper", "cards").parts.part

    with monkeypatch.context() as broken:
        broken.setattr(page_printer, "draw_pdf", refuse)
        press(view.print)
    with store.read() as session:
        assert session.exec(select(Card)).all() == []
    assert disclosed(store) == []
    press(view.print)
    with store.read() as session:
        assert len(session.exec(select(Card)).all()) == 1
    assert tray.sheets() == [(210, 297)]
    assert not view.print.isEnabled()  # nobody is without a card


def test_a_report_is_printed_by_a_key_and_journalled(store, convoy, open_page, tray, keys) -> None:
    page = open_page("reports", "daily")
    keys(page, Qt.Key.Key_P, CTRL)
    assert page.message.text == page_printer.sent_text()
    assert tray.sheets()
    assert disclosed(store) == ["report daily"]


def test_who_leaves_the_dialog_prints_nothing(store, convoy, open_page, tray, keys) -> None:
    tray.picks = QDialog.DialogCode.Rejected
    page = open_page("reports", "daily")
    keys(page, Qt.Key.Key_P, CTRL)
    assert "PDF" in page.message.text
    assert not tray.path.exists()
    assert disclosed(store) == []


def test_without_a_printer_nothing_is_asked(convoy, open_page, tray, keys, monkeypatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page = open_page("reports", "daily")
    keys(page, Qt.Key.Key_P, CTRL)
    assert "PDF" in page.message.text
    assert tray.printers == []


@pytest.mark.parametrize("page", ["A4 standing", "A4 lying"])
def test_sheets_keep_their_size(qapp, tray, tmp_path, page) -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen.canvas import Canvas

    size = A4 if page == "A4 standing" else landscape(A4)
    canvas = Canvas(str(tmp_path / "in.pdf"), pagesize=size)
    canvas.drawString(100, 100, "x")
    canvas.showPage()
    canvas.save()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tray.path))
    print_pages((tmp_path / "in.pdf").read_bytes(), printer)
    del printer
    assert tray.sheets() == [(210, 297) if page == "A4 standing" else (297, 210)]
