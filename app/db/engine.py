"""The SQLCipher engine: its key, its pragmas, its transactions, and what its errors mean."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.db import guard
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

MERGE_CACHE_KIB = 128 * 1024
"""What one transaction may hold that writes very much: every page it has to read again is decrypted
again. With this and its second process, a merge stays below 500 MB."""

PAGE_BYTES = 4096
"""SQLCipher's page; a database is at least one."""

_BUSY_SECONDS = 5.0

_SAFE = (
    "PRAGMA temp_store = MEMORY",  # nothing personal in a temporary file
    "PRAGMA trusted_schema = OFF",
)
_PRAGMAS = (
    *_SAFE,
    f"PRAGMA cache_size = -{CACHE_KIB}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # WAL + FULL lost no commit in any simulated power loss
    "PRAGMA foreign_keys = ON",
)

IMMEDIATE = {"qafila_begin": "BEGIN IMMEDIATE"}
"""Execution options of a transaction that will write: it takes the write lock at once."""


def connect(file: Path, key: bytes) -> Any:
    """A raw connection with the store's pragmas. Raises StoreDamaged if the key does not fit."""
    return _connect(file, (*_opening(key), *_PRAGMAS))


def connect_to_copy(file: Path, key: bytes) -> Any:
    """A raw connection to a copy that is only looked at, and keeps the journal mode it has."""
    return _connect(file, opening_to_look(key))


def opening_to_look(key: bytes) -> tuple[str, ...]:
    """The first statements of a connection that writes nothing."""
    return (*_opening(key), *_SAFE, "PRAGMA query_only = ON")


def _opening(key: bytes) -> tuple[str, ...]:
    # Before anything else: SQLCipher would tell the terminal about every damaged page. And the key
    # comes before all that reads the file.
    return "PRAGMA cipher_log_level = NONE", f"PRAGMA key = \"x'{key.hex()}'\""


def _connect(file: Path, statements: tuple[str, ...]) -> Any:
    with known_errors(file):
        connection = dbapi2.connect(
            file,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def open_engine(file: Path, key: bytes) -> Engine:
    """The engine over one store file. The driver is left in autocommit and BEGIN is sent by us:
    its own transaction mode breaks transactional DDL and savepoints.

    The connection used last is used next, since its cache is warm; few are kept, since each may
    hold a whole cache.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect(file, key),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=14,
        pool_use_lifo=True,
        hide_parameters=True,
    )
    guard.watch(engine)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get("qafila_begin", "BEGIN"))

    @event.listens_for(engine, "handle_error")
    def _drop(context: ExceptionContext) -> None:
        """After one damaged page a connection fails over every other, too: the next is a new one,
        so that what is whole can still be read."""
        if _code_of(context.original_exception) in _SPOILS:
            context.is_disconnect = True
            context.invalidate_pool_on_disconnect = False

    return engine


@contextmanager
def large_cache(connection: Connection) -> Iterator[None]:
    """Inside, the connection may hold `MERGE_CACHE_KIB` of pages; afterwards, what others may."""
    connection.exec_driver_sql(f"PRAGMA cache_size = -{MERGE_CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")


def squeeze(engine: Engine) -> None:
    """Rewrites the whole file and empties its log. Raises StoreBusy while somebody reads."""
    engine.dispose()
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("VACUUM")
        busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreBusy


@contextmanager
def known_errors(file: Path) -> Iterator[None]:
    """Turns what SQLite says into a cause a person can act on; other errors pass."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        known = meaning_of(error.orig if isinstance(error, DBAPIError) else error, file)
        if known is None:
            raise
        raise known from error


_MEANINGS: dict[int, type[QafilaError]] = {
    dbapi2.SQLITE_BUSY: StoreBusy,
    dbapi2.SQLITE_NOMEM: DiskFailed,
    dbapi2.SQLITE_READONLY: StoreReadOnly,
    dbapi2.SQLITE_IOERR: DiskFailed,
    dbapi2.SQLITE_CORRUPT: StoreDamaged,
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_CANTOPEN: StoreReadOnly,
    dbapi2.SQLITE_NOTADB: StoreDamaged,
}

_SPOILS = frozenset({dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_IOERR})

_NEXT_TO_NOTHING = 1 << 20
"""Bytes; SQLite says only "I/O error" when the disk is too full for its shared memory file."""


def meaning_of(error: BaseException | None, file: Path) -> QafilaError | None:
    """The cause behind a driver's error, or None if it is a bug of ours."""
    cause = _MEANINGS.get(_code_of(error))
    if cause is DiskFailed and _room(file.parent) < _NEXT_TO_NOTHING:
        cause = DiskFull
    return cause(path=str(file.parent)) if cause else None


def _code_of(error: BaseException | None) -> int:
    """SQLite's own code, without its extension; 0 for anything else."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _room(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return _NEXT_TO_NOTHING
