"""The search index filled with the many people that a merge brings.

New households are walked in the order in which they came, each with its people; what their rows say
is computed once, and the full-text index, which wants ascending numbers, is filled at the end.
Whatever is less simple is left to `search_index`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, text

from app.db import search_index
from app.db.arrived import Marks
from app.db.fresh_rows import insert_statement
from app.db.search_index import Numbering
from app.db.search_rows import household_row, person_row
from app.db.tables import search_household, search_person

_CHUNK: Final = 1_000
_HOMES: Final = (
    "SELECT rowid AS place, id, village_id, number, phone, declared_size FROM household"
    " WHERE rowid > :after AND rowid > :mark"
    " ORDER BY rowid LIMIT :count"
)
_PEOPLE: Final = (
    "SELECT rowid AS place, id, household_id, name, relationship, active, document_type,"
    " document_no, phone, sex, birth_date, birth_precision FROM person"
    " WHERE household_id IN (SELECT value FROM json_each(:homes)) ORDER BY household_id, id"
)
_REST: Final = text(
    "SELECT id FROM person AS p WHERE rowid > :mark"
    " AND NOT EXISTS (SELECT 1 FROM search_person AS s WHERE s.person_id = p.id)"
)
_FRESH_NAMES: Final = (
    "INSERT INTO search_name(rowid, name_key) SELECT s.place_row, s.name_key"
    " FROM temp.fresh_name AS f JOIN search_person AS s ON s.place_row = f.place_row"
    " ORDER BY f.place_row"
)
_INSERT_PERSON: Final = insert_statement(search_person, "INSERT")
_INSERT_HOUSEHOLD: Final = insert_statement(search_household, "INSERT")


def fill(connection: Connection, marks: Marks) -> None:
    """Indexes the households that came after `marks`, and their people; then the other people that
    came. What is folded anew afterwards finds its rows here and corrects them."""
    connection.exec_driver_sql("CREATE TEMP TABLE fresh_name (place_row INTEGER PRIMARY KEY)")
    numbering = Numbering(connection)
    numbering.go_on()
    moved: set[str] = set()
    for homes in _homes(connection, marks.household):
        moved |= _fill(connection, numbering, homes, marks.person)
    numbering.keep()
    connection.exec_driver_sql(_FRESH_NAMES)
    connection.exec_driver_sql("DROP TABLE temp.fresh_name")
    rest = set(connection.scalars(_REST, {"mark": marks.person}))
    search_index.refresh(connection, {"person": moved | rest})


def _homes(connection: Connection, mark: int) -> Iterator[Sequence[Row[Any]]]:
    after = mark
    while True:
        chosen = {"after": after, "mark": mark, "count": _CHUNK}
        found = connection.execute(text(_HOMES), chosen).all()
        if not found:
            return
        yield found
        after = found[-1].place


def _fill(
    connection: Connection, numbering: Numbering, homes: Sequence[Row[Any]], mark: int
) -> set[str]:
    """Writes the rows of some households and their new people; returns people who were here before
    their household."""
    listed = json.dumps([home.id for home in homes])
    rows = connection.execute(text(_PEOPLE), {"homes": listed})
    families = {home: list(people) for home, people in groupby(rows, lambda one: one.household_id)}
    people, households, earlier = [], [], set()
    for home in homes:
        members = families.get(home.id, [])
        for person in members:
            if person.place <= mark:
                earlier.add(person.id)
            else:
                row = person_row(person, home.village_id, home.phone)
                people.append(_values(numbering.placed(search_person, row), search_person))
        row = household_row(home, [one for one in members if one.active])
        households.append(_values(numbering.placed(search_household, row), search_household))
    connection.exec_driver_sql(_INSERT_HOUSEHOLD, households)
    if people:
        connection.exec_driver_sql(_INSERT_PERSON, people)
        connection.exec_driver_sql(
            "INSERT INTO temp.fresh_name VALUES (?)", [(row[0],) for row in people]
        )
    return earlier


def _values(row: Mapping[str, Any], table: Table) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.c)
