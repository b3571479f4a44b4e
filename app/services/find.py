"""The desk's one field: who is meant by what was typed or scanned."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from app.db.queries.places import PlaceName, places_named
from app.db.search import Hit, search
from app.db.store import Store
from app.db.tables import Convoy, Household, Person, search_household, table_of
from app.domain.national_id import looks_like_national_id, mask
from app.domain.query import Matched, Query, ScannedCode, TypedNumber, read_query
from app.domain.search_keys import NO_DOCUMENT
from app.services.card_numbers import newer_card

_PERSON = table_of(Person)
_HOUSEHOLD = table_of(Household)
_HEAD = _PERSON.alias("head")
_INDEX = search_household
_COLUMNS = (
    _PERSON.c.id.label("person_id"),
    _PERSON.c.name,
    _PERSON.c.relationship,
    _PERSON.c.document_type,
    _PERSON.c.document_no,
    _PERSON.c.active,
    _HOUSEHOLD.c.id.label("household_id"),
    _HOUSEHOLD.c.number,
    _HOUSEHOLD.c.village_id,
    _INDEX.c.size,
    _HEAD.c.name.label("head_name"),
)
_LINES = (
    select(*_COLUMNS)
    .select_from(_PERSON)
    .outerjoin(_HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
    .outerjoin(_INDEX, _INDEX.c.household_id == _HOUSEHOLD.c.id)
    .outerjoin(_HEAD, _HEAD.c.id == _INDEX.c.head_id)
    .where(_PERSON.c.id.in_(bindparam("people", expanding=True)))
)
_HOMES = (
    select(*_COLUMNS)
    .select_from(_HOUSEHOLD)
    .outerjoin(_INDEX, _INDEX.c.household_id == _HOUSEHOLD.c.id)
    .outerjoin(_HEAD, _HEAD.c.id == _INDEX.c.head_id)
    .outerjoin(_PERSON, _PERSON.c.id == _INDEX.c.head_id)
    .where(_HOUSEHOLD.c.id.in_(bindparam("homes", expanding=True)))
)


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
    of_today: bool = False
    active: bool = True
    on_file: bool = True


@dataclass(frozen=True)
class Found:
    """The answer to `text`, in the order to show it; `more` when there are others beside these.

    `is_exact` when it was a whole code, receipt number or national number, which mean one family
    only. `aid_record_id` is that of a scanned receipt. `newer_card` is the number of the card that
    replaced the scanned one; 0 where none did.
    """

    text: str
    matches: tuple[Match, ...] = ()
    more: bool = False
    is_exact: bool = False
    aid_record_id: str | None = None
    newer_card: int = 0


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
        if not isinstance(query, ScannedCode):
            return Found(text, matches, hits.more, _is_exact(query))
        newer = newer_card(session, query.household_id, query.card_no) if query.card_no else 0
    return Found(text, matches, hits.more, True, query.aid_record_id, newer)


def _is_exact(query: Query) -> bool:
    if isinstance(query, TypedNumber):
        return query.receipt is not None or looks_like_national_id(query.digits)
    return False


def _matches(session: Session, hits: tuple[Hit, ...]) -> tuple[Match, ...]:
    connection = session.connection()
    people = {
        row.person_id: row
        for row in connection.execute(_LINES, {"people": [hit.person_id for hit in hits]}).all()
    }
    # Whoever has a household that has not arrived here, and households of which nobody is known.
    bare = {hit.household_id for hit in hits if hit.person_id not in people}
    homes = {
        row.household_id: row
        for row in (connection.execute(_HOMES, {"homes": sorted(bare)}).all() if bare else ())
    }
    lines = [people.get(hit.person_id) or homes.get(hit.household_id) for hit in hits]
    places = places_named(session, {line.village_id for line in lines if line and line.village_id})
    return tuple(
        _match(hit, line, places.get(line.village_id or "") if line else None)
        for hit, line in zip(hits, lines, strict=True)
    )


def _match(hit: Hit, line: Any, place: PlaceName | None) -> Match:
    if line is None:
        return Match(
            hit.household_id, None, "", "", "", "", "", 0, None, hit.matched, on_file=False
        )
    return Match(
        household_id=hit.household_id,
        person_id=line.person_id,
        name=line.name or "",
        relationship=line.relationship or "",
        masked_id="" if line.document_type == NO_DOCUMENT else mask(line.document_no or ""),
        number=line.number or "",
        head_name=line.head_name or "",
        size=line.size or 0,
        place=place,
        matched=hit.matched,
        of_today=hit.of_today,
        active=line.active is not False,
        on_file=line.number is not None,
    )
