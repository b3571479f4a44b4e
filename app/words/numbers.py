"""Digits, grouping and direction of what is made of digits."""

import re
from typing import Final, Literal

from app.domain.digits import to_arabic_digits

Digits = Literal["arab", "latn"]

_SEPARATORS_TO_ARABIC: Final = str.maketrans(",.", "٬٫")
_LRI, _FSI, _PDI, _LRM = "\u2066", "\u2068", "\u2069", "\u200e"
_BETWEEN_GROUPS: Final = re.compile(r"(?<=[٠-٩])[-/ :](?=[٠-٩])")


def in_digits(text: str, digits: Digits) -> str:
    """`text` with its ASCII digits written as chosen; nothing else changes."""
    return to_arabic_digits(text) if digits == "arab" else text


def grouped(value: int, digits: Digits) -> str:
    """A whole number in groups of three: 12,345 or ١٢٬٣٤٥."""
    return decimal(f"{value:,}", digits)


def decimal(text: str, digits: Digits) -> str:
    """A number written with `,` and `.` (12,345.5) with the chosen digits and their separators."""
    if digits == "arab":
        return in_digits(text.translate(_SEPARATORS_TO_ARABIC), digits)
    return text


def ltr(text: str) -> str:
    """`text` kept left to right in a right-to-left line: IDs, phones, codes, days in digits.

    Groups of ٠-٩ around a hyphen, say, would change places even so: each sign between them is
    given a left-to-right mark on both sides.
    """
    return f"{_LRI}{_BETWEEN_GROUPS.sub(_marked_sign, text)}{_PDI}" if text else ""


def _marked_sign(found: re.Match[str]) -> str:
    return f"{_LRM}{found[0]}{_LRM}"


def isolated(text: str) -> str:
    """`text` kept in its own direction (its first letter's), e.g. a name in a sentence."""
    return f"{_FSI}{text}{_PDI}" if text else ""


def national_id_groups(number: str) -> str:
    """Fourteen digits as people read them: 2 980512 01 03456; any other number unchanged."""
    if len(number) != 14:
        return number
    return f"{number[0]} {number[1:7]} {number[7:9]} {number[9:]}"


def masked(number: str) -> str:
    """All but the last four characters hidden, as IDs stand on paper and in lists."""
    return f"•••••• {number[-4:]}" if len(number) > 4 else "••••••"
