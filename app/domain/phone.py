"""Telephone numbers: one way to write each, and what is wrong with the rest.

Numbering plans are those of the `phonenumbers` library (Google's libphonenumber metadata). It takes
50 ms to import, so that happens at the first number, not at start-up. A number that is not valid is
kept as written: someone may still know what it means. A phone is never an identity.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.digits import to_ascii_digits

_EGYPT = 20
_BETWEEN_NUMBERS = re.compile(r"[/\\,،;؛|\n]+|\s[-–]\s|\sأو\s|\sو\s*")
_MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class PhoneWarning(StrEnum):
    """What someone should look at; nothing here keeps a person from being saved."""

    INVALID = "invalid"
    SEVERAL = "several"


@dataclass(frozen=True)
class Phone:
    """A number as kept: `01XXXXXXXXX` for Egypt (0 + area for land lines), `+…` for others.

    With the warning INVALID `number` is the text as written, digits folded. With SEVERAL it is the
    first valid number and `others` are those that follow.
    """

    number: str
    mobile: bool = False
    warnings: tuple[PhoneWarning, ...] = ()
    others: tuple[str, ...] = ()


def read_phone(written: str) -> Phone | None:
    """The number of a field or a cell; None when nothing is written.

    Understands ٠-٩, +20, 0020, 20, blanks and hyphens, the leading zero that a spreadsheet lost,
    and two numbers in one cell.
    """
    text = _MARKS.sub("", to_ascii_digits(written)).strip()
    if not text:
        return None
    if whole := _read(text):
        return whole
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(text) if piece.strip()]
    if len(pieces) < 2:
        pieces = text.split()
    valid = [phone for piece in pieces if (phone := _read(piece))]
    if not valid:
        return Phone(text, warnings=(PhoneWarning.INVALID,))
    first, *rest = dict.fromkeys(valid)
    if not rest:
        return first
    others = tuple(phone.number for phone in rest)
    return Phone(first.number, first.mobile, (PhoneWarning.SEVERAL,), others)


def _read(text: str) -> Phone | None:
    import phonenumbers
    from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

    text = text.strip().removesuffix(".0")
    if any(character.isalpha() for character in text):
        return None
    try:
        number = phonenumbers.parse(text, "EG")
    except NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    mobile = phonenumbers.number_type(number) == PhoneNumberType.MOBILE
    if number.country_code == _EGYPT:
        return Phone("0" + phonenumbers.national_significant_number(number), mobile)
    return Phone(phonenumbers.format_number(number, PhoneNumberFormat.E164), mobile)
