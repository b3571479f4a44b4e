"""A store as its journal and its tables hold it, and ways to harm it behind the app's back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.db.journal import all_changes
from app.db.store import Store
from app.db.tables import metadata
from app.domain.journal.change import Change


def changes(store: Store, record_type: str = "") -> list[Change]:
    """The journal in order of arrival; all of it, or of one record type."""
    with store.read() as session:
        found = list(all_changes(session.connection()))
    return [change for change in found if record_type in {"", change.record_type}]


def tampered(store: Store, statement: str, *values: object) -> None:
    """Runs a statement past the guard, as a damaged disk or a curious person would."""
    with store._engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(statement, values)


def contents(connection: Connection, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of tables (default: all but the journal and what belongs to the laptop) as SQLite
    holds them, in a stable order."""
    chosen = names or tuple(sorted(set(metadata.tables) - LOCAL))
    return {
        name: sorted(
            (tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')),
            key=repr,
        )
        for name in chosen
    }


def plain_copy(store: Store, target: Path) -> bytes:
    """Everything that the database holds, unencrypted: its live pages and its free ones."""
    pages = []
    with store._engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(f"ATTACH '{target}' AS plain KEY ''")
        driver.execute("SELECT sqlcipher_export('plain')")
        driver.execute("DETACH plain")
    pages.append(target.read_bytes())
    target.unlink()
    return b"".join(pages)


LOCAL = frozenset(
    {
        "given_by_others",
        "told_skipped",
        "told_until",
        "user_pin",
        "journal",
        "own_device",
        "setting",
        "draft",
        "print_job",
        "imported_file",
        "trusted_workspace",
        "signed_head",
        "acknowledged",
        "import_log",
        "served_elsewhere",
        "kept_head",
    }
)
"""Tables that do not follow from the journal."""


@contextmanager
def whole(store: Store) -> Iterator[Connection]:
    """A connection that may do anything; what it writes is committed at the end."""
    with store._engine.connect() as connection, connection.begin():
        yield connection
