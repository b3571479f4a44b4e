"""Numbered migrations: each with its version bump in one transaction, after a verified backup."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from app.config import Sources
from app.db.backup import back_up
from app.db.engine import IMMEDIATE
from app.db.migrations import m0001_initial
from app.errors import StoreDamaged, StoreNewer

Migration = Callable[[Connection], None]

MIGRATIONS: Sequence[Migration] = (m0001_initial.upgrade,)
"""Migration `n` (from 1) brings a store from schema `n - 1` to schema `n`."""


def schema_version(connection: Connection) -> int:
    """The schema that the store has; 0 for an empty database."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(
    engine: Engine,
    key: bytes,
    backups: Path,
    sources: Sources,
    migrations: Sequence[Migration] = MIGRATIONS,
    *,
    new: bool = False,
) -> int:
    """Brings the store to the newest schema and returns it.

    A store that already holds something is backed up first, and the backup is opened and checked.
    Raises StoreNewer (this app is older than the store), StoreDamaged (nothing is in a store that
    is not `new`) and BackupFailed; a migration that fails leaves the schema it found.
    """
    with engine.connect() as connection:
        found = schema_version(connection)
    if found > len(migrations):
        raise StoreNewer(found=found, known=len(migrations))
    if found == 0 and not new:
        raise StoreDamaged(path=str(backups.parent))
    if 0 < found < len(migrations):
        moment = datetime.fromtimestamp(sources.now() / 1000, UTC)
        name = f"before-schema-{found + 1}-{moment:%Y%m%dT%H%M%S}.db"
        back_up(engine, key, backups / name)
    for number, upgrade in enumerate(migrations[found:], found + 1):
        with engine.connect().execution_options(**IMMEDIATE) as connection, connection.begin():
            upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    return len(migrations)
