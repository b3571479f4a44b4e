"""The signed ends of chains, and what they vouch for."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, text

from app.db.tables import journal, signed_head
from app.domain.journal.heads import DeviceHeads, SignedHead

_TIPS = text(
    "SELECT seq, hash FROM journal AS j WHERE device_id = :device AND NOT EXISTS ("
    " SELECT 1 FROM journal AS n"
    " WHERE n.device_id = j.device_id AND n.seq = j.seq + 1 AND n.prev_hash = j.hash"
    ") ORDER BY seq, hash"
)


def tips(connection: Connection, device_id: str) -> list[tuple[int, bytes]]:
    """Number and hash of a device's changes that none follows here: one, but for gaps and forks."""
    return [(row.seq, row.hash) for row in connection.execute(_TIPS, {"device": device_id})]


def remember_heads(connection: Connection, heads: Mapping[str, DeviceHeads]) -> None:
    """Keeps signed heads (verified before) so that the chains can be passed on."""
    rows = [
        {
            "hash": head.hash,
            "device_id": device_id,
            "seq": head.seq,
            "signature": head.signature,
            "public_key": known.public_key,
        }
        for device_id, known in heads.items()
        for head in known.heads
    ]
    if rows:
        connection.execute(insert(signed_head).prefix_with("OR IGNORE"), rows)


def heads_of_tips(connection: Connection, device_id: str) -> DeviceHeads | None:
    """The signed heads that end a device's chain as it stands here; None where none does."""
    ends = {digest for _, digest in tips(connection, device_id)}
    query = select(signed_head).where(signed_head.c.device_id == device_id)
    rows = [row for row in connection.execute(query) if row.hash in ends]
    if not rows:
        return None
    heads = (SignedHead(row.seq, row.hash, row.signature) for row in rows)
    return DeviceHeads(rows[0].public_key, tuple(heads))


def unvouched(connection: Connection, device_id: str) -> frozenset[bytes]:
    """A device's changes that no signed head vouches for: a laptop knows some of others' changes
    only from a coordinator, and cannot pass them on."""
    query = select(signed_head.c.hash).where(signed_head.c.device_id == device_id)
    signed = set(connection.scalars(query))
    if all(digest in signed for _, digest in tips(connection, device_id)):
        return frozenset()
    downwards = (
        select(journal.c.seq, journal.c.hash, journal.c.prev_hash)
        .where(journal.c.device_id == device_id)
        .order_by(journal.c.seq.desc())
        .execution_options(yield_per=2_000)
    )
    missing: list[bytes] = []
    above: tuple[int, set[bytes]] = (0, set())
    level: tuple[int, set[bytes]] = (0, set())
    for seq, digest, prev in connection.execute(downwards):
        if seq != level[0]:
            above, level = level, (seq, set())
        followed = above[0] == seq + 1 and digest in above[1]
        if followed or digest in signed:
            level[1].add(prev)
        else:
            missing.append(digest)
    return frozenset(missing)
