"""The number under a receipt's code, short enough to read over the telephone and to type.

`417-0128-6`: three digits that stand for the laptop, the receipt's number on it (four digits or
more), and a check digit. Two laptops may share the three digits, so a number can match several
receipts; they are then listed. The check digit is Damm's (H. M. Damm, "Total anti-symmetrische
Quasigruppen", Marburg 2004): it notices every wrong digit and every swap of neighbours.
"""

import re
from dataclasses import dataclass

from app.domain.digits import to_ascii_digits
from app.errors import ShortNumberMistyped

_TABLE = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_SEPARATORS = str.maketrans("", "", "-‐‑–—− \u200e\u200f\u2066\u2069")
_DIGITS = re.compile(r"[0-9]{8,18}", re.ASCII)


@dataclass(frozen=True)
class ShortNumber:
    """What a short number says: the laptop's three digits and the receipt's number on it."""

    device_mark: str
    receipt_no: int


def check_digit(digits: str) -> int:
    """Damm's check digit of ASCII `digits`; appended to them, their own check digit is 0."""
    interim = 0
    for digit in digits:
        interim = _TABLE[interim][int(digit)]
    return interim


def device_mark(device_id: str) -> str:
    """Three digits that stand for the device: its id's first 8 hex digits modulo 1000."""
    return f"{int(device_id[:8], 16) % 1000:03d}"


def short_number(device_id: str, receipt_no: int) -> str:
    """The receipt's short number in groups; `device_id` may be the prefix that a code carries."""
    mark, number = device_mark(device_id), f"{receipt_no:04d}"
    return f"{mark}-{number}-{check_digit(mark + number)}"


def parse_short_number(text: str) -> ShortNumber:
    """The number that was typed, with or without its hyphens, in ASCII or Arabic digits.

    Raises ShortNumberMistyped when it is none or its check digit is wrong.
    """
    digits = to_ascii_digits(text).translate(_SEPARATORS)
    if not _DIGITS.fullmatch(digits) or check_digit(digits) != 0:
        raise ShortNumberMistyped
    mark, number = digits[:3], digits[3:-1]
    if int(number) == 0 or (len(number) > 4 and number.startswith("0")):
        raise ShortNumberMistyped
    return ShortNumber(mark, int(number))
