"""Where this laptop's chains go on once their changes were wiped here.

A coordinator keeps what came before, so none of it is missing: what is written next names the kept
change as the one before it.
"""

from sqlalchemy import Connection, func, select, text

from app.db.journal import chain_head
from app.db.tables import journal, kept_head


def kept_until(connection: Connection, device_id: str) -> int:
    """The number up to which a chain was wiped here; 0 where nothing was."""
    query = select(kept_head.c.seq).where(kept_head.c.device_id == device_id)
    return int(connection.scalar(query) or 0)


def keep_head(connection: Connection, device_id: str) -> None:
    """Notes where a chain ends now, before its changes go."""
    seq, digest = chain_head(connection, device_id)
    if seq:
        connection.execute(
            text(
                "INSERT INTO kept_head VALUES (:device, :seq, :hash) ON CONFLICT (device_id)"
                " DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
            ),
            {"device": device_id, "seq": seq, "hash": digest},
        )


def astray(connection: Connection, device_id: str) -> int:
    """How many changes come next to the kept one in number and do not follow it, where that one
    itself is gone."""
    after = (
        select(func.count())
        .select_from(journal.join(kept_head, kept_head.c.device_id == journal.c.device_id))
        .where(
            journal.c.device_id == device_id,
            journal.c.seq == kept_head.c.seq + 1,
            journal.c.prev_hash != kept_head.c.hash,
            kept_head.c.hash.not_in(select(journal.c.hash)),
        )
    )
    return int(connection.scalar(after) or 0)
