"""What SQLCipher and SQLite themselves say about the file."""

from dataclasses import dataclass

from sqlalchemy import Connection

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
