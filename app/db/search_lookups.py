"""Single look-ups in the search index, each a short walk from where the typed key would stand."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, TextClause, and_, or_, select, text

from app.db.search_index import village_rows
from app.db.tables import place, search_person, search_village

MANY = 250
"""A question with as many answers is a common one: only its first answers are read."""

_WALKED = 20_000
"""Rows of today's villages that are walked through for a common beginning: about 10 ms."""

_AFTER = "\U0010ffff"

_NAMES = (
    "SELECT p.place_row, p.name_key FROM search_name AS f "
    "CROSS JOIN search_person AS p ON p.place_row = f.rowid WHERE f.search_name MATCH :parts"
)
_ALL_NAMES = text(_NAMES + " LIMIT :most")
_NAMES_WITHIN = text(_NAMES + " AND f.rowid BETWEEN :first AND :last LIMIT :most")


def rows_of_villages(connection: Connection, village_ids: Iterable[str]) -> tuple[range, ...]:
    """The row numbers of these villages, and of the villages and hamlets that lie in them;
    neighbours joined."""
    wanted = sorted(village_ids)
    if not wanted:
        return ()
    inside = select(place.c.id).where(place.c.parent_id.in_(wanted))
    deeper = select(place.c.id).where(place.c.parent_id.in_(inside))
    village = search_village.c.village_id
    query = select(search_village.c.number).where(
        or_(village.in_(wanted), village.in_(inside), village.in_(deeper))
    )
    joined: list[range] = []
    for number in sorted(connection.scalars(query).all()):
        rows = village_rows(number)
        if joined and joined[-1].stop == rows.start:
            joined[-1] = range(joined[-1].start, rows.stop)
        else:
            joined.append(rows)
    return tuple(joined)


class Lookups:
    """Look-ups that put today's villages first; `saturated` once answers were left out."""

    def __init__(self, connection: Connection, today: Sequence[range]) -> None:
        self._connection = connection
        self._today = today
        self.saturated = False

    def is_today(self, row: int) -> bool:
        """Whether a row of the index is of today's villages."""
        return any(row in rows for rows in self._today)

    def names(self, readings: Sequence[tuple[str, ...]], most: int) -> dict[int, str]:
        """Rows and name keys of people with a part beginning like each part of a reading. If they
        are many: those of today's villages, `most` whose own name begins so, and some others."""
        parts = " OR ".join(_all_of(reading) for reading in readings)
        found = self._matching(_ALL_NAMES, parts, MANY)
        if len(found) < MANY:
            return found
        self.saturated = True
        near: dict[int, str] = {}
        for rows in self._today:
            within = {"first": rows.start, "last": rows.stop - 1}
            near |= self._matching(_NAMES_WITHIN, parts, MANY - len(near), **within)
            if len(near) == MANY:
                break
        for reading in readings:
            near |= self._own_names(" ".join(reading), most)
        return near | found

    def rows(self, column: Column[Any], beginning: str) -> list[int]:
        """Rows whose key begins so. If they are many: those of today's villages and some others."""
        table = column.table
        query = select(table.c.place_row)
        query = query.where(begins(column, beginning)).limit(MANY)
        found = list(self._connection.scalars(query).all())
        if len(found) < MANY:
            return found
        self.saturated = True
        return [*self._near_rows(column, beginning), *found]

    def few(self, column: Column[Any], beginning: str) -> list[int]:
        """Rows whose key begins so, unless they are many."""
        query = select(column.table.c.place_row).where(begins(column, beginning)).limit(MANY)
        found = self._connection.scalars(query).all()
        self.saturated |= len(found) == MANY
        return list(found) if len(found) < MANY else []

    def _near_rows(self, column: Column[Any], beginning: str) -> list[int]:
        number = column.table.c.place_row
        near: list[int] = []
        for rows in self._today:
            within = and_(number >= rows.start, number < rows.stop)
            walked = select(number, column).where(within).order_by(number)
            part = walked.limit(_WALKED // len(self._today)).subquery()
            fits = begins(part.c[column.name], beginning)
            query = select(part.c.place_row).where(fits).limit(MANY - len(near))
            near += self._connection.scalars(query).all()
            if len(near) == MANY:
                break
        return near

    def _own_names(self, beginning: str, most: int) -> dict[int, str]:
        key = search_person.c.name_key
        query = select(search_person.c.place_row, key).where(begins(key, beginning))
        return _pairs(self._connection.execute(query.order_by(key).limit(most)).all())

    def _matching(
        self, statement: TextClause, parts: str, most: int, **rows: int
    ) -> dict[int, str]:
        values = {"parts": parts, "most": most, **rows}
        return _pairs(self._connection.execute(statement, values).all())


def begins(key: ColumnElement[Any], beginning: str) -> ColumnElement[bool]:
    """Whether a key begins so; on a column with an index, the walk starts at the right place."""
    return and_(key >= beginning, key < beginning + _AFTER)


def _all_of(reading: tuple[str, ...]) -> str:
    """The full-text expression for all parts of a reading; parts hold letters and digits only."""
    return "(" + " AND ".join(f'"{part}"*' for part in reading) + ")"


def _pairs(rows: Sequence[Any]) -> dict[int, str]:
    return {row.place_row: row.name_key for row in rows}
