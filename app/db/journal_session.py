"""A session that journals what it writes, so that no service can forget to.

Before every flush, the rows that are new or changed become changes at the end of this laptop's
chain, in the same transaction; after it, the tables derived from those rows are brought up to date.
Deleting a record, or writing records by a statement that the session cannot see into, is refused.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect, select
from sqlmodel import Session

from app.config import Sources
from app.db import open_conflicts, projections
from app.db.engine import IMMEDIATE
from app.db.erasing import with_content
from app.db.fold_tables import refold
from app.db.guard import READS, UnjournalledWrite, forget_settled, journalled
from app.db.journal import chain_head, heads_of, heads_of_many, insert_changes, to_row
from app.db.judging import code_of, judge_reach, refold_records
from app.db.rights import RightsBook
from app.db.tables import Replicated, spec_of, table_of
from app.db.tables.replicated import RecordSpec
from app.domain.journal.change import SALT_BYTES, Change, Writer, write_change
from app.domain.journal.rights import SAFETY, Rights
from app.domain.journal.value import Fields


class UnfitValue(TypeError):
    """A programming error: a value of another type than its column's, which the fold would drop."""


class ReadSession(Session):
    """Reads only: writing through it would leave no trace in the journal, and is refused."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine.execution_options(**READS), autoflush=False)


class JournalSession(Session):
    """One transaction that may write; `writer` is the laptop and person that the changes name."""

    def __init__(self, engine: Engine, writer: Writer, sources: Sources, book: RightsBook) -> None:
        super().__init__(engine.execution_options(**IMMEDIATE), expire_on_commit=False)
        self.writer = writer
        self.touched: dict[str, set[str]] = {}
        self.put_aside: set[tuple[str, str]] = set()
        """The records of which a change written here has no right, and waits."""
        self._sources = sources
        self._book = book
        self._info: dict[Any, Any] = {}
        self._changed_rights = False
        self._unsettled: set[tuple[str, str]] = set()
        self._tail: tuple[int, bytes] | None = None
        self._unprojected: dict[str, set[str]] = {}

    def begin_writing(self) -> None:
        """Takes the write lock now, so that what is read from here on is what is written upon."""
        self._info = self.connection().info

    def end_writing(self) -> None:
        """After the commit, or instead of it: what was known of rights may be so no longer."""
        if forget_settled(self._info) or self._changed_rights:
            self._book.forget()

    def rights(self) -> Rights:
        """Who may do what, as of now in this transaction."""
        return self._book.rights(self.connection())

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Writes what is new or changed, with its journal."""
        with journalled(self.connection()):
            super().flush(objects)
        if self._unsettled:
            self._settle()

    def journal_rows(self) -> None:
        """Writes the changes of all rows that are about to be flushed."""
        written: list[tuple[Replicated, RecordSpec, Fields]] = []
        for row in self.deleted:
            if isinstance(row, Replicated):
                raise UnjournalledWrite
            self._touch(row)
        for row in [*sorted(self.new, key=_insertion), *sorted(self.dirty, key=_name)]:
            if isinstance(row, Replicated):
                written += self._written(row)
            elif self.is_modified(row):
                self._touch(row)
        connection = self.connection()
        heads = heads_of_many(connection, ((spec.record_type, row.id) for row, spec, _ in written))
        changes = [
            self._change_of(row.id, spec.record_type, fields, heads[spec.record_type, row.id])
            for row, spec, fields in written
        ]
        if changes:
            self._insert(connection, changes)

    def _insert(self, connection: Connection, changes: list[tuple[Change, int]]) -> None:
        """Judged like anybody else's, so that this store is what all others make of it."""
        rights = self._book.rights(connection)
        if any(change.record_type in SAFETY for change, _ in changes):
            insert_changes(connection, [to_row(change, version) for change, version in changes])
            self._changed_rights = True
            self._book.forget()
            before, rights = rights, self._book.rights(connection)
            own = frozenset(change.hash for change, _ in changes)
            reach = rights.reach_since(before)
            reach = replace(reach, changes=reach.changes | own)
            self._unsettled |= judge_reach(connection, rights, reach)
            aside = {change.hash for change, _ in changes if rights.judge(change)}
            self._unsettled |= rights.erased - before.erased
        else:
            codes = {change.hash: code_of(rights, change) for change, _ in changes}
            insert_changes(
                connection,
                [
                    to_row(change, version, skipped=codes[change.hash])
                    for change, version in changes
                ],
            )
            aside = {digest for digest, code in codes.items() if code}
        waiting = {(one.record_type, one.record_id) for one, _ in changes if one.hash in aside}
        self.put_aside |= waiting
        self._unsettled |= waiting

    def _look_again(self, row: Replicated) -> None:
        table = table_of(type(row))
        if self.connection().scalar(select(table.c.id).where(table.c.id == row.id)) is None:
            self.expunge(row)
        else:
            self.refresh(row)

    def _settle(self) -> None:
        """Brings rows to what the journal says where a judgement decided otherwise than the session
        wrote; a record that is none after all is let go with what it was told."""
        records, self._unsettled = self._unsettled, set()
        connection = self.connection()
        erased = with_content(connection, self._book.rights(connection).erased)
        refold_records(connection, records, erased)
        records |= set(erased)
        for record_type, record_id in records:
            self.touched.setdefault(record_type, set()).add(record_id)
        for row in list(self.identity_map.values()):
            if isinstance(row, Replicated):
                record = spec_of(type(row)).record_type, row.id
                if record in records:
                    self._look_again(row)

    def project_rows(self) -> None:
        """Brings up to date what derives from the rows just flushed."""
        touched, self._unprojected = self._unprojected, {}
        projections.refresh(self.connection(), touched)
        open_conflicts.look_again(self.connection(), touched)

    def supersede(self, record_type: str, record_id: str, fields: Fields) -> bytes:
        """Writes a change that sets `fields` even to what the row shows already, over everything
        known of the record, and folds the record anew; the change's hash. This is how a conflict is
        settled: the session itself would see no difference to write."""
        self.flush()
        connection = self.connection()
        heads = heads_of(connection, record_type, record_id)
        change, version = self._change_of(record_id, record_type, fields, heads)
        self._insert(connection, [(change, version)])
        refold(connection, record_type, record_id)
        self.touched.setdefault(record_type, set()).add(record_id)
        self.expire_all()
        return change.hash

    def forget_tail(self) -> None:
        """After a rollback to a savepoint the chain may end earlier than remembered."""
        self._tail = None
        self._unprojected = {}
        self._unsettled = set()

    def _written(self, row: Replicated) -> list[tuple[Replicated, RecordSpec, Fields]]:
        """The row with the fields that have to be journalled; nothing for an unchanged row."""
        spec = spec_of(type(row))
        fields = spec.changed_fields(*_before_and_after(row, spec))
        if not fields and inspect(row).persistent:
            return []
        if not all(spec.takes(name, value) for name, value in fields.items()):
            raise UnfitValue
        self._touch(row)
        return [(row, spec, fields)]

    def _change_of(
        self,
        record_id: str,
        record_type: str,
        fields: Fields,
        heads: tuple[tuple[bytes, ...], int],
    ) -> tuple[Change, int]:
        base, version = heads
        seq, previous = self._tail or chain_head(self.connection(), self.writer.device_id)
        change = write_change(
            self.writer,
            seq=seq + 1,
            prev_hash=previous,
            record_type=record_type,
            record_id=record_id,
            base=base,
            values=fields,
            salt=self._sources.random_bytes(SALT_BYTES),
            recorded_at=self._sources.now(),
        )
        self._tail = (change.seq, change.hash)
        self._unprojected.setdefault(record_type, set()).add(record_id)
        return change, version + 1

    def _touch(self, row: Any) -> None:
        table = inspect(type(row)).local_table.name
        self.touched.setdefault(table, set()).add(str(getattr(row, "id", "")))


