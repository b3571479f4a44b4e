"""The table of open conflicts: which fields have several standing values, as the fold finds them.

What arrives is folded, and its conflicts noted, record by record. What is written here builds on
all that is known of a record, so it can end a conflict and never begin one: only records that have
one are looked at again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, tuple_

from app.db.folding import folded
from app.db.journal import changes_of, skipped_of
from app.db.tables import RECORDS, open_conflict
from app.domain.journal.fold import FoldedRecord

Row = dict[str, Any]
Record = tuple[str, str]

_CHUNK = 500
_RECORD = tuple_(open_conflict.c.record_type, open_conflict.c.record_id)
_FORGET: Final = delete(open_conflict).where(_RECORD.in_(bindparam("records", expanding=True)))
_OPEN: Final = (
    select(open_conflict.c.record_type, open_conflict.c.record_id)
    .where(open_conflict.c.record_id.in_(bindparam("ids", expanding=True)))
    .distinct()
)


def conflict_rows(record: Record, result: FoldedRecord) -> Iterator[Row]:
    """The rows of one folded record; none for kinds that only a later app knows."""
    if record[0] in RECORDS:
        for field, candidates in result.conflicts.items():
            yield {
                "record_type": record[0],
                "record_id": record[1],
                "field": field,
                "candidates": len(candidates),
            }


def write_conflicts(
    connection: Connection, records: Iterable[Record], rows: Collection[Row]
) -> None:
    """Makes `rows` all that is noted of these records."""
    listed = list(records)
    for start in range(0, len(listed), _CHUNK):
        connection.execute(_FORGET, {"records": listed[start : start + _CHUNK]})
    if rows:
        connection.execute(insert(open_conflict), list(rows))


def look_again(connection: Connection, touched: Mapping[str, Iterable[str]]) -> None:
    """Brings the conflicts of records that were written here up to date."""
    ids = sorted({record_id for found in touched.values() for record_id in found})
    for start in range(0, len(ids), _CHUNK):
        chosen = {"ids": ids[start : start + _CHUNK]}
        for record in [(row[0], row[1]) for row in connection.execute(_OPEN, chosen)]:
            result = folded(changes_of(connection, *record), skipped_of(connection, *record))
            write_conflicts(connection, [record], list(conflict_rows(record, result)))


def conflicts_kept(connection: Connection, records: Iterable[Record]) -> set[tuple[str, ...]]:
    """Type, id, field and number of candidates of all that is noted of these records."""
    query = select(open_conflict).where(_RECORD.in_(list(records)))
    return {tuple(row) for row in connection.execute(query)}


def conflict_count(connection: Connection) -> int:
    """How many fields are in conflict."""
    return int(connection.scalar(select(func.count()).select_from(open_conflict)) or 0)
