"""Rows of records that one change makes: most of what a merge brings, and all of it unheard of.

A record with a single change has nothing to fold: the fields of that change are the row. They are
made as the driver takes them, and written past the ORM, many at a time. `RecordSpec.columns_of`
says the same more slowly; a test holds the two together.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Any, Final

import orjson
from sqlalchemy import Connection, Table

from app.db.aid_lines import aid_line_values
from app.db.tables import RECORDS, aid_line, table_of
from app.db.tables.replicated import ElementSet, Lines
from app.domain.journal.change import Change
from app.domain.journal.fields import shared_fields
from app.domain.journal.rights import SAFETY
from app.domain.journal.value import Fields, Value

_OTHERS_DEPEND_ON: Final = frozenset(
    {"village", "entitlement_rule", "campaign", "person_verdict", "household_verdict"}
)
"""Of these there are few, and much to recompute."""

FRESH_KINDS: Final = frozenset(RECORDS) - SAFETY - _OTHERS_DEPEND_ON
"""Records whose rows can be written before anything else is known of the merge."""

Values = list[Any]
Rows = list[tuple[Any, ...]]
Fresh = tuple[list[tuple[str, Rows]], Rows]
"""By kind the rows of records, and the lines of those that are hand-overs; plain values."""

_Setter = Callable[[Values, Value], None]


class _Maker:
    """How the fields of one kind of record fill its row."""

    def __init__(self, kind: str) -> None:
        spec = RECORDS[kind]
        table = table_of(spec.model)
        names = [column.name for column in table.c]
        place = {name: number for number, name in enumerate(names)}
        self.statement = insert_statement(table, "INSERT OR REPLACE")
        self.id_place = place["id"]
        self.defaults = [
            _plain(table, name, spec.defaults[name]) if name != "id" else "" for name in names
        ]
        self.setters: dict[str, _Setter] = {}
        for name in spec.plain:
            self.setters[name] = _plain_setter(place[name], spec.kinds[name])
        for name, columns in spec.composites.items():
            parts = [(place[column], spec.kinds[column]) for column in columns]
            self.setters[name] = _composite_setter(parts)
        for name in spec.lists:
            self.setters[name] = _list_setter(place[name])
        self.sets = {name: place[name] for name in spec.sets}

    def row(self, record_id: str, fields: Fields) -> Values:
        """The values of a row in the order of the table's columns."""
        values = self.defaults.copy()
        values[self.id_place] = record_id
        elements: dict[int, list[str]] = {}
        for name, value in fields.items():
            setter = self.setters.get(name)
            if setter is not None:
                setter(values, value)
            elif value is True:
                set_name, _, element = name.partition(":")
                if set_name in self.sets:
                    elements.setdefault(self.sets[set_name], []).append(element)
        for place, found in elements.items():
            values[place] = _json(sorted(found))
        return values


def fresh_rows(changes: Iterable[Change]) -> Fresh:
    """The rows of changes of `FRESH_KINDS` that alone make their records."""
    rows: dict[str, Rows] = {}
    lines: Rows = []
    for change in changes:
        fields = shared_fields(change.fields or b"{}")
        row = _maker(change.record_type).row(change.record_id, fields)
        rows.setdefault(change.record_type, []).append(tuple(row))
        if change.record_type == "aid_record":
            lines += _lines(row, fields)
    return list(rows.items()), lines


def write_fresh(connection: Connection, fresh: Fresh) -> None:
    """Writes the rows."""
    rows, lines = fresh
    for kind, found in rows:
        if found:
            connection.exec_driver_sql(_maker(kind).statement, found)
    if lines:
        connection.exec_driver_sql(_INSERT_LINES, lines)


def without(fresh: Fresh, records: Collection[str]) -> Fresh:
    """All but the rows of these records."""
    rows, lines = fresh
    left = []
    for kind, found in rows:
        place = _maker(kind).id_place
        left.append((kind, [row for row in found if row[place] not in records]))
    return left, [line for line in lines if line[_LINE_OF] not in records]


def insert_statement(table: Table, how: str) -> str:
    """An insertion of whole rows, for the driver."""
    names = ", ".join(f'"{column.name}"' for column in table.c)
    marks = ", ".join("?" * len(table.c))
    return f'{how} INTO "{table.name}" ({names}) VALUES ({marks})'


_INSERT_LINES: Final = insert_statement(aid_line, "INSERT OR REPLACE")
_LINE_OF: Final = [column.name for column in aid_line.c].index("aid_record_id")
_AID_PLACES: Final = {
    column.name: number for number, column in enumerate(table_of(RECORDS["aid_record"].model).c)
}


def _lines(row: Values, fields: Fields) -> Iterator[tuple[Any, ...]]:
    listed = fields.get("lines")
    if isinstance(listed, list):
        record = {name: row[place] for name, place in _AID_PLACES.items()}
        yield from aid_line_values(record, listed)


@cache
def _maker(kind: str) -> _Maker:
    return _Maker(kind)


def _plain(table: Table, name: str, value: Any) -> Any:
    """A default as the driver takes it."""
    kind = table.c[name].type
    return _json(sorted(value)) if isinstance(kind, ElementSet | Lines) else value


def _plain_setter(place: int, kinds: frozenset[type]) -> _Setter:
    def put(values: Values, value: Value) -> None:
        if type(value) in kinds:
            values[place] = value

    return put


def _composite_setter(parts: list[tuple[int, frozenset[type]]]) -> _Setter:
    def put(values: Values, value: Value) -> None:
        if isinstance(value, list):
            pairs = list(zip(parts, value, strict=False))
            if all(type(part) in kinds for (_, kinds), part in pairs):
                for (place, _), part in pairs:
                    values[place] = part

    return put


def _list_setter(place: int) -> _Setter:
    def put(values: Values, value: Value) -> None:
        if isinstance(value, list):
            values[place] = _json(value)

    return put


def _json(value: Any) -> str:
    """The same bytes as the column types write."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
