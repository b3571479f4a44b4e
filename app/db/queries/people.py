"""Households and people in an order, a part at a time: the rows of the search index as a list.

A part begins where the last one ended, so that the first of a million comes at once and the rest
follows while the list can be read. Nothing is sorted that an index does not hold in order already,
but for a village's own rows, which are few.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    or_,
    select,
    type_coerce,
)

from app.db.search_index import village_rows
from app.db.search_lookups import rows_of_villages
from app.db.tables import (
    Household,
    Person,
    place,
    search_household,
    search_person,
    search_village,
    table_of,
)
from app.domain.names import normalise

_CHUNK = 500
_HOUSEHOLD, _PERSON = table_of(Household), table_of(Person)


class Kind(StrEnum):
    """What the list is of."""

    HOUSEHOLDS = "households"
    PEOPLE = "people"


class Sort(StrEnum):
    """The orders a list can have; a household's name is its head's, people have no number."""

    NAME = "name"
    NUMBER = "number"
    VILLAGE = "village"
    REGISTERED = "registered"


@dataclass(frozen=True)
class Wanted:
    """Which rows, in which order; an empty `village_id` or `category_id` means any.
    A village's hamlets belong to it."""

    kind: Kind = Kind.HOUSEHOLDS
    sort: Sort = Sort.NAME
    descending: bool = False
    village_id: str = ""
    category_id: str = ""


Position = tuple[str, int]
"""Where a part ended: the last key and row, or for the order by village the number of villages."""


@dataclass(frozen=True)
class Part:
    """Some rows of the list by their numbers in the search index; `then` None at its end."""

    rows: "array[int]"
    then: Position | None


def part_of_list(connection: Connection, wanted: Wanted, after: Position | None, most: int) -> Part:
    """About `most` rows that follow `after`: fewer where a category leaves some out, more where a
    village is not yet complete. A single village comes whole."""
    table = _table(wanted.kind)
    if wanted.village_id:
        pairs = _of_village(connection, wanted, table)
        part = Part(array("q", (row for _, row in pairs)), None)
    elif wanted.sort is Sort.VILLAGE:
        part = _by_village(connection, wanted, after, most)
    else:
        part = _by_key(connection, wanted, after, most)
    return Part(in_category(connection, wanted, part.rows), part.then)


def rows_of(connection: Connection, kind: Kind, ids: Sequence[str]) -> "array[int]":
    """The rows of households or people by their ids, in the order of the ids."""
    table = _table(kind)
    owner = _owner(kind)
    found: dict[str, int] = {}
    for start in range(0, len(ids), _CHUNK):
        chosen = ids[start : start + _CHUNK]
        query = select(owner, table.c.place_row).where(owner.in_(chosen))
        found.update((id_, row) for id_, row in connection.execute(query).all())
    return array("q", (found[id_] for id_ in ids if id_ in found))


def _table(kind: Kind) -> Table:
    return search_household if kind is Kind.HOUSEHOLDS else search_person


def _owner(kind: Kind) -> Column[Any]:
    return _table(kind).c.household_id if kind is Kind.HOUSEHOLDS else _table(kind).c.person_id


def _key(wanted: Wanted) -> Column[Any]:
    if wanted.sort is Sort.REGISTERED:
        return _owner(wanted.kind)  # an id begins with the time at which it was made
    if wanted.sort is Sort.NUMBER and wanted.kind is Kind.HOUSEHOLDS:
        return search_household.c.number_order
    column: Column[Any] = _table(wanted.kind).c.name_key
    return column


def _by_key(connection: Connection, wanted: Wanted, after: Position | None, most: int) -> Part:
    key, row = _key(wanted), _table(wanted.kind).c.place_row
    query = select(key, row)
    if after is not None:
        query = query.where(_beyond(key, row, after, descending=wanted.descending))
    order = (key.desc(), row.desc()) if wanted.descending else (key, row)
    found = connection.execute(query.order_by(*order).limit(most)).all()
    then = (found[-1][0], found[-1][1]) if len(found) == most else None
    return Part(array("q", (number for _, number in found)), then)


def _beyond(
    key: Column[Any], row: Column[Any], after: Position, *, descending: bool
) -> ColumnElement[bool]:
    last_key, last_row = after
    if descending:
        return and_(key <= last_key, or_(key < last_key, row < last_row))
    return and_(key >= last_key, or_(key > last_key, row > last_row))


def _of_village(connection: Connection, wanted: Wanted, table: Table) -> list[tuple[str, int]]:
    key = _key(wanted)
    pairs: list[tuple[str, int]] = []
    for rows in rows_of_villages(connection, [wanted.village_id]):
        pairs += _within(connection, select(key, table.c.place_row), table, rows)
    return sorted(pairs, reverse=wanted.descending)


def _by_village(connection: Connection, wanted: Wanted, after: Position | None, most: int) -> Part:
    """Villages by their names, in each its people or households by theirs."""
    table = _table(wanted.kind)
    query = select(table.c.name_key, table.c.place_row)
    villages = _villages_in_order(connection, descending=wanted.descending)
    done = after[1] if after else 0
    found: array[int] = array("q")
    while done < len(villages) and len(found) < most:
        pairs = _within(connection, query, table, village_rows(villages[done]))
        found.extend(row for _, row in sorted(pairs))
        done += 1
    return Part(found, ("", done) if done < len(villages) else None)


def _within(
    connection: Connection, query: Select[Any], table: Table, rows: range
) -> list[tuple[str, int]]:
    row = table.c.place_row
    found = connection.execute(query.where(row >= rows.start, row < rows.stop)).all()
    return [(key, number) for key, number in found]


def _villages_in_order(connection: Connection, *, descending: bool) -> list[int]:
    """The numbers of all villages by name; those of one name by their codes."""
    query = select(search_village, place.c.name_ar).outerjoin(
        place, place.c.id == search_village.c.village_id
    )
    named = [
        (normalise(row.name_ar or ""), row.village_id, row.number)
        for row in connection.execute(query).all()
    ]
    return [number for _, _, number in sorted(named, reverse=descending)]


def in_category(connection: Connection, wanted: Wanted, rows: "array[int]") -> "array[int]":
    """Those of the rows whose household, or for people who themselves, have the category wanted;
    all of them where none is."""
    if not wanted.category_id:
        return rows
    has = f'"{wanted.category_id}"'
    table = _table(wanted.kind)
    joined = table.join(_HOUSEHOLD, _HOUSEHOLD.c.id == table.c.household_id)
    condition = _contains(_HOUSEHOLD.c.categories, has)
    if wanted.kind is Kind.PEOPLE:
        joined = joined.join(_PERSON, _PERSON.c.id == table.c.person_id)
        condition = or_(condition, _contains(_PERSON.c.categories, has))
    query = select(table.c.place_row).select_from(joined).where(condition)
    left: array[int] = array("q")
    for start in range(0, len(rows), _CHUNK):
        chosen = rows[start : start + _CHUNK]
        fits = query.where(table.c.place_row.in_(chosen.tolist()))
        found = set(connection.scalars(fits).all())
        left.extend(row for row in chosen if row in found)
    return left


def _contains(column: Column[Any], text: str) -> ColumnElement[bool]:
    return type_coerce(column, Text).contains(text, autoescape=True)
