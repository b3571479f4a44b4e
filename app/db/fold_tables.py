"""The journal folded into the tables: one record, all of them, or only compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from app.db import projections
from app.db.journal import changes_of, histories, skipped_of
from app.db.tables import RECORDS, RecordSpec, journal, table_of
from app.domain.journal.change import Change
from app.domain.journal.fold import FoldedRecord, fold, versions
from app.domain.journal.preferences import preference_of

_CHUNK = 1_000


@dataclass(frozen=True)
class Difference:
    """A record whose table row is not what its journal says; `column` is '*' for the whole row."""

    record_type: str
    record_id: str
    column: str


def folded(changes: list[Change], skipped: set[bytes]) -> FoldedRecord:
    """The fold of one record's changes under the preferences of its type."""
    return fold(changes, skipped, preference_of(changes[0].record_type))


def refold(connection: Connection, record_type: str, record_id: str) -> None:
    """Brings one record's row, and its changes' versions, to what the journal says."""
    spec = RECORDS[record_type]
    changes = changes_of(connection, record_type, record_id)
    result = folded(changes, skipped_of(connection, record_type, record_id))
    table = _table(spec)
    connection.execute(delete(table).where(table.c.id == record_id))
    if result.exists:
        connection.execute(insert(table), [_row(spec, record_id, result)])
    _write_versions(connection, changes)
    projections.refresh(connection, {record_type: {record_id}})


def rebuild(connection: Connection) -> int:
    """Empties the tables and folds the whole journal into them; returns the number of records."""
    for spec in RECORDS.values():
        connection.execute(delete(_table(spec)))
    batches: dict[str, list[dict[str, Any]]] = {name: [] for name in RECORDS}
    count = 0
    for changes, skipped in histories(connection):
        record_type = changes[0].record_type
        _write_versions(connection, changes)
        if record_type not in RECORDS:
            continue
        result = folded(changes, skipped)
        if not result.exists:
            continue
        batch = batches[record_type]
        batch.append(_row(RECORDS[record_type], changes[0].record_id, result))
        count += 1
        if len(batch) >= _CHUNK:
            connection.execute(insert(_table(RECORDS[record_type])), batch)
            batch.clear()
    for record_type, batch in batches.items():
        if batch:
            connection.execute(insert(_table(RECORDS[record_type])), batch)
    projections.rebuild(connection)
    return count


def differences(connection: Connection) -> Iterator[Difference]:
    """Where a fresh fold and the tables disagree; nothing is changed."""
    expected: dict[str, int] = dict.fromkeys(RECORDS, 0)
    for changes, skipped in histories(connection):
        record_type, record_id = changes[0].record_type, changes[0].record_id
        spec = RECORDS.get(record_type)
        if spec is None:
            continue
        result = folded(changes, skipped)
        table = _table(spec)
        query = select(table).where(table.c.id == record_id)
        found = connection.execute(query).mappings().first()
        if not result.exists:
            continue
        expected[record_type] += 1
        if found is None:
            yield Difference(record_type, record_id, "*")
            continue
        for column, value in _row(spec, record_id, result).items():
            if found[column] != value:
                yield Difference(record_type, record_id, column)
    for record_type, count in expected.items():
        table = _table(RECORDS[record_type])
        extra = (connection.scalar(select(func.count()).select_from(table)) or 0) - count
        if extra > 0:
            yield Difference(record_type, "", "*")


def _row(spec: RecordSpec, record_id: str, result: FoldedRecord) -> dict[str, Any]:
    return {"id": record_id, **spec.columns_of(result.fields)}


def _table(spec: RecordSpec) -> Table:
    return table_of(spec.model)


def _write_versions(connection: Connection, changes: list[Change]) -> None:
    known = versions(changes)
    connection.execute(
        update(journal)
        .where(journal.c.hash == bindparam("change"))
        .values(version=bindparam("derived")),
        [{"change": change.hash, "derived": known.get(change.hash)} for change in changes],
    )
