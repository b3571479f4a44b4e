"""The other process of `second_reader`. It imports no more than it needs, to begin at once."""

import marshal
from contextlib import suppress
from multiprocessing.connection import Connection as Pipe
from typing import Any, Final

from sqlcipher3 import dbapi2

from app.beside import live_and_die_with_the_parent

_AT_ONCE: Final = 2_000


def serve(
    pipe: Pipe,
    file: str,
    opening: tuple[str, ...],
    commit: str,
    statement: str,
    parameters: tuple[Any, ...],
) -> None:
    """Sends what `commit` says of the commit that is read, the rows of the statement, and none at
    last. Whatever befalls it, the process that asked meets when it reads itself."""
    live_and_die_with_the_parent()
    with pipe, suppress(OSError, dbapi2.Error):
        connection = dbapi2.connect(file, isolation_level=None)
        for first in opening:
            connection.execute(first)
        connection.execute("BEGIN")
        pipe.send_bytes(marshal.dumps(connection.execute(commit).fetchone()[0]))
        cursor = connection.execute(statement, parameters)
        while rows := cursor.fetchmany(_AT_ONCE):
            pipe.send_bytes(marshal.dumps(rows))
        pipe.send_bytes(marshal.dumps([]))
