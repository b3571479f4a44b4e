"""Which printer receipts go to, and on what paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.ui.context import UiContext
from app.ui.printing import AS_PDF
from app.ui.settings_file import Settings
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Form
from app.words.numbers import ltr


class PrintingForm(Form):
    """The printers are asked for in the background: a network printer may be slow to answer."""

    def __init__(self, context: UiContext, choose: Callable[[Settings], None]) -> None:
        super().__init__()
        self._context = context
        self._choose = choose
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
        size = Choice(
            [
                ("a5", tr("Settings", "A5 paper")),
                ("a4", tr("Settings", "A4 paper, two receipts")),
                ("thermal80", tr("Settings", "80 mm receipt roll")),
                ("thermal58", tr("Settings", "58 mm receipt roll")),
            ],
            settings.receipt_size,
        )
        size.chosen.connect(lambda value: choose(replace(settings, receipt_size=value)))
        self.add(tr("Settings", "Receipt size"), size)

    def look_for_printers(self) -> None:
        """Ask the system which printers there are."""
        self._context.tasks.run(_printers, self._offer, kind="document")

    def _offer(self, names: list[str]) -> None:
        chosen = self._context.settings.printer
        options = [
            ("", tr("Settings", "None yet: receipts wait in the list")),
            (AS_PDF, tr("Settings", "Keep as PDF files")),
            *((name, name) for name in names),
        ]
        if chosen not in [value for value, _ in options]:
            options.append((chosen, tr("Settings", "{printer} (not connected)", printer=chosen)))
        self.printer.set_options(options, chosen)

    def _on_printer(self, name: str) -> None:
        settings = replace(self._context.settings, printer=name)
        if name == AS_PDF and not settings.receipts_folder:
            settings = replace(settings, receipts_folder=str(_documents() / "Qafila"))
        self._choose(settings)

    def _choose_folder(self) -> None:
        settings = self._context.settings
        folder = QFileDialog.getExistingDirectory(
            self, tr("Settings", "Folder for receipts"), settings.receipts_folder
        )
        if folder:
            self._choose(replace(settings, receipts_folder=folder))


def _printers() -> list[str]:
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.availablePrinterNames()


def _documents() -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))
