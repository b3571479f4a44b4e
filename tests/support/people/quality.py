"""How well pairs were found: precision, recall and F1 from a number of points on."""

from collections.abc import Iterable
from typing import NamedTuple


class Quality(NamedTuple):
    """Of what was found how much is true, of what is true how much was found."""

    precision: float
    recall: float
    found: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def quality(scored: Iterable[tuple[int, bool]], true_pairs: int, floor: int) -> Quality:
    """Of pairs with their points, those from `floor` on."""
    found = [true for points, true in scored if points >= floor]
    right = sum(found)
    return Quality(right / len(found) if found else 1.0, right / true_pairs, len(found))


def best(scored: Iterable[tuple[int, bool]], true_pairs: int) -> Quality:
    """At the floor with the best F1."""
    right, found, chosen = 0, 0, Quality(1.0, 0.0, 0)
    ordered = sorted(scored, reverse=True)
    for found, (points, true) in enumerate(ordered, 1):
        right += true
        if found == len(ordered) or ordered[found][0] < points:
            chosen = max(chosen, Quality(right / found, right / true_pairs, found), key=_f1)
    return chosen


def _f1(one: Quality) -> float:
    return one.f1
