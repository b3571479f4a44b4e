"""What SQLCipher and SQLite themselves say about the file, and rows that nothing else can read."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, not_, or_, select

from app.db.tables import journal

_HASH = 32
_MOST = 100
"""SQLite repeats one damage for every page that follows from it."""


@dataclass(frozen=True)
class FileReport:
    """How many pages do not decrypt to what was written, and how many complaints SQLite has about
    its structures and about foreign keys."""

    damaged_pages: int
    complaints: int
    broken_keys: int


def inspect_file(connection: Connection) -> FileReport:
    """Reads every page. Nobody may be writing meanwhile: the pages are read past SQLite's locks."""
    pages = len(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all())
    if pages:
        # The connection would go on failing over the first of them.
        return FileReport(pages, 0, 0)
    found = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})").scalars().all()
    keys = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return FileReport(0, sum(text != "ok" for text in found), len(keys))


def malformed_rows(connection: Connection) -> int:
    """How many rows of the journal cannot be changes at all: nothing else reads those safely."""
    c = journal.c
    whole = and_(
        *(func.typeof(column) == "text" for column in (c.device_id, c.record_type, c.record_id)),
        *(func.typeof(column) == "integer" for column in (c.seq, c.recorded_at)),
        *(
            and_(func.typeof(column) == "blob", func.length(column) == _HASH)
            for column in (c.hash, c.prev_hash, c.payload_hash, c.grant)
        ),
        func.typeof(c.base) == "blob",
        func.length(c.base) % _HASH == 0,
        func.typeof(c.actor) == "text",
        or_(
            and_(func.typeof(c.salt) == "null", func.typeof(c.fields) == "null"),
            and_(func.typeof(c.salt) == "blob", func.typeof(c.fields) == "blob"),
        ),
    )
    query = select(func.count()).select_from(journal).where(not_(whole))
    return int(connection.scalar(query) or 0)
