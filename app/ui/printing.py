"""A receipt to the printer chosen in the settings, or to a folder as a PDF; never a dialog.

Receipt printers that take dots are reached over the network or past their driver (`printers`);
everything else goes through Qt and the driver.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.errors import PrinterMissing, PrinterRefused, QafilaError
from app.files import disk_errors, write_file
from app.ui.printers import network, spooler
from app.ui.settings_file import Settings

if TYPE_CHECKING:
    from app.db.store import Store
    from app.documents.receipt_pages import Paper
    from app.services.desks.desk_file import DeskFile

AS_PDF: Final = "pdf"
"""The printer's name in the settings that means: keep each receipt as a PDF file."""

NETWORK: Final = "network"
"""The printer's name in the settings that means: the receipt printer at `printer_address`."""

_DPI: Final = 300
_ROLLS: Final = frozenset({"thermal80", "thermal58"})


def print_waiting(store: "Store", job_id: str, settings: Settings) -> str:
    """Prints one waiting receipt and takes it out of the queue; returns its short number.

    Raises what `deliver` raises; then the receipt still waits.
    """
    from app.documents.receipt_pages import Paper
    from app.services.print_queue import mark_failed, mark_printed, waiting_job
    from app.services.receipts import receipt_of

    job = waiting_job(store, job_id)
    if job is None:
        return ""
    paper = paper_for(settings, Paper(job.paper))
    pdf = receipt_of(store, job.aid_record_id, paper, settings.words(), is_copy=job.is_copy)
    try:
        deliver(pdf, paper, job.short_number, settings)
    except QafilaError as error:
        mark_failed(store, job_id, type(error).__name__)
        raise
    mark_printed(store, job_id)
    return job.short_number


def print_slip(store: "Store", file: "DeskFile", settings: Settings) -> Path | None:
    """Prints the slip of a closed desk; the path of the PDF where the settings keep receipts so.

    Raises what `deliver` raises.
    """
    from app.documents.receipt_pages import Paper
    from app.services.desks.desk_file import desk_slip

    paper = paper_for(settings, Paper(settings.receipt_size))
    name = f"desk-{file.path.stem}"
    deliver(desk_slip(store, file, paper, settings.words()), paper, name, settings)
    return Path(settings.receipts_folder) / f"{name}.pdf" if settings.printer == AS_PDF else None


def keep_slip(store: "Store", file: "DeskFile", settings: Settings, path: Path) -> None:
    """Writes the slip of a closed desk as a PDF. Raises what the disk says."""
    from app.documents.receipt_pages import Paper
    from app.services.desks.desk_file import desk_slip

    write_file(path, desk_slip(store, file, Paper(settings.receipt_size), settings.words()))


def takes_dots(settings: Settings) -> bool:
    """Whether the printer is a receipt printer that is sent dots."""
    past_driver = settings.printer_takes == "dots" and settings.printer not in {"", AS_PDF}
    return settings.printer == NETWORK or past_driver


def paper_for(settings: Settings, wanted: "Paper") -> "Paper":
    """The paper to draw for: a printer of rolls gets a roll, whatever was asked for once."""
    from app.documents.receipt_pages import Paper

    if not takes_dots(settings) or wanted.value in _ROLLS:
        return wanted
    chosen = Paper(settings.receipt_size)
    return chosen if chosen.value in _ROLLS else Paper.THERMAL80


def deliver(pdf: bytes, paper: "Paper", name: str, settings: Settings) -> None:
    """Prints a PDF for `paper`, or keeps it as a file called `name`.

    Raises PrinterMissing, PrinterOutOfPaper, PrinterRefused, or what the disk says.
    """
    from app.documents.escpos import escpos_of

    if settings.printer == AS_PDF:
        _keep(pdf, Path(settings.receipts_folder), name)
    elif not takes_dots(settings):
        _send(pdf, settings.printer)
    elif settings.printer == NETWORK:
        network.send(settings.printer_address, escpos_of(pdf, head_dots(paper)))
    else:
        spooler.send(settings.printer, escpos_of(pdf, head_dots(paper)), name)


def head_dots(paper: "Paper") -> int:
    """The dots of the head that prints a roll."""
    from app.documents.escpos import HEAD_DOTS

    return HEAD_DOTS[58 if paper.value == "thermal58" else 80]


def _keep(pdf: bytes, folder: Path, name: str) -> None:
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / f"{name}.pdf", pdf)


def _send(pdf: bytes, printer_name: str) -> None:
    info = QPrinterInfo.printerInfo(printer_name) if printer_name else QPrinterInfo()
    if info.isNull():
        raise PrinterMissing
    draw_pdf(pdf, QPrinter(info, QPrinter.PrinterMode.HighResolution))


def _set_page(printer: QPrinter, size: QSizeF) -> None:
    """A sheet that lies is a standing one, turned: drivers know no others. A roll is as it is."""
    turned = QPageSize(size.transposed(), QPageSize.Unit.Millimeter)
    if size.width() > size.height() and turned.id() != QPageSize.PageSizeId.Custom:
        printer.setPageSize(turned)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    else:
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)


def draw_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Draws the PDF's pages, as pictures, on the printer: what every driver can print.

    Raises PrinterRefused.
    """
    from app.documents.raster import pages_of

    printer.setFullPage(True)
    painter: QPainter | None = None
    for page in pages_of(pdf, _DPI):
        _set_page(printer, QSizeF(page.width_mm, page.height_mm))
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
