"""The household's card at the desk: its people, what each item's rule answers, its history."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from app.db.queries.desk_stock import desk_balances
from app.db.queries.places import PlaceName
from app.db.store import Store
from app.db.tables import AidItem, Household, Person
from app.domain.dates import age_on
from app.domain.entitlement import Answer, Received
from app.domain.quantity import ONE, ZERO, Quantity
from app.errors import HouseholdNotFound
from app.services.day import ConvoyDay, day_in
from app.services.entitlements import Answers, answers_here, answers_on, birth_of, facts_of
from app.services.sharing.perhaps import Perhaps, perhaps_given

_PEOPLE: Final = (
    select(Person)
    .where(col(Person.household_id) == bindparam("household"), col(Person.active))
    .order_by(col(Person.id))
)

_PLENTY: Final = Quantity(100_000 * ONE)
"""As much of an item as anybody may write down."""


@dataclass(frozen=True)
class ItemName:
    """An aid item as people call it."""

    id: str
    name_ar: str
    name_en: str
    unit: str
    code: int


@dataclass(frozen=True)
class CardPerson:
    """One of the household's people; `age` in whole years on the convoy day, None if unknown."""

    id: str
    name: str
    relationship: str
    sex: str
    age: int | None
    document_type: str
    document_no: str
    document_verified: bool
    phone: str
    categories: frozenset[str]


@dataclass(frozen=True)
class CardItem:
    """One rule's answer, and what this desk has of the item (None: today has no convoy)."""

    item: ItemName
    answer: Answer
    in_stock: Quantity


@dataclass(frozen=True)
class CardReceipt:
    """Something received before."""

    item: ItemName
    received: Received


@dataclass(frozen=True)
class HouseholdCard:
    """All that the desk shows of one household. The head comes first among `people`. `other_desk`
    is the desk that serves it, where that is another than this one; `perhaps` is what its people
    may have received where this laptop does not see."""

    id: str
    number: str
    place: PlaceName | None
    village_id: str
    address: str
    phone: str
    notes: str
    size: int
    categories: frozenset[str]
    consent: str
    people: tuple[CardPerson, ...]
    items: tuple[CardItem, ...]
    history: tuple[CardReceipt, ...]
    today: ConvoyDay | None
    other_desk: str = ""
    perhaps: tuple[Perhaps, ...] = ()


def household_card(store: Store, household_id: str) -> HouseholdCard:
    """The card as of the last commit. Raises HouseholdNotFound."""
    with store.read() as session:
        return _card(store, session, household_id, day_in(session), on_paper=False)


def paper_card(store: Store, household_id: str, day: ConvoyDay) -> HouseholdCard:
    """The card for what was given on paper on `day`: which desk served, and what it had, is not
    asked, since it was given. Raises HouseholdNotFound."""
    with store.read() as session:
        return _card(store, session, household_id, day, on_paper=True)


def _card(
    store: Store, session: Session, household_id: str, today: ConvoyDay | None, *, on_paper: bool
) -> HouseholdCard:
    household = session.get(Household, household_id)
    if household is None:
        raise HouseholdNotFound
    people = people_of(session, household_id)
    facts = facts_of(session, household, people, store.device_id)
    answers = Answers((), "")
    stock: dict[str, Quantity] = {}
    if today is not None and on_paper:
        answers = Answers(answers_on(session, facts, today), "")
    elif today is not None:
        answers = answers_here(session, facts, today)
        stock = desk_balances(session, today.convoy_id, today.desk_id)
    left = _PLENTY if on_paper else ZERO
    named = item_names(session)
    on = today.date if today else None
    return HouseholdCard(
        id=household.id,
        number=household.number,
        place=facts.place,
        village_id=household.village_id,
        address=household.address,
        phone=household.phone,
        notes=household.notes,
        size=facts.family.size,
        categories=household.categories,
        consent=household.consent,
        people=tuple(_card_person(person, on) for person in people),
        items=tuple(
            CardItem(
                named.get(found.rule.item_id) or unknown_item(found.rule.item_id),
                found,
                stock.get(found.rule.item_id, left),
            )
            for found in answers.items
        ),
        history=tuple(
            CardReceipt(named.get(past.item_id) or unknown_item(past.item_id), past)
            for past in facts.received
        ),
        today=today,
        other_desk=answers.other_desk,
        perhaps=perhaps_given(session, people, today.convoy_id if today else None),
    )


def people_of(session: Session, household_id: str) -> list[Person]:
    """A household's people, its head first."""
    rows = session.exec(_PEOPLE, params={"household": household_id}).all()
    return sorted(rows, key=lambda person: person.relationship != "head")


def item_names(session: Session) -> dict[str, ItemName]:
    """Every item by id, those out of use too."""
    return {
        row.id: ItemName(row.id, row.name_ar, row.name_en, row.unit, row.code)
        for row in session.exec(select(AidItem))
    }


def unknown_item(item_id: str) -> ItemName:
    """A placeholder for an item whose record has not arrived here yet."""
    return ItemName(item_id, item_id, item_id, "", 0)


def _card_person(person: Person, on: date | None) -> CardPerson:
    birth = birth_of(person)
    return CardPerson(
        id=person.id,
        name=person.name,
        relationship=person.relationship,
        sex=person.sex,
        age=age_on(birth, on) if birth and on else None,
        document_type=person.document_type,
        document_no=person.document_no,
        document_verified=person.document_verified,
        phone=person.phone,
        categories=person.categories,
    )
