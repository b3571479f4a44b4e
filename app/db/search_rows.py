"""What the search index says of people and households: its rows, computed from their records."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as SqlRow

from app.db.tables import Household, Person, table_of
from app.domain.matching.keys import keys
from app.domain.matching.packed import packed, prepare_packed
from app.domain.names import name_key
from app.domain.search_keys import (
    document_key,
    joined_key,
    number_order,
    number_tail,
    phone_key,
)

Row = dict[str, Any]
"""The columns of an index row but its number, and the village that it belongs under."""

_STREAMED = {"yield_per": 2_000}
_HEAD = "head"
_PERSON = table_of(Person)
_HOUSEHOLD = table_of(Household)
_PEOPLE = select(
    _PERSON.c.id,
    _PERSON.c.household_id,
    _PERSON.c.name,
    _PERSON.c.document_type,
    _PERSON.c.document_no,
    _PERSON.c.phone,
    _PERSON.c.sex,
    _PERSON.c.birth_date,
    _PERSON.c.birth_precision,
    _HOUSEHOLD.c.village_id,
    _HOUSEHOLD.c.phone.label("household_phone"),
)


def people_rows(connection: Connection, chosen: Sequence[str]) -> Iterator[Row]:
    """The index rows of people by their ids."""
    joined = _PERSON.outerjoin(_HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
    query = _PEOPLE.select_from(joined).where(_PERSON.c.id.in_(chosen)).order_by(_PERSON.c.id)
    return _person_rows(connection.execute(query))


def all_people_rows(connection: Connection) -> Iterator[Row]:
    """The index rows of everybody, village by village; at last those without a household here."""
    # Households by the index on their village, then the members of each: nothing is sorted.
    joined = _HOUSEHOLD.join(_PERSON, _HOUSEHOLD.c.id == _PERSON.c.household_id)
    housed = _PEOPLE.select_from(joined).order_by(_HOUSEHOLD.c.village_id)
    yield from _person_rows(connection.execute(housed, execution_options=_STREAMED))
    unknown = _PERSON.c.household_id.not_in(select(_HOUSEHOLD.c.id))
    joined = _PERSON.outerjoin(_HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
    query = _PEOPLE.select_from(joined).where(unknown)
    yield from _person_rows(connection.execute(query, execution_options=_STREAMED))


def _person_rows(people: Iterable[SqlRow[Any]]) -> Iterator[Row]:
    for row in people:
        yield person_row(row, row.village_id or "", row.household_phone or "")


def person_row(person: Any, village_id: str, household_phone: str) -> Row:
    """The index row of one person, who lives in a village, in a household with that phone."""
    document = document_key(person.document_type, person.document_no)
    name, phone = name_key(person.name), phone_key(person.phone)
    facts = packed(
        person.sex,
        person.birth_date or "",
        person.birth_precision,
        person.document_type,
        phone or phone_key(household_phone),
    )
    return {
        "village_id": village_id,
        "person_id": person.id,
        "household_id": person.household_id,
        "name_key": name,
        "document_key": document or None,
        "document_tail": document[::-1] or None,
        "phone_key": phone or None,
        "facts": facts,
        **keys(prepare_packed(name, document, facts, village_id))._asdict(),
    }


def household_rows(connection: Connection, chosen: Sequence[str]) -> Iterator[Row]:
    """The index rows of households by their ids."""
    query = (
        select(_PERSON.c.household_id, _PERSON.c.id, _PERSON.c.name, _PERSON.c.relationship)
        .where(_PERSON.c.household_id.in_(chosen), _PERSON.c.active)
        .order_by(_PERSON.c.household_id, _PERSON.c.id)
    )
    members = {
        household: list(people)
        for household, people in groupby(
            connection.execute(query), key=lambda person: person.household_id
        )
    }
    columns = (
        _HOUSEHOLD.c.id,
        _HOUSEHOLD.c.village_id,
        _HOUSEHOLD.c.number,
        _HOUSEHOLD.c.phone,
        _HOUSEHOLD.c.declared_size,
    )
    query = select(*columns).where(_HOUSEHOLD.c.id.in_(chosen)).order_by(_HOUSEHOLD.c.id)
    for row in connection.execute(query):
        yield household_row(row, members.get(row.id, []))


def household_row(household: Any, members: Sequence[Any]) -> Row:
    """The index row of one household; `members` are its people in use, ordered by id."""
    head = min(members, key=lambda person: person.relationship != _HEAD, default=None)
    return {
        "village_id": household.village_id,
        "household_id": household.id,
        "number_key": joined_key(household.number),
        "number_tail": number_tail(household.number) or None,
        "number_order": number_order(household.number),
        "phone_key": phone_key(household.phone) or None,
        "head_id": head.id if head else None,
        "name_key": name_key(head.name) if head else "",
        "size": max(len(members), household.declared_size or 0),
    }
