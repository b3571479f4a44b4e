"""Migrations: one transaction each with its version, never without a verified backup."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine
from sqlmodel import Session, select

from app.db import migrations
from app.db.engine import connect_to_copy, known_errors, open_engine
from app.db.guard import journalled
from app.db.journal import insert_changes, to_row
from app.db.migrations import MIGRATIONS, migrate, schema_version
from app.db.store import DATABASE
from app.db.tables import Desk
from app.domain.journal.change import GENESIS, SALT_BYTES, Writer, write_change
from app.errors import BackupFailed, StoreDamaged, StoreNewer
from tests.support.sources import seeded_sources

KEY = b"\1" * 32


@pytest.fixture
def engine(tmp_path: Path):
    """A store at the newest schema, with nothing in it."""
    opened = open_engine(tmp_path / DATABASE, KEY)
    migrate(opened, KEY, tmp_path / "backups", seeded_sources(), new=True)
    yield opened
    opened.dispose()


def add_table(connection: Connection) -> frozenset[str]:
    connection.exec_driver_sql("CREATE TABLE later (a)")
    return frozenset()


class HalfWay(Exception):
    """Something went wrong in a migration."""


def fail_half_way(connection: Connection) -> frozenset[str]:
    connection.exec_driver_sql("CREATE TABLE later_still (a)")
    connection.exec_driver_sql("INSERT INTO later_still VALUES (1)")
    raise HalfWay


def version_and_tables(engine: Engine) -> tuple[int, set[str]]:
    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars()
        return schema_version(connection), set(names)


def run(engine: Engine, tmp_path: Path, *added: migrations.Migration) -> int:
    steps = [*MIGRATIONS, *added]
    return migrate(engine, KEY, tmp_path / "backups", seeded_sources(), steps)


def backups(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "backups").glob("*"))


def test_a_new_store_is_brought_to_the_newest_schema_without_a_backup(
    engine: Engine, tmp_path: Path
) -> None:
    version, tables = version_and_tables(engine)
    assert version == len(MIGRATIONS)
    assert {"journal", "household", "place"} <= tables
    assert backups(tmp_path) == []


def test_a_store_that_is_up_to_date_is_left_alone(engine: Engine, tmp_path: Path) -> None:
    before = version_and_tables(engine)
    assert run(engine, tmp_path) == len(MIGRATIONS)
    assert version_and_tables(engine) == before
    assert backups(tmp_path) == []


def test_a_migration_comes_after_a_backup_of_what_was_there(engine: Engine, tmp_path: Path) -> None:
    found = len(MIGRATIONS)
    assert run(engine, tmp_path, add_table) == found + 1
    version, tables = version_and_tables(engine)
    assert version == found + 1
    assert "later" in tables
    (backup,) = backups(tmp_path)
    copy = connect_to_copy(backup, KEY)
    kept = copy.execute("PRAGMA user_version").fetchone()[0]
    copy.close()
    assert kept == found


def test_a_migration_that_fails_leaves_the_schema_it_found(engine: Engine, tmp_path: Path) -> None:
    before = version_and_tables(engine)
    with pytest.raises(HalfWay):
        run(engine, tmp_path, fail_half_way)
    assert version_and_tables(engine) == before


def test_migrations_before_the_one_that_fails_are_undone_with_it(
    engine: Engine, tmp_path: Path
) -> None:
    before = version_and_tables(engine)
    with pytest.raises(HalfWay):
        run(engine, tmp_path, add_table, fail_half_way)
    assert version_and_tables(engine) == before


def test_what_schema_1_kept_and_could_not_hold_comes_to_its_table(tmp_path: Path) -> None:
    """A laptop with an older app merged files of a newer one, and is updated afterwards."""
    old = open_engine(tmp_path / DATABASE, KEY)
    sources = seeded_sources()
    migrate(old, KEY, tmp_path / "backups", sources, MIGRATIONS[:1], new=True)
    desk = write_change(
        Writer("d" * 32, "", GENESIS),
        seq=1,
        prev_hash=GENESIS,
        record_type="desk",
        record_id="desk-1",
        base=(),
        values={"name": "مكتب 1", "walk_ins": True, "numbers": ["1", "200"], "villages:v1": True},
        salt=b"s" * SALT_BYTES,
        recorded_at=0,
    )
    with old.begin() as connection, journalled(connection):
        insert_changes(connection, [to_row(desk, 1)])
    migrate(old, KEY, tmp_path / "backups", sources)
    with Session(old) as session:
        (row,) = session.exec(select(Desk)).all()
    assert (row.name, row.walk_ins, row.number_to, row.villages) == (
        "مكتب 1",
        True,
        "200",
        frozenset({"v1"}),
    )
    old.dispose()


def test_no_migration_without_a_backup(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise BackupFailed(path="")

    monkeypatch.setattr(migrations, "back_up", refuse)
    before = version_and_tables(engine)
    with pytest.raises(BackupFailed):
        run(engine, tmp_path, add_table)
    assert version_and_tables(engine) == before


def test_a_newer_store_is_refused_by_its_number_and_untouched(
    engine: Engine, tmp_path: Path
) -> None:
    run(engine, tmp_path, add_table)
    with pytest.raises(StoreNewer) as raised:
        run(engine, tmp_path)
    assert raised.value.params == {"found": len(MIGRATIONS) + 1, "known": len(MIGRATIONS)}
    assert version_and_tables(engine)[0] == len(MIGRATIONS) + 1


def test_an_existing_store_without_a_schema_is_damaged_not_new(tmp_path: Path) -> None:
    empty = open_engine(tmp_path / DATABASE, KEY)
    with pytest.raises(StoreDamaged), known_errors(tmp_path / DATABASE):
        run(empty, tmp_path)
    assert version_and_tables(empty) == (0, set())
    empty.dispose()
