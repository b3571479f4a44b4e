"""Statements that can be stopped while they run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

_STEPS: Final = 200_000
"""SQLite's own, between two looks: some milliseconds."""


@contextmanager
def stoppable(connection: Connection, look: Callable[[], object]) -> Iterator[None]:
    """Calls `look` now and then while statements of the connection run inside the block. What it
    raises ends the statement and comes out of the block."""
    driver = connection.connection.driver_connection
    assert driver is not None
    raised: list[BaseException] = []

    def looked() -> int:
        try:
            look()
        except BaseException as error:
            raised.append(error)
            return 1
        return 0

    driver.set_progress_handler(looked, _STEPS)
    try:
        yield
    except Exception as error:
        if raised:
            raise raised[0] from error
        raise
    finally:
        driver.set_progress_handler(None, 0)
