"""Rows, layouts and words for tests of what lists mean."""

import datetime as dt
from collections.abc import Sequence

from app.db.reference import words_of
from app.domain.importing.cells import SourceRow
from app.domain.importing.columns import Kind
from app.domain.importing.dictionary import Dictionary, Item
from app.domain.importing.layout import Layout, find_layout
from app.domain.names import normalise
from app.services.importing.source import phrases, wordings

TODAY = dt.date(2026, 10, 15)
MAN = "28203142633578"
"""A valid number: born 14 March 1982 in Sohag, male."""
WOMAN = "28307102643201"
"""Born 10 July 1983 in Sohag, female."""


def rows(*lines: Sequence[object], first: int = 1) -> list[SourceRow]:
    """Rows numbered from `first`."""
    return [SourceRow(number, tuple(cells)) for number, cells in enumerate(lines, first)]


def layout(*headers: object, kind: Kind = Kind.LIST) -> Layout:
    """The layout of a header that stands in the first row."""
    found = find_layout(rows(headers), wordings(), kind)
    assert found is not None
    return found


def words() -> Dictionary:
    """The vocabulary that comes with the app, with a few categories and items."""
    items = {
        "كرتونة مواد غذائية": Item("food-box", "box"),
        "كرتونة": Item("food-box", "box"),
        "كراتين": Item("food-box", "box"),
        "بطانية": Item("blanket", "piece"),
        "لحوم": Item("meat", "kg"),
        "لحمة": Item("meat", "kg"),
        "شنطة مدرسية": Item("school-kit", "piece"),
        "8": Item("meat", "kg"),
    }
    categories = {"أرملة": "widow", "مريض": "chronic-illness", "ذوي همم": "disability"}
    return Dictionary(
        phrases=phrases(),
        today=TODAY,
        relationships=words_of("relationship"),
        sexes=words_of("sex"),
        documents=words_of("document"),
        no_document=words_of("no_document"),
        categories={normalise(word): found for word, found in categories.items()},
        items={normalise(word): found for word, found in items.items()},
    )
