"""How much of every device's chain is here: gaps, and what can be acknowledged."""

from collections.abc import Collection

from sqlalchemy import Connection, func, select, text

from app.db.journal import device_ids
from app.db.kept_heads import kept_until
from app.db.tables import acknowledged, journal

_GAPS = text(
    "SELECT before + 1 AS first, seq - 1 AS last FROM ("
    " SELECT seq, coalesce(lag(seq) OVER (ORDER BY seq), 0) AS before FROM ("
    "  SELECT DISTINCT seq FROM journal WHERE device_id = :device"
    " )) WHERE seq > before + 1 ORDER BY seq"
)
_FIRST_IRREGULAR = text(
    "SELECT min(seq, place) FROM ("
    " SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM journal WHERE device_id = :device"
    ") WHERE seq <> place ORDER BY place LIMIT 1"
)


def gaps(connection: Connection, device_id: str) -> list[tuple[int, int]]:
    """The numbers of a device that are missing below its last: first and last of each range."""
    seq = journal.c.seq
    query = select(func.max(seq), func.count(seq.distinct()))
    last, different = connection.execute(query.where(journal.c.device_id == device_id)).one()
    if last is None or different == last:  # told by the index alone
        return []
    return [(row.first, row.last) for row in connection.execute(_GAPS, {"device": device_id})]


def whole_until(connection: Connection) -> dict[str, tuple[int, bytes]]:
    """By device, number and hash of the change up to which its chain is here without gap or fork;
    later parts of a forked chain are always sent again."""
    found = {}
    for device_id in device_ids(connection):
        irregular = connection.scalar(_FIRST_IRREGULAR, {"device": device_id})
        query = select(journal.c.seq, journal.c.hash).where(journal.c.device_id == device_id)
        if irregular is not None:
            query = query.where(journal.c.seq < irregular)
        row = connection.execute(query.order_by(journal.c.seq.desc()).limit(1)).first()
        if row is not None:
            found[device_id] = (row.seq, row.hash)
    return found


def acknowledge(connection: Connection, origin: str, chains: dict[str, tuple[int, bytes]]) -> None:
    """Notes what the coordinator's laptop `origin` said to keep; an earlier word never takes back a
    later one."""
    for device_id, (seq, digest) in chains.items():
        connection.execute(
            text(
                "INSERT INTO acknowledged VALUES (:origin, :device, :seq, :hash)"
                " ON CONFLICT (origin, device_id)"
                " DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
                " WHERE excluded.seq > acknowledged.seq"
            ),
            {"origin": origin, "device": device_id, "seq": seq, "hash": digest},
        )


def acknowledged_until(connection: Connection, device_id: str) -> int:
    """The number up to which some coordinator keeps this device's chain; 0 where that is not the
    chain that is here (a restored backup went another way). What was wiped here was all kept."""
    query = (
        select(func.max(acknowledged.c.seq))
        .join(journal, journal.c.hash == acknowledged.c.hash)
        .where(acknowledged.c.device_id == device_id)
    )
    return max(int(connection.scalar(query) or 0), kept_until(connection, device_id))


def kept_by_all(connection: Connection, device_id: str, origins: Collection[str]) -> int:
    """The number up to which each of these coordinators' laptops keeps this device's chain."""
    query = (
        select(acknowledged.c.origin, acknowledged.c.seq)
        .join(journal, journal.c.hash == acknowledged.c.hash)
        .where(acknowledged.c.device_id == device_id)
    )
    kept = {row.origin: int(row.seq) for row in connection.execute(query)}
    return min((kept.get(origin, 0) for origin in origins), default=0)
