"""QR codes as vector drawings: sharp at any size, small in the file."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qrcode import base, util
from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode

from app.documents.qr_check_words import with_check_words

QUIET_ZONE: Final = 4
"""Modules that stay white on each side (ISO/IEC 18004, 6.3.8)."""

_MASK: Final = 0
"""One fixed mask is drawn in a seventh of the time that choosing among eight takes, and is read
as well: see tests/documents/test_qr.py."""

_GROUP_BITS: Final = {3: 10, 2: 7, 1: 4}
_PADDING: Final = b"\xec\x11"
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
    Raises ValueError when `digits` is empty, not ASCII digits, or longer than a code holds.
    """
    rows = modules(digits)
    top = len(rows) + QUIET_ZONE - 1
    runs = [
        f"{run.start() + QUIET_ZONE} {top - at} {run.end() - run.start()} 1 re"
        for at, row in enumerate(rows)
        for run in _DARK_RUN.finditer(row)
    ]
    return QrDrawing(len(rows) + 2 * QUIET_ZONE, "\n".join([*runs, "f"]))


def modules(digits: str) -> list[bytes]:
    """The rows of the code without its quiet zone: 1 is dark."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("a code holds digits only")
    version = _version(len(digits))
    qr = QRCode(version=version, error_correction=ERROR_CORRECT_Q, mask_pattern=_MASK)
    blocks = base.rs_blocks(version, ERROR_CORRECT_Q)
    qr.data_cache = with_check_words(_data_words(digits, version), blocks)
    qr.make(fit=False)
    return [bytes(map(bool, row)) for row in qr.modules]


def _version(count: int) -> int:
    """The smallest version that holds `count` digits at level Q."""
    for version, limit in enumerate(util.BIT_LIMIT_TABLE[ERROR_CORRECT_Q]):
        if version and _bits(count, version) <= limit:
            return version
    raise ValueError("more digits than a code holds")


def _bits(count: int, version: int) -> int:
    return 4 + _length_bits(version) + count // 3 * 10 + (0, 4, 7)[count % 3]


def _length_bits(version: int) -> int:
    return 10 if version < 10 else 12 if version < 27 else 14


def _data_words(digits: str, version: int) -> bytes:
    """Mode, length, digits by threes, end and padding (ISO/IEC 18004, 7.4.2 and 7.4.3).

    qrcode's own writer goes bit by bit, which takes as long as all the rest of the code.
    """
    room = util.BIT_LIMIT_TABLE[ERROR_CORRECT_Q][version]
    groups = (digits[at : at + 3] for at in range(0, len(digits), 3))
    bits = f"0001{len(digits):0{_length_bits(version)}b}" + "".join(
        f"{int(group):0{_GROUP_BITS[len(group)]}b}" for group in groups
    )
    bits += "0" * min(4, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = int(bits, 2).to_bytes(len(bits) // 8, "big")
    missing = room // 8 - len(words)
    return words + (_PADDING * (missing // 2 + 1))[:missing]
