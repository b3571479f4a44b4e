"""The points table: what each degree of agreement is worth, and where the bands begin.

Points are hundredths of a bit: log2 of how much oftener the degree is met between two entries of
one person (m) than between two people who are compared at all (u). Zero points in all are even
odds. The table is `resources/data/matching_points.csv`; `docs/matching.md` says how it was made.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.domain.matching.levels import COMPARISONS, Document, Kin, Levels, OwnName

BASE = "base"
BANDS = "band"


class Band(StrEnum):
    """How likely a pair is one person."""

    SURE = "sure"
    """Almost certain; still, a person decides."""
    REVIEW = "review"


@dataclass(frozen=True)
class Points:
    """The table. `base` is what a pair has before anything is compared; `degrees` holds the points
    of every comparison by the number of its degree, in the order of `COMPARISONS`."""

    base: int
    degrees: tuple[tuple[int, ...], ...]
    sure: int
    review: int

    def of(self, levels: Levels) -> int:
        """The points of a pair looked at by itself, without its kin."""
        own, line, rarity, birth, contact, document, sex, _ = self.degrees
        return (
            self.base
            + own[levels[0]]
            + line[levels[1]]
            + rarity[levels[2]]
            + birth[levels[3]]
            + contact[levels[4]]
            + document[levels[5]]
            + sex[levels[6]]
        )

    def of_kin(self, kin: Kin) -> int:
        """What the other pairs of two households add."""
        return self.degrees[-1][kin]

    @cached_property
    def least(self) -> int:
        """A pair with fewer points by itself cannot come to review, whatever its kin."""
        return self.review - max(self.degrees[-1])

    def band(self, points: int, levels: Levels, kin: Kin) -> Band | None:
        """The band of a pair with that many points in all; None below both.

        Sisters of nearly one name share all the rest. So nothing is almost certain while neither
        the first name nor the number is the same, unless others of both families fit. One number
        of two people is always looked at.
        """
        if points >= self.sure and (_is_firm(levels) or kin is not Kin.NONE):
            return Band.SURE
        same_number = levels.document is Document.EQUAL
        return Band.REVIEW if points >= self.review or same_number else None

    def may_count(self, points: int, levels: Levels) -> bool:
        """Whether a pair with so many points by itself may come to a band, with its kin."""
        return points >= self.least or levels.document is Document.EQUAL


def _is_firm(levels: Levels) -> bool:
    same_name = levels.own_name is OwnName.EQUAL
    return same_name or levels.document in {Document.EQUAL, Document.ONE_SLIP}


def read_points(lines: Iterable[str]) -> Points:
    """The table of a CSV file with the columns comparison, level, points (and others that only
    people read). Raises KeyError when a degree is missing."""
    found: Mapping[tuple[str, str], int] = {
        (row["comparison"], row["level"]): int(row["points"]) for row in csv.DictReader(lines)
    }
    return Points(
        base=found[BASE, "pair"],
        degrees=tuple(
            tuple(found[name, level.name.lower()] for level in kind)
            for name, kind in COMPARISONS.items()
        ),
        sure=found[BANDS, Band.SURE],
        review=found[BANDS, Band.REVIEW],
    )
