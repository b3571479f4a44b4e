"""The columns that a list or a hand-over sheet may have, and the words people head them with."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from app.domain.names import normalise


class Kind(StrEnum):
    """What a file holds."""

    LIST = "list"
    """Beneficiaries: one row a family, or one a person."""
    AID = "aid"
    """Hand-overs: one row an item that somebody took."""


class Column(StrEnum):
    """Canonical names, which are always understood as headers; they do not change."""

    HOUSEHOLD_NO = "household_no"
    NAME = "name"
    RELATIONSHIP = "relationship"
    NATIONAL_ID = "national_id"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_NO = "document_no"
    BIRTH_DATE = "birth_date"
    AGE = "age"
    SEX = "sex"
    PHONE = "phone"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    VILLAGE = "village"
    VILLAGE_CODE = "village_code"
    ADDRESS = "address"
    MEMBERS = "members"
    CATEGORIES = "categories"
    NOTES = "notes"
    ITEM = "item"
    QUANTITY = "quantity"
    DATE = "date"
    CONVOY = "convoy"
    ORGANISATION = "organisation"
    RECEIPT_NO = "receipt_no"
    IGNORE = "ignore"
    """Serial numbers, signatures, and the reasons of an earlier report: read by nobody."""
    OTHER = "other"
    """No home of its own: what it says becomes a category, or a note headed by its header."""


FOR_AID_ONLY = frozenset(
    {
        Column.ITEM,
        Column.QUANTITY,
        Column.DATE,
        Column.CONVOY,
        Column.ORGANISATION,
        Column.RECEIPT_NO,
    }
)
WITHOUT_HOME = frozenset({Column.IGNORE, Column.OTHER})
WHO = frozenset(
    {
        Column.NAME,
        Column.NATIONAL_ID,
        Column.DOCUMENT_NO,
        Column.HOUSEHOLD_NO,
        Column.PHONE,
    }
)
"""The columns that can tell who took something."""


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns a file of this kind may have, in the order to show them."""
    return tuple(column for column in Column if kind is Kind.AID or column not in FOR_AID_ONLY)


EXACT = 100
"""The score of a header that is one of the wordings."""
_CONTAINED = 90
_ALIKE = 80
_LEAST_LIKENESS = 86
_FUZZY_LETTERS = 5
"""Shorter headers are too easily alike: السن, السكن."""


@dataclass(frozen=True)
class Meaning:
    """A column that a header may stand for, and how surely (0 to 100)."""

    column: Column
    score: int


class Wordings:
    """The words for each column, and what a header means by them."""

    def __init__(
        self, words: Mapping[Kind, Mapping[str, Column]], others: frozenset[str] = frozenset()
    ) -> None:
        self._words = words
        self._others = others

    def meaning(self, header: str, kind: Kind) -> Meaning | None:
        """What `header` stands for: one of the wordings, the longest that it contains, or one that
        it is nearly. None when it is like none, or speaks of somebody else (رقم الزوجة القومي)."""
        text = normalise(header)
        if not text:
            return None
        words = self._words[kind]
        if text in words:
            return Meaning(words[text], EXACT)
        if self._others & set(text.split()):
            return None
        contained = [
            wording for wording in words if " " in wording and f" {wording} " in f" {text} "
        ]
        if contained:
            return Meaning(words[max(contained, key=len)], _CONTAINED)
        return self._alike(text, words)

    @staticmethod
    def _alike(text: str, words: Mapping[str, Column]) -> Meaning | None:
        if len(text) < _FUZZY_LETTERS:
            return None
        found = process.extractOne(
            text, words.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
        )
        return (
            Meaning(words[found[0]], _ALIKE) if found and len(found[0]) >= _FUZZY_LETTERS else None
        )


def parse_wordings(lines: Iterable[str]) -> Wordings:
    """The wordings of a CSV with column, kind (list, aid or both), words (separated by `|`).

    Rows of the column `somebody_else` hold words that make a header speak of another person.
    Raises KeyError or ValueError when a column or kind is none.
    """
    words: dict[Kind, dict[str, Column]] = {kind: {} for kind in Kind}
    others: set[str] = set()
    for row in csv.DictReader(lines):
        listed = [text for word in row["words"].split("|") if (text := normalise(word))]
        if row["column"] == "somebody_else":
            others.update(listed)
            continue
        kinds = tuple(Kind) if row["kind"] == "both" else (Kind(row["kind"]),)
        for kind in kinds:
            words[kind].update(dict.fromkeys(listed, Column(row["column"])))
    for kind in Kind:
        words[kind].update({normalise(column): column for column in columns_of(kind)})
    return Wordings(words, frozenset(others))
