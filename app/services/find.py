"""The desk's one field: who is meant by what was typed or scanned."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from app.db.queries.places import PlaceName, places_named
from app.db.search import Hit, search
from app.db.store import Store
from app.db.tables import Convoy, Household, Person, search_household, table_of
from app.domain.national_id import looks_like_national_id, mask
from app.domain.query import Matched, Query, ScannedCode, TypedNumber, read_query
from app.domain.search_keys import NO_DOCUMENT

_PERSON = table_of(Person)
_HOUSEHOLD = table_of(Household)


@dataclass(frozen=True)
class Match:
    """One line of the answer: somebody, or a household of which nobody is known (`person_id` None).

    `masked_id` shows the last four characters only. `size` counts the household's people, or
    is what its list declared if that is more. `of_today`: the household lives in one of the
    convoy's villages. `on_file` is false for a code whose household has not arrived here yet.
    `active` is false for somebody who no longer belongs to the household.
    """

    household_id: str
    person_id: str | None
    name: str
    relationship: str
    masked_id: str
    number: str
    head_name: str
    size: int
    place: PlaceName | None
    matched: Matched
    of_today: bool
    active: bool = True
    on_file: bool = True


@dataclass(frozen=True)
class Found:
    """The answer to `text`, in the order to show it; `more` when there are others beside these.

    `is_exact` when it was a whole code, receipt number or national number, which mean one family
    only. `aid_record_id` is that of a scanned receipt.
    """

    text: str
    matches: tuple[Match, ...] = ()
    more: bool = False
    is_exact: bool = False
    aid_record_id: str | None = None


def find(store: Store, text: str, *, convoy_id: str | None = None, limit: int = 50) -> Found:
    """At most `limit` people for what was typed or scanned, those of the convoy's villages first.

    A name in any order and spelling, each part perhaps only begun; the first or the last digits of
    a document; a phone with or without +20 or its 0; a household's number; a receipt's short
    number; the code of a card or a receipt; a name beside some digits.
    """
    query = read_query(text)
    if query is None:
        return Found(text)
    with store.read() as session:
        convoy = session.get(Convoy, convoy_id) if convoy_id else None
        villages = convoy.villages if convoy else frozenset()
        hits = search(session.connection(), query, first=villages, limit=limit)
        matches = _matches(session, hits.hits)
    scanned = query.aid_record_id if isinstance(query, ScannedCode) else None
    return Found(text, matches, hits.more, _is_exact(query), scanned)


def _is_exact(query: Query) -> bool:
    if isinstance(query, TypedNumber):
        return query.receipt is not None or looks_like_national_id(query.digits)
    return isinstance(query, ScannedCode)


def _matches(session: Session, hits: tuple[Hit, ...]) -> tuple[Match, ...]:
    connection = session.connection()
    query = (
        select(
            _HOUSEHOLD.c.id,
            _HOUSEHOLD.c.number,
            _HOUSEHOLD.c.village_id,
            search_household.c.head_id,
            search_household.c.size,
        )
        .join(search_household, search_household.c.household_id == _HOUSEHOLD.c.id)
        .where(_HOUSEHOLD.c.id.in_({hit.household_id for hit in hits}))
    )
    homes = {row.id: row for row in connection.execute(query).all()}
    wanted = {hit.person_id for hit in hits} | {home.head_id for home in homes.values()}
    columns = ("id", "name", "relationship", "document_type", "document_no", "active")
    query = select(*(_PERSON.c[name] for name in columns)).where(_PERSON.c.id.in_(wanted - {None}))
    people = {row.id: row for row in connection.execute(query).all()}
    places = places_named(session, {home.village_id for home in homes.values()})

    def found(hit: Hit) -> Match:
        home, person = homes.get(hit.household_id), people.get(hit.person_id)
        head = people.get(home.head_id) if home else None
        has_document = person and person.document_type != NO_DOCUMENT and person.document_no
        return Match(
            household_id=hit.household_id,
            person_id=hit.person_id,
            name=person.name if person else "",
            relationship=person.relationship if person else "",
            masked_id=mask(person.document_no) if person and has_document else "",
            number=home.number if home else "",
            head_name=head.name if head else "",
            size=home.size if home else 0,
            place=places.get(home.village_id) if home else None,
            matched=hit.matched,
            of_today=hit.of_today,
            active=bool(person.active) if person else True,
            on_file=home is not None,
        )

    return tuple(found(hit) for hit in hits)
