"""A session that journals what it writes, so that no service can forget to.

Before every flush, the rows that are new or changed become changes at the end of this laptop's
chain, in the same transaction; after it, the tables derived from those rows are brought up to date.
Deleting a record, or writing records by a statement that the session cannot see into, is refused.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session

from app.config import Sources
from app.db import projections
from app.db.engine import IMMEDIATE
from app.db.journal import chain_head, heads_of, insert_changes, to_row
from app.db.tables import RECORDS, Replicated, spec_of
from app.db.tables.replicated import RecordSpec
from app.domain.journal.change import SALT_BYTES, Writer, write_change


class UnjournalledWrite(RuntimeError):
    """A programming error: a record was about to change behind the journal's back."""


class ReadSession(Session):
    """Reads only: writing through it would leave no trace in the journal, and is refused."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, autoflush=False)
        event.listen(self, "before_flush", _refuse_flush)
        event.listen(self, "do_orm_execute", _refuse_all_writes)


class JournalSession(Session):
    """One transaction that may write; `writer` is the laptop and person that the changes name."""

    def __init__(self, engine: Engine, writer: Writer, sources: Sources) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.writer = writer
        self.touched: dict[str, set[str]] = {}
        self._sources = sources
        self._tail: tuple[int, bytes] | None = None
        self._unprojected: dict[str, set[str]] = {}
        event.listen(self, "before_flush", self._on_before_flush)
        event.listen(self, "after_flush", self._on_after_flush)
        event.listen(self, "do_orm_execute", _refuse_bulk_writes)
        self.connection(execution_options=IMMEDIATE)

    def _on_before_flush(self, *_: Any) -> None:
        rows = []
        for row in self.deleted:
            if isinstance(row, Replicated):
                raise UnjournalledWrite
            self._touch(row)
        for row in _in_order(self.new, self.dirty):
            self._touch(row)
            if isinstance(row, Replicated):
                rows += self._change_of(row)
        insert_changes(self.connection(), rows)

    def _change_of(self, row: Replicated) -> list[dict[str, Any]]:
        spec = spec_of(type(row))
        fields = spec.changed_fields(*_before_and_after(row, spec))
        if not fields and inspect(row).persistent:
            return []
        connection = self.connection()
        base, version = heads_of(connection, spec.record_type, row.id)
        seq, previous = self._tail or chain_head(connection, self.writer.device_id)
        change = write_change(
            self.writer,
            seq=seq + 1,
            prev_hash=previous,
            record_type=spec.record_type,
            record_id=row.id,
            base=base,
            values=fields,
            salt=self._sources.random_bytes(SALT_BYTES),
            recorded_at=self._sources.now(),
        )
        self._tail = (change.seq, change.hash)
        self._unprojected.setdefault(spec.record_type, set()).add(row.id)
        return [to_row(change, version + 1)]

    def _on_after_flush(self, *_: Any) -> None:
        touched, self._unprojected = self._unprojected, {}
        projections.refresh(self.connection(), touched)

    def _touch(self, row: Any) -> None:
        table = inspect(type(row)).local_table.name
        self.touched.setdefault(table, set()).add(str(getattr(row, "id", "")))


def latest_change(connection: Connection, row: Replicated) -> bytes:
    """The hash of the newest change of a record written in this transaction."""
    heads, _ = heads_of(connection, spec_of(type(row)).record_type, row.id)
    return heads[-1]


def _in_order(*groups: Iterable[Any]) -> list[Any]:
    """New rows in the order in which they came to the session, then changed ones by their ids, so
    that the same work always writes the same journal."""
    rows: list[Any] = []
    for group in groups:
        rows += sorted(group, key=_insertion)
    return rows


def _insertion(row: Any) -> tuple[int, str]:
    return inspect(row).insert_order or 0, str(getattr(row, "id", ""))


def _before_and_after(row: Replicated, spec: RecordSpec) -> tuple[dict[str, Any], dict[str, Any]]:
    state = inspect(row)
    after = {name: getattr(row, name) for name in spec.defaults}
    if not state.persistent:
        return dict(spec.defaults), after
    before = dict(after)
    for name in spec.defaults:
        history = state.attrs[name].history
        if history.has_changes() and history.deleted:
            before[name] = history.deleted[0]
        elif history.has_changes():
            raise UnjournalledWrite
    return before, after


def _refuse_flush(session: Any, *_: Any) -> None:
    if session.new or session.dirty or session.deleted:
        raise UnjournalledWrite


def _refuse_all_writes(state: ORMExecuteState) -> None:
    if isinstance(state.statement, UpdateBase):
        raise UnjournalledWrite


def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    statement = state.statement
    if isinstance(statement, UpdateBase):
        name = getattr(statement.table, "name", "")
        if name in RECORDS or name == "journal":
            raise UnjournalledWrite


OnCommit = Callable[[frozenset[str]], None]
"""Told, after each commit, which tables changed."""
