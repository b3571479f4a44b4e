"""A backup of a store: encrypted under the same key, whole, read back before it counts."""

import contextlib
import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from app.db.engine import connect_to_copy, known_errors
from app.errors import BackupFailed, QafilaError
from app.files import disk_errors, sync_folder


def back_up(engine: Engine, key: bytes, target: Path) -> None:
    """Writes a copy of the last commit to `target` and verifies it.

    The copy is made by SQLite itself, so a WAL is never missed; it gets its name only once every
    page was decrypted, its integrity was checked and its journal counted. Raises BackupFailed;
    then `target` is as it was.
    """
    temporary = target.with_name(target.name + ".part")
    try:
        with disk_errors(target.parent), known_errors(temporary):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.unlink(missing_ok=True)
            _copy(engine, key, temporary)
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            temporary.replace(target)
            sync_folder(target.parent)
    except QafilaError as error:
        raise BackupFailed(path=str(target.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _copy(engine: Engine, key: bytes, temporary: Path) -> None:
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        # Counted before: nothing ever leaves the journal, but a writer may add to it meanwhile.
        least = _changes(driver)
        driver.execute("VACUUM INTO ?", (str(temporary),))
    copy = connect_to_copy(temporary, key)
    try:
        sound = (
            copy.execute("PRAGMA cipher_integrity_check").fetchone() is None
            and copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            and _changes(copy) >= least
        )
    finally:
        copy.close()
    if not sound:
        raise BackupFailed(path=str(temporary.parent))


def _changes(driver: Any) -> int:
    return int(driver.execute("SELECT count(*) FROM journal").fetchone()[0])
