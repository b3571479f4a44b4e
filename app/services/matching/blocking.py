"""Which people are worth comparing: those who share a key of the index. Found by SQL, never by
looking at all pairs.

A key that hundreds share (a first name in a town) says nothing and is left out; whoever stands
twice shares others.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select, text

from app.db.streaming import streamed
from app.db.tables import MATCH_KEYS, search_person

LARGEST_BLOCK = 400

_ROW = search_person.c.place_row
_COLUMNS: tuple[Column[object], ...] = (
    search_person.c.document_key,
    *(search_person.c[name] for name in MATCH_KEYS),
)


Group = Sequence[int]
"""The numbers of the rows of people who share a key, in order: each is compared with all others."""


def groups(connection: Connection) -> Iterator[Group]:
    """All groups, key by key: two people stand together in as many as they share keys."""
    for column in _COLUMNS:
        query = _sharing(column, func.group_concat(_ROW))
        for (rows,) in streamed(connection, query):
            yield sorted(map(int, rows.split(",")))


def pairs_in_groups(connection: Connection) -> int:
    """How many pairs the groups hold."""
    counts = (streamed(connection, _sharing(column, func.count())) for column in _COLUMNS)
    return sum(count * (count - 1) // 2 for groups in counts for (count,) in groups)


def _sharing(column: Column[object], told: ColumnElement[Any]) -> Select[Any]:
    several = func.count().between(2, LARGEST_BLOCK)
    return select(told).where(column.is_not(None)).group_by(column).having(several)


def pairs_with(connection: Connection, chosen: Iterable[int]) -> set[tuple[int, int]]:
    """The pairs in which at least one of the chosen rows takes part, the smaller first."""
    rows = json.dumps(sorted(chosen))
    found: set[tuple[int, int]] = set()
    for column in _COLUMNS:
        found.update(_with(connection, column.name, rows))
    return found


def _with(connection: Connection, column: str, rows: str) -> Iterator[tuple[int, int]]:
    # Of a key that too many share, one row more than is looked at is counted.
    statement = text(
        f"SELECT n.place_row, o.place_row FROM json_each(:rows) AS c"  # noqa: S608 (column names)
        f" CROSS JOIN search_person AS n ON n.place_row = c.value"
        f" CROSS JOIN search_person AS o ON o.{column} = n.{column}"
        f" WHERE n.{column} IS NOT NULL AND (SELECT count(*) FROM (SELECT 1 FROM search_person AS b"
        f"  WHERE b.{column} = n.{column} LIMIT {LARGEST_BLOCK + 1})) <= {LARGEST_BLOCK}"
    )
    for row, other in connection.execute(statement, {"rows": rows}):
        if row != other:
            yield (row, other) if row < other else (other, row)
