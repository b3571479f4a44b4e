"""Receipt printers chosen, tried out and printed on, over the network."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinterInfo

from app.domain.quantity import ONE
from app.errors import PrinterMissing, PrinterOutOfPaper
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.print_queue import waiting_jobs
from app.ui.pages.settings import SettingsPage
from app.ui.printers import spooler
from app.ui.printing import AS_PDF, NETWORK, print_waiting
from app.ui.settings_file import Settings
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.ui.printers.test_network import NO_PAPER, WELL, Printer, listening


@pytest.fixture
def chosen(live):
    seen = []
    live.bus.settings_chosen.connect(seen.append)
    return seen


@pytest.fixture
def form(live, qtbot, chosen, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])

    def make(**changes):
        page = SettingsPage(replace(live, settings=replace(live.settings, **changes)))
        qtbot.addWidget(page)
        page.resize(1150, 700)
        with qtbot.waitExposed(page):
            page.show()
        page.opened(None)
        return page.printing

    return make


def pick(choice, value):
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


def test_a_network_printer_prints_on_a_roll_at_an_address(form, chosen):
    pick(form().printer, NETWORK)
    assert (chosen[0].printer, chosen[0].receipt_size) == (NETWORK, "thermal80")
    made = form(printer=NETWORK)
    made.address.setText("192.168.1.50")
    made.address.editingFinished.emit()
    assert chosen[1].printer_address == "192.168.1.50"
    made.address.setText("two words")
    made.address.editingFinished.emit()
    assert len(chosen) == 2
    assert made._address.wrong


def test_a_printer_of_the_system_takes_pages_or_dots(form, chosen):
    made = form(printer="Office")
    pick(made.takes, "dots")
    assert (chosen[0].printer_takes, chosen[0].receipt_size) == ("dots", "thermal80")


@pytest.mark.parametrize(("size", "dots"), [("thermal80", 576), ("thermal58", 384)])
def test_the_preview_is_what_the_head_burns(form, size, dots):
    made = form(printer=NETWORK, receipt_size=size)
    made.preview_button.click()
    picture = made.preview.picture
    assert (picture.format(), picture.width()) == (QImage.Format.Format_Mono, dots)
    dark = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, dots, 2)
        for y in range(0, picture.height(), 8)
    )
    assert 0.01 < dark / (dots / 2 * picture.height() / 8) < 0.5


def test_pages_are_shown_in_grey(form):
    made = form(printer=AS_PDF, receipts_folder="/nowhere")
    made.preview_button.click()
    assert made.preview.picture.format() == QImage.Format.Format_Grayscale8


def test_a_test_page_goes_to_the_printer(form):
    printer = Printer([WELL] * 4)
    with listening(printer.serve) as where:
        made = form(printer=NETWORK, printer_address=where, receipt_size="thermal58")
        made.test_button.click()
    assert printer.received.startswith(b"\x1b@\x1dv0\x00\x30\x00")
    assert made.message.text
    with listening(Printer([WELL, NO_PAPER]).serve) as where:
        made = form(printer=NETWORK, printer_address=where)
        made.test_button.click()
    assert "ورق" in made.message.text or "paper" in made.message.text
    assert made.test_button.isEnabled()


@pytest.fixture
def job(store):
    convoy = small_convoy(store)
    line = GivenLine(BOX, ONE, BOX_RULE)
    return record_hand_over(store, HandOver(convoy.household_id, (line,), paper="a5")).print_job_id


def test_a_receipt_waits_until_the_printer_has_paper(store, job, qapp):
    with listening(Printer([WELL, NO_PAPER]).serve) as where:
        settings = Settings(printer=NETWORK, printer_address=where)
        with pytest.raises(PrinterOutOfPaper):
            print_waiting(store, job, settings)
    (waiting,) = waiting_jobs(store)
    assert (waiting.id, waiting.state, waiting.error) == (job, "failed", "PrinterOutOfPaper")
    printer = Printer([WELL] * 4)
    with listening(printer.serve) as where:
        print_waiting(store, job, Settings(printer=NETWORK, printer_address=where))
    assert waiting_jobs(store) == ()
    assert printer.received.startswith(b"\x1b@\x1dv0\x00\x48\x00")  # a roll, though A5 was queued
    assert printer.received.endswith(b"\x1dVB\x00")


def test_a_printer_that_is_away_keeps_the_receipt(store, job, qapp):
    with pytest.raises(PrinterMissing):
        print_waiting(store, job, Settings(printer=NETWORK, printer_address=""))
    assert len(waiting_jobs(store)) == 1


def test_dots_go_past_the_driver(store, job, qapp, monkeypatch):
    sent = []
    monkeypatch.setattr(spooler, "send", lambda *job: sent.append(job))
    print_waiting(store, job, Settings(printer="Office", printer_takes="dots"))
    ((printer, commands, title),) = sent
    assert printer == "Office"
    assert next(iter(commands)) == b"\x1b@"
    assert "-" in title