def latest_change(connection: Connection, row: Replicated) -> bytes:
    """The hash of the newest change of a record written in this transaction."""
    heads, _ = heads_of(connection, spec_of(type(row)).record_type, row.id)
    return heads[-1]


def _insertion(row: Any) -> int:
    """New rows are journalled in the order in which they came to the session."""
    return int(inspect(row).insert_order)


def _name(row: Any) -> tuple[str, str]:
    """Changed rows come in no order of their own, and a demonstration must repeat itself."""
    return inspect(type(row)).local_table.name, str(inspect(row).identity)


def _before_and_after(row: Replicated, spec: RecordSpec) -> tuple[dict[str, Any], dict[str, Any]]:
    state = inspect(row)
    if state.persistent and state.attrs["id"].history.has_changes():
        raise UnjournalledWrite
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


@event.listens_for(JournalSession, "before_flush")
def _before_flush(session: JournalSession, *_: Any) -> None:
    session.journal_rows()


@event.listens_for(JournalSession, "after_flush")
def _after_flush(session: JournalSession, *_: Any) -> None:
    session.project_rows()


@event.listens_for(JournalSession, "after_soft_rollback")
def _after_rollback(session: JournalSession, *_: Any) -> None:
    session.forget_tail()


@event.listens_for(ReadSession, "before_flush")
def _refuse_flush(session: ReadSession, *_: Any) -> None:
    if session.new or session.dirty or session.deleted:
        raise UnjournalledWrite


OnCommit = Callable[[frozenset[str]], None]
"""Told, after each commit, which tables changed."""
