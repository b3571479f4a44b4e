"""Who on file the people of a registration form may be, while it is being typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session

from app.db.queries.places import PlaceName, places_named
from app.db.search_lookups import begins, rows_of_villages
from app.db.store import Store
from app.db.tables import Household, Person, search_household, search_person, table_of
from app.domain.dates import PartialDate, Precision
from app.domain.duplicates import Comparison, Difference, Likeness, PersonFacts, compare
from app.domain.names import name_parts
from app.domain.national_id import mask
from app.domain.search_keys import NO_DOCUMENT, document_key, phone_key
from app.services.registration import NewHousehold, NewMember

_MOST_ALIKE = 100
"""People of one name, or one phone, that are compared; the village's own are asked for first."""

_MOST_READ = 5_000
"""Numbers of namesakes that are read to find the village's own among them: about 2 ms."""

_NAME_PARTS = 2
"""A single part is everybody's."""

_PERSON = table_of(Person)
_HOUSEHOLD = table_of(Household)
_ORDER = tuple(Likeness)
_COMPARED = (
    select(
        _PERSON,
        _HOUSEHOLD.c.village_id,
        _HOUSEHOLD.c.number,
        _HOUSEHOLD.c.phone.label("household_phone"),
    )
    .outerjoin_from(_PERSON, _HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
    .where(_PERSON.c.id.in_(bindparam("people", expanding=True)))
    .order_by(_PERSON.c.id)
)


@dataclass(frozen=True)
class Likely:
    """Somebody on file who may be on the form too, with what speaks for it and against it.

    With the phone as the only reason it is the household that may be on file already, under
    another of its people; then `name` is its head's.
    """

    household_id: str
    person_id: str
    name: str
    number: str
    place: PlaceName | None
    masked_id: str
    alike: tuple[Likeness, ...]
    different: tuple[Difference, ...] = ()


def likely_duplicates(store: Store, command: NewHousehold, limit: int = 8) -> tuple[Likely, ...]:
    """At most `limit` people on file whom the form may mean, the likeliest first.

    By the same document, the same name (of the same village before others) and the same phone; a
    brother or sister, who shares all but the first name, is not proposed.
    """
    with store.read() as session:
        village = _village(session, command.village_id)
        likely: dict[str, tuple[Row[Any], Comparison]] = {}
        neighbours: dict[str, tuple[Row[Any], Comparison]] = {}
        for member in command.members:
            facts = _facts_of_member(command, member)
            for row in _candidates(session, facts, village):
                found = compare(facts, _facts_of_row(row))
                if found.likely:
                    known = likely.get(row.id)
                    if known is None or _weight(found) < _weight(known[1]):
                        likely[row.id] = row, found
                elif Likeness.PHONE in found.alike:
                    neighbours.setdefault(row.household_id, (row, found))
        shown = sorted(likely.values(), key=lambda pair: (_weight(pair[1]), pair[0].id))
        known_homes = {row.household_id for row, _ in shown}
        shown += [pair for home, pair in neighbours.items() if home not in known_homes]
        return _told(session, shown[:limit])


def _village(session: Session, village_id: str) -> tuple[range, ...]:
    return rows_of_villages(session.connection(), [village_id]) if village_id else ()


def _facts_of_member(command: NewHousehold, member: NewMember) -> PersonFacts:
    return PersonFacts(
        name=member.name,
        document_type=member.document_type,
        document_no=member.document_no,
        phone=phone_key(member.phone or command.phone),
        birth=_birth(member),
        sex=member.sex,
        village_id=command.village_id,
    )


def _facts_of_row(row: Row[Any]) -> PersonFacts:
    return PersonFacts(
        name=row.name,
        document_type=row.document_type,
        document_no=row.document_no,
        phone=phone_key(row.phone or row.household_phone or ""),
        birth=_birth(row),
        sex=row.sex,
        village_id=row.village_id or "",
        household_id=row.household_id,
    )


def _birth(person: Any) -> PartialDate | None:
    if not person.birth_date:
        return None
    precision = Precision(person.birth_precision or Precision.DAY)
    return PartialDate(date.fromisoformat(person.birth_date), precision)


def _candidates(
    session: Session, facts: PersonFacts, village: Sequence[range]
) -> Iterator[Row[Any]]:
    """People who share a key with the facts, with all that is compared."""
    connection = session.connection()
    columns = search_person.c
    rows: set[int] = set()
    document = document_key(facts.document_type, facts.document_no)
    for column, key in ((columns.document_key, document), (columns.phone_key, facts.phone)):
        if key:
            query = select(columns.place_row).where(column == key)
            rows.update(connection.scalars(query.limit(_MOST_ALIKE)).all())
    rows.update(_namesakes(session, facts, village))
    ids = set(
        connection.scalars(select(columns.person_id).where(columns.place_row.in_(rows))).all()
    )
    if facts.phone:
        heads = select(search_household.c.head_id).where(
            search_household.c.phone_key == facts.phone, search_household.c.head_id.is_not(None)
        )
        ids.update(connection.scalars(heads.limit(_MOST_ALIKE)).all())
    if ids:
        yield from connection.execute(_COMPARED, {"people": sorted(ids)}).all()


def _namesakes(session: Session, facts: PersonFacts, village: Sequence[range]) -> Iterator[int]:
    """Rows of people whose name is the same, or begins the other: those of the village, and of
    all others as many as are compared, where a birth date can tell them apart."""
    parts = name_parts(facts.name)
    if len(parts) < _NAME_PARTS:
        return
    name, row = search_person.c.name_key, search_person.c.place_row
    shorter = [" ".join(parts[:count]) for count in range(_NAME_PARTS, len(parts) + 1)]
    found: list[int] = []
    # Both walk the index of names alone: it holds the row's number, which tells its village.
    for same in (name.in_(shorter), begins(name, shorter[-1] + " ")):
        found += session.connection().scalars(select(row).where(same).limit(_MOST_READ)).all()
    near = [one for one in found if any(one in rows for rows in village)]
    yield from near[:_MOST_ALIKE]
    if facts.birth is not None:
        yield from found[:_MOST_ALIKE]


def _weight(found: Comparison) -> tuple[int, ...]:
    """What sorts first is likelier: by the weightiest reason, then the next."""
    return (*(_ORDER.index(one) for one in found.alike), len(_ORDER))


def _told(session: Session, shown: Sequence[tuple[Row[Any], Comparison]]) -> tuple[Likely, ...]:
    places = places_named(session, {row.village_id for row, _ in shown if row.village_id})
    return tuple(
        Likely(
            household_id=row.household_id,
            person_id=row.id,
            name=row.name,
            number=row.number or "",
            place=places.get(row.village_id),
            masked_id="" if row.document_type == NO_DOCUMENT else mask(row.document_no),
            alike=found.alike,
            different=found.different,
        )
        for row, found in shown
    )
