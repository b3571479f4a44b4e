"""A backup counts only once it was read back."""

from pathlib import Path

import pytest

from app.db import backup
from app.db.backup import back_up
from app.db.engine import connect, connect_to_copy
from app.db.store import BACKUPS, Store
from app.db.tables import Household
from app.errors import BackupFailed
from tests.support.raw import changes


def left(store: Store) -> list[str]:
    folder = store.folder / BACKUPS
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_backup_holds_the_last_commit_under_the_same_key(store: Store) -> None:
    with store.write() as session:
        session.add(Household(id="h1"))
    path = store.back_up("one.db")
    copy = connect_to_copy(path, store._key)
    count = copy.execute("SELECT count(*) FROM journal").fetchone()[0]
    found = copy.execute("SELECT id FROM household").fetchall()
    copy.close()
    assert count == len(changes(store))
    assert found == [("h1",)]
    assert left(store) == ["one.db"]


def test_a_copy_with_one_damaged_byte_is_no_backup(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def harm(file: Path, key: bytes) -> object:
        data = bytearray(file.read_bytes())
        data[-2000] ^= 1
        file.write_bytes(data)
        return connect_to_copy(file, key)

    monkeypatch.setattr(backup, "connect_to_copy", harm)
    with pytest.raises(BackupFailed):
        store.back_up("one.db")
    assert left(store) == []


def test_a_copy_that_lacks_changes_is_no_backup(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(file: Path, key: bytes) -> object:
        copy = connect(file, key)
        copy.execute("DELETE FROM journal WHERE position = (SELECT max(position) FROM journal)")
        return copy

    monkeypatch.setattr(backup, "connect_to_copy", lose)
    with pytest.raises(BackupFailed):
        store.back_up("one.db")
    assert "one.db" not in left(store)


def test_a_failed_backup_leaves_the_one_before_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = store.back_up("one.db")
    before = path.read_bytes()
    monkeypatch.setattr(backup, "connect_to_copy", lambda *_: (_ for _ in ()).throw(OSError(5)))
    with pytest.raises(BackupFailed):
        store.back_up("one.db")
    assert path.read_bytes() == before
    assert left(store) == ["one.db"]


def test_what_a_killed_backup_left_is_in_nobodys_way(store: Store) -> None:
    folder = store.folder / BACKUPS
    folder.mkdir()
    (folder / "one.db.part").write_bytes(b"half")
    store.back_up("one.db")
    assert left(store) == ["one.db"]


def test_a_place_that_cannot_hold_it_is_a_failed_backup(store: Store) -> None:
    (store.folder / BACKUPS).write_bytes(b"a file where the folder should be")
    with pytest.raises(BackupFailed):
        store.back_up("one.db")


def test_a_backup_waits_for_nobody_who_writes(store: Store) -> None:
    with store.write() as session:
        session.add(Household(id="h1"))
        session.flush()
        target = store.folder / BACKUPS / "one.db"
        back_up(store._engine, store._key, target)
    copy = connect_to_copy(target, store._key)
    assert copy.execute("SELECT count(*) FROM household").fetchone()[0] == 0
    copy.close()
