"""What a household may receive at this desk today: the convoy's rules over what is on file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, or_, select
from sqlmodel import Session

from app.db.clusters import HOUSEHOLDS, PEOPLE
from app.db.queries.places import PlaceName, place_named
from app.db.queries.rules import RULES_WITH_DATES, rule_of
from app.db.tables import (
    AidRecord,
    Campaign,
    Convoy,
    Desk,
    EntitlementRule,
    Household,
    Organisation,
    Person,
    ServedElsewhere,
    aid_line,
    table_of,
)
from app.domain.dates import PartialDate, Precision
from app.domain.desk_assignment import Comer
from app.domain.entitlement import (
    Answer,
    Family,
    Member,
    Received,
    Rule,
    Source,
    answer,
    at_another_desk,
)
from app.domain.quantity import Quantity
from app.services.day import ConvoyDay
from app.services.desks.assignment import desk_that_serves
from app.services.listings import listings_of

_AID: Final = table_of(AidRecord)
_NOTED: Final = table_of(ServedElsewhere)
_DESK: Final = table_of(Desk)
_ORGANISATION: Final = table_of(Organisation)
_CONVOY: Final = table_of(Convoy)
_CAMPAIGN: Final = table_of(Campaign)
_RULE: Final = table_of(EntitlementRule)

# Put together once: for each family that would take longer than asking.
_CAMPAIGNS: Final = select(_CONVOY.c.campaigns).where(_CONVOY.c.id == bindparam("convoy"))
_RULES: Final = RULES_WITH_DATES.where(
    _CAMPAIGN.c.id.in_(bindparam("campaigns", expanding=True)),
    _CAMPAIGN.c.active.is_(True),
    _RULE.c.active.is_(True),
).order_by(_RULE.c.id)
_RECEIVED: Final = (
    select(
        aid_line,
        _AID.c.device_id,
        _DESK.c.name.label("desk"),
        _CONVOY.c.name.label("convoy"),
        _ORGANISATION.c.name_ar.label("organisation"),
    )
    .join(_AID, _AID.c.id == aid_line.c.aid_record_id)
    .outerjoin(_DESK, _DESK.c.id == aid_line.c.desk_id)
    .outerjoin(_CONVOY, _CONVOY.c.id == aid_line.c.convoy_id)
    .outerjoin(_ORGANISATION, _ORGANISATION.c.id == aid_line.c.organisation_id)
    .where(
        or_(
            aid_line.c.household_id.in_(bindparam("households", expanding=True)),
            aid_line.c.person_id.in_(bindparam("people", expanding=True)),
        ),
        aid_line.c.voided == 0,
    )
    .order_by(aid_line.c.day.desc(), aid_line.c.id.desc())
)
_SERVED_ELSEWHERE: Final = (
    select(_NOTED)
    .where(
        or_(
            _NOTED.c.household_id.in_(bindparam("households", expanding=True)),
            _NOTED.c.person_id.in_(bindparam("people", expanding=True)),
        ),
        _NOTED.c.voided.is_(False),
        ~select(_AID.c.id).where(_AID.c.id == _NOTED.c.aid_record_id).exists(),
    )
    .order_by(_NOTED.c.id)
)
"""What other desks noted, until the hand-over itself arrives and speaks for itself."""


@dataclass(frozen=True)
class HouseholdFacts:
    """A household as the rules and the desks see it, with the rows it came from."""

    family: Family
    received: tuple[Received, ...]
    place: PlaceName | None
    comer: Comer


@dataclass(frozen=True)
class Answers:
    """One answer a rule, and the name of the desk that serves the household where that is another
    than this one."""

    items: tuple[Answer, ...]
    other_desk: str


def answers_here(session: Session, facts: HouseholdFacts, today: ConvoyDay) -> Answers:
    """What the household may receive at this desk today, as known on the day of the last merge."""
    found = answers_on(session, facts, today)
    other = desk_that_serves(session, today, facts.comer)
    if other:
        found = tuple(at_another_desk(one, other) for one in found)
    return Answers(found, other)


def answers_on(session: Session, facts: HouseholdFacts, day: ConvoyDay) -> tuple[Answer, ...]:
    """What the convoy's rules answer on a day, whichever desk the household is of."""
    return tuple(
        answer(rule, facts.family, facts.received, day.date) for rule in rules_of(session, day)
    )


