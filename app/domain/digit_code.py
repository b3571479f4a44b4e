"""Bytes as one decimal number, and what kind of thing a scanned number is.

QR codes of Qafila hold digits only: a USB scanner types like a keyboard, and under an Arabic
layout letters arrive changed or not at all, while digits survive; a QR code packs digits without
loss (numeric mode, ISO/IEC 18004).

The number is that of the bytes with a byte 1 before them, written without leading zeros. The
byte 1 keeps leading zero bytes and the length, so that each byte string has exactly one number.
The first byte says the kind in its upper four bits and the format's version in the lower four.
"""

import hashlib
import re
from enum import IntEnum

from app.domain.digits import to_ascii_digits
from app.errors import CodeMalformed, CodeNewer, CodeOfAnotherKind

MAX_DIGITS = 1_000
"""No code is longer; a limit before any number is computed from foreign input."""

_CHECK_BYTES = 4
_DIGITS = re.compile(r"[1-9][0-9]*", re.ASCII)


class CodeKind(IntEnum):
    """What a code stands for: the upper half of its first byte."""

    RECEIPT = 1
    HOUSEHOLD_CARD = 2
    BLANK_SLIP = 3


_KINDS = frozenset(int(kind) for kind in CodeKind)


def to_digits(data: bytes) -> str:
    """The one decimal number that stands for `data`."""
    return str(int.from_bytes(b"\x01" + data, "big"))


def from_digits(text: str) -> bytes:
    """The bytes that `text` stands for; ASCII, Arabic-Indic and Persian digits are the same.

    White space around the number is forgiven (scanners end with Enter).
    Raises CodeMalformed for anything that `to_digits` does not write.
    """
    digits = to_ascii_digits(text.strip())
    if len(digits) > MAX_DIGITS or not _DIGITS.fullmatch(digits):
        raise CodeMalformed
    number = int(digits)
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if data[0] != 1:
        raise CodeMalformed
    return data[1:]


def head(kind: CodeKind, version: int) -> bytes:
    """The first byte of a code."""
    return bytes([kind << 4 | version])


def check_head(data: bytes, kind: CodeKind, version: int) -> None:
    """Raises CodeOfAnotherKind, CodeNewer or CodeMalformed unless `data` begins with that head."""
    if not data:
        raise CodeMalformed
    found_kind, found_version = data[0] >> 4, data[0] & 0x0F
    if found_kind not in _KINDS:
        raise CodeMalformed
    if found_kind != kind:
        raise CodeOfAnotherKind(kind=CodeKind(found_kind).name.lower())
    if found_version > version:
        raise CodeNewer(found=found_version, known=version)
    if found_version != version:
        raise CodeMalformed


def checked(written: bytes) -> bytes:
    """`written` with 4 bytes of SHA-256 behind it, which tell a code from any other number.

    For codes that only find something; a code that proves something is signed.
    """
    return written + hashlib.sha256(written).digest()[:_CHECK_BYTES]


def unchecked(data: bytes) -> bytes:
    """What stood before the check. Raises CodeMalformed when they do not agree."""
    written = data[:-_CHECK_BYTES]
    if checked(written) != data:
        raise CodeMalformed
    return written
