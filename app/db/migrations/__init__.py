"""Numbered migrations, all in one transaction with the schema's number, after a verified backup."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, text

from app.config import Sources
from app.db import search_index
from app.db.backup import back_up
from app.db.engine import IMMEDIATE
from app.db.fold_tables import refold_touched
from app.db.guard import journalled
from app.db.migrations import m0001_initial, m0002_exchange, m0003_reports
from app.errors import StoreDamaged, StoreNewer

Migration = Callable[[Connection], frozenset[str]]
"""Changes the schema; returns the kinds of record that the journal has to be folded into anew."""

MIGRATIONS: Sequence[Migration] = (
    m0001_initial.upgrade,
    m0002_exchange.upgrade,
    m0003_reports.upgrade,
)
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
    if found < len(migrations):
        with engine.connect().execution_options(**IMMEDIATE) as connection, connection.begin():
            kinds = frozenset[str]().union(*[upgrade(connection) for upgrade in migrations[found:]])
            if found:  # a new store has nothing to fold or to index
                _fold_again(connection, kinds)
                search_index.rebuild(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")
    return len(migrations)


def _fold_again(connection: Connection, kinds: frozenset[str]) -> None:
    """What a newer app wrote and this store kept without understanding it comes to its tables; and
    the conflicts of records with two changes of one version (no others have any) are noted."""
    touched = text(
        "CREATE TEMP TABLE touched AS SELECT DISTINCT record_type, record_id FROM journal"
        " WHERE record_type IN :kinds UNION SELECT record_type, record_id FROM journal"
        " WHERE version IS NOT NULL GROUP BY record_id, record_type, version HAVING count(*) > 1"
    ).bindparams(bindparam("kinds", sorted(kinds), expanding=True, literal_execute=True))
    with journalled(connection):
        connection.execute(touched)
        refold_touched(connection)
        connection.execute(text("DROP TABLE temp.touched"))
