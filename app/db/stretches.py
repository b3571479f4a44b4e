"""Pieces of chains: what arrived with some files, told in few words, and found again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, or_, select

from app.db.tables import journal

_CHUNK = 2_000
_LINKS: Final = select(journal.c.device_id, journal.c.seq, journal.c.hash, journal.c.prev_hash)


@dataclass(frozen=True)
class Stretch:
    """The changes of one device from number `first` to `last`, of which `hash` is the last."""

    device_id: str
    first: int
    last: int
    hash: bytes


def stretches_between(
    connection: Connection, positions: Iterable[tuple[int, int]]
) -> Iterator[Stretch]:
    """The changes that came after one position of the journal and up to another, as the pieces of
    chains that they are: each branch of a fork, and each part between gaps, by itself."""
    mine = or_(
        *(
            (journal.c.position > after) & (journal.c.position <= until)
            for after, until in positions
        )
    )
    query = _LINKS.where(mine).order_by(journal.c.device_id, journal.c.seq, journal.c.hash)
    rows = connection.execute(query.execution_options(yield_per=_CHUNK))
    for device_id, group in groupby(rows, key=lambda row: row.device_id):
        ends: dict[bytes, tuple[int, int]] = {}
        for row in group:
            first, last = ends.get(row.prev_hash, (0, 0))
            if last == row.seq - 1 and first:
                del ends[row.prev_hash]
                ends[row.hash] = (first, row.seq)
            else:
                ends[row.hash] = (row.seq, row.seq)
        for digest, (first, last) in sorted(ends.items(), key=lambda end: (end[1], end[0])):
            yield Stretch(device_id, first, last, digest)


def changes_of_stretch(connection: Connection, stretch: Stretch) -> frozenset[bytes]:
    """The hashes of its changes that are here, from the last backwards as far as they hang
    together."""
    query = _LINKS.where(
        journal.c.device_id == stretch.device_id,
        journal.c.seq >= stretch.first,
        journal.c.seq <= stretch.last,
    ).order_by(journal.c.seq.desc())
    found: set[bytes] = set()
    wanted = stretch.hash
    for row in connection.execute(query.execution_options(yield_per=_CHUNK)):
        if row.hash == wanted:
            found.add(row.hash)
            wanted = row.prev_hash
    return frozenset(found)
