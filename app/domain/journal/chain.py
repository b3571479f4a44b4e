"""The chain of one device: gaps, forks and broken links, told from the changes themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    """The report on the changes of one device, in any order."""
    by_seq: dict[int, set[bytes]] = {}
    previous: dict[bytes, tuple[int, bytes]] = {}
    for change in changes:
        by_seq.setdefault(change.seq, set()).add(change.hash)
        previous[change.hash] = (change.seq, change.prev_hash)
    last = max(by_seq, default=0)
    unlinked = []
    for digest, (seq, prev_hash) in previous.items():
        before = {GENESIS} if seq == 1 else by_seq.get(seq - 1)
        if before is not None and prev_hash not in before:
            unlinked.append(digest)
    return ChainReport(
        device_id=device_id,
        last_seq=last,
        count=len(previous),
        gaps=_gaps(by_seq),
        forked=tuple(sorted(seq for seq, found in by_seq.items() if len(found) > 1)),
        unlinked=tuple(sorted(unlinked)),
    )


def _gaps(by_seq: dict[int, set[bytes]]) -> tuple[tuple[int, int], ...]:
    gaps = []
    expected = 1
    for seq in sorted(by_seq):
        if seq > expected:
            gaps.append((expected, seq - 1))
        expected = seq + 1
    return tuple(gaps)
