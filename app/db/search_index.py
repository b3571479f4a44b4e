"""Keeping the search index right: as people and households change, and anew from all of them.

The rows follow from the records, all but their numbers, which are given here in order of arrival.
Many rows of one flush are written together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    func,
    insert,
    select,
    text,
)
from sqlcipher3 import dbapi2

from app.db.search_rows import Row, all_people_rows, household_rows, people_rows
from app.db.tables import (
    VILLAGE_SHIFT,
    Household,
    Person,
    search_household,
    search_person,
    search_village,
    table_of,
)

_CHUNK = 500
_BATCH = 2_000
_PERSON = table_of(Person)
_HOUSEHOLD = table_of(Household)

_WRITE_NAME = text("INSERT INTO search_name(rowid, name_key) VALUES(:place_row, :name_key)")
# An index without its own copy of the text must be told what it forgets.
_FORGET_NAME = text(
    "INSERT INTO search_name(search_name, rowid, name_key) VALUES('delete', :place_row, :name_key)"
)
_REBUILD_NAMES = text("INSERT INTO search_name(search_name) VALUES('rebuild')")
# One piece is walked twice as fast as the many that writing leaves.
_JOIN_NAMES = text("INSERT INTO search_name(search_name) VALUES('optimize')")
_CHECK_NAMES = "INSERT INTO search_name(search_name, rank) VALUES('integrity-check', 1)"


@dataclass(frozen=True)
class _Indexed:
    """One of the two tables: the records it comes from, the column with their ids, how its rows are
    computed, and whether their names are in the full-text index."""

    table: Table
    source: Table
    owner: str
    rows: Callable[[Connection, Sequence[str]], Iterator[Row]]
    names: bool


_PEOPLE = _Indexed(search_person, _PERSON, "person_id", people_rows, names=True)
_HOUSEHOLDS = _Indexed(search_household, _HOUSEHOLD, "household_id", household_rows, names=False)


def refresh(connection: Connection, touched: Mapping[str, Iterable[str]]) -> None:
    """Brings up to date what is looked up of the touched people and households."""
    people = set(touched.get("person", ()))
    households = set(touched.get("household", ()))
    if not people and not households:
        return
    people |= _people_of(connection, households)
    households |= _households_of(connection, people)
    for chosen in _chunks(sorted(people)):
        _write(connection, _PEOPLE, chosen)
    for chosen in _chunks(sorted(households - {""})):
        _write(connection, _HOUSEHOLDS, chosen)


def rebuild(connection: Connection) -> None:
    """Empties the index and fills it from all people and households, village by village."""
    for table in (search_person, search_household, search_village):
        connection.execute(delete(table))
    numbering = Numbering(connection)
    villages = connection.scalars(select(_HOUSEHOLD.c.village_id).distinct())
    numbering.begin(["", *villages])
    _fill(connection, numbering, _PEOPLE, all_people_rows(connection))
    by_village = select(_HOUSEHOLD.c.id).order_by(_HOUSEHOLD.c.village_id)
    for chosen in _chunks(connection.scalars(by_village)):
        _fill(connection, numbering, _HOUSEHOLDS, household_rows(connection, chosen))
    connection.execute(_REBUILD_NAMES)
    connection.execute(_JOIN_NAMES)


def differences(connection: Connection) -> Iterator[str]:
    """The ids of the people and households whose index rows are not what their records say."""
    for indexed in (_PEOPLE, _HOUSEHOLDS):
        for chosen in _all_ids(connection, indexed.source):
            found = _found(connection, indexed, chosen)
            for row in indexed.rows(connection, chosen):
                kept = found.get(row[indexed.owner])
                if kept is None or any(kept[name] != value for name, value in row.items()):
                    yield row[indexed.owner]
        owner = indexed.table.c[indexed.owner]
        left_over = select(owner).where(owner.not_in(select(indexed.source.c.id)))
        yield from connection.scalars(left_over.order_by(owner))


def forget_for_good(connection: Connection) -> None:
    """Writes the full-text index anew, without the names that were taken out of it."""
    connection.execute(_JOIN_NAMES)


def names_agree(connection: Connection) -> bool:
    """Whether the full-text index holds the names of its rows and no others. SQLite takes the
    write lock for it, though nothing is written."""
    driver: Any = connection.connection.driver_connection
    try:
        # Past the engine, which would take the answer for a damaged file and drop the connection.
        driver.execute(_CHECK_NAMES)
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != dbapi2.SQLITE_CORRUPT:
            raise
        return False
    return True


def _people_of(connection: Connection, households: Iterable[str]) -> set[str]:
    """The people of these households: they stand under its village, and its phone is compared."""
    found: set[str] = set()
    for chosen in _chunks(sorted(households)):
        query = select(_PERSON.c.id).where(_PERSON.c.household_id.in_(chosen))
        found.update(connection.scalars(query))
    return found


def _households_of(connection: Connection, people: Iterable[str]) -> set[str]:
    """The households in which people are, and were when the index last saw them."""
    found: set[str] = set()
    for chosen in _chunks(sorted(people)):
        now = select(_PERSON.c.household_id).where(_PERSON.c.id.in_(chosen))
        before = select(search_person.c.household_id).where(search_person.c.person_id.in_(chosen))
        found.update(connection.scalars(now.union(before)))
    return found


def _write(connection: Connection, indexed: _Indexed, chosen: Sequence[str]) -> None:
    """Makes the index rows of `chosen` the ones wanted; what is right already stays untouched."""
    found = _found(connection, indexed, chosen)
    numbering = Numbering(connection)
    right: set[str] = set()
    fresh: list[Row] = []
    for row in indexed.rows(connection, chosen):
        kept = found.get(row[indexed.owner])
        if kept is None or kept["village_id"] != row["village_id"]:
            fresh.append(numbering.placed(indexed.table, row))
        elif any(kept[name] != value for name, value in row.items()):
            fresh.append(_without_village(row) | {"place_row": kept["place_row"]})
        else:
            right.add(row[indexed.owner])
    gone = [row for owner, row in found.items() if owner not in right]
    if gone:
        if indexed.names:
            connection.execute(_FORGET_NAME, [_name_of(row) for row in gone])
        rows = [row["place_row"] for row in gone]
        connection.execute(delete(indexed.table).where(indexed.table.c.place_row.in_(rows)))
    if fresh:
        connection.execute(insert(indexed.table), fresh)
        if indexed.names:
            connection.execute(_WRITE_NAME, [_name_of(row) for row in fresh])


def _fill(
    connection: Connection, numbering: "Numbering", indexed: _Indexed, rows: Iterator[Row]
) -> None:
    """Writes the rows of an empty index; names are gathered at the end."""
    batch: list[Row] = []
    for row in rows:
        batch.append(numbering.placed(indexed.table, row))
        if len(batch) >= _BATCH:
            connection.execute(insert(indexed.table), batch)
            batch = []
    if batch:
        connection.execute(insert(indexed.table), batch)


def _found(connection: Connection, indexed: _Indexed, chosen: Sequence[str]) -> dict[str, Row]:
    """The rows that the index has of these records, with their village."""
    query = (
        select(indexed.table, search_village.c.village_id)
        .join(search_village, search_village.c.number == _village_of(indexed.table))
        .where(indexed.table.c[indexed.owner].in_(chosen))
    )
    return {row[indexed.owner]: dict(row) for row in connection.execute(query).mappings()}


class Numbering:
    """Gives rows their numbers, village by village."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._villages: dict[str, int] = {}
        self._last: dict[tuple[str, int], int] = {}
        self._next: int | None = None
        self._new: list[Row] = []

    def begin(self, villages: Iterable[str]) -> None:
        """Numbers the villages of an empty index."""
        self._villages = {
            village: number for number, village in enumerate(sorted(set(villages)), 1)
        }
        rows = [{"number": number, "village_id": id_} for id_, number in self._villages.items()]
        self._connection.execute(insert(search_village), rows)
        for table in (search_person, search_household):
            for number in self._villages.values():
                self._last[table.name, number] = village_rows(number).start

    def go_on(self) -> None:
        """Looks up all villages and where their rows end, at once instead of one by one."""
        self._villages = {
            row.village_id: row.number for row in self._connection.execute(select(search_village))
        }
        for table in (search_person, search_household):
            place = table.c.place_row
            first = search_village.c.number.op("<<")(VILLAGE_SHIFT)
            last = select(func.max(place)).where(
                and_(place >= first, place < first + (1 << VILLAGE_SHIFT))
            )
            ends = select(search_village.c.number, last.scalar_subquery().label("last"))
            for number, end in self._connection.execute(ends):
                self._last[table.name, number] = end or village_rows(number).start
        self._next = max(self._villages.values(), default=0) + 1

    def keep(self) -> None:
        """Writes down the villages numbered since `go_on`."""
        if self._new:
            self._connection.execute(insert(search_village), self._new)
            self._new = []

    def placed(self, table: Table, row: Row) -> Row:
        """The row with the next number of its village."""
        return _without_village(row) | {"place_row": self.next_row(table, row["village_id"])}

    def next_row(self, table: Table, village_id: str) -> int:
        """The next number of a village."""
        village = self._village(village_id)
        key = table.name, village
        last = self._last.get(key)
        if last is None:
            last = self._last_row(table, village)
        self._last[key] = last + 1
        return last + 1

    def _village(self, village_id: str) -> int:
        number = self._villages.get(village_id)
        if number is None and self._next is not None:
            number, self._next = self._next, self._next + 1
            self._villages[village_id] = number
            self._new.append({"number": number, "village_id": village_id})
            for table in (search_person, search_household):
                self._last[table.name, number] = village_rows(number).start
        elif number is None:
            known = select(search_village.c.number).where(search_village.c.village_id == village_id)
            number = self._connection.scalar(known)
            if number is None:
                self._connection.execute(insert(search_village).values(village_id=village_id))
                number = self._connection.execute(known).scalar_one()
            self._villages[village_id] = number
        return number

    def _last_row(self, table: Table, village: int) -> int:
        rows = village_rows(village)
        column = table.c.place_row
        query = select(func.max(column)).where(and_(column >= rows.start, column < rows.stop))
        return self._connection.scalar(query) or rows.start


def village_rows(number: int) -> range:
    """The numbers that the rows of one village may have."""
    return range(number << VILLAGE_SHIFT, (number + 1) << VILLAGE_SHIFT)


def _village_of(table: Table) -> ColumnElement[int]:
    return table.c.place_row.op(">>")(VILLAGE_SHIFT)


def _without_village(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "village_id"}


def _name_of(row: Row) -> Row:
    return {"place_row": row["place_row"], "name_key": row["name_key"]}


def _all_ids(connection: Connection, table: Table) -> Iterator[list[str]]:
    last = ""
    while True:
        query = select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(_CHUNK)
        chosen = list(connection.scalars(query))
        if not chosen:
            return
        yield chosen
        last = chosen[-1]


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    chosen = list(ids)
    for start in range(0, len(chosen), _CHUNK):
        yield chosen[start : start + _CHUNK]
