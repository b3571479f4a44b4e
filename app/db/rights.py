"""The rights that the journal's safety records make, as judging asks for them."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from sqlalchemy import Connection, text

from app.db.guard import has_settled
from app.db.journal import changes_of, safety_changes
from app.db.stretches import Stretch, changes_of_stretch
from app.db.told import told_by
from app.domain.journal.change import GENESIS, Change
from app.domain.journal.own_void import is_own_void
from app.domain.journal.resolve_rights import resolve_rights
from app.domain.journal.rights import Knowledge, Rights

Certified = Callable[[Change], bool]
"""Whether the workspace key signed what a change makes."""

_CHAIN = text(
    "WITH RECURSIVE chain(hash, prev_hash) AS ("
    " SELECT hash, prev_hash FROM journal WHERE hash = :last AND device_id = :device"
    " UNION SELECT j.hash, j.prev_hash FROM journal j JOIN chain c ON j.hash = c.prev_hash"
    ") SELECT hash, prev_hash FROM chain"
)


def rights_in(connection: Connection, certified: Certified) -> Rights:
    """The rights as of now; `certified` tells what the workspace key signed."""
    return resolve_rights(safety_changes(connection), _knowledge(connection, certified))


class RightsBook:
    """The rights of an open store, looked up again only when a safety record or another laptop's
    changes came to it: a hand-over must not wait for what did not change.

    `certifies` makes, for a connection, what tells the workspace key's signature. Used by the
    transaction that writes, of which there is one at a time.
    """

    def __init__(self, certifies: Callable[[Connection], Certified]) -> None:
        self._certifies = certifies
        self._known: Rights | None = None

    def rights(self, connection: Connection) -> Rights:
        """The rights as of now, in a transaction that writes."""
        if has_settled(connection):
            self.forget()
        certified = self._certifies(connection)
        if self._known is None:
            self._known = rights_in(connection, certified)
        return replace(self._known, knowledge=_knowledge(connection, certified))

    def forget(self) -> None:
        """After something that may have changed them, or was undone."""
        self._known = None


def _knowledge(connection: Connection, certified: Certified) -> Knowledge:
    @cache
    def chain_to(device_id: str, last: bytes) -> frozenset[bytes] | None:
        rows = connection.execute(_CHAIN, {"last": last, "device": device_id}).all()
        # Of a chain with a gap, or of which a laptop gets a part, nobody can tell what lies on it.
        whole = any(row.prev_hash == GENESIS for row in rows)
        return frozenset(row.hash for row in rows) if whole else None

    def is_own_today(change: Change) -> bool:
        return is_own_void(change, changes_of(connection, change.record_type, change.record_id))

    def stretch(device_id: str, first: int, last: int, digest: bytes) -> frozenset[bytes]:
        return changes_of_stretch(connection, Stretch(device_id, first, last, digest))

    return Knowledge(certified, chain_to, is_own_today, stretch, told_by(connection))
