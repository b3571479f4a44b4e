"""Which row of a sheet is its header, and which column each of its headers stands for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.digits import only_digits
from app.domain.importing.cells import SourceRow, is_formula, text_of
from app.domain.importing.columns import (
    EXACT,
    WHO,
    WITHOUT_HOME,
    Column,
    Kind,
    Meaning,
    Wordings,
)
from app.domain.importing.evidence import column_from_cells
from app.domain.names import normalise

HEADER_WITHIN = 40
"""Rows in which the header must stand; titles and addresses are above it."""
_LONG_NUMBER = 5
_MAPPED = 2 * EXACT
_NAMES = re.compile("اسم|name")
"""A header of which only one cell is understood has to say that much."""
_PLACE = re.compile(r"#[0-9]+", re.ASCII)


class Why(StrEnum):
    """Why a column is taken for what it is."""

    MAPPED = "mapped"
    HEADER = "header"
    ALIKE = "alike"
    CELLS = "cells"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class GuessedColumn:
    """A column of the sheet: its place from 0, its header as written, what it is taken for."""

    index: int
    header: str
    column: Column
    why: Why


@dataclass(frozen=True, slots=True)
class Layout:
    """The header's row number and the columns under it."""

    header_row: int
    columns: tuple[GuessedColumn, ...]

    def index_of(self, column: Column) -> int | None:
        """Where a column is; None when the sheet has none."""
        return next((one.index for one in self.columns if one.column is column), None)

    def has(self, column: Column) -> bool:
        """Whether the sheet has such a column."""
        return self.index_of(column) is not None

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers as written."""
        return tuple(one.header for one in self.columns)

    def repeats_header(self, row: SourceRow) -> bool:
        """Whether a row further down is the header again, as at the top of each printed page."""
        texts = [normalise(text_of(cell)) for cell in row.cells]
        written = [normalise(header) for header in self.headers]
        return any(texts) and texts[: len(written)] == written[: len(texts)]


def find_layout(
    rows: Sequence[SourceRow],
    wordings: Wordings,
    kind: Kind,
    mapping: Mapping[str, Column] | None = None,
) -> Layout | None:
    """The layout of a sheet from its first rows, or None when no row is a header.

    `mapping` names columns by their headers, or by their places as `#1`, and overrides the guess.
    A header has to name who a row is about: a name, or in a hand-over sheet also an ID, a phone or
    a family's number.
    """
    mapped = {_key(header): column for header, column in (mapping or {}).items()}
    best: tuple[int, int] | None = None
    for place in range(min(HEADER_WITHIN, len(rows))):
        score = _header_score(_texts(rows, place), wordings, kind, mapped)
        if score and (best is None or score > best[0]):
            best = score, place
    if best is None:
        return None
    place = best[1]
    headers = _headers(rows, place)
    samples = [[row.cell(index) for row in rows[place + 1 :]] for index in range(len(headers))]
    columns = _Assignment(wordings, kind, mapped).assign(headers, samples)
    return Layout(rows[place].number, columns)


def _header_score(
    texts: Sequence[str], wordings: Wordings, kind: Kind, mapped: Mapping[str, Column]
) -> int:
    """How many headers the row holds, doubled, plus one where all are exact; 0 for no header."""
    if any(is_formula(text) or len(only_digits(text)) >= _LONG_NUMBER for text in texts):
        return 0
    found: dict[Column, int] = {}
    for index, text in enumerate(texts):
        meaning = _meaning(index, text, wordings, kind, mapped) if text else None
        if meaning is not None:
            found[meaning.column] = max(meaning.score, found.get(meaning.column, 0))
    who = WHO if kind is Kind.AID else {Column.NAME}
    if not who & found.keys():
        return 0
    if len(found) == 1 and not any(_NAMES.search(normalise(text)) for text in texts):
        return 0
    return 2 * len(found) + (min(found.values()) >= EXACT)


def _texts(rows: Sequence[SourceRow], place: int) -> list[str]:
    """The texts of a row; a cell that is merged with the one above it has its text up there."""
    texts = [text_of(cell) for cell in rows[place].cells]
    above = [text_of(cell) for cell in rows[place - 1].cells] if place else []
    if sum(map(bool, above)) < 2:
        return texts
    texts += [""] * (len(above) - len(texts))
    return [
        text or (above[index] if index < len(above) else "") for index, text in enumerate(texts)
    ]


def _headers(rows: Sequence[SourceRow], place: int) -> tuple[str, ...]:
    """The header's texts, with an empty one for each column that only rows below it fill."""
    texts = _texts(rows, place)
    filled = max((index for index, text in enumerate(texts) if text), default=0)
    widest = max((len(row.cells) for row in rows[place:]), default=0)
    texts += [""] * (widest - len(texts))
    used = max(
        (index for row in rows[place:] for index, cell in enumerate(row.cells) if text_of(cell)),
        default=filled,
    )
    return tuple(texts[: max(filled, used) + 1])


def _key(header: str) -> str:
    return header.strip() if _PLACE.fullmatch(header.strip()) else normalise(header)


def _meaning(
    index: int, text: str, wordings: Wordings, kind: Kind, mapped: Mapping[str, Column]
) -> Meaning | None:
    for key in (f"#{index + 1}", normalise(text)):
        if key in mapped:
            return Meaning(mapped[key], _MAPPED)
    return wordings.meaning(text, kind)


class _Assignment:
    """Gives each canonical column to one column of the sheet."""

    def __init__(self, wordings: Wordings, kind: Kind, mapped: Mapping[str, Column]) -> None:
        self._wordings = wordings
        self._kind = kind
        self._mapped = mapped

    def assign(
        self, headers: Sequence[str], samples: Sequence[Sequence[object]]
    ) -> tuple[GuessedColumn, ...]:
        meanings = [
            _meaning(index, text, self._wordings, self._kind, self._mapped)
            for index, text in enumerate(headers)
        ]
        given = self._by_header(meanings, samples)
        taken = {column for column, _ in given.values()}
        for index, cells in enumerate(samples):
            if index in given and not self._is_weak(given[index], meanings[index]):
                continue
            column = column_from_cells(cells, self._kind)
            if column is not None and column not in taken:
                given[index] = column, Why.CELLS
                taken.add(column)
        nothing = Column.OTHER, Why.NOTHING
        return tuple(
            GuessedColumn(index, header, *given.get(index, nothing))
            for index, header in enumerate(headers)
        )

    def _by_header(
        self, meanings: Sequence[Meaning | None], samples: Sequence[Sequence[object]]
    ) -> dict[int, tuple[Column, Why]]:
        """The surest header gets the column; of two alike, the one whose cells differ more."""
        order = sorted(
            (
                (-meaning.score, -len({text_of(cell) for cell in cells}), index, meaning.column)
                for index, (meaning, cells) in enumerate(zip(meanings, samples, strict=True))
                if meaning is not None
            ),
        )
        given: dict[int, tuple[Column, Why]] = {}
        taken: set[Column] = set()
        for negative, _, index, column in order:
            if column not in WITHOUT_HOME and column in taken:
                continue
            taken.add(column)
            given[index] = column, _why(-negative)
        return given

    def _is_weak(self, given: tuple[Column, Why], meaning: Meaning | None) -> bool:
        """Whether cells may say better: «الرقم» heads serial numbers, IDs and phones alike."""
        column, why = given
        return column is Column.IGNORE and why is not Why.MAPPED and meaning is not None


def _why(score: int) -> Why:
    if score >= _MAPPED:
        return Why.MAPPED
    return Why.HEADER if score >= EXACT else Why.ALIKE
