"""What a pre-numbered paper slip holds: its convoy and its number.

Slips are filled in by hand where no laptop runs and typed in later; the code and the number keep
one from being typed twice. Layout of format 1: kind 3 and format version (one byte, see
`digit_code`), the convoy's UUID (16), the slip's number on three bytes, and 4 bytes of check.
"""

import uuid
from dataclasses import dataclass

from app.domain.digit_code import (
    CodeKind,
    check_head,
    checked,
    from_digits,
    head,
    to_digits,
    unchecked,
)
from app.domain.digits import only_digits
from app.domain.short_number import check_digit
from app.errors import CodeMalformed, SlipNumberMistyped

VERSION = 1
MAX_SLIP_NO = 0xFFFFFF
_LENGTH = 1 + 16 + 3


@dataclass(frozen=True)
class SlipCode:
    """The convoy that a slip was printed for, and which of its slips it is."""

    convoy_id: str
    slip_no: int


def write_slip(slip: SlipCode) -> str:
    """The slip's digits. Raises ValueError for what is no UUID or no slip number."""
    if not 1 <= slip.slip_no <= MAX_SLIP_NO:
        raise ValueError("a slip's number is between 1 and 16777215")
    written = head(CodeKind.BLANK_SLIP, VERSION) + uuid.UUID(slip.convoy_id).bytes
    return to_digits(checked(written + slip.slip_no.to_bytes(3, "big")))


def read_slip(text: str) -> SlipCode:
    """What a scanned slip says. Raises CodeMalformed, CodeOfAnotherKind or CodeNewer."""
    data = from_digits(text)
    check_head(data, CodeKind.BLANK_SLIP, VERSION)
    written = unchecked(data)
    slip_no = int.from_bytes(written[17:], "big")
    if len(written) != _LENGTH or slip_no == 0:
        raise CodeMalformed
    return SlipCode(str(uuid.UUID(bytes=written[1:17])), slip_no)


def printed_number(slip_no: int) -> str:
    """The number on the slip, with a check digit: `0042-7`."""
    return f"{slip_no:04d}-{check_digit(f'{slip_no:04d}')}"


def read_printed_number(text: str) -> int:
    """The number as somebody types it from the slip: `0042-7`, 427, ٠٠٤٢٧.

    Raises SlipNumberMistyped when it is none or its check digit is wrong.
    """
    digits = only_digits(text).zfill(5)
    if len(digits) > 9 or check_digit(digits) != 0 or not 0 < int(digits[:-1]) <= MAX_SLIP_NO:
        raise SlipNumberMistyped
    return int(digits[:-1])
