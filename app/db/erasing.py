"""Contents of changes: removed where an erasure names the record, filled in where only a hash came.

The bytes are overwritten in the file, and the search index is written anew without the names; the
write-ahead log and backups hold them until they are replaced.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from app.db import search_index
from app.db.guard import journalled
from app.db.incoming import FIELDS, HASH, RECORD_ID, RECORD_TYPE, SALT, Row

Record = tuple[str, str]

_WITH_CONTENT = text(
    "SELECT count(*) FROM journal"
    " WHERE record_id = :record_id AND record_type = :record_type AND fields IS NOT NULL"
)
_ERASE = text(
    "UPDATE journal SET fields = NULL, salt = NULL"
    " WHERE record_id = :record_id AND record_type = :record_type AND fields IS NOT NULL"
)
_HASH_ONLY = text("SELECT hash FROM journal WHERE fields IS NULL")
_FILL = text(
    "UPDATE journal SET fields = :fields, salt = :salt WHERE hash = :hash AND fields IS NULL"
)


def with_content(connection: Connection, records: Iterable[Record]) -> list[Record]:
    """Those of the records of which the journal still holds some content."""
    return [
        record
        for record in sorted(records)
        if connection.scalar(_WITH_CONTENT, _parameters(record))
    ]


def erase(connection: Connection, records: Collection[Record]) -> None:
    """Removes fields and salt of all changes of these records; their rows are to be folded anew
    inside `overwriting`."""
    if records:
        with journalled(connection):
            connection.execute(_ERASE, [_parameters(record) for record in records])


@contextmanager
def overwriting(connection: Connection, records: Collection[Record]) -> Iterator[None]:
    """What is deleted inside is overwritten with zeros where `records` are to be erased, and the
    search index forgets them for good."""
    if not records:
        yield
        return
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    try:
        yield
        search_index.forget_for_good(connection)
    finally:
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")


def fill_in(connection: Connection, rows: Iterable[Row]) -> set[Record]:
    """Gives their content to changes of which only the hash came before: whoever passes a chain on
    could leave contents out, and must not be able to lose them. Takes rows of the journal as they
    arrive; returns the records filled."""
    hash_only = set(connection.scalars(_HASH_ONLY))
    filled = set()
    for row in rows if hash_only else ():
        if row[FIELDS] is not None and row[HASH] in hash_only:
            values = {"fields": row[FIELDS], "salt": row[SALT], "hash": row[HASH]}
            if connection.execute(_FILL, values).rowcount:
                filled.add((row[RECORD_TYPE], row[RECORD_ID]))
    return filled


def _parameters(record: Record) -> dict[str, str]:
    return {"record_type": record[0], "record_id": record[1]}
