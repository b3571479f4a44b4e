"""Which printer receipts go to, how, and on what paper; what comes out, before and on paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.services.day import calendar_day
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.page import Page
from app.ui.printers.network import address
from app.ui.printing import AS_PDF, NETWORK, deliver, takes_dots
from app.ui.settings.page_preview import PagePreview, picture_of, sample_page
from app.ui.settings_file import PrinterTakes, ReceiptSize, Settings
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import run_left_to_right
from app.ui.widgets.form import Form
from app.ui.widgets.side_sheet import SideSheet
from app.words.numbers import ltr


class PrintingForm(Form):
    """The printers are asked for in the background: a network printer may be slow to answer."""

    def __init__(self, context: UiContext, choose: Callable[[Settings], None], page: Page) -> None:
        super().__init__()
        self._context = context
        self._choose = choose
        self._sheet = SideSheet(page, tr("Settings", "The page as it will come out"))
        self.message = page.message
        self.preview: PagePreview | None = None
        settings = context.settings
        self.add_heading(tr("Settings", "Receipts"))
        self.printer: Choice[str] = Choice([])
        self.printer.chosen.connect(self._on_printer)
        self._offer([])
        hint = ""
        if settings.printer == AS_PDF and settings.receipts_folder:
            hint = tr("Settings", "Kept in {folder}", folder=ltr(settings.receipts_folder))
        self.add(tr("Settings", "Printer"), self.printer, hint)
        if hint:
            self.add_row(
                button(tr("Settings", "Another folder"), self._choose_folder, icon="folder")
            )
        self._add_transport()
        self.paper: Choice[ReceiptSize] = Choice(self._sizes(), settings.receipt_size)
        self.paper.chosen.connect(lambda value: choose(replace(settings, receipt_size=value)))
        self.add(tr("Settings", "Receipt size"), self.paper)
        self.add_row(self._try_out())

    def look_for_printers(self) -> None:
        """Ask the system which printers there are."""
        self._context.tasks.run(_printers, self._offer, kind="document")

    # --- what it is made of ----------------------------------------------------------------------

    def _add_transport(self) -> None:
        """The address of a printer on the network; for a printer of the system, what it takes."""
        settings = self._context.settings
        self.address = QLineEdit(settings.printer_address)
        self.takes: Choice[PrinterTakes] = Choice(
            [
                ("pages", tr("Settings", "Pages, through its driver")),
                ("dots", tr("Settings", "Dots, past its driver (ESC/POS receipt printer)")),
            ],
            settings.printer_takes,
        )
        if settings.printer == NETWORK:
            run_left_to_right(self.address)
            self.address.editingFinished.connect(self._on_address)
            self._address = self.add(
                tr("Settings", "Address of the printer"),
                self.address,
                tr("Settings", "For example 192.168.1.50; port 9100 where no other is named."),
            )
        elif settings.printer not in {"", AS_PDF}:
            self.takes.chosen.connect(
                lambda value: self._choose(_with_roll(replace(settings, printer_takes=value)))
            )
            self.add(tr("Settings", "The printer takes"), self.takes)

    def _sizes(self) -> list[tuple[ReceiptSize, str]]:
        rolls: list[tuple[ReceiptSize, str]] = [
            ("thermal80", tr("Settings", "80 mm receipt roll")),
            ("thermal58", tr("Settings", "58 mm receipt roll")),
        ]
        if takes_dots(self._context.settings):
            return rolls
        return [
            ("a5", tr("Settings", "A5 paper")),
            ("a4", tr("Settings", "A4 paper, two receipts")),
            *rolls,
        ]

    def _try_out(self) -> QWidget:
        self.preview_button = button(tr("Settings", "Preview"), self._on_preview, icon="search")
        self.test_button = button(tr("Settings", "Print a test page"), self._on_test, icon="print")
        self.test_button.setEnabled(bool(self._context.settings.printer))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(tokens.WITHIN)
        line.addWidget(self.preview_button)
        line.addWidget(self.test_button)
        line.addStretch(1)
        return row

    # --- choosing --------------------------------------------------------------------------------

    def _offer(self, names: list[str]) -> None:
        chosen = self._context.settings.printer
        options = [
            ("", tr("Settings", "None yet: receipts wait in the list")),
            (AS_PDF, tr("Settings", "Keep as PDF files")),
            (NETWORK, tr("Settings", "Receipt printer on the network")),
            *((name, name) for name in names),
        ]
        if chosen not in [value for value, _ in options]:
            options.append((chosen, tr("Settings", "{printer} (not connected)", printer=chosen)))
        self.printer.set_options(options, chosen)

    def _on_printer(self, name: str) -> None:
        settings = replace(self._context.settings, printer=name)
        if name == AS_PDF and not settings.receipts_folder:
            settings = replace(settings, receipts_folder=str(_documents() / "Qafila"))
        self._choose(_with_roll(settings))

    def _on_address(self) -> None:
        text = self.address.text().strip()
        if address(text) is None:
            self._address.show_wrong(tr("Settings", "Write an address such as 192.168.1.50."))
        else:
            self._choose(replace(self._context.settings, printer_address=text))

    def _choose_folder(self) -> None:
        settings = self._context.settings
        folder = QFileDialog.getExistingDirectory(
            self, tr("Settings", "Folder for receipts"), settings.receipts_folder
        )
        if folder:
            self._choose(replace(settings, receipts_folder=folder))

    # --- trying it out ---------------------------------------------------------------------------

    def _on_preview(self) -> None:
        settings, store = self._context.settings, self._context.store
        self.message.clear()

        def draw() -> QImage:
            page = sample_page(settings, store.sources.now(), calendar_day(store).isoformat())
            return picture_of(page, settings)

        self._context.tasks.run(draw, self._on_drawn, self._on_error, kind="document")

    def _on_drawn(self, picture: QImage) -> None:
        dots = picture.format() == QImage.Format.Format_Mono
        self.preview = PagePreview(picture, dots=dots)
        self._sheet.present(self.preview)

    def _on_test(self) -> None:
        settings, store = self._context.settings, self._context.store
        self.message.clear()
        self.test_button.setEnabled(False)

        def print_it() -> None:
            page = sample_page(settings, store.sources.now(), calendar_day(store).isoformat())
            deliver(page.pdf, page.paper, "test", settings)

        self._context.tasks.run(print_it, self._on_tested, self._on_error, kind="document")

    def _on_tested(self, _: None) -> None:
        self.test_button.setEnabled(True)
        self.message.say("done", tr("Settings", "The test page was sent to the printer."))

    def _on_error(self, error: Exception) -> None:
        self.test_button.setEnabled(True)
        self.message.say("warning", text_of(error))


def _with_roll(settings: Settings) -> Settings:
    """A printer that takes dots prints on a roll."""
    if takes_dots(settings) and not settings.receipt_size.startswith("thermal"):
        return replace(settings, receipt_size="thermal80")
    return settings


def _printers() -> list[str]:
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.availablePrinterNames()


def _documents() -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))
