"""The reference data that comes with the app: places, name frequencies, words of lists.

Plain CSV files under `resources/data`; where they come from stands in its SOURCE.md.
"""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Literal

from app.config import resource_path
from app.domain.matching.known_names import KnownNames
from app.domain.matching.points import Points, read_points
from app.domain.matching.scorer import Scorer
from app.domain.names import normalise
from app.domain.places import Place, parse_places

WordList = Literal["relationship", "sex", "document", "no_document"]


@dataclass(frozen=True)
class NamePart:
    """A part of names: a hint of gender (m, f, n), its share of all parts in per cent, how its
    uses spread over own name, father's, grandfather's, great-grandfather's and later (per cent),
    and other spellings met."""

    name: str
    gender: str
    share: float
    slots: tuple[float, float, float, float, float]
    variants: tuple[str, ...]


@cache
def official_places() -> tuple[Place, ...]:
    """Egypt's 6,108 governorates, districts and villages."""
    with _lines("places.csv") as lines:
        return parse_places(lines)


@cache
def name_parts_by_share() -> tuple[NamePart, ...]:
    """12,438 parts of Egyptian names, the commonest first."""
    with _lines("names.csv") as lines:
        return tuple(_name_part(row) for row in csv.DictReader(lines))


@cache
def known_names() -> KnownNames:
    """The rarity and the spellings of the parts of names, for comparing people."""
    return KnownNames((part.name, part.share, part.variants) for part in name_parts_by_share())


@cache
def matching_points() -> Points:
    """What agreement between two people is worth."""
    with _lines("matching_points.csv") as lines:
        return read_points(lines)


@cache
def scorer() -> Scorer:
    """The one scorer of people."""
    return Scorer(known_names(), matching_points())


@cache
def words_of(word_list: WordList) -> Mapping[str, str]:
    """The folded words (`names.normalise`) that lists use → the code they mean."""
    with _lines("vocabulary.csv") as lines:
        return {
            normalise(word): row["code"]
            for row in csv.DictReader(lines)
            if row["list"] == word_list
            for word in row["words"].split("|")
        }


def code_of(word_list: WordList, written: str) -> str | None:
    """The code that a list's word means; None when it is not known."""
    return words_of(word_list).get(normalise(written))


@contextmanager
def _lines(name: str) -> Iterator[Iterator[str]]:
    with resource_path(f"data/{name}").open(encoding="utf-8", newline="") as file:
        yield file


def _name_part(row: Mapping[str, str]) -> NamePart:
    return NamePart(
        name=row["name"],
        gender=row["gender"],
        share=float(row["share_pct"]),
        slots=(
            float(row["slot1_pct"]),
            float(row["slot2_pct"]),
            float(row["slot3_pct"]),
            float(row["slot4_pct"]),
            float(row["slot5_pct"]),
        ),
        variants=tuple(part for part in row["variants"].split("|") if part),
    )
