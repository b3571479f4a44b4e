"""Household cards: issued singly or for a convoy's villages; a new one takes the place of the old.

What is drawn is recorded only once the file is whole, so that a batch that was cancelled, or did
not fit on a stick, has given nobody a card.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Select, or_, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.journal_session import JournalSession
from app.db.queries.places import PlaceName, places_named
from app.db.store import Store
from app.db.tables import (
    Card,
    Convoy,
    Household,
    Person,
    Workspace,
    place,
    search_household,
    table_of,
)
from app.documents.cards import HouseholdCard, cards_pdf
from app.domain.card_code import CardCode, write_card
from app.domain.permissions import Action
from app.errors import NoCards
from app.files import new_file
from app.services.card_numbers import latest_cards
from app.services.disclosures import journal_disclosure
from app.services.progress import Report, unheard
from app.services.rights import require_right
from app.words.catalog import Words
from app.words.places import place_name

_HOUSEHOLD, _PERSON = table_of(Household), table_of(Person)


@dataclass(frozen=True)
class CardsWanted:
    """Whose cards: those of a convoy's villages, of one village (with its hamlets), or of one
    household. `anew` gives a card also to those who have one, which then becomes void."""

    convoy_id: str | None = None
    village_id: str | None = None
    household_id: str | None = None
    anew: bool = False


@dataclass(frozen=True)
class _Due:
    household_id: str
    head: str
    number: str
    village_id: str
    card_no: int


def card_count(store: Store, wanted: CardsWanted) -> int:
    """How many cards would be printed."""
    with store.read() as session:
        return len(_due(session, wanted))


def write_cards(
    store: Store, wanted: CardsWanted, words: Words, path: Path, report: Report = unheard
) -> int:
    """The wanted cards as one PDF; returns how many. That the file was made is journalled.

    Raises NoCards, RightMissing, DiskFull, StoreReadOnly, DiskFailed, and whatever `report` raises;
    then there is no file, and nobody was given a card.
    """
    with store.read() as session:
        due = _due(session, wanted)
        if not due:
            raise NoCards
        pdf = cards_pdf(_told(_drawn(session, due, words), len(due), report), words)
    with new_file(path) as file:
        file.write(pdf)
        with store.write() as session:
            require_right(store, session, Action.REGISTER)
            _record(store, session, due)
        journal_disclosure(store, "cards", len(due), hashlib.sha256(pdf).hexdigest())
    return len(due)


def print_cards(
    store: Store,
    wanted: CardsWanted,
    words: Words,
    send: Callable[[bytes], object],
    report: Report = unheard,
) -> int:
    """The wanted cards as one PDF for `send`, which prints it; returns how many. They are recorded
    once it was sent: cards that a printer did not take were given to nobody.

    Raises NoCards, RightMissing, and whatever `send` and `report` raise.
    """
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        require_right(store, session, Action.DISCLOSE)
    with store.read() as session:
        due = _due(session, wanted)
        if not due:
            raise NoCards
        pdf = cards_pdf(_told(_drawn(session, due, words), len(due), report), words)
    send(pdf)
    with store.write() as session:
        _record(store, session, due)
    journal_disclosure(store, "cards", len(due), hashlib.sha256(pdf).hexdigest())
    return len(due)


_HOMES = (
    select(
        _HOUSEHOLD.c.id,
        _HOUSEHOLD.c.number,
        _HOUSEHOLD.c.village_id,
        _PERSON.c.name.label("head"),
    )
    .outerjoin(search_household, search_household.c.household_id == _HOUSEHOLD.c.id)
    .outerjoin(_PERSON, _PERSON.c.id == search_household.c.head_id)
    .order_by(_HOUSEHOLD.c.village_id, _HOUSEHOLD.c.number, _HOUSEHOLD.c.id)
)


def _due(session: Session, wanted: CardsWanted) -> list[_Due]:
    if wanted.household_id is not None:
        home = _HOMES.where(_HOUSEHOLD.c.id == wanted.household_id)
        return _rows(session, home, anew=wanted.anew)
    villages = set[str]()
    convoy = session.get(Convoy, wanted.convoy_id or "")
    if convoy is not None:
        villages |= convoy.villages
    if wanted.village_id is not None:
        villages = {wanted.village_id}
    inside = select(place.c.id).where(
        or_(place.c.id.in_(sorted(villages)), place.c.parent_id.in_(sorted(villages)))
    )
    return _rows(session, _HOMES.where(_HOUSEHOLD.c.village_id.in_(inside)), anew=wanted.anew)


def _rows(session: Session, homes: Select[tuple[str, str, str, str]], *, anew: bool) -> list[_Due]:
    rows = session.connection().execute(homes).all()
    latest = latest_cards(session, (row.id for row in rows))
    return [
        _Due(row.id, row.head or "", row.number, row.village_id, latest.get(row.id, 0) + 1)
        for row in rows
        if anew or row.id not in latest
    ]


def _drawn(session: Session, due: list[_Due], words: Words) -> Iterator[HouseholdCard]:
    workspace = session.exec(select_rows(Workspace)).first()
    organisation = workspace.name if workspace else ""
    places = places_named(session, {one.village_id for one in due})
    for one in due:
        yield HouseholdCard(
            organisation=organisation,
            household_head=one.head,
            household_number=one.number,
            village=_village(places, one.village_id, words),
            code=write_card(CardCode(one.household_id, one.card_no)),
            card_no=one.card_no,
        )


def _village(places: Mapping[str, PlaceName], village_id: str, words: Words) -> str:
    found = places.get(village_id)
    return place_name(words, found) if found else ""


def _told(cards: Iterator[HouseholdCard], total: int, report: Report) -> Iterator[HouseholdCard]:
    for done, card in enumerate(cards):
        report(done, total)
        yield card
    report(total, total)


def _record(store: Store, session: JournalSession, due: list[_Due]) -> None:
    now = store.sources.now()
    for one in due:
        for old in session.exec(
            select_rows(Card).where(
                Card.household_id == one.household_id, col(Card.voided).is_(False)
            )
        ).all():
            old.voided = True
        session.add(
            Card(
                id=store.new_id(),
                household_id=one.household_id,
                serial=one.card_no,
                issued_at=now,
                issued_by=store.actor,
            )
        )
