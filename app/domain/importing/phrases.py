"""Rows that are no data (totals, signatures, headers again), and what ticks mean."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.digits import is_digits
from app.domain.importing.cells import SourceRow, is_formula, number_text, text_of
from app.domain.importing.columns import Column
from app.domain.importing.layout import Layout
from app.domain.names import normalise

_LONG_NUMBER = 7
"""Digits of an ID or a phone; a total of a village's people has fewer."""


class RowKind(StrEnum):
    """What a row under the header is."""

    DATA = "data"
    BLANK = "blank"
    """Nothing but perhaps a serial number that was written in advance."""
    HEADER = "header"
    """The header again, as at the top of each printed page."""
    TITLE = "title"
    """A line between the rows, such as the name of the next village."""
    TOTAL = "total"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Phrases:
    """Folded words: those that begin a total, a signature or a title, and those of ticked cells."""

    total: frozenset[str]
    signature: frozenset[str]
    title: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]


def parse_phrases(lines: Iterable[str]) -> Phrases:
    """The phrases of a CSV with list and words (separated by `|`); KeyError if a list lacks."""
    lists: Mapping[str, frozenset[str]] = {
        row["list"]: frozenset(normalise(word) or word for word in row["words"].split("|"))
        for row in csv.DictReader(lines)
    }
    return Phrases(**{name: lists[name] for name in Phrases.__dataclass_fields__})


class RowSorter:
    """Tells data from the rest, row by row in their order."""

    def __init__(self, layout: Layout, phrases: Phrases) -> None:
        self._layout = layout
        self._phrases = phrases
        self._name = layout.index_of(Column.NAME)
        self._ignored = {one.index for one in layout.columns if one.column is Column.IGNORE}
        self._signed = False

    def kind(self, row: SourceRow) -> RowKind:
        """What `row` is. Below a signature only a numbered row, or one with an ID, is data."""
        texts = {index: text for index, cell in enumerate(row.cells) if (text := text_of(cell))}
        own = {index: text for index, text in texts.items() if index not in self._ignored}
        numbered = any(_is_number(texts[index]) for index in texts.keys() & self._ignored)
        if not own and all(_is_number(text) or is_formula(text) for text in texts.values()):
            return RowKind.BLANK
        if self._layout.repeats_header(row):
            return RowKind.HEADER
        if any(_is_long_number(row.cell(index)) for index in own):
            return RowKind.DATA
        return self._without_long_numbers(texts, own, numbered=numbered)

    def _without_long_numbers(
        self, texts: Mapping[int, str], own: Mapping[int, str], *, numbered: bool
    ) -> RowKind:
        name = own.get(self._name if self._name is not None else -1, "")
        said = [name] if name else list(texts.values())
        if any(_begins(text, self._phrases.total) for text in said):
            return RowKind.TOTAL
        if any(_begins(text, self._phrases.signature) for text in said):
            self._signed = True
            return RowKind.SIGNATURE
        if numbered:
            self._signed = False
            return RowKind.DATA
        if self._signed:
            return RowKind.SIGNATURE
        if not name and all(is_formula(text) or _is_number(text) for text in own.values()):
            return RowKind.TOTAL if own else RowKind.TITLE
        titled = len(texts) == 1 and any(_begins(text, self._phrases.title) for text in said)
        return RowKind.TITLE if titled else RowKind.DATA


def _begins(text: str, phrases: frozenset[str]) -> bool:
    folded = normalise(text) + " "
    return any(folded.startswith(f"{phrase} ") for phrase in phrases)


def _is_number(text: str) -> bool:
    number = number_text(text)
    return number is not None and is_digits(number.replace(".", "").replace(",", ""))


def _is_long_number(cell: object) -> bool:
    number = (number_text(cell) or "").lstrip("+").replace(" ", "").replace("-", "")
    return is_digits(number) and len(number) >= _LONG_NUMBER
