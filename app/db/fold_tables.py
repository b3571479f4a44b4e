"""The journal folded into the tables: one record, all of them, or only compared."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Table,
    bindparam,
    delete,
    exists,
    insert,
    select,
    text,
    type_coerce,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import NullType

from app.db import double_aid, projections, search_index
from app.db.folding import folded
from app.db.guard import journalled
from app.db.journal import History, changes_of, histories, skipped_of
from app.db.open_conflicts import conflict_rows, conflicts_kept, write_conflicts
from app.db.tables import RECORDS, journal, open_conflict, table_of
from app.domain.journal.fold import versions

_CHUNK = 500
_FEW_TOUCHED = text(
    "SELECT DISTINCT record_type, record_id FROM temp.touched WHERE record_type IN"
    " ('entitlement_rule', 'campaign', 'person_verdict', 'household_verdict')"
)
_TOUCHED = text("SELECT DISTINCT record_id FROM temp.touched WHERE record_type = :kind")

Row = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """A record whose table row is not what its journal says; `column` is '*' for the whole row, and
    `VERSION` where the journal's own note of a change's version is wrong."""

    record_type: str
    record_id: str
    column: str

    @property
    def record(self) -> tuple[str, str]:
        """Which record it is."""
        return self.record_type, self.record_id


VERSION = "journal.version"
CONFLICTS = "open_conflict"
"""As `column`: the conflicts noted of a record are not those it has."""


def refold(connection: Connection, record_type: str, record_id: str) -> None:
    """Brings one record's row, and its changes' versions, to what the journal says. Of a kind that
    only a later app knows, just the versions are kept."""
    changes = changes_of(connection, record_type, record_id)
    known = versions(changes)
    with journalled(connection):
        _write_versions(connection, {change.hash: known.get(change.hash) for change in changes})
        spec = RECORDS.get(record_type)
        if spec is None or not changes:
            return
        result = folded(changes, skipped_of(connection, record_type, record_id))
        table = table_of(spec.model)
        connection.execute(delete(table).where(table.c.id == record_id))
        if result.exists:
            row = {"id": record_id, **spec.columns_of(result.fields)}
            connection.execute(insert(table), [row])
        record = (record_type, record_id)
        write_conflicts(connection, [record], list(conflict_rows(record, result)))
        projections.refresh(connection, {record_type: {record_id}})


def rebuild(connection: Connection) -> int:
    """Empties the tables and folds the whole journal into them; returns the number of records."""
    count = 0
    with journalled(connection):
        for spec in RECORDS.values():
            connection.execute(delete(table_of(spec.model)))
        connection.execute(delete(open_conflict))
        for batch in _batches(histories(connection)):
            _write_versions(connection, _wrong_versions(batch))
            fresh = _fresh(batch)
            for record_type, rows in fresh.rows.items():
                present = [row for row in rows.values() if row is not None]
                if present:
                    connection.execute(insert(table_of(RECORDS[record_type].model)), present)
                count += len(present)
            write_conflicts(connection, (), fresh.conflicts)
        projections.rebuild(connection)
    return count


def refold_touched(connection: Connection) -> None:
    """Brings the records of the temporary table `touched` to what the journal says: the rows and
    the versions of their changes, and what derives from them."""
    refold_rows(connection)
    for source in ("person", "household"):
        for chosen in projections.chunks(connection.scalars(_TOUCHED, {"kind": source})):
            search_index.refresh(connection, {source: chosen})


def refold_rows(connection: Connection, since: int | None = None) -> None:
    """The same without the search index. A row that was there keeps its place in its table; `since`
    is the end of `aid_line` when lines began to be added beside (`fresh_rows`)."""
    for batch in _batches(histories(connection, touched=True)):
        _write_versions(connection, _wrong_versions(batch))
        fresh = _fresh(batch)
        write_conflicts(connection, map(_record, batch), fresh.conflicts)
        for record_type, rows in fresh.rows.items():
            table = table_of(RECORDS[record_type].model)
            gone = [record_id for record_id, row in rows.items() if row is None]
            connection.execute(delete(table).where(table.c.id.in_(gone)))
            present = [row for row in rows.values() if row is not None]
            if present:
                connection.execute(_put(record_type), present)
    projections.refresh_touched(connection)
    double_aid.refresh_touched(connection, few_touched(connection), since)


@cache
def _put(record_type: str) -> Insert:
    """What writes a row over the one that is there."""
    table = table_of(RECORDS[record_type].model)
    put = sqlite.insert(table)
    return put.on_conflict_do_update(index_elements=[table.c.id], set_=dict(put.excluded.items()))


def few_touched(connection: Connection) -> dict[str, list[str]]:
    """Of the temporary table `touched`, the records on which those of others depend."""
    found: dict[str, list[str]] = {}
    for record_type, record_id in connection.execute(_FEW_TOUCHED):
        found.setdefault(record_type, []).append(record_id)
    return found


def differences(
    connection: Connection, looked_at: Callable[[], None] = lambda: None
) -> Iterator[Difference]:
    """Where a fresh fold and the tables disagree, those of one record together; nothing is changed.
    Calls `looked_at` for every change."""
    for batch in _batches(histories(connection)):
        wrong = _wrong_versions(batch)
        for history in batch:
            if wrong.keys() & history.stored_versions.keys():
                yield Difference(history.record_type, history.record_id, VERSION)
            for _ in history.changes:
                looked_at()
        fresh = _fresh(batch)
        for record_type, rows in fresh.rows.items():
            yield from _compared(connection, record_type, rows)
        noted = {tuple(row.values()) for row in fresh.conflicts}
        for record in {
            (one[0], one[1]) for one in noted ^ conflicts_kept(connection, map(_record, batch))
        }:
            yield Difference(*record, CONFLICTS)
    for record_type, spec in RECORDS.items():
        table = table_of(spec.model)
        told = exists().where(
            journal.c.record_id == table.c.id, journal.c.record_type == record_type
        )
        for record_id in connection.scalars(select(table.c.id).where(~told)):
            yield Difference(record_type, record_id, "*")


def _batches(found: Iterator[History]) -> Iterator[list[History]]:
    while batch := list(islice(found, _CHUNK)):
        yield batch


def _record(history: History) -> tuple[str, str]:
    return history.record_type, history.record_id


@dataclass(frozen=True)
class _Fresh:
    """What the journal makes of some records: by type and id the row, None where there is none,
    and the rows of their conflicts."""

    rows: dict[str, dict[str, Row | None]]
    conflicts: list[Row]


def _fresh(batch: Iterable[History]) -> _Fresh:
    rows: dict[str, dict[str, Row | None]] = {}
    conflicts: list[Row] = []
    for history in batch:
        spec = RECORDS.get(history.record_type)
        if spec is None:
            continue
        result = folded(history.changes, history.skipped)
        row = {"id": history.record_id, **spec.columns_of(result.fields)}
        rows.setdefault(history.record_type, {})[history.record_id] = row if result.exists else None
        conflicts += conflict_rows(_record(history), result)
    return _Fresh(rows, conflicts)


def _compared(
    connection: Connection, record_type: str, rows: Mapping[str, Row | None]
) -> Iterator[Difference]:
    """Compares values as SQLite holds them, so that even one that cannot be read is told."""
    table = table_of(RECORDS[record_type].model)
    columns = [type_coerce(column, NullType()).label(column.name) for column in table.c]
    query = select(*columns).where(table.c.id.in_(list(rows)))
    found = {row["id"]: row for row in connection.execute(query).mappings()}
    given = _processors(connection, table)
    for record_id, row in rows.items():
        if (row is None) != (record_id not in found):
            yield Difference(record_type, record_id, "*")
        elif row is not None:
            for name, process in given.items():
                value, kept = process(row[name]), found[record_id][name]
                if kept != value or type(kept) is not type(value):
                    yield Difference(record_type, record_id, name)


def _processors(connection: Connection, table: Table) -> dict[str, Callable[[Any], Any]]:
    """By column, what turns a value into what the driver is given."""
    dialect = connection.dialect
    return {
        column.name: column.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is
        for column in table.c
    }


def _as_it_is(value: Any) -> Any:
    return value


def _wrong_versions(batch: Iterable[History]) -> dict[bytes, int | None]:
    """The changes whose stored version is not the derived one, with the derived one."""
    wrong: dict[bytes, int | None] = {}
    for history in batch:
        known = versions(history.changes)
        for digest, stored in history.stored_versions.items():
            if stored != known.get(digest):
                wrong[digest] = known.get(digest)
    return wrong


def _write_versions(connection: Connection, derived: Mapping[bytes, int | None]) -> None:
    if derived:
        connection.execute(
            update(journal)
            .where(journal.c.hash == bindparam("change"))
            .values(version=bindparam("derived")),
            [{"change": digest, "derived": version} for digest, version in derived.items()],
        )
