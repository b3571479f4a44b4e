"""What a column's cells say about it, for headers that say nothing or too little."""

import datetime as dt
import re
from collections.abc import Callable, Sequence

from app.domain.dates import parse_date
from app.domain.digits import is_digits
from app.domain.importing.cells import number_text, text_of
from app.domain.importing.columns import Column, Kind
from app.domain.names import name_parts
from app.domain.national_id import looks_like_national_id

_PHONE = re.compile(r"(?:\+?20|0020|0)?1[0125][0-9]{8}", re.ASCII)
_LATEST = dt.date(2199, 12, 31)
_ENOUGH = 0.6
"""The share of a column's cells that must look alike."""
_LEAST_CELLS = 2
_NAME_PARTS = range(3, 8)


def column_from_cells(cells: Sequence[object], kind: Kind) -> Column | None:
    """The column that most of the cells belong to by their shape; None when none stands out."""
    filled = [cell for cell in cells if text_of(cell)]
    if len(filled) < _LEAST_CELLS:
        return None
    for column, fits in _SHAPES:
        if column is Column.BIRTH_DATE and kind is Kind.AID:
            column = Column.DATE
        if sum(map(fits, filled)) >= _ENOUGH * len(filled):
            return column
    return None


def _is_national_id(cell: object) -> bool:
    text = number_text(cell)
    return text is not None and is_digits(text) and looks_like_national_id(text)


def _is_phone(cell: object) -> bool:
    return _PHONE.fullmatch((number_text(cell) or "").replace(" ", "").replace("-", "")) is not None


def _is_day(cell: object) -> bool:
    if isinstance(cell, int | float):
        return False
    text = text_of(cell)
    return len(text) >= len("1/1/26") and parse_date(cell, latest=_LATEST) is not None


def _is_name(cell: object) -> bool:
    text = text_of(cell)
    if any(character.isdigit() for character in text):
        return False
    return len(name_parts(text)) in _NAME_PARTS


_SHAPES: tuple[tuple[Column, Callable[[object], bool]], ...] = (
    (Column.NATIONAL_ID, _is_national_id),
    (Column.PHONE, _is_phone),
    (Column.BIRTH_DATE, _is_day),
    (Column.NAME, _is_name),
)
