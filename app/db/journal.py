"""Journal rows and changes, both ways. Bytes are kept and given back as they were written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    TextClause,
    bindparam,
    column,
    insert,
    or_,
    select,
    table,
    tuple_,
)

from app.db.guard import journalled
from app.db.tables import IS_SAFETY, journal, kept_head
from app.domain.journal.change import GENESIS, Change
from app.domain.journal.rights import Reach

_HASH = 32
_CHUNK = 2_000
_CHUNK_OF_IDS = 500

_COLUMNS = (
    journal.c.device_id,
    journal.c.seq,
    journal.c.prev_hash,
    journal.c.record_type,
    journal.c.record_id,
    journal.c.base,
    journal.c.payload_hash,
    journal.c.salt,
    journal.c.fields,
    journal.c.actor,
    journal.c.grant,
    journal.c.recorded_at,
    journal.c.hash,
)

# Put together once: for each save that would take longer than asking.
_APPEND = insert(journal)
_WRITTEN = select(
    journal.c.record_type, journal.c.record_id, journal.c.hash, journal.c.base, journal.c.version
).where(
    journal.c.record_id.in_(bindparam("records", expanding=True)), journal.c.version.is_not(None)
)
_HISTORY = (
    select(*_COLUMNS)
    .where(journal.c.record_id == bindparam("record"), journal.c.record_type == bindparam("type"))
    .order_by(journal.c.position)
)
_LAST = (
    select(journal.c.seq, journal.c.hash)
    .where(journal.c.device_id == bindparam("device"))
    .order_by(journal.c.seq.desc(), journal.c.position.desc())
    .limit(1)
)
_KEPT = select(kept_head.c.seq, kept_head.c.hash).where(
    kept_head.c.device_id == bindparam("device")
)


def to_row(change: Change, version: int | None, *, skipped: int = 0) -> dict[str, Any]:
    """The journal row of a change; `version` None while it is held, `skipped` 0 where it counts."""
    return {
        "hash": change.hash,
        "device_id": change.device_id,
        "seq": change.seq,
        "prev_hash": change.prev_hash,
        "record_type": change.record_type,
        "record_id": change.record_id,
        "base": b"".join(change.base),
        "payload_hash": change.payload_hash,
        "salt": change.salt,
        "fields": change.fields,
        "actor": change.actor,
        "grant": change.grant,
        "recorded_at": change.recorded_at,
        "version": version,
        "skipped": int(skipped),
    }


def from_row(row: Sequence[Any]) -> Change:
    """The change of a row of `_COLUMNS`."""
    device, seq, prev, kind, record, base, payload, salt, fields, actor, grant, at, digest = row
    heads = tuple(base[start : start + _HASH] for start in range(0, len(base), _HASH))
    return Change(
        device, seq, prev, kind, record, heads, payload, salt, fields, actor, grant, at, digest
    )


def insert_changes(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Appends rows made by `to_row`."""
    if rows:
        with journalled(connection):
            connection.execute(_APPEND, rows)


def changes_where(connection: Connection, condition: ColumnElement[bool]) -> Iterator[Change]:
    """The changes that meet a condition, in order of arrival, a chunk at a time."""
    query = select(*_COLUMNS).where(condition).order_by(journal.c.position)
    yield from _stream(connection, query)


def judged_changes(connection: Connection, since: int) -> Iterator[tuple[Change, int]]:
    """The changes that arrived after position `since`, and those still held, each with its stored
    judgement."""
    query = select(*_COLUMNS, journal.c.skipped)
    query = query.where(or_(journal.c.position > since, journal.c.version.is_(None)))
    query = query.order_by(journal.c.position).execution_options(yield_per=_CHUNK)
    for row in connection.execute(query):
        yield from_row(row[:-1]), row[-1]


def changes_judged(
    connection: Connection, condition: ColumnElement[bool] | TextClause
) -> Iterator[tuple[Change, int]]:
    """The changes that meet a condition, each with its stored judgement."""
    query = select(*_COLUMNS, journal.c.skipped).where(condition)
    for row in connection.execute(query.execution_options(yield_per=_CHUNK)):
        yield from_row(row[:-1]), row[-1]


def safety_changes(connection: Connection) -> Iterator[Change]:
    """The changes that rights are made of, by an index of their own."""
    query = select(*_COLUMNS).where(IS_SAFETY).order_by(journal.c.position)
    yield from _stream(connection, query)


def changes_within(connection: Connection, reach: Reach) -> Iterator[tuple[Change, int]]:
    """The changes that a difference of rights reaches, each once, with its stored judgement."""
    conditions = [journal.c.device_id.in_(chosen) for chosen in _parts(reach.devices)]
    conditions += [journal.c.grant.in_(chosen) for chosen in _parts(reach.grants)]
    conditions += [journal.c.hash.in_(chosen) for chosen in _parts(reach.changes)]
    seen = set[bytes]()
    for condition in conditions:
        query = select(*_COLUMNS, journal.c.skipped).where(condition)
        for row in connection.execute(query.execution_options(yield_per=_CHUNK)):
            change = from_row(row[:-1])
            if change.hash not in seen:
                seen.add(change.hash)
                yield change, row[-1]


