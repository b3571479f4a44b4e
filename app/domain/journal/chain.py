"""The chain of one device: gaps, forks and broken links, told from the changes themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from app.domain.journal.change import GENESIS, Change


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a device's changes say about themselves.

    `gaps` are inclusive ranges of missing numbers below `last_seq`; `forked` numbers have more than
    one change (a cloned disk or a restored backup); `unlinked` changes name a predecessor that is
    not the change before them.
    """

    device_id: str
    last_seq: int
    count: int
    gaps: tuple[tuple[int, int], ...]
    forked: tuple[int, ...]
    unlinked: tuple[bytes, ...]


def inspect_chain(device_id: str, changes: Iterable[Change]) -> ChainReport:
    """The report on the changes of one device, given in the order of their numbers.

    Only the hashes of one number and of the one before it are held in memory.
    """
    gaps: list[tuple[int, int]] = []
    forked: list[int] = []
    unlinked: list[bytes] = []
    last, count = 0, 0
    before: set[bytes] | None = {GENESIS}
    for seq, group in groupby(changes, key=lambda change: change.seq):
        if seq > last + 1:
            gaps.append((last + 1, seq - 1))
            before = None
        previous = {change.hash: change.prev_hash for change in group}
        if len(previous) > 1:
            forked.append(seq)
        if before is not None:
            unlinked += [digest for digest, link in previous.items() if link not in before]
        last, count, before = seq, count + len(previous), set(previous)
    return ChainReport(
        device_id=device_id,
        last_seq=last,
        count=count,
        gaps=tuple(gaps),
        forked=tuple(forked),
        unlinked=tuple(sorted(unlinked)),
    )
