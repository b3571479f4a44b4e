"""A backup made ready beside a store's database, and put in its place once it is."""

import shutil
from pathlib import Path

from app.db.engine import connect_to_copy
from app.errors import BackupUnfit, FileMissing, StoreDamaged
from app.files import disk_errors, sync_folder

_HAS_DEVICES = "SELECT 1 FROM sqlite_master WHERE name = 'own_device'"


def copy_backup(backup: Path, copy: Path, key: bytes) -> None:
    """A copy to work on, in a folder of its own that is emptied first.

    Raises FileMissing, BackupUnfit (another store's, or damaged), DiskFull, StoreReadOnly.
    """
    if not backup.is_file():
        raise FileMissing(path=str(backup))
    with disk_errors(copy.parent.parent):
        shutil.rmtree(copy.parent, ignore_errors=True)
        copy.parent.mkdir()
        shutil.copyfile(backup, copy)
    if not _is_whole(copy, key):
        shutil.rmtree(copy.parent)
        raise BackupUnfit(path=str(backup))


def put_in_place(copy: Path, database: Path, aside: Path) -> bool:
    """Puts the copy where `database` was, which is kept as `aside` with its log; whether there was
    one. Cut off at any moment it leaves no database or one of the two, never a mixture."""
    with disk_errors(database.parent):
        aside.parent.mkdir(parents=True, exist_ok=True)
        there = database.exists()
        for suffix in ("-wal", ""):  # the log first: it must never meet the restored database
            old = database.with_name(database.name + suffix)
            if old.exists():
                old.replace(aside.with_name(aside.name + suffix))
        database.with_name(database.name + "-shm").unlink(missing_ok=True)
        copy.replace(database)
        sync_folder(database.parent)
        shutil.rmtree(copy.parent)
    return there


def _is_whole(copy: Path, key: bytes) -> bool:
    try:
        connection = connect_to_copy(copy, key)
    except StoreDamaged:
        return False
    try:
        return (
            connection.execute("PRAGMA cipher_integrity_check").fetchone() is None
            and connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            and connection.execute(_HAS_DEVICES).fetchone() is not None
        )
    finally:
        connection.close()
