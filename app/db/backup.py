"""A backup of a store: encrypted under the same key, whole, read back before it counts."""

import os
from pathlib import Path

from sqlalchemy import Engine

from app.db.engine import connect
from app.errors import BackupFailed, QafilaError


def back_up(engine: Engine, key: bytes, target: Path) -> None:
    """Writes a copy of the last commit to `target` and verifies it.

    The copy is made by SQLite itself, so a WAL is never missed; it gets its name only once its
    integrity was checked and its journal counted. Raises BackupFailed; then there is no `target`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(target.name + ".new")
    temporary.unlink(missing_ok=True)
    try:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("VACUUM INTO ?", (str(temporary),))
            expected = driver.execute("SELECT count(*) FROM journal").fetchone()
        if _verified_count(temporary, key) != expected:
            raise BackupFailed(path=str(target.parent))
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except (OSError, QafilaError) as error:
        temporary.unlink(missing_ok=True)
        raise BackupFailed(path=str(target.parent)) from error


def _verified_count(file: Path, key: bytes) -> object:
    copy = connect(file, key)
    try:
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return None
        if copy.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            return None
        return copy.execute("SELECT count(*) FROM journal").fetchone()
    finally:
        copy.close()
