"""Pairs of the same two households speak for each other: a family is often listed twice whole.

A person is at most one of a household's people. So of a father and the son who bears his name only
one pair counts, the one that fits best on both sides; and only pairs that have more in common than
a name speak for the others.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.matching.levels import Kin

_KINDS = tuple(Kin)


class Match(NamedTuple):
    """A pair of people of two households, with its points by itself and whether it speaks for
    others (`compare.supports`)."""

    person_a: str
    person_b: str
    points: int
    supports: bool


def kin(matches: Sequence[Match]) -> list[Kin]:
    """For each pair of the same two households, how many others speak for it.

    The same side must be `person_a` in all of them.
    """
    best: dict[tuple[int, str], tuple[int, str, str]] = {}
    for match in matches:
        rank = (-match.points, match.person_a, match.person_b)
        for one in ((0, match.person_a), (1, match.person_b)):
            if one not in best or rank < best[one]:
                best[one] = rank
    chosen = [
        best[0, match.person_a] == best[1, match.person_b] == (-match.points, *match[:2])
        for match in matches
    ]
    speaking = sum(fits and match.supports for fits, match in zip(chosen, matches, strict=True))
    return [
        _KINDS[min(speaking - match.supports, len(_KINDS) - 1)] if fits else Kin.NONE
        for fits, match in zip(chosen, matches, strict=True)
    ]
