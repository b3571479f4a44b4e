"""QR codes as vector drawings: sharp at any size, small in the file."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode
from qrcode.util import QRData

QUIET_ZONE: Final = 4
"""Modules that stay white on each side (ISO/IEC 18004, 6.3.8)."""

_NUMERIC: Final = 1
"""The mode indicator of digits (ISO/IEC 18004, 7.4.1)."""

_MASK: Final = 3
"""One fixed mask takes 2 ms where choosing among eight takes 14; reading does not suffer:
see tests/documents/test_qr.py."""

_DARK_RUN: Final = re.compile(b"\x01+")


@dataclass(frozen=True)
class QrDrawing:
    """`side` is in modules, quiet zone included; `path` is PDF operators in modules, y upwards."""

    side: int
    path: str


@lru_cache(maxsize=64)
def drawing(digits: str) -> QrDrawing:
    """The QR code of a decimal number, numeric mode, error correction level Q.

    Each row's dark modules are merged into runs, all runs into one path.
    """
    qr = QRCode(error_correction=ERROR_CORRECT_Q, mask_pattern=_MASK)
    qr.add_data(QRData(digits, mode=_NUMERIC), optimize=0)
    qr.make(fit=True)
    runs = []
    top = len(qr.modules) + QUIET_ZONE - 1
    for row, modules in enumerate(qr.modules):
        for run in _DARK_RUN.finditer(bytes(map(bool, modules))):
            left = run.start() + QUIET_ZONE
            runs.append(f"{left} {top - row} {run.end() - run.start()} 1 re")
    runs.append("f")
    return QrDrawing(len(qr.modules) + 2 * QUIET_ZONE, "\n".join(runs))
