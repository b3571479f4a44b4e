"""The rights that the journal's safety records make, as judging asks for them."""

from collections.abc import Callable
from functools import cache

from sqlalchemy import Connection, text

from app.db.journal import changes_where, first_change
from app.db.tables import journal
from app.domain.journal.change import GENESIS, Change
from app.domain.journal.resolve_rights import resolve_rights
from app.domain.journal.rights import SAFETY, Cause, Knowledge, Rights

CODES = {Cause.NO_GRANT: 1, Cause.NO_RIGHT: 2, Cause.PAST_CUT_OFF: 3, Cause.TAKEN_BACK: 4}
"""What the journal's `skipped` column holds; 0 is a change that counts."""

CAUSES = {code: cause for cause, code in CODES.items()}

_CHAIN = text(
    "WITH RECURSIVE chain(hash, prev_hash) AS ("
    " SELECT hash, prev_hash FROM journal WHERE hash = :last AND device_id = :device"
    " UNION SELECT j.hash, j.prev_hash FROM journal j JOIN chain c ON j.hash = c.prev_hash"
    ") SELECT hash, prev_hash FROM chain"
)


def rights_in(connection: Connection, certified: Callable[[Change], bool]) -> Rights:
    """The rights as of now; `certified` tells what the workspace key signed."""

    @cache
    def chain_to(device_id: str, last: bytes) -> frozenset[bytes] | None:
        rows = connection.execute(_CHAIN, {"last": last, "device": device_id}).all()
        # Of a chain with a gap, or of which a laptop gets a part, nobody can tell what lies on it.
        whole = any(row.prev_hash == GENESIS for row in rows)
        return frozenset(row.hash for row in rows) if whole else None

    def is_own_today(change: Change) -> bool:
        return _is_own_today(connection, change)

    safety = changes_where(connection, journal.c.record_type.in_(SAFETY))
    return resolve_rights(safety, Knowledge(certified, chain_to, is_own_today))


def _is_own_today(connection: Connection, change: Change) -> bool:
    """Whether a void names the convoy day on which the same person, on the same laptop, made what
    is voided."""
    made = first_change(connection, change.record_type, change.record_id)
    void = change.values.get("void")
    if made is None or not isinstance(void, list) or not void:
        return False
    same = (made.actor, made.device_id) == (change.actor, change.device_id)
    return same and void[-1] == made.values.get("day")
