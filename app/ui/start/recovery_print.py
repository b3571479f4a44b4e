"""The sheet of paper with the recovery key."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.tr import tr


def choose_printer(parent: QWidget) -> QPrinter | None:
    """The printer a person picks; None without one."""
    if not QPrinterInfo.availablePrinterNames():
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen = QPrintDialog(printer, parent).exec()
    return printer if chosen == QDialog.DialogCode.Accepted else None


def print_key(printer: QPrinter, workspace: str, recovery_key: str) -> bool:
    """Print the sheet; False when the printer refused it."""
    document = QTextDocument()
    option = document.defaultTextOption()
    option.setTextDirection(QGuiApplication.layoutDirection())
    document.setDefaultTextOption(option)
    document.setHtml(_sheet(workspace, recovery_key))
    document.print_(printer)
    return printer.printerState() not in {
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    }


def _sheet(workspace: str, recovery_key: str) -> str:
    groups = recovery_key.split()
    lines = [" ".join(groups[at : at + 5]) for at in range(0, len(groups), 5)]
    keeping = tr(
        "Start",
        "Whoever holds these digits can open every laptop and file of this workspace. "
        "Keep the paper where the money is kept, never with a laptop.",
    )
    side = (
        "right" if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
    )
    return (
        f"<h1 align={side}>{escape(tr('Start', 'The recovery key'))}</h1>"
        f"<h2 align={side}>{escape(workspace)}</h2>"
        + "".join(f"<p dir=ltr align=center style='font-size:24pt'>{line}</p>" for line in lines)
        + f"<p align={side}>{escape(keeping)}</p>"
    )
