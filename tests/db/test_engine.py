"""The engine: what it sets, and what its errors mean."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from app.db.engine import connect, connect_to_copy, known_errors, meaning_of, open_engine
from app.db.store import DATABASE, Store
from app.errors import (
    DiskFailed,
    DiskFull,
    QafilaError,
    StoreBusy,
    StoreDamaged,
    StoreReadOnly,
)

KEY = b"\1" * 32


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cache_size", -65_536),
        ("busy_timeout", 5_000),
    ],
)
def test_every_connection_has_the_pragmas(tmp_path: Path, pragma: str, value: object) -> None:
    connection = connect(tmp_path / "a.db", KEY)
    found = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    connection.close()
    assert found == value


def test_the_file_is_unreadable_without_the_key(tmp_path: Path) -> None:
    connect(tmp_path / "a.db", KEY).close()
    plain = sqlite3.connect(tmp_path / "a.db")
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


def test_another_key_is_damage_and_says_nothing_on_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    connect(tmp_path / "a.db", KEY).close()
    with pytest.raises(StoreDamaged):
        connect(tmp_path / "a.db", b"\2" * 32)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_cannot_be_opened_is_a_known_cause(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        connect(tmp_path / "no folder" / "a.db", KEY)


def test_a_copy_is_opened_to_be_looked_at_only(tmp_path: Path) -> None:
    connect(tmp_path / "a.db", KEY).close()
    copy = connect_to_copy(tmp_path / "a.db", KEY)
    with pytest.raises(StoreReadOnly), known_errors(tmp_path / "a.db"):
        copy.execute("CREATE TABLE t (a)")
    copy.close()


class DriverError(Exception):
    def __init__(self, code: int) -> None:
        super().__init__("words change between versions")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (5, StoreBusy),
        (8, StoreReadOnly),
        (1032, StoreReadOnly),
        (10, DiskFailed),
        (778, DiskFailed),
        (11, StoreDamaged),
        (13, DiskFull),
        (14, StoreReadOnly),
        (26, StoreDamaged),
    ],
)
def test_an_error_is_known_by_its_code(tmp_path: Path, code: int, cause: type[QafilaError]) -> None:
    found = meaning_of(DriverError(code), tmp_path / "a.db")
    assert type(found) is cause
    assert found.params == {"path": str(tmp_path)}


@pytest.mark.parametrize("code", [0, 1, 19, 20])
def test_an_error_of_ours_stays_one(tmp_path: Path, code: int) -> None:
    assert meaning_of(DriverError(code), tmp_path / "a.db") is None


def test_an_io_error_on_a_disk_without_room_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = type("Room", (), {"free": 4096})
    monkeypatch.setattr("app.db.engine.shutil.disk_usage", lambda _: room)
    assert type(meaning_of(DriverError(10), tmp_path / "a.db")) is DiskFull


def test_an_io_error_on_a_disk_that_is_gone_is_a_failed_disk(tmp_path: Path) -> None:
    assert type(meaning_of(DriverError(10), tmp_path / "gone" / "a.db")) is DiskFailed


def test_a_mistake_of_ours_passes_unchanged_and_shows_no_values(store: Store) -> None:
    with pytest.raises(OperationalError) as raised, store.write() as session:
        session.connection().exec_driver_sql("SELECT ? FROM nowhere", ("سعاد حسن",))
    assert "سعاد" not in str(raised.value)


def test_a_transaction_can_be_undone_with_its_tables(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / DATABASE, KEY)
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
        connection.rollback()
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    engine.dispose()
    assert found == 0
