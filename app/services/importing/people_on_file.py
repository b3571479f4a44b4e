"""The people of a store that the rows of a file may be about."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from app.db.tables import Household, Person
from app.domain.dates import PartialDate, Precision
from app.domain.importing.known import Identity, KnownPeople
from app.domain.importing.list_row import Document, ListRow
from app.domain.names import name_key, normalise
from app.domain.national_id import Sex
from app.services.importing.village_of import Resolved

_CHUNK = 2_000


@dataclass
class Wanted:
    """What the rows name: only people who share one of these are kept in memory."""

    names: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Iterable[ListRow]) -> "Wanted":
        """Everything that `rows` name."""
        wanted = cls()
        for row in rows:
            wanted.names.add(name_key(row.name))
            wanted.documents.add(row.document.number)
            wanted.numbers.add(row.household_no)
        for words in (wanted.names, wanted.documents, wanted.numbers):
            words.discard("")
        return wanted


def people_on_file(session: Session, wanted: Wanted) -> KnownPeople:
    """The people whose name, document or household's number is wanted. Reads every person once
    (names are compared folded), a chunk at a time."""
    person: Any = Person
    household: Any = Household
    people, households = person.__table__.c, household.__table__.c
    query = (
        select(
            people.id,
            people.household_id,
            people.name,
            people.document_type,
            people.document_no,
            people.document_verified,
            people.phone,
            people.birth_date,
            people.birth_precision,
            people.sex,
            households.number,
            households.phone.label("household_phone"),
            households.village_id,
            households.address,
            households.declared_size,
            households.source,
        )
        .join_from(person.__table__, household.__table__, people.household_id == households.id)
        .where(people.active)
        .order_by(people.id)
        .execution_options(yield_per=_CHUNK)
    )
    known = KnownPeople()
    for row in session.connection().execute(query):
        name = name_key(row.name)
        if (
            name in wanted.names
            or row.document_no in wanted.documents
            or row.number in wanted.numbers
        ):
            known.add(_identity(row, name))
    return known


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


def _identity(row: Any, name: str) -> Identity:
    return Identity(
        name=name,
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
