"""Cells as a spreadsheet holds them, and what they say as text.

A formula is text that is never worked out: a list may come from anybody, and may hold a cell such
as `=HYPERLINK(...)`.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.digits import cell_text, is_digits, to_ascii_digits

_EXPONENT = re.compile(r"[0-9]+(?:[.,][0-9]+)?e\+?[0-9]{1,2}", re.ASCII | re.IGNORECASE)
_KEPT_DIGITS = 10
"""A number shown as 2.82E+13 has lost its digits; one shown with ten of them or more has not."""
_COUNT_DIGITS = 6
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a sheet: `number` is the one that the spreadsheet shows, from 1."""

    number: int
    cells: tuple[object, ...]

    def cell(self, index: int) -> object:
        """The cell at `index`; None past the row's end."""
        return self.cells[index] if index < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        """Whether no cell says anything."""
        return not any(text_of(cell) for cell in self.cells)


def text_of(cell: object) -> str:
    """What the cell shows, on one line, without blanks and invisible marks around it."""
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    if isinstance(cell, bool):
        return "✓" if cell else ""
    text = " ".join(_UNSEEN.sub("", cell_text(cell)).split())
    return "" if text in _ERRORS else text


def is_formula(text: str) -> bool:
    """Whether a cell's text is a formula rather than words."""
    return len(text) > 1 and text[0] == "="


def number_text(cell: object) -> str | None:
    """The text of an ID, a phone or a code, whole even where the spreadsheet shows an exponent.

    None when its digits are lost: 2.82E+13 was saved as it was shown.
    """
    text = to_ascii_digits(text_of(cell)).strip("'")
    if _EXPONENT.fullmatch(text):
        mantissa = text.lower().partition("e")[0].replace(",", ".")
        if len(mantissa.replace(".", "")) < _KEPT_DIGITS:
            return None
        return _whole(Decimal(f"{mantissa}e{text.lower().partition('e')[2]}"))
    whole, point, rest = text.partition(".")
    return whole if point and is_digits(whole) and rest and not rest.strip("0") else text


def whole_number(cell: object) -> int | None:
    """A count such as the members of a family; None when the cell holds anything else."""
    text = number_text(cell) or ""
    return int(text) if is_digits(text) and len(text) <= _COUNT_DIGITS else None


def _whole(number: Decimal) -> str:
    return str(int(number)) if number == number.to_integral_value() else str(number)