def _parts(names: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(names)
    for start in range(0, len(ordered), _CHUNK_OF_IDS):
        yield ordered[start : start + _CHUNK_OF_IDS]


def changes_of(connection: Connection, record_type: str, record_id: str) -> list[Change]:
    """Every change of one record, held ones too, in order of arrival."""
    record = {"record": record_id, "type": record_type}
    return [from_row(row) for row in connection.execute(_HISTORY, record)]


def skipped_of(connection: Connection, record_type: str, record_id: str) -> set[bytes]:
    """The hashes of a record's skipped changes."""
    query = select(journal.c.hash).where(
        journal.c.record_id == record_id,
        journal.c.record_type == record_type,
        journal.c.skipped != 0,
    )
    return set(connection.scalars(query))


def heads_of(
    connection: Connection, record_type: str, record_id: str
) -> tuple[tuple[bytes, ...], int]:
    """The heads of a record that a new change builds on, and the highest version among them."""
    record = record_type, record_id
    return heads_of_many(connection, (record,))[record]


def heads_of_many(
    connection: Connection, records: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], tuple[tuple[bytes, ...], int]]:
    """`heads_of` of many records, by type and id: one query for hundreds of them."""
    found: dict[tuple[str, str], list[tuple[bytes, bytes, int]]] = {
        record: [] for record in records
    }
    ids = sorted({record_id for _, record_id in found})
    for start in range(0, len(ids), _CHUNK_OF_IDS):
        chosen = {"records": ids[start : start + _CHUNK_OF_IDS]}
        for record_type, record_id, digest, base, version in connection.execute(_WRITTEN, chosen):
            if (record_type, record_id) in found:
                found[record_type, record_id].append((digest, base, version))
    return {record: _heads(changes) for record, changes in found.items()}


def _heads(changes: list[tuple[bytes, bytes, int]]) -> tuple[tuple[bytes, ...], int]:
    seen = {
        base[start : start + _HASH]
        for _, base, _ in changes
        for start in range(0, len(base), _HASH)
    }
    heads = sorted(digest for digest, _, _ in changes if digest not in seen)
    return tuple(heads), max((version for _, _, version in changes), default=0)


def chain_head(connection: Connection, device_id: str) -> tuple[int, bytes]:
    """The last number and hash of a device's chain, wiped or not; (0, GENESIS) before its first
    change."""
    device = {"device": device_id}
    row = connection.execute(_LAST, device).first()
    kept = connection.execute(_KEPT, device).first()
    found = [(one[0], one[1]) for one in (row, kept) if one]
    return max(found, key=lambda head: head[0], default=(0, GENESIS))


def device_ids(connection: Connection) -> list[str]:
    """Every device that wrote a change kept here."""
    return list(
        connection.scalars(select(journal.c.device_id).distinct().order_by(journal.c.device_id))
    )


def device_changes(connection: Connection, device_id: str) -> Iterator[Change]:
    """One device's changes in the order of its chain, a chunk at a time."""
    query = select(*_COLUMNS).where(journal.c.device_id == device_id)
    yield from _stream(connection, query.order_by(journal.c.seq, journal.c.hash))


def changes_after(connection: Connection, device_id: str, seq: int) -> Iterator[Change]:
    """One device's changes beyond a number, in the order of its chain."""
    query = select(*_COLUMNS).where(journal.c.device_id == device_id, journal.c.seq > seq)
    yield from _stream(connection, query.order_by(journal.c.seq, journal.c.hash))


def changes_in_scope(connection: Connection) -> Iterator[Change]:
    """The changes of the records in the temporary table `scope`, device by device in the order of
    each chain."""
    named = table("scope", column("record_type"), column("record_id"), schema="temp")
    query = select(*_COLUMNS).where(
        tuple_(journal.c.record_type, journal.c.record_id).in_(
            select(named.c.record_type, named.c.record_id)
        )
    )
    order = (journal.c.device_id, journal.c.seq, journal.c.hash)
    yield from _stream(connection, query.order_by(*order))


def all_changes(connection: Connection) -> Iterator[Change]:
    """Every change, device by device in the order of each chain: the same on every store."""
    query = select(*_COLUMNS).order_by(journal.c.device_id, journal.c.seq, journal.c.hash)
    yield from _stream(connection, query)


@dataclass(frozen=True)
class History:
    """One record's changes, which of them are skipped, and the versions as they are stored."""

    record_type: str
    record_id: str
    changes: list[Change]
    skipped: set[bytes]
    stored_versions: dict[bytes, int | None]


def histories(connection: Connection, *, touched: bool = False) -> Iterator[History]:
    """Record by record; only one history is held in memory. With `touched`, those of the temporary
    table of that name."""
    query = select(*_COLUMNS, journal.c.version, journal.c.skipped)
    if touched:
        named = table("touched", column("record_type"), column("record_id"), schema="temp")
        query = query.where(
            tuple_(journal.c.record_id, journal.c.record_type).in_(
                select(named.c.record_id, named.c.record_type)
            )
        )
    query = query.order_by(journal.c.record_id, journal.c.record_type)
    rows = connection.execute(query.execution_options(yield_per=_CHUNK))
    for (record_type, record_id), group in groupby(
        rows, key=lambda row: (row.record_type, row.record_id)
    ):
        history = History(record_type, record_id, [], set(), {})
        for row in group:
            change = from_row(row[:-2])
            history.changes.append(change)
            history.stored_versions[change.hash] = row.version
            if row.skipped:
                history.skipped.add(change.hash)
        yield history


def _stream(connection: Connection, query: Any) -> Iterator[Change]:
    for row in connection.execute(query.execution_options(yield_per=_CHUNK)):
        yield from_row(row)
