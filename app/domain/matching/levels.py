"""In what degrees two people agree, comparison by comparison.

The names are those of `resources/data/matching_points.csv`. What is not independent is one
comparison: the father's line (brothers share all of it) and phone + village (neighbours, and a
family, share both).
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple


class OwnName(IntEnum):
    """The first part of the name."""

    EQUAL = 0
    SPELLING = 1
    """One name in two spellings: a known variant, the same consonants, or with and without ال."""
    NEAR = 2
    """Alike by Jaro-Winkler, and not two names that are both common (حسن, حسين)."""
    SWAPPED = 3
    """Own name and father's name in the other order."""
    APART = 4
    MISSING = 5


class FathersLine(IntEnum):
    """All further parts of the name, in order; one may be left out or cut short."""

    WHOLE = 0
    """Three parts or more agree, and none differs."""
    TWO = 1
    ONE = 2
    GAP = 3
    """None differs, but one in between is missing on one side."""
    MOST = 4
    """One differs, two agree or more."""
    SOME = 5
    SHIFTED = 6
    """One person's line begins with the other's whole name: a son named like his father."""
    NONE = 7
    MISSING = 8


class Rarity(IntEnum):
    """How rare the parts are that are equal, own name and father's line together: the sum of their
    bits beyond the average part's. Bounds stand in `RARITY_BOUNDS`."""

    VERY_COMMON = 0
    COMMON = 1
    USUAL = 2
    UNUSUAL = 3
    RARE = 4
    VERY_RARE = 5


RARITY_BOUNDS = (-300, 0, 300, 600, 1000)
"""Hundredths of a bit from which the next degree of `Rarity` begins."""


class Birth(IntEnum):
    """The birth date, each side as precisely as it was told."""

    DAY = 0
    YEAR = 1
    """They may be the same day; at least one side knows only month, year or age."""
    SLIP = 2
    """Two whole dates with two of day, month and year the same, or day and month exchanged."""
    NEAR = 3
    """At most two years apart, where a side is not a whole date."""
    APART = 4
    MISSING = 5


class Contact(IntEnum):
    """Phone and village."""

    PHONE_AND_PLACE = 0
    PHONE = 1
    NEAR_PHONE = 2
    """The same village, and phones that differ in one digit."""
    PLACE = 3
    """The same village; a side has no phone."""
    PLACE_ONLY = 4
    """The same village, and different phones."""
    UNKNOWN = 5
    """Another village, or none; a side has no phone."""
    APART = 6


class Document(IntEnum):
    """Numbers of the same type of document."""

    EQUAL = 0
    ONE_SLIP = 1
    TWO_SLIPS = 2
    APART = 3
    MISSING = 4
    """A side has none, or one of another type."""


class Sex(IntEnum):
    """Man or woman."""

    EQUAL = 0
    APART = 1
    MISSING = 2


class Kin(IntEnum):
    """Whether others of the two households agree as well: a family is often listed twice whole."""

    NONE = 0
    ONE = 1
    MORE = 2


class Levels(NamedTuple):
    """The degrees of one pair, looked at by itself."""

    own_name: OwnName
    fathers_line: FathersLine
    rarity: Rarity
    birth: Birth
    contact: Contact
    document: Document
    sex: Sex


COMPARISONS: dict[str, type[IntEnum]] = {
    "own_name": OwnName,
    "fathers_line": FathersLine,
    "rarity": Rarity,
    "birth": Birth,
    "contact": Contact,
    "document": Document,
    "sex": Sex,
    "kin": Kin,
}
"""Every comparison by its name; all but the last in the order of `Levels`."""


def levels_named(names: Sequence[str]) -> Levels:
    """The degrees of a pair from their names, in order. Raises KeyError for an unknown one."""
    own, line, rarity, birth, contact, document, sex = (name.upper() for name in names)
    return Levels(
        OwnName[own],
        FathersLine[line],
        Rarity[rarity],
        Birth[birth],
        Contact[contact],
        Document[document],
        Sex[sex],
    )
