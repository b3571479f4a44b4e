"""Very many rows, one after another, as plain tuples.

What SQLAlchemy makes of a row costs more than reading it: over a million rows that is seconds.
"""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Select

_AT_ONCE: Final = 2_000


def streamed(connection: Connection, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query as the driver gives them: columns of types of our own (sets, lines) stay
    the text that they are kept as. Parameters are texts and numbers."""
    driver = connection.connection.driver_connection
    assert driver is not None
    cursor = driver.cursor()
    try:
        cursor.execute(*for_driver(connection, query))
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows
    finally:
        cursor.close()


def for_driver(connection: Connection, query: Select[Any]) -> tuple[str, tuple[Any, ...]]:
    """A query, whose parameters are texts and numbers, as the driver takes it."""
    compiled = query.compile(connection.engine)
    return str(compiled), tuple(compiled.params[name] for name in compiled.positiontup or ())


def plain_rows(
    connection: Connection, statement: str, parameters: tuple[Any, ...]
) -> list[tuple[Any, ...]]:
    """All rows of a query written for the driver, as the driver gives them."""
    driver = connection.connection.driver_connection
    assert driver is not None
    rows: list[tuple[Any, ...]] = driver.execute(statement, parameters).fetchall()
    return rows
