"""An open store: transactions that read, transactions that write, and who is told of them."""

import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import BaseFileLock
from sqlalchemy import Connection, Engine, Select
from sqlmodel import Session

from app.config import Sources
from app.db.backup import back_up
from app.db.engine import known_errors, squeeze
from app.db.journal_session import JournalSession, OnCommit, ReadSession
from app.db.rights import RightsBook
from app.db.second_reader import streamed_beside
from app.domain.ids import uuid7
from app.domain.journal.change import Writer
from app.files import disk_errors

DATABASE = "qafila.db"
HEADER = "header.json"
LOCK = "lock"
BACKUPS = "backups"
UNFINISHED = "unfinished"
RESTORING = "restoring"

_log = logging.getLogger(__name__)


class NestedWrite(RuntimeError):
    """A programming error: a write, or the store's end, inside a write of the same thread."""


class StoreClosed(RuntimeError):
    """A programming error: work on a store that was closed, and may be open elsewhere by now."""


class Store:
    """The store of one laptop, held by one process. Safe to use from several threads: writers take
    turns, readers see the last commit."""

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        key: bytes,
        lock: BaseFileLock,
        writer: Writer,
        sources: Sources,
        rights: RightsBook,
    ) -> None:
        self.folder = folder
        self.sources = sources
        self.writer = writer
        self._engine = engine
        self._key = key
        self._lock = lock
        self._rights = rights
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._closed = False
        self._listeners: list[OnCommit] = []

    @property
    def device_id(self) -> str:
        """This laptop's id in the journal."""
        return self.writer.device_id

    @property
    def actor(self) -> str:
        """The id of the user at work."""
        return self.writer.actor

    def new_id(self) -> str:
        """An id for a new record."""
        return uuid7(self.sources.now(), self.sources.random_bytes)

    def act_as(self, user_id: str, grant: bytes) -> None:
        """From the next transaction on, changes name this user and the grant they hold."""
        self.writer = replace(self.writer, actor=user_id, grant=grant)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session over the last commit. Raises the store's errors (damaged, disk failed …)."""
        self._check_open()
        with known_errors(self.folder / DATABASE), ReadSession(self._engine) as session:
            yield session

    def streamed_beside(
        self, connection: Connection, query: Select[Any]
    ) -> Iterator[tuple[Any, ...]]:
        """`streaming.streamed`, of the commit that the connection reads, by a second process where
        there is much to read."""
        return streamed_beside(connection, self.folder / DATABASE, self._key, query)

    @contextmanager
    def write(self) -> Iterator[JournalSession]:
        """One transaction that is journalled, committed at the end, and undone by any exception.
        Raises DiskFull, StoreReadOnly, StoreBusy …; then nothing changed."""
        with (
            self._my_turn(),
            known_errors(self.folder / DATABASE),
            JournalSession(self._engine, self.writer, self.sources, self._rights) as session,
        ):
            session.begin_writing()
            try:
                yield session
                session.commit()
            finally:
                session.end_writing()
            touched = frozenset(session.touched)
        if touched:
            self._tell(touched)

    def on_commit(self, listener: OnCommit) -> None:
        """Calls `listener` after every commit, on the thread that wrote, with the tables' names."""
        self._listeners.append(listener)

    def back_up(self, name: str) -> Path:
        """Writes a verified copy of the last commit to the store's backups; the path of the copy.
        Raises BackupFailed."""
        self._check_open()
        target = self.folder / BACKUPS / name
        back_up(self._engine, self._key, target)
        return target

    def squeeze(self) -> None:
        """Writes the database anew without what was deleted, and empties the write-ahead log, so
        that neither holds it any longer. Raises StoreBusy while somebody reads, DiskFull …"""
        with self._my_turn(), known_errors(self.folder / DATABASE):
            squeeze(self._engine)

    def forget_backups(self, *, but: str = "") -> None:
        """Removes every backup of this store, or all but one."""
        with self._my_turn(), disk_errors(self.folder):
            for copy in (self.folder / BACKUPS).glob("*"):
                if copy.name != but:
                    copy.unlink()

    def close(self) -> None:
        """Waits for the transaction that writes, closes the connections, and lets other processes
        open the store."""
        if self._writing_thread == threading.get_ident():
            raise NestedWrite
        with self._turn:
            self._closed = True
            self._engine.dispose()
            self._lock.release()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        """One writer at a time; a second one on the same thread would wait for itself."""
        if self._writing_thread == threading.get_ident():
            raise NestedWrite
        with self._turn:
            self._check_open()
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def _tell(self, touched: frozenset[str]) -> None:
        """What was written stays written: a listener that fails must not look like a failed save
        that somebody would then repeat."""
        for listener in list(self._listeners):
            try:
                listener(touched)
            except Exception as error:
                frames = traceback.format_tb(error.__traceback__)
                _log.error("A listener failed: %s\n%s", type(error).__name__, "".join(frames))

    def _check_open(self) -> None:
        if self._closed:
            raise StoreClosed
