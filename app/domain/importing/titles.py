"""What stands above a header: the place and the day a list is about, and the convoy's name."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.dates import Precision, find_date
from app.domain.digits import to_ascii_digits
from app.domain.importing.cells import SourceRow, text_of

_KINDS = {
    "governorate": r"(?:ال|لل|ل|ب)?محافظ[ةه]",
    "district": r"(?:ال|لل|ل|ب)?(?:مركز|قسم)",
    "village": r"(?:ال|لل|ل|ب)?قري[ةه]",
}
_NOT_IN_NAMES = "|".join(
    (*_KINDS.values(), "التابع[ةه]?", "بتاريخ", "خلال", "لشهر", "عن", "عام", "لعام", "يوم")
)
_NAME = rf"\s*[:/]?\s*(?P<name>(?:(?!(?:{_NOT_IN_NAMES})\b)[^\W0-9_]+(?:\s+|$|(?=[\W_]))){{1,4}})"
_PLACES = {kind: re.compile(rf"\b(?:{words})\b{_NAME}") for kind, words in _KINDS.items()}
_CONVOY = re.compile(r"\b(?:ال)?قافل[ةه]\b")


@dataclass(frozen=True, slots=True)
class Titles:
    """Found above the header; empty or None where the titles do not say."""

    lines: tuple[str, ...] = ()
    governorate: str = ""
    district: str = ""
    village: str = ""
    day: dt.date | None = None
    convoy: str = ""


def read_titles(rows: Iterable[SourceRow], sheet_name: str = "") -> Titles:
    """What the rows above the header say; `sheet_name` is read for places too, after them."""
    lines = tuple(
        to_ascii_digits(line)
        for row in rows
        if (line := " ".join(filter(None, map(text_of, row.cells))))
    )
    places = {kind: _first(pattern, (*lines, sheet_name)) for kind, pattern in _PLACES.items()}
    days = [
        found.day
        for line in lines
        if (found := find_date(line)) and found.precision is Precision.DAY
    ]
    return Titles(
        lines=lines,
        day=days[0] if days else None,
        convoy=next((line for line in lines if _CONVOY.search(line)), ""),
        **places,
    )


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    for line in lines:
        if found := pattern.search(line):
            return " ".join(found["name"].split())
    return ""
