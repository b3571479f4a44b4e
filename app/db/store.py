"""An open store: transactions that read, transactions that write, and who is told of them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import BaseFileLock
from sqlalchemy import Engine
from sqlmodel import Session

from app.config import Sources
from app.db.engine import known_errors
from app.db.journal_session import JournalSession, OnCommit, ReadSession
from app.domain.ids import uuid7
from app.domain.journal.change import Writer

DATABASE = "qafila.db"
HEADER = "header.json"
LOCK = "lock"
BACKUPS = "backups"


class Store:
    """The store of one laptop, held by one process. Safe to use from several threads: writers take
    turns, readers see the last commit."""

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        lock: BaseFileLock,
        writer: Writer,
        sources: Sources,
    ) -> None:
        self.folder = folder
        self.sources = sources
        self.writer = writer
        self._engine = engine
        self._lock = lock
        self._writing = threading.Lock()
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
        with known_errors(self.folder / DATABASE), ReadSession(self._engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[JournalSession]:
        """One transaction that is journalled, committed at the end, and undone by any exception.
        Raises DiskFull, StoreReadOnly, StoreBusy …; then nothing changed."""
        with (
            self._writing,
            known_errors(self.folder / DATABASE),
            JournalSession(self._engine, self.writer, self.sources) as session,
        ):
            yield session
            session.commit()
            touched = frozenset(session.touched)
        if touched:
            for listener in list(self._listeners):
                listener(touched)

    def on_commit(self, listener: OnCommit) -> None:
        """Calls `listener` after every commit, on the thread that wrote, with the tables' names."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Closes the connections and lets other processes open the store."""
        self._engine.dispose()
        self._lock.release()
