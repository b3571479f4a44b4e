"""The search index filled with the many people that a merge brings.

New households are walked in the order in which they came, each with its people; what their rows say
is computed once, in another process where there is one, and the full-text index, which wants
ascending numbers, is filled at the end. Whatever is less simple is left to `search_index`.
"""

import json
import marshal
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, text

from app.beside import Helper, each
from app.db import search_index
from app.db.arrived import Marks
from app.db.fresh_rows import insert_statement
from app.db.search_index import Numbering
from app.db.search_rows import Row, household_row, person_row
from app.db.streaming import plain_rows
from app.db.tables import search_household, search_person

_CHUNK: Final = 1_000
_AT_ONCE: Final = 2_000
_MOST_BYTES: Final = 16 << 20
"""Packed rows held at once, some seventy thousand: the more rows of a table are written one after
another, the more of them find the pages of its indexes in the cache."""


class _Home(NamedTuple):
    place: int
    id: str
    village_id: str
    number: str
    phone: str
    declared_size: int | None


class _Person(NamedTuple):
    place: int
    id: str
    household_id: str
    name: str
    relationship: str
    active: bool
    document_type: str
    document_no: str
    phone: str
    sex: str
    birth_date: str | None
    birth_precision: str


_HOMES: Final = (
    "SELECT rowid AS place, id, village_id, number, phone, declared_size FROM household"
    " WHERE rowid > ? ORDER BY rowid LIMIT ?"
)
_PEOPLE: Final = (
    "SELECT rowid AS place, id, household_id, name, relationship, active, document_type,"
    " document_no, phone, sex, birth_date, birth_precision FROM person"
    " WHERE household_id IN (SELECT value FROM json_each(?)) ORDER BY household_id, id"
)
_REST: Final = text(
    "SELECT id FROM person AS p WHERE rowid > :mark"
    " AND NOT EXISTS (SELECT 1 FROM search_person AS s WHERE s.person_id = p.id)"
)
_PEOPLE_BEFORE: Final = text(
    "SELECT DISTINCT record_id FROM temp.touched AS t WHERE record_type = 'person'"
    " AND NOT EXISTS (SELECT 1 FROM person AS p WHERE p.id = t.record_id AND p.rowid > :mark)"
)
_HOMES_BEFORE: Final = text(
    "SELECT DISTINCT record_id FROM temp.touched AS t WHERE record_type = 'household'"
    " AND NOT EXISTS (SELECT 1 FROM household AS h WHERE h.id = t.record_id AND h.rowid > :mark)"
)
_FRESH_NAMES: Final = (
    "INSERT INTO search_name(rowid, name_key) SELECT s.place_row, s.name_key"
    " FROM temp.fresh_name AS f JOIN search_person AS s ON s.place_row = f.place_row"
    " ORDER BY f.place_row"
)
_INSERT_PERSON: Final = insert_statement(search_person, "INSERT")
_INSERT_HOUSEHOLD: Final = insert_statement(search_household, "INSERT")

Values = tuple[Any, ...]
Packed = bytes
"""A row as it came from the other process, in less than half the memory."""

_Numbered = tuple[int, Packed]

Homes = tuple[list[Values], list[Values], int]
"""Households in order, the people in them by household, and the last row of people from before."""

Family = tuple[str, Packed, list[Packed]]
"""A household's village, its row and the rows of its new people, all but their numbers."""

Indexed = tuple[list[Family], list[str]]
"""Households, and the people who were here before theirs."""


def fill(connection: Connection, marks: Marks, helper: Helper) -> None:
    """Indexes the households that came after `marks`, and their people; then the other people that
    came, and whoever was here before and is in the temporary table `touched`. All rows are folded
    by now, and those from before stand in their old places."""
    connection.exec_driver_sql("CREATE TEMP TABLE fresh_name (place_row INTEGER PRIMARY KEY)")
    numbering = Numbering(connection)
    numbering.go_on()
    rows = _Rows(connection)
    moved: set[str] = set()
    for found, earlier in each(helper, index_rows, _homes(connection, marks)):
        rows.add(numbering, found)
        moved.update(earlier)
    rows.write()
    numbering.keep()
    connection.exec_driver_sql(_FRESH_NAMES)
    connection.exec_driver_sql("DROP TABLE temp.fresh_name")
    rest = set(connection.scalars(_REST, {"mark": marks.person}))
    people = moved | rest | set(connection.scalars(_PEOPLE_BEFORE, {"mark": marks.person}))
    homes = connection.scalars(_HOMES_BEFORE, {"mark": marks.household})
    search_index.refresh(connection, {"person": people, "household": homes})


def _homes(connection: Connection, marks: Marks) -> Iterator[Homes]:
    after = marks.household
    while True:
        homes = plain_rows(connection, _HOMES, (after, _CHUNK))
        if not homes:
            return
        listed = json.dumps([home[1] for home in homes])
        yield homes, plain_rows(connection, _PEOPLE, (listed,)), marks.person
        after = homes[-1][0]


def index_rows(given: Homes) -> Indexed:
    """The rows of some households and their people; also runs in the other process."""
    homes, people, mark = given
    members = map(_Person._make, people)
    families = {home: list(found) for home, found in groupby(members, lambda one: one.household_id)}
    rows: list[Family] = []
    earlier: list[str] = []
    for home in map(_Home._make, homes):
        family = families.get(home.id, [])
        earlier += [person.id for person in family if person.place <= mark]
        new = [
            _packed(person_row(person, home.village_id, home.phone), search_person)
            for person in family
            if person.place > mark
        ]
        row = household_row(home, [one for one in family if one.active])
        rows.append((home.village_id, _packed(row, search_household), new))
    return rows, earlier


class _Rows:
    """Rows on their way to the index, many of each table at once and in the order of their numbers:
    what lies together finds its pages in the cache."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people: list[_Numbered] = []
        self._households: list[_Numbered] = []
        self._bytes = 0

    def add(self, numbering: Numbering, found: Sequence[Family]) -> None:
        """Numbers the rows of some households and their people."""
        for village, household, members in found:
            for person in members:
                self._people.append((numbering.next_row(search_person, village), person))
            row = numbering.next_row(search_household, village)
            self._households.append((row, household))
            self._bytes += len(household) + sum(map(len, members))
        if self._bytes > _MOST_BYTES:
            self.write()

    def write(self) -> None:
        """Writes what was added."""
        self._insert(_INSERT_HOUSEHOLD, self._households)
        self._insert(_INSERT_PERSON, self._people)
        fresh = [(number,) for number, _ in self._people]
        if fresh:
            self._connection.exec_driver_sql("INSERT INTO temp.fresh_name VALUES (?)", fresh)
        self._people, self._households, self._bytes = [], [], 0

    def _insert(self, statement: str, rows: list[_Numbered]) -> None:
        rows.sort()
        for start in range(0, len(rows), _AT_ONCE):
            some = [(number, *_unpacked(row)) for number, row in rows[start : start + _AT_ONCE]]
            self._connection.exec_driver_sql(statement, some)


_COLUMNS: Final = {
    table.name: [column.name for column in table.c if column.name != "place_row"]
    for table in (search_person, search_household)
}


def _packed(row: Row, table: Table) -> Packed:
    return marshal.dumps(tuple([row[name] for name in _COLUMNS[table.name]]))


def _unpacked(row: Packed) -> Values:
    values: Values = marshal.loads(row)  # noqa: S302  # our own process wrote it
    return values
