import re
import subprocess

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.ui.start.recovery_print import choose_printer, print_key

KEY = "1234 2345 3456 4567 5678 6789 7890 8901 9012 0123"


def test_the_sheet_holds_every_digit_in_order(settings, tmp_path):
    path = tmp_path / "key.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    assert print_key(printer, "التحالف", KEY)
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    plain = re.sub("[\u202a-\u202e]", "", text)
    assert " ".join(plain.split()).count(KEY) == 1


def test_without_printers_nothing_is_asked(qapp, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert choose_printer(None) is None
