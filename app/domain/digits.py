"""Digits: whatever a keyboard, a list or a scanner writes becomes ASCII 0-9.

Python's `\\d`, `str.isdigit` and `int` accept ١٢٣ while Qt, SQLite and other programs do not, so
digits are folded once, where text comes in, and are tested afterwards with `re.ASCII`.
"""

import re

_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_FULL_WIDTH = "０１２３４５６７８９"
_ASCII = "0123456789"

_TO_ASCII = str.maketrans(_ARABIC_INDIC + _PERSIAN + _FULL_WIDTH, _ASCII * 3)
_TO_ARABIC = str.maketrans(_ASCII, _ARABIC_INDIC)
_ONLY_DIGITS = re.compile(r"[0-9]+", re.ASCII)
_NOT_DIGITS = re.compile(r"[^0-9]+", re.ASCII)


def to_ascii_digits(text: str) -> str:
    """`text` with ٠-٩, ۰-۹ and full-width digits as 0-9; everything else is untouched."""
    return text if text.isascii() else text.translate(_TO_ASCII)


def to_arabic_digits(text: str) -> str:
    """`text` with 0-9 as ٠-٩, for display only."""
    return text.translate(_TO_ARABIC)


def is_digits(text: str) -> bool:
    """Whether `text` is one or more ASCII digits and nothing else."""
    return _ONLY_DIGITS.fullmatch(text) is not None


def only_digits(text: str) -> str:
    """The digits of `text`, folded to ASCII, without anything between them."""
    return _NOT_DIGITS.sub("", to_ascii_digits(text))


def cell_text(value: object) -> str:
    """What a spreadsheet cell shows a person: whole numbers without `.0` or an exponent.

    Spreadsheets keep IDs and phones as numbers, so 28203142633578.0 must become its 14 digits.
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
