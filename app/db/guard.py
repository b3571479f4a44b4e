"""No record changes behind the journal's back: every statement on its way to SQLite is looked at.

Records and the journal are written only inside `journalled`, by the code that keeps both in step; a
connection that only reads writes nothing at all.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from app.db.tables import RECORDS, journal

READS = {"qafila_reads": True}
"""Execution options of a connection that only reads."""

_ALLOWED = "qafila_journalled"
_SETTLED = "qafila_settled"
_GUARDED = frozenset(RECORDS) | {journal.name}
_WRITTEN = re.compile(
    r"\b(?:INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(?:main\s*\.\s*)?[\"'`\[]?(\w+)",
    re.IGNORECASE | re.ASCII,
)


class UnjournalledWrite(RuntimeError):
    """A programming error: a record was about to change behind the journal's back."""


@contextmanager
def journalled(connection: Connection) -> Iterator[None]:
    """Inside, records and journal may be written: the caller writes both, in one transaction."""
    info = connection.info  # which a connection that met damage no longer gives
    before = info.get(_ALLOWED, False)
    info[_ALLOWED] = True
    try:
        yield
    finally:
        info[_ALLOWED] = before


def mark_settled(connection: Connection) -> None:
    """Says that changes came to the journal in this transaction, or went, past the session."""
    connection.info[_SETTLED] = True


def has_settled(connection: Connection) -> bool:
    """Whether any did, until `forget_settled`."""
    return bool(connection.info.get(_SETTLED))


def forget_settled(info: dict[Any, Any]) -> bool:
    """At a transaction's end, by its connection's `info`: whether any did."""
    return bool(info.pop(_SETTLED, False))


def watch(engine: Engine) -> None:
    """Looks at every statement of the engine; a refused one raises UnjournalledWrite."""
    event.listen(engine, "before_cursor_execute", _look)


def _look(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
    if statement.startswith(("SELECT", "PRAGMA", "BEGIN", "SAVEPOINT")):
        return
    written = {name.lower() for name in _WRITTEN.findall(statement)}
    if written and connection.get_execution_options().get("qafila_reads"):
        raise UnjournalledWrite
    if written & _GUARDED and not connection.info.get(_ALLOWED):
        raise UnjournalledWrite
