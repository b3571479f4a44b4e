"""A receipt to the printer chosen in the settings, or to a folder as a PDF; never a dialog."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.errors import PrinterMissing, PrinterRefused, QafilaError
from app.files import disk_errors, write_file
from app.ui.settings_file import Settings

if TYPE_CHECKING:
    from app.db.store import Store
    from app.services.desks.desk_file import DeskFile

AS_PDF: Final = "pdf"
"""The printer's name in the settings that means: keep each receipt as a PDF file."""

_DPI: Final = 300


def print_waiting(store: "Store", job_id: str, settings: Settings) -> str:
    """Prints one waiting receipt and takes it out of the queue; returns its short number.

    Raises PrinterMissing or PrinterRefused (or what the disk says); then the receipt still waits.
    """
    from app.documents.receipt_pages import Paper
    from app.services.print_queue import mark_failed, mark_printed, waiting_job
    from app.services.receipts import receipt_of

    job = waiting_job(store, job_id)
    if job is None:
        return ""
    pdf = receipt_of(
        store, job.aid_record_id, Paper(job.paper), settings.words(), is_copy=job.is_copy
    )
    try:
        if settings.printer == AS_PDF:
            _keep(pdf, Path(settings.receipts_folder), job.short_number)
        else:
            _send(pdf, settings.printer)
    except QafilaError as error:
        mark_failed(store, job_id, type(error).__name__)
        raise
    mark_printed(store, job_id)
    return job.short_number


def print_slip(store: "Store", file: "DeskFile", settings: Settings) -> Path | None:
    """Prints the slip of a closed desk; the path of the PDF where the settings keep receipts so.

    Raises PrinterMissing or PrinterRefused, or what the disk says.
    """
    from app.documents.receipt_pages import Paper
    from app.services.desks.desk_file import desk_slip

    pdf = desk_slip(store, file, Paper(settings.receipt_size), settings.words())
    if settings.printer != AS_PDF:
        _send(pdf, settings.printer)
        return None
    folder, name = Path(settings.receipts_folder), f"desk-{file.path.stem}"
    _keep(pdf, folder, name)
    return folder / f"{name}.pdf"


def keep_slip(store: "Store", file: "DeskFile", settings: Settings, path: Path) -> None:
    """Writes the slip of a closed desk as a PDF. Raises what the disk says."""
    from app.documents.receipt_pages import Paper
    from app.services.desks.desk_file import desk_slip

    write_file(path, desk_slip(store, file, Paper(settings.receipt_size), settings.words()))


def _keep(pdf: bytes, folder: Path, name: str) -> None:
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / f"{name}.pdf", pdf)


def _send(pdf: bytes, printer_name: str) -> None:
    info = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo()
    if info.isNull():
        raise PrinterMissing
    draw_pdf(pdf, QPrinter(info, QPrinter.PrinterMode.HighResolution))


def draw_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Draws the PDF's pages, as pictures, on the printer: what every driver can print.

    Raises PrinterRefused.
    """
    from app.documents.raster import pages_of

    printer.setFullPage(True)
    painter: QPainter | None = None
    for page in pages_of(pdf, _DPI):
        size = QPageSize(QSizeF(page.width_mm, page.height_mm), QPageSize.Unit.Millimeter)
        printer.setPageSize(size)
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        if painter is None:
            painter = QPainter()
            if not painter.begin(printer):
                raise PrinterRefused
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        elif not printer.newPage():
            raise PrinterRefused
        image = QImage(
            page.grey, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8
        )
        painter.drawImage(QRectF(painter.viewport()), image)
    if painter is not None and not painter.end():
        raise PrinterRefused
