"""A long answer read by a process of its own, while this one counts what it has read.

Decrypting a million rows takes a core as long as understanding them. The other process has the key
from the pipe by which it is started, opens the store to read, and reads the commit that is read
here; where it cannot (something was written in between, no process can be started, or it dies), the
answer, or the rest of it, is read here. Whoever asks cannot tell which.
"""

import marshal
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Select

from app.db.engine import opening_to_look
from app.db.row_server import serve
from app.db.streaming import for_driver, streamed

_COMMIT: Final = "SELECT max(position) FROM journal"
"""Whatever is written is journalled, so that the journal's end names a commit."""

_LINES: Final = "SELECT max(rowid) FROM aid_line"
_FEWEST_LINES: Final = 100_000
"""Fewer are read before another process has started."""


def streamed_beside(
    connection: Connection, file: Path, key: bytes, query: Select[Any]
) -> Iterator[tuple[Any, ...]]:
    """`streamed`, for an ordered query over most hand-overs of a store; the other process begins at
    once."""
    if (os.cpu_count() or 1) < 2 or (_number(connection, _LINES) or 0) < _FEWEST_LINES:
        return streamed(connection, query)
    context = get_context("spawn")  # a copy of a process with Qt's threads in it may hang
    here, there = context.Pipe(duplex=False)
    statement, parameters = for_driver(connection, query)
    process = context.Process(
        target=serve,
        args=(there, str(file), opening_to_look(key), _COMMIT, statement, parameters),
        daemon=True,
    )
    with there, suppress(OSError):  # no process more: then all is read here
        process.start()
    return _joined(connection, query, process, here)


def _joined(
    connection: Connection, query: Select[Any], process: SpawnProcess, pipe: Pipe
) -> Iterator[tuple[Any, ...]]:
    """What the other process reads, and here what it does not."""
    read = 0
    for rows in _received(process, pipe, _number(connection, _COMMIT)):
        if not rows:
            return
        yield from rows
        read += len(rows)
    yield from islice(streamed(connection, query), read, None)


def _received(
    process: SpawnProcess, pipe: Pipe, commit: int | None
) -> Iterator[list[tuple[Any, ...]]]:
    """Some thousand rows at a time, and none at last; it ends before where it cannot go on."""
    with pipe, suppress(EOFError, OSError):
        try:
            if _told(pipe) == commit:
                while rows := _told(pipe):
                    yield rows
                yield rows
        finally:
            if process.pid is not None:
                process.kill()
                process.join()


def _told(pipe: Pipe) -> Any:
    return marshal.loads(pipe.recv_bytes())  # noqa: S302  # our own process wrote it


def _number(connection: Connection, statement: str) -> int | None:
    number: int | None = connection.exec_driver_sql(statement).scalar()
    return number
