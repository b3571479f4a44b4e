"""Millions of pairs in little memory: two numbers of people in eight bytes."""

from array import array
from collections.abc import Iterable
from typing import Final

_SHARES: Final = 64

Pair = tuple[int, int]


class PackedPairs:
    """Pairs of row numbers, each once, neighbours together."""

    def __init__(self, rows: "array[int]", packed: "array[int]") -> None:
        """From all rows in order, and of each pair one place among them × their number + the
        other place."""
        self._rows, self._packed = rows, packed

    def __len__(self) -> int:
        return len(self._packed)

    def chunk(self, start: int, count: int) -> list[Pair]:
        """At most `count` pairs of rows from number `start` on."""
        rows, width = self._rows, len(self._rows)
        return [
            (rows[pair // width], rows[pair % width])
            for pair in self._packed[start : start + count]
        ]


def numbered(rows: Iterable[int], pairs: Iterable[Pair]) -> PackedPairs:
    """The pairs, which may come several times, of people with these row numbers."""
    ordered = array("q", sorted(rows))
    place = {row: number for number, row in enumerate(ordered)}
    width = len(ordered)
    # In shares by the first of the two: only one share's pairs are ever held as a set, which takes
    # ten times the memory of an array.
    shares = [array("q") for _ in range(_SHARES)]
    for one, other in pairs:
        first = place[one]
        shares[first * _SHARES // width].append(first * width + place[other])
    packed = array("q")
    for share in shares:
        packed.extend(sorted(set(share)))
        del share[:]
    return PackedPairs(ordered, packed)
