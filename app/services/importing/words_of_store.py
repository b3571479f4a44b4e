"""The words that rows are read with: the vocabulary of lists, and the workspace's own names."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from sqlmodel import Session, select

from app.db.reference import words_of
from app.db.tables import AidItem, Category
from app.domain.importing.dictionary import Dictionary, Item
from app.domain.names import normalise
from app.services.importing.source import phrases

_Named = TypeVar("_Named", AidItem, Category)


def dictionary(session: Session, today: dt.date) -> Dictionary:
    """The words of a store; what was put out of use is understood as well."""
    items = {
        word: Item(row.id, row.unit) for word, row in _by_words(session.exec(select(AidItem)).all())
    }
    items |= {str(row.code): Item(row.id, row.unit) for row in session.exec(select(AidItem))}
    return Dictionary(
        phrases=phrases(),
        today=today,
        relationships=words_of("relationship"),
        sexes=words_of("sex"),
        documents=words_of("document"),
        no_document=words_of("no_document"),
        categories={word: row.id for word, row in _by_words(session.exec(select(Category)).all())},
        items=items,
    )


def _by_words(rows: Iterable[_Named]) -> Iterable[tuple[str, _Named]]:
    """Each folded word with its record: synonyms give way to names, the unused to the used."""
    ordered = sorted(rows, key=lambda row: (row.active, row.id))
    for words in (lambda row: row.synonyms, lambda row: (row.name_ar, row.name_en)):
        for row in ordered:
            for word in words(row):
                if folded := normalise(word):
                    yield folded, row
