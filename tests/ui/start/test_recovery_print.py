from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.documents.raster import pages_of
from app.ui.page_printer import choose_printer
from app.ui.start.recovery_print import print_key

KEY = "1234 2345 3456 4567 5678 6789 7890 8901 9012 0123"


def test_the_sheet_reaches_the_printer(settings, tmp_path):
    path = tmp_path / "key.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_key(printer, "التحالف", KEY, settings.words())
    del printer
    (page,) = pages_of(path.read_bytes(), 60)
    assert (round(page.width_mm), round(page.height_mm)) == (148, 210)
    assert min(page.grey) < 60


def test_without_printers_nothing_is_asked(qapp, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert choose_printer(None) is None
