"""The recovery key on paper."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrinter

from app.ui.printing import draw_pdf
from app.words.catalog import Words


def print_key(printer: QPrinter, workspace: str, recovery_key: str, words: Words) -> None:
    """Print the sheet, which is in memory only. Raises PrinterRefused."""
    from app.documents.recovery_sheet import RecoverySheet, recovery_sheet_pdf

    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    draw_pdf(recovery_sheet_pdf(RecoverySheet(workspace, recovery_key, today), words), printer)
