"""The list of households or people, a part at a time, and what its lines show."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlmodel import Session

from app.db.queries.people import (
    Kind,
    Part,
    Position,
    Sort,
    Wanted,
    in_category,
    part_of_list,
    rows_of,
)
from app.db.queries.places import PlaceName, places_named
from app.db.search import search
from app.db.store import Store
from app.db.tables import Household, Person, search_household, search_person, table_of
from app.domain.dates import PartialDate, Precision
from app.domain.national_id import mask
from app.domain.query import read_query
from app.domain.search_keys import NO_DOCUMENT

__all__ = ["Kind", "Part", "Position", "Sort", "Wanted"]

MOST_FOUND = 500
"""Lines that a search shows; whoever is not among them is found by typing more."""

_HOUSEHOLD, _PERSON = table_of(Household), table_of(Person)


@dataclass(frozen=True)
class HouseholdLine:
    """A household in the list; `head_name` is empty while nobody of it is known."""

    row: int
    household_id: str
    number: str
    head_name: str
    place: PlaceName | None
    size: int
    phone: str
    registered_on: str | None


@dataclass(frozen=True)
class PersonLine:
    """A person in the list; `masked_id` shows the last four characters only."""

    row: int
    household_id: str
    person_id: str
    name: str
    relationship: str
    sex: str
    birth: PartialDate | None
    masked_id: str
    phone: str
    household_number: str
    place: PlaceName | None
    active: bool


def list_part(store: Store, wanted: Wanted, after: Position | None, most: int) -> Part:
    """The next rows of a list, by their numbers in the search index; see `part_of_list`."""
    with store.read() as session:
        return part_of_list(session.connection(), wanted, after, most)


def count_all(store: Store, kind: Kind) -> int:
    """How many households or people are on file."""
    with store.read() as session:
        table = search_household if kind is Kind.HOUSEHOLDS else search_person
        return session.connection().scalar(select(func.count()).select_from(table)) or 0


def find_rows(store: Store, text: str, wanted: Wanted) -> "array[int]":
    """The rows that a search finds, the best first; at most MOST_FOUND, of which those are left
    that are of the village and category wanted."""
    query = read_query(text)
    if query is None:
        return array("q")
    with store.read() as session:
        connection = session.connection()
        first = [wanted.village_id] if wanted.village_id else []
        hits = search(connection, query, first=first, limit=MOST_FOUND).hits
        if wanted.village_id:
            hits = tuple(hit for hit in hits if hit.of_today)
        if wanted.kind is Kind.HOUSEHOLDS:
            ids = dict.fromkeys(hit.household_id for hit in hits)
        else:
            ids = dict.fromkeys(hit.person_id for hit in hits if hit.person_id)
        return in_category(connection, wanted, rows_of(connection, wanted.kind, list(ids)))


def row_of_household(store: Store, household_id: str) -> int | None:
    """The row of one household; None when it has not arrived here."""
    with store.read() as session:
        rows = rows_of(session.connection(), Kind.HOUSEHOLDS, [household_id])
        return rows[0] if rows else None


def household_lines(store: Store, rows: Sequence[int]) -> tuple[HouseholdLine | None, ...]:
    """The lines of some rows, in their order; None for a row that is gone by now."""
    index = search_household
    head = _PERSON.alias("head")
    query = (
        select(index.c.place_row, index.c.size, _HOUSEHOLD, head.c.name.label("head_name"))
        .join(_HOUSEHOLD, _HOUSEHOLD.c.id == index.c.household_id)
        .outerjoin(head, head.c.id == index.c.head_id)
        .where(index.c.place_row.in_(list(rows)))
    )
    with store.read() as session:
        found, places = _found(session, query)
    return tuple(
        HouseholdLine(
            row=row.place_row,
            household_id=row.id,
            number=row.number,
            head_name=row.head_name or "",
            place=places.get(row.village_id),
            size=row.size,
            phone=row.phone,
            registered_on=row.registered_on,
        )
        if row is not None
        else None
        for row in map(found.get, rows)
    )


def person_lines(store: Store, rows: Sequence[int]) -> tuple[PersonLine | None, ...]:
    """The lines of some rows, in their order; None for a row that is gone by now."""
    index = search_person
    query = (
        select(index.c.place_row, _PERSON, _HOUSEHOLD.c.number, _HOUSEHOLD.c.village_id)
        .join(_PERSON, _PERSON.c.id == index.c.person_id)
        .outerjoin(_HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
        .where(index.c.place_row.in_(list(rows)))
    )
    with store.read() as session:
        found, places = _found(session, query)
    return tuple(
        PersonLine(
            row=row.place_row,
            household_id=row.household_id,
            person_id=row.id,
            name=row.name,
            relationship=row.relationship,
            sex=row.sex,
            birth=birth_of(row.birth_date, row.birth_precision),
            masked_id="" if row.document_type == NO_DOCUMENT else mask(row.document_no),
            phone=row.phone,
            household_number=row.number or "",
            place=places.get(row.village_id or ""),
            active=bool(row.active),
        )
        if row is not None
        else None
        for row in map(found.get, rows)
    )


def birth_of(birth_date: str | None, precision: str) -> PartialDate | None:
    """A birth date as it is kept in the tables."""
    if not birth_date:
        return None
    return PartialDate(date.fromisoformat(birth_date), Precision(precision or Precision.DAY))


def _found(
    session: Session, query: Select[Any]
) -> tuple[dict[int, Row[Any]], dict[str, PlaceName]]:
    found = {row.place_row: row for row in session.connection().execute(query).all()}
    villages: Iterable[str] = {row.village_id for row in found.values() if row.village_id}
    return found, places_named(session, villages)