def rules_of(session: Session, today: ConvoyDay) -> tuple[Rule, ...]:
    """The rules of the convoy's campaigns that are in use."""
    connection = session.connection()
    campaigns = connection.scalar(_CAMPAIGNS, {"convoy": today.convoy_id})
    if not campaigns:
        return ()
    return tuple(map(rule_of, connection.execute(_RULES, {"campaigns": sorted(campaigns)})))


def facts_of(
    session: Session, household: Household, people: Sequence[Person], own_device: str
) -> HouseholdFacts:
    """Everything on file that is asked about a household; `people` with its head first."""
    where = place_named(session, household.village_id)
    family = Family(
        id=household.id,
        village_id=household.village_id or None,
        members=tuple(Member(person.id, birth_of(person), person.categories) for person in people),
        categories=household.categories,
        declared_size=household.declared_size,
        within=frozenset(around.id for around in where.within) if where else frozenset(),
        listings=listings_of(session, household.id),
    )
    comer = Comer(
        places=family.within | {household.village_id},
        number=household.number,
        head_name=people[0].name if people else "",
        registered_on=household.registered_on if household.source == "desk" else None,
    )
    received = received_by(session, household.id, [person.id for person in people], own_device)
    return HouseholdFacts(family, received, where, comer)


def birth_of(person: Person) -> PartialDate | None:
    """A person's birth date as rules read it."""
    if not person.birth_date:
        return None
    precision = Precision(person.birth_precision or Precision.DAY)
    return PartialDate(date.fromisoformat(person.birth_date), precision)


def received_by(
    session: Session, household_id: str, person_ids: Collection[str], own_device: str
) -> tuple[Received, ...]:
    """What stands (was not voided) of all that the household and these people of it received,
    latest first, with what other desks noted.

    Households and people judged to be one with them count as them, whatever id was scanned.
    """
    connection = session.connection()
    homes = HOUSEHOLDS.aliases(connection, [household_id])
    people = PEOPLE.aliases(connection, person_ids)
    others = sorted(people.keys() - set(person_ids))
    chosen = {"households": sorted(homes), "people": others}
    noted = map(_noted, connection.execute(_SERVED_ELSEWHERE, chosen))
    merged = (
        Received(
            item_id=row.item_id,
            household_id=row.household_id,
            day=date.fromisoformat(row.day),
            quantity=Quantity(row.quantity),
            campaign_id=row.campaign_id,
            person_id=row.person_id,
            ration=Quantity(row.ration) if row.rule_id else None,
            owed=bool(row.owed),
            source=Source.OWN if row.device_id == own_device else Source.MERGED,
            place=row.convoy or "",
            organisation=row.organisation or "",
            desk=row.desk or "",
            record_id=row.aid_record_id,
        )
        for row in connection.execute(_RECEIVED, chosen)
    )
    counted = (
        replace(
            fact,
            household_id=homes.get(fact.household_id, fact.household_id),
            person_id=people.get(fact.person_id, fact.person_id) if fact.person_id else None,
        )
        if fact.household_id != household_id or fact.person_id in others
        else fact
        for fact in (*noted, *merged)
    )
    return tuple(sorted(counted, key=lambda fact: fact.day, reverse=True))


def _noted(row: Row[Any]) -> Received:
    return Received(
        item_id=row.item_id,
        household_id=row.household_id,
        day=date.fromisoformat(row.day),
        quantity=Quantity(row.quantity),
        campaign_id=row.campaign_id,
        person_id=row.person_id,
        ration=Quantity(row.ration) if row.rule_id else None,
        owed=row.owed,
        source=Source.DESK,
        desk=row.desk_name,
        at=row.handed_at,
        record_id=row.aid_record_id,
    )
