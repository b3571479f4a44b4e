"""The Windows spooler through winspool.drv, which every Windows has: no further dependency.

Documented by Microsoft under "Print Spooler API": OpenPrinter, StartDocPrinter with the datatype
RAW, WritePrinter.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from app.errors import PrinterMissing, PrinterRefused

_RAW: Final = "RAW"


class _Document(ctypes.Structure):
    """DOC_INFO_1W."""

    _fields_ = (
        ("name", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
    )


def send_raw(printer: str, data: bytes, title: str, spooler: Any = None) -> None:
    """One job of raw bytes. Raises PrinterMissing, PrinterRefused."""
    library = spooler or getattr(ctypes, "WinDLL", ctypes.CDLL)("winspool.drv")
    with _opened(library, printer) as handle:
        document = _Document(title, None, _RAW)
        if not library.StartDocPrinterW(handle, 1, ctypes.byref(document)):
            raise PrinterRefused
        written = ctypes.c_uint32(0)
        try:
            took = library.StartPagePrinter(handle) and library.WritePrinter(
                handle, data, len(data), ctypes.byref(written)
            )
            library.EndPagePrinter(handle)
        finally:
            library.EndDocPrinter(handle)
        if not took or written.value != len(data):
            raise PrinterRefused


@contextmanager
def _opened(library: Any, printer: str) -> Iterator[ctypes.c_void_p]:
    handle = ctypes.c_void_p()
    if not library.OpenPrinterW(printer, ctypes.byref(handle), None):
        raise PrinterMissing
    try:
        yield handle
    finally:
        library.ClosePrinter(handle)
