"""Files that were taken in before, byte by byte: there is nothing in them to read again."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.db.tables import import_log, kept_head
from app.services.exchange.results import REFUSED
from app.sync.manifest import Kind

_WIPED = select(kept_head.c.device_id).limit(1)


@dataclass(frozen=True)
class TakenBefore:
    """What the log says of a file: how many changes it holds, and who made it when."""

    kind: str
    origin: str
    made_at: int
    changes: int


def taken_before(connection: Connection, digest: str) -> TakenBefore | None:
    """The earlier taking in of an export with this digest; None where it must be read.

    Nothing leaves the journal but by a wipe, after which everything is read again. What a
    coordinator sends is always read: it says more than its changes.
    """
    if connection.scalar(_WIPED) is not None:
        return None
    query = (
        select(import_log)
        .where(
            import_log.c.digest == digest,
            import_log.c.kind == Kind.EXPORT.value,
            import_log.c.status.not_in([status.value for status in REFUSED.values()]),
        )
        .order_by(import_log.c.position.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return TakenBefore(row.kind, row.origin, row.made_at, row.new + row.known)
