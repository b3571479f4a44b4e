"""Which numbers a laptop may print on paper slips, so that no two laptops print the same.

Laptops cannot ask each other, so each has numbers of its own: ten thousand to a block. The laptop
that planned the convoy (there is exactly one: the journal says which) has block 0 and with it the
short numbers, 0001 to 9999. Any other begins in the block that its three digits name, those that
also stand in front of its receipts' numbers (laptop 317: 3170001 and on). Two laptops may share
their three digits, so a block in which another laptop is known to have printed is left alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.short_number import device_mark
from app.domain.slip_code import MAX_SLIP_NO
from app.errors import SlipNumbersUsedUp

BLOCK: Final = 10_000
_MARKS: Final = 1_000
_BLOCKS: Final = (MAX_SLIP_NO + 1) // BLOCK


@dataclass(frozen=True)
class PrintedNumbers:
    """Numbers `first` to `last` of a convoy's slips, printed by a laptop."""

    device_id: str
    first: int
    last: int


def next_numbers(
    count: int, device_id: str, printed: Iterable[PrintedNumbers], *, planned_here: bool
) -> PrintedNumbers:
    """The next `count` numbers for this laptop, after the last it printed. Numbers of one printing
    follow each other. Raises SlipNumbersUsedUp."""
    known = tuple(printed)
    for block in _blocks(device_id, planned_here=planned_here):
        start, end = block * BLOCK + 1, (block + 1) * BLOCK - 1
        inside = [one for one in known if one.first <= end and one.last >= start]
        if any(one.device_id != device_id for one in inside):
            continue
        first = max((one.last for one in inside), default=start - 1) + 1
        if first + count - 1 <= end:
            return PrintedNumbers(device_id, first, first + count - 1)
    raise SlipNumbersUsedUp


def _blocks(device_id: str, *, planned_here: bool) -> Iterator[int]:
    """The laptop's own blocks, then those that no laptop begins in."""
    if planned_here:
        yield 0
    mark = int(device_mark(device_id))
    yield mark or _MARKS
    spare = _BLOCKS - _MARKS - 1
    for step in range(spare):
        yield _MARKS + 1 + (mark + step) % spare
