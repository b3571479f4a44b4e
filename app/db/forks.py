"""The table of forks: numbers that one laptop used twice, after a copied disk or a restored backup.

Derived from the journal, for the laptops of which something arrived.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select

from app.db.journal import device_ids
from app.db.tables import ForkDecision, fork, journal, table_of

_DECISION: Final = table_of(ForkDecision)
UNDECIDED: Final = ~(
    select(_DECISION.c.id).where(_DECISION.c.id == fork.c.id, _DECISION.c.decision != "").exists()
)
"""Of a row of `fork`: nobody has said yet what it was."""


def refresh(connection: Connection, devices: Iterable[str]) -> None:
    """Brings the forks of these laptops up to date."""
    for device_id in devices:
        connection.execute(delete(fork).where(fork.c.device_id == device_id))
        rows = list(_rows(connection, device_id))
        if rows:
            connection.execute(insert(fork), rows)


def rebuild(connection: Connection) -> None:
    """Recomputes the forks of every laptop."""
    connection.execute(delete(fork))
    refresh(connection, device_ids(connection))


def differences(connection: Connection) -> Iterator[str]:
    """The forks that are noted and are none, or are there and not noted."""
    kept = {tuple(row) for row in connection.execute(select(fork))}
    fresh = {
        tuple(row.values())
        for device_id in device_ids(connection)
        for row in _rows(connection, device_id)
    }
    yield from sorted({row[0] for row in kept ^ fresh})


def open_forks(connection: Connection) -> int:
    """How many forks nobody has explained."""
    query = select(func.count()).select_from(fork).where(UNDECIDED)
    return int(connection.scalar(query) or 0)


def _rows(connection: Connection, device_id: str) -> Iterator[dict[str, Any]]:
    mine = journal.c.device_id == device_id
    twice = select(journal.c.seq).where(mine).group_by(journal.c.seq).having(func.count() > 1)
    for first, last in _runs(connection.scalars(twice.order_by(journal.c.seq))):
        begins = select(journal.c.hash).where(mine, journal.c.seq == first)
        yield {
            "id": fork_id(digest.hex() for digest in connection.scalars(begins)),
            "device_id": device_id,
            "first_seq": first,
            "last_seq": last,
        }


def fork_id(changes: Iterable[str]) -> str:
    """What a fork is known by: its changes (hex) with the first number."""
    return sha256("\n".join(sorted(changes)).encode()).hexdigest()


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers without a gap."""
    first = last = 0
    for number in numbers:
        if number != last + 1 or not first:
            if first:
                yield first, last
            first = number
        last = number
    if first:
        yield first, last
