"""What is arriving in this transaction, in temporary tables: a file that is refused takes its notes
with it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection, text

from app.db.incoming import Incoming

_TABLES: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS touched (record_type, record_id)",
    """
CREATE TEMP TABLE IF NOT EXISTS arrived (
    device_id, actor, "grant", record_type, PRIMARY KEY (device_id, actor, "grant", record_type)
) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE IF NOT EXISTS alone (hash PRIMARY KEY) WITHOUT ROWID",
    """
CREATE TEMP TABLE IF NOT EXISTS mark AS SELECT
    (SELECT coalesce(max(rowid), 0) FROM household) AS household,
    (SELECT coalesce(max(rowid), 0) FROM person) AS person,
    (SELECT coalesce(max(rowid), 0) FROM aid_line) AS aid_line,
    (SELECT coalesce(max(rowid), 0) FROM stock_movement) AS stock_movement,
    (SELECT coalesce(max(rowid), 0) FROM desk_closing) AS desk_closing
    """,
)


_CONVOYS: Final = text(
    "WITH anew(kind, id) AS MATERIALIZED (SELECT DISTINCT record_type, record_id FROM temp.touched)"
    " SELECT convoy_id FROM aid_line WHERE rowid > :aid_line"
    " UNION SELECT convoy_id FROM aid_record"
    "  WHERE id IN (SELECT id FROM anew WHERE kind = 'aid_record')"
    " UNION SELECT convoy_id FROM stock_movement WHERE rowid > :stock_movement"
    "  OR id IN (SELECT id FROM anew WHERE kind = 'stock_movement')"
    " UNION SELECT convoy_id FROM desk_closing WHERE rowid > :desk_closing"
    "  OR id IN (SELECT id FROM anew WHERE kind = 'desk_closing')"
)


@dataclass(frozen=True)
class Marks:
    """The last rows of tables before anything arrived, in the order of the table `mark`."""

    household: int
    person: int
    aid_line: int
    stock_movement: int
    desk_closing: int


@dataclass(frozen=True)
class Group:
    """Who wrote changes of one kind, on which laptop, under which grant."""

    device_id: str
    actor: str
    grant: bytes
    record_type: str


def begin(connection: Connection) -> None:
    """Makes the tables, unless they are there."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


def end(connection: Connection) -> None:
    """Forgets all that was noted."""
    for name in ("touched", "arrived", "alone", "mark"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{name}")


def note_arrived(connection: Connection, arriving: Incoming) -> None:
    """Notes by whom changes are; and which do something that depends on more than that."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO temp.arrived VALUES (?, ?, ?, ?)", arriving.groups
    )
    if arriving.alone:
        connection.exec_driver_sql("INSERT OR IGNORE INTO temp.alone VALUES (?)", arriving.alone)


def note_touched(connection: Connection, records: Iterable[tuple[str, str]]) -> None:
    """Notes records that are to be folded anew."""
    rows = list(records)
    if rows:
        connection.exec_driver_sql("INSERT INTO temp.touched VALUES (?, ?)", rows)


def groups_arrived(connection: Connection) -> list[Group]:
    """By whom the changes are that arrived."""
    rows = connection.exec_driver_sql("SELECT * FROM temp.arrived")
    return [Group(row[0], row[1], row[2], row[3]) for row in rows]


def marks_of(connection: Connection) -> Marks:
    """Where tables ended."""
    return Marks(*connection.exec_driver_sql("SELECT * FROM temp.mark").one())


def convoys_touched(connection: Connection, marks: Marks) -> frozenset[str]:
    """The convoys whose stock is other than before: hand-overs, movements or counts came, or were
    folded anew."""
    return frozenset(connection.scalars(_CONVOYS, asdict(marks)))
