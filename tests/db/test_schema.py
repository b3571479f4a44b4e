"""The tables that the migrations make are the tables that the app is written for."""

from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.db.engine import open_engine
from app.db.migrations import migrate
from app.db.store import DATABASE
from app.db.tables import SEARCH_NAME_DDL, metadata
from tests.support.sources import seeded_sources

KEY = b"\1" * 32

Shape = dict[str, object]


def tables(connection: Connection) -> set[str]:
    """The ordinary tables; those of a full-text index belong to it."""
    rows = connection.exec_driver_sql("PRAGMA table_list").mappings().all()
    virtual = tuple(f"{row['name']}_" for row in rows if row["type"] == "virtual")
    return {
        row["name"]
        for row in rows
        if row["schema"] == "main"
        and row["type"] == "table"
        and not row["name"].startswith(("sqlite_", *virtual))
    }


def shape(connection: Connection, table: str) -> Shape:
    """Columns, keys and indexes of one table as SQLite has them."""
    columns = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
    indexes = {}
    for index in connection.exec_driver_sql(f'PRAGMA index_list("{table}")').mappings().all():
        names = connection.exec_driver_sql(f'PRAGMA index_info("{index["name"]}")').all()
        key = tuple(name for _, _, name in names)
        indexes[key] = (index["unique"], index["origin"], index["partial"])
    return {
        "columns": [tuple(column)[1:] for column in columns],
        "indexes": indexes,
        "foreign keys": connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")').all(),
    }


@pytest.fixture
def migrated(tmp_path: Path):
    engine = open_engine(tmp_path / DATABASE, KEY)
    migrate(engine, KEY, tmp_path / "backups", seeded_sources(), new=True)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def declared(tmp_path: Path):
    engine = open_engine(tmp_path / "declared.db", KEY)
    with engine.connect() as connection:
        metadata.create_all(connection)
        yield connection
    engine.dispose()


def test_the_migrations_make_the_declared_tables(
    migrated: Connection, declared: Connection
) -> None:
    assert tables(migrated) == tables(declared) == set(metadata.tables)
    for name in sorted(metadata.tables):
        assert shape(migrated, name) == shape(declared, name), name


def test_no_replicated_table_has_foreign_keys_or_unique_columns(migrated: Connection) -> None:
    """What arrives first is not refused for what has not arrived, nor for a number used twice."""
    from app.db.tables import RECORDS

    for name in RECORDS:
        found = shape(migrated, name)
        assert found["foreign keys"] == []
        unique = [key for key, (unique, *_) in found["indexes"].items() if unique]
        assert unique == [("id",)], name


def test_the_full_text_index_is_the_declared_one(migrated: Connection) -> None:
    query = "SELECT sql FROM sqlite_master WHERE name = 'search_name'"
    made = migrated.exec_driver_sql(query).scalar_one()
    assert "".join(made.split()) == "".join(SEARCH_NAME_DDL.split())
