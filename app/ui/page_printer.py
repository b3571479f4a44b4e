"""Sheets (slips, cards, lists, reports) to a printer that is picked in the system's dialog: that of
the settings is for receipts, and often of another paper."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import PagesRefused, PrinterRefused
from app.ui.printing import draw_pdf
from app.ui.tr import tr
from app.ui.widgets.inline_message import InlineMessage


def choose_printer(parent: QWidget) -> QPrinter | None:
    """The printer a person picks; None without one."""
    if not QPrinterInfo.availablePrinterNames():
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen = QPrintDialog(printer, parent).exec()
    return printer if chosen == QDialog.DialogCode.Accepted else None


def printer_for_pages(parent: QWidget, message: InlineMessage) -> QPrinter | None:
    """The same; without one `message` says what to do instead."""
    message.clear()
    printer = choose_printer(parent)
    if printer is None:
        message.say(
            "info",
            tr(
                "Printing",
                "No printer was chosen, so nothing was printed. Saved as PDF it can be printed on "
                "any computer.",
            ),
        )
    return printer


def print_pages(pdf: bytes, printer: QPrinter) -> None:
    """Prints sheets; not on the main thread. Raises PagesRefused."""
    try:
        draw_pdf(pdf, printer)
    except PrinterRefused as error:
        raise PagesRefused from error


def sent_text() -> str:
    """What to say afterwards: only somebody at the printer sees what came out."""
    return tr("Printing", "Sent to the printer. Check that all pages came out.")
