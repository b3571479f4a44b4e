"""What a household may receive at this desk today: the convoy's rules over what is on file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session

from app.db.queries.places import PlaceName, place_named
from app.db.tables import (
    AidRecord,
    Campaign,
    Convoy,
    Desk,
    EntitlementRule,
    Household,
    Organisation,
    Person,
    aid_line,
    table_of,
)
from app.domain.dates import PartialDate, Precision
from app.domain.entitlement import (
    Answer,
    Family,
    Frequency,
    Member,
    Per,
    Received,
    Rule,
    Source,
    answer,
)
from app.domain.quantity import ZERO, Quantity
from app.services.day import ConvoyDay

_AID: Final = table_of(AidRecord)
_DESK: Final = table_of(Desk)
_ORGANISATION: Final = table_of(Organisation)
_CONVOY: Final = table_of(Convoy)
_CAMPAIGN: Final = table_of(Campaign)
_RULE: Final = table_of(EntitlementRule)

# Put together once: for each family that would take longer than asking.
_CAMPAIGNS: Final = select(_CONVOY.c.campaigns).where(_CONVOY.c.id == bindparam("convoy"))
_RULES_WITH_DATES: Final = select(_RULE, _CAMPAIGN.c.starts_on, _CAMPAIGN.c.ends_on).join(
    _CAMPAIGN, _CAMPAIGN.c.id == _RULE.c.campaign_id
)
_RULES: Final = _RULES_WITH_DATES.where(
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
    .where(aid_line.c.household_id == bindparam("household"), aid_line.c.voided == 0)
    .order_by(aid_line.c.day.desc(), aid_line.c.id.desc())
)


@dataclass(frozen=True)
class HouseholdFacts:
    """A household as the rules see it, with the rows it came from."""

    family: Family
    received: tuple[Received, ...]
    place: PlaceName | None


def answers_for(
    session: Session, facts: HouseholdFacts, rules: Iterable[Rule], day: date
) -> tuple[Answer, ...]:
    """One answer a rule, as known on the day of the last merge."""
    return tuple(answer(rule, facts.family, facts.received, day) for rule in rules)


def rules_of(session: Session, today: ConvoyDay) -> tuple[Rule, ...]:
    """The rules of the convoy's campaigns that are in use."""
    connection = session.connection()
    campaigns = connection.scalar(_CAMPAIGNS, {"convoy": today.convoy_id})
    if not campaigns:
        return ()
    return tuple(map(_rule, connection.execute(_RULES, {"campaigns": sorted(campaigns)})))


def rules_by_id(session: Session, ids: Iterable[str]) -> dict[str, Rule]:
    """The rules of these ids whose campaign is known, in use or not."""
    query = _RULES_WITH_DATES.where(_RULE.c.id.in_(list(ids)))
    return {row.id: _rule(row) for row in session.connection().execute(query)}


def facts_of(
    session: Session, household: Household, people: Iterable[Person], own_device: str
) -> HouseholdFacts:
    """Everything on file that the rules ask about a household."""
    where = place_named(session, household.village_id)
    family = Family(
        id=household.id,
        village_id=household.village_id or None,
        members=tuple(Member(person.id, birth_of(person), person.categories) for person in people),
        categories=household.categories,
        declared_size=household.declared_size,
        within=frozenset(around.id for around in where.within) if where else frozenset(),
    )
    return HouseholdFacts(family, received_by(session, household.id, own_device), where)


def birth_of(person: Person) -> PartialDate | None:
    """A person's birth date as rules read it."""
    if not person.birth_date:
        return None
    precision = Precision(person.birth_precision or Precision.DAY)
    return PartialDate(date.fromisoformat(person.birth_date), precision)


def received_by(session: Session, household_id: str, own_device: str) -> tuple[Received, ...]:
    """What stands (was not voided) of all that the household received, latest first."""
    return tuple(
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
        for row in session.connection().execute(_RECEIVED, {"household": household_id})
    )


def _rule(row: Row[Any]) -> Rule:
    """A rule that a newer app wrote in terms this one does not know is incomplete here: it gives
    nothing and asks for a supervisor."""
    known = row.per in set(Per) and row.frequency in set(Frequency)
    if not known:
        return Rule(row.id, row.campaign_id, row.item_id, ration=ZERO)
    return Rule(
        id=row.id,
        campaign_id=row.campaign_id,
        item_id=row.item_id,
        ration=Quantity(row.quantity),
        per=Per(row.per),
        frequency=Frequency(row.frequency),
        days=row.days,
        times=row.times,
        villages=row.villages,
        categories=row.categories,
        min_size=row.min_size,
        max_size=row.max_size,
        min_age=row.min_age,
        max_age=row.max_age,
        excluded_by=row.excluded_by,
        starts_on=_date(row.starts_on),
        ends_on=_date(row.ends_on),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
