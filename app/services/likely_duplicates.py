"""Who on file the people of a registration form may be, while it is being typed: the one scorer,
asked about people who are not on file yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select
from sqlmodel import Session

from app.db.queries.places import PlaceName, places_named
from app.db.reference import matching_points, scorer
from app.db.store import Store
from app.db.tables import (
    MATCH_KEYS,
    Household,
    Person,
    search_household,
    search_person,
    table_of,
)
from app.domain.matching.compare import supports
from app.domain.matching.facts import PersonFacts, Prepared, prepare
from app.domain.matching.keys import keys
from app.domain.matching.kin import Match, kin
from app.domain.matching.levels import Kin, Levels
from app.domain.matching.packed import prepare_packed
from app.domain.matching.points import Band
from app.domain.national_id import mask
from app.domain.search_keys import NO_DOCUMENT, phone_key
from app.services.matching.blocking import LARGEST_BLOCK
from app.services.matching.people import Indexed, people_at
from app.services.registration import NewHousehold, NewMember

_MOST_HOMES: Final = 100
"""Households of one phone that are looked at."""

_PERSON: Final = table_of(Person)
_HOUSEHOLD: Final = table_of(Household)
_ROW: Final = search_person.c.place_row

# Put together once: for each person of a form that would take longer than asking.
_BY_KEY: Final = tuple(
    select(_ROW).where(search_person.c[name] == bindparam("key")).limit(LARGEST_BLOCK + 1)
    for name in ("document_key", *MATCH_KEYS)
)


@dataclass(frozen=True)
class Likely:
    """Somebody on file who may be on the form too, with how the two agree.

    Where only the phone is the same it is the household that may be on file already, under another
    of its people; then `name` is its head's, and `band` and `levels` are None.
    """

    household_id: str
    person_id: str
    name: str
    number: str
    place: PlaceName | None
    masked_id: str
    points: int = 0
    band: Band | None = None
    levels: Levels | None = None
    kin: Kin = Kin.NONE


@dataclass(frozen=True)
class _Hit:
    """A person of the form, by number, beside one on file; the points are without kin."""

    member: int
    person: Indexed
    points: int
    levels: Levels


@dataclass(frozen=True)
class _Shown:
    """Who is to be shown, with the points of the scorer and of kin."""

    household_id: str
    person_id: str
    points: int = 0
    levels: Levels | None = None
    kin: Kin = Kin.NONE


def likely_duplicates(store: Store, command: NewHousehold, limit: int = 8) -> tuple[Likely, ...]:
    """At most `limit` people on file whom the form may mean, the likeliest first, then the heads of
    households with the same phone. A brother or sister, who shares all but the first name, is not
    proposed."""
    with store.read() as session:
        connection = session.connection()
        hits: list[_Hit] = []
        for number, member in enumerate(command.members):
            hits += _hits(connection, number, prepare(_facts(command, member)))
        likely = _with_kin(hits)
        homes = {one.household_id for one in likely}
        written = [command.phone, *(member.phone for member in command.members)]
        phones = {phone_key(phone) for phone in written} - {""}
        heads = [one for one in _heads(connection, phones) if one.household_id not in homes]
        return _told(session, [*likely, *heads][:limit])


def _facts(command: NewHousehold, member: NewMember) -> PersonFacts:
    return PersonFacts(
        name=member.name,
        sex=member.sex,
        birth_date=member.birth_date or "",
        birth_precision=member.birth_precision,
        document_type=member.document_type,
        document_no=member.document_no,
        phone=member.phone or command.phone,
        village_id=command.village_id,
    )


def _hits(connection: Connection, member: int, typed: Prepared) -> list[_Hit]:
    """Those on file who share a key with somebody typed and may come to review with their kin."""
    score, may_count = scorer().score, scorer().points.may_count
    found = []
    for person in people_at(connection, _sharing(connection, typed)).values():
        result = score(typed, prepare_packed(*person.compared))
        if result is not None and may_count(*result):
            found.append(_Hit(member, person, *result))
    return found


def _sharing(connection: Connection, typed: Prepared) -> set[int]:
    """The rows that share a key, as when all are compared: those of a key that too many share are
    left out."""
    wanted = (typed.document or None, *keys(typed))
    rows: set[int] = set()
    for query, key in zip(_BY_KEY, wanted, strict=True):
        if key is not None:
            block = connection.scalars(query, {"key": key}).all()
            if len(block) <= LARGEST_BLOCK:
                rows.update(block)
    return rows


def _with_kin(hits: Sequence[_Hit]) -> list[_Shown]:
    """Each person on file once, with the points that others of the form add, in order. That nobody
    else fits says nothing while a form is half typed."""
    points = matching_points()
    homes: dict[str, list[_Hit]] = {}
    for hit in hits:
        homes.setdefault(hit.person.household_id, []).append(hit)
    best: dict[str, _Shown] = {}
    for household, home in homes.items():
        matches = [
            Match(f"{hit.member:03}", hit.person.person_id, hit.points, supports(hit.levels))
            for hit in home
        ]
        for hit, kind in zip(home, kin(matches), strict=True):
            total = hit.points + (points.of_kin(kind) if kind is not Kin.NONE else 0)
            known = best.get(hit.person.person_id)
            band = points.band(total, hit.levels, kind)
            if band is not None and (known is None or total > known.points):
                best[hit.person.person_id] = _Shown(
                    household, hit.person.person_id, total, hit.levels, kind
                )
    return sorted(best.values(), key=lambda one: (-one.points, one.person_id))


def _heads(connection: Connection, phones: Iterable[str]) -> list[_Shown]:
    """The heads of households that have one of these phones."""
    table, person = search_household.c, search_person.c
    found: dict[str, _Shown] = {}
    for phone in sorted(phones):
        own = select(person.household_id).where(person.phone_key == phone).limit(_MOST_HOMES)
        theirs = select(table.household_id).where(table.phone_key == phone).limit(_MOST_HOMES)
        homes = {*connection.scalars(own), *connection.scalars(theirs)}
        query = select(table.household_id, table.head_id).where(
            table.household_id.in_(sorted(homes)), table.head_id.is_not(None)
        )
        for row in connection.execute(query.order_by(table.household_id)):
            found.setdefault(row.household_id, _Shown(row.household_id, row.head_id))
    return list(found.values())


def _told(session: Session, shown: Sequence[_Shown]) -> tuple[Likely, ...]:
    rows = _rows(session, [one.person_id for one in shown])
    places = places_named(session, {row.village_id for row in rows.values() if row.village_id})
    points = matching_points()
    return tuple(
        Likely(
            household_id=one.household_id,
            person_id=one.person_id,
            name=row.name,
            number=row.number or "",
            place=places.get(row.village_id),
            masked_id="" if row.document_type == NO_DOCUMENT else mask(row.document_no),
            points=one.points,
            band=points.band(one.points, one.levels, one.kin) if one.levels else None,
            levels=one.levels,
            kin=one.kin,
        )
        for one in shown
        for row in [rows[one.person_id]]
    )


def _rows(session: Session, people: Sequence[str]) -> Mapping[str, Row[Any]]:
    columns = (_PERSON.c.id, _PERSON.c.name, _PERSON.c.document_type, _PERSON.c.document_no)
    query = (
        select(*columns, _HOUSEHOLD.c.number, _HOUSEHOLD.c.village_id)
        .outerjoin_from(_PERSON, _HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
        .where(_PERSON.c.id.in_(people))
    )
    rows: Iterable[Any] = session.connection().execute(query)
    return {row.id: row for row in rows}
