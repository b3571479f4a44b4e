"""The SQLCipher engine: its key, its pragmas, its transactions, and what its errors mean."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.errors import (
    DiskFailed,
    DiskFull,
    QafilaError,
    StoreBusy,
    StoreDamaged,
    StoreReadOnly,
)

StoreEngine: TypeAlias = Engine
"""What the composition root holds without knowing SQLAlchemy."""

CACHE_KIB = 64 * 1024
"""With 2 MB a scan of a million rows is four times slower than unencrypted; with 64 MB, twice."""

_BUSY_MS = 5_000

_PRAGMAS = (
    "PRAGMA temp_store = MEMORY",  # nothing personal in a temporary file
    f"PRAGMA cache_size = -{CACHE_KIB}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # WAL + FULL lost no commit in any simulated power loss
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA busy_timeout = {_BUSY_MS}",
)

IMMEDIATE = {"qafila_begin": "BEGIN IMMEDIATE"}
"""Execution options of a transaction that will write: it takes the write lock at once."""


def connect(file: Path, key: bytes) -> Any:
    """A raw connection with the store's pragmas. Raises StoreDamaged if the key does not fit."""
    connection = dbapi2.connect(
        file, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        connection.close()
        raise meaning_of(error, file) or StoreDamaged(path=str(file.parent)) from error
    return connection


def open_engine(file: Path, key: bytes) -> Engine:
    """The engine over one store file. The driver is left in autocommit and BEGIN is sent by us:
    its own transaction mode breaks transactional DDL and savepoints."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect(file, key),
        poolclass=QueuePool,
        pool_size=6,
        max_overflow=6,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get("qafila_begin", "BEGIN"))

    return engine


@contextmanager
def known_errors(file: Path) -> Iterator[None]:
    """Turns what SQLite says into a cause a person can act on; other errors pass."""
    try:
        yield
    except DBAPIError as error:
        known = meaning_of(error.orig, file)
        if known is None:
            raise
        raise known from error
    except dbapi2.DatabaseError as error:
        known = meaning_of(error, file)
        if known is None:
            raise
        raise known from error


_MEANINGS: tuple[tuple[str, type[QafilaError]], ...] = (
    (r"disk is full", DiskFull),
    (r"readonly database|unable to open database file", StoreReadOnly),
    (r"database is locked", StoreBusy),
    (r"not a database|malformed|hmac|decrypt", StoreDamaged),
    (r"disk I/O error|out of memory", DiskFailed),
)


def meaning_of(error: BaseException | None, file: Path) -> QafilaError | None:
    """The cause behind a driver's error, or None if it is a bug of ours."""
    text = str(error)
    for pattern, cause in _MEANINGS:
        if re.search(pattern, text):
            return cause(path=str(file.parent))
    return None
