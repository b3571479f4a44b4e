"""The words that rows are read with: what a workspace calls its categories and items, and so on."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from app.domain.digits import is_digits
from app.domain.importing.phrases import Phrases
from app.domain.names import normalise
from app.domain.quantity import ParsedQuantity, parse_quantity, unit_of

_BETWEEN = re.compile(r"[،,;؛/+\n]|\s-\s|\s(?=و)")
_LEAST_LIKENESS = 90
_FUZZY_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Item:
    """An aid item as a sheet's words mean it."""

    id: str
    unit: str


@dataclass(frozen=True)
class Dictionary:
    """Folded words (`names.normalise`) and what they mean. `today` is the day that ages and
    birth dates are judged by."""

    phrases: Phrases
    today: dt.date
    relationships: Mapping[str, str]
    sexes: Mapping[str, str]
    documents: Mapping[str, str]
    no_document: Mapping[str, str]
    categories: Mapping[str, str]
    items: Mapping[str, Item]

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The words for items, without their codes."""
        return tuple(word for word in self.items if not is_digits(word))

    def category(self, text: str) -> str | None:
        """The category whose name or synonym `text` is."""
        return self.categories.get(normalise(text))

    def categories_in(self, text: str) -> tuple[frozenset[str], str]:
        """The categories listed in a cell («أرملة، مريض», «أرملة ومريضة»), and what is none."""
        whole = self.category(text)
        if whole:
            return frozenset({whole}), ""
        found: set[str] = set()
        rest: list[str] = []
        for piece in filter(None, (one.strip() for one in _BETWEEN.split(text))):
            meant = self.category(piece) or self.category(piece.removeprefix("و"))
            if meant:
                found.add(meant)
            else:
                rest.append(piece)
        return frozenset(found), " ".join(rest)

    def item(self, text: str) -> tuple[Item | None, ParsedQuantity | None]:
        """The one item that a cell names, and the quantity beside it («٢ كرتونة», «لحوم ١ كجم»)."""
        exact = self.items.get(normalise(text))
        if exact:
            return exact, None
        parsed = parse_quantity(text)
        if parsed is None or parsed.unit is None:
            return self._named(text), None
        # «كرتونة» is a unit and an item: in a cell of items it is no unit.
        words = parsed.unit.split()
        units = [word for word in words if unit_of(word) and normalise(word) not in self.items]
        others = " ".join(word for word in words if word not in units)
        named = self._named(parsed.unit) or self._named(others)
        return named, ParsedQuantity(parsed.quantity, units[0] if units else None)

    def _named(self, text: str) -> Item | None:
        """The item whose longest name stands in `text`, or whose name it nearly is; None when two
        different ones stand in it («كرتونة وبطانية»)."""
        words = [f" {part} " for part in (normalise(text), _without_and(normalise(text)))]
        found = [name for name in self._names if any(f" {name} " in part for part in words)]
        if not found:
            return self._alike(normalise(text))
        best = max(found, key=len)
        others = {self.items[name].id for name in found if f" {name} " not in f" {best} "}
        return self.items[best] if others <= {self.items[best].id} else None

    def _alike(self, folded: str) -> Item | None:
        if len(folded) < _FUZZY_LETTERS:
            return None
        found = process.extractOne(
            folded, self._names, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
        )
        return self.items[found[0]] if found else None


def _without_and(folded: str) -> str:
    return " ".join(word.removeprefix("و") for word in folded.split())
