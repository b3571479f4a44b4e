"""The people of a store that the rows of a file may be about."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from sqlalchemy import select
from sqlmodel import Session

from app.db.tables import Household, Person, search_person, table_of
from app.domain.dates import PartialDate, Precision
from app.domain.importing.known import Identity, KnownPeople
from app.domain.importing.list_row import Document, ListRow
from app.domain.names import name_key, normalise
from app.domain.national_id import Sex
from app.domain.search_keys import document_key
from app.services.importing.village_of import Resolved

_CHUNK: Final = 500
_PERSON: Final = table_of(Person)
_HOUSEHOLD: Final = table_of(Household)
_PEOPLE: Final = (
    select(
        _PERSON.c.id,
        _PERSON.c.household_id,
        _PERSON.c.name,
        _PERSON.c.document_type,
        _PERSON.c.document_no,
        _PERSON.c.document_verified,
        _PERSON.c.phone,
        _PERSON.c.birth_date,
        _PERSON.c.birth_precision,
        _PERSON.c.sex,
        _HOUSEHOLD.c.number,
        _HOUSEHOLD.c.phone.label("household_phone"),
        _HOUSEHOLD.c.village_id,
        _HOUSEHOLD.c.address,
        _HOUSEHOLD.c.declared_size,
        _HOUSEHOLD.c.source,
    )
    .join_from(_PERSON, _HOUSEHOLD, _PERSON.c.household_id == _HOUSEHOLD.c.id)
    .where(_PERSON.c.active)
)


def people_on_file(session: Session, rows: Iterable[ListRow]) -> KnownPeople:
    """The people with a name, a document or a household's number that any of `rows` has.

    Found by their keys in the search index, so that neither time nor memory grow with the store.
    """
    connection = session.connection()
    names, documents, numbers = _keys(rows)
    ids: set[str] = set()
    for column, keys in (
        (search_person.c.name_key, names),
        (search_person.c.document_key, documents),
    ):
        for chunk in _chunks(keys):
            ids.update(
                connection.scalars(select(search_person.c.person_id).where(column.in_(chunk)))
            )
    for chunk in _chunks(numbers):
        housed = select(_HOUSEHOLD.c.id).where(_HOUSEHOLD.c.number.in_(chunk))
        ids.update(
            connection.scalars(select(_PERSON.c.id).where(_PERSON.c.household_id.in_(housed)))
        )
    known = KnownPeople()
    for chunk in _chunks(ids):
        for row in connection.execute(
            _PEOPLE.where(_PERSON.c.id.in_(chunk)).order_by(_PERSON.c.id)
        ):
            known.add(_identity(row))
    return known


def _keys(rows: Iterable[ListRow]) -> tuple[set[str], set[str], set[str]]:
    """Everything by which somebody might be on file: names, documents, households' numbers."""
    names: set[str] = set()
    documents: set[str] = set()
    numbers: set[str] = set()
    for row in rows:
        names.add(name_key(row.name))
        documents.add(document_key(row.document.type, row.document.number))
        numbers.add(row.household_no)
    return names - {""}, documents - {""}, numbers - {""}


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(sorted(keys))
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def identity_of(row: ListRow, place: Resolved) -> Identity:
    """What is compared of a row."""
    return Identity(
        name=name_key(row.name),
        document=row.document,
        phones=frozenset({row.phone} - {""}),
        birth=row.birth,
        sex=row.sex,
        place=place_key(place.village_id, place.address),
        household_no=row.household_no,
        size=row.members,
    )


def place_key(village_id: str, address: str) -> str:
    """The village, or the address where no village is known."""
    return village_id or f"~{normalise(address)}"


def _identity(row: Any) -> Identity:
    return Identity(
        name=name_key(row.name),
        document=Document(row.document_type, row.document_no, row.document_verified),
        phones=frozenset({row.phone, row.household_phone} - {""}),
        birth=_birth(row.birth_date, row.birth_precision),
        sex=Sex(row.sex) if row.sex in set(Sex) else None,
        place=place_key(row.village_id, row.address),
        household_no=row.number,
        size=row.declared_size,
        household=row.household_id,
        person=row.id,
        source=row.source,
    )


def _birth(day: str | None, precision: str) -> PartialDate | None:
    return PartialDate(dt.date.fromisoformat(day), Precision(precision or "day")) if day else None
