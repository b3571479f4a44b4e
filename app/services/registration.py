"""Registering a household: a name, a village, the members and one consent are enough."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlmodel import Session

from app.db.store import Store
from app.db.tables import Household, Person, Setting
from app.domain.permissions import Action
from app.domain.short_number import device_mark
from app.errors import ConsentMissing, MembersMissing, NameMissing, VillageMissing
from app.services.rights import require_right

GIVEN = "given"
_COUNTER = "households_registered"


@dataclass(frozen=True)
class NewMember:
    """One person; the first of a household is its head. Dates are ISO text, `document_no` without
    a document is the reason why there is none."""

    name: str
    relationship: str = ""
    sex: str = ""
    birth_date: str | None = None
    birth_precision: str = ""
    document_type: str = ""
    document_no: str = ""
    document_verified: bool = False
    phone: str = ""
    categories: frozenset[str] = frozenset()
    notes: str = ""


@dataclass(frozen=True)
class Consent:
    """That the household agreed to be registered: what for, and whether organisations may share."""

    purpose: str = "aid"
    sharing: bool = False


@dataclass(frozen=True)
class NewHousehold:
    """What the form knows; `source` is desk, list, sheet or paper (only the desk asks consent)."""

    village_id: str
    members: tuple[NewMember, ...]
    consent: Consent | None = None
    address: str = ""
    phone: str = ""
    categories: frozenset[str] = frozenset()
    declared_size: int | None = None
    notes: str = ""
    source: str = "desk"
    number: str = ""
    registered_on: str | None = None


@dataclass(frozen=True)
class Registered:
    """The household just saved; `person_ids` in the order of its members."""

    household_id: str
    number: str
    person_ids: tuple[str, ...] = field(default=())


def register_household(store: Store, command: NewHousehold) -> Registered:
    """Saves a household and its people. Raises MembersMissing, NameMissing, VillageMissing,
    ConsentMissing or RightMissing; then nothing was saved."""
    check_household(command)
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        return add_household(store, session, command)


def check_household(command: NewHousehold) -> None:
    """Raises what keeps a household from being saved at a desk."""
    if not command.members:
        raise MembersMissing
    if any(not member.name.strip() for member in command.members):
        raise NameMissing
    if command.source == "desk" and not command.village_id:
        raise VillageMissing
    if command.source == "desk" and command.consent is None:
        raise ConsentMissing


def add_household(store: Store, session: Session, command: NewHousehold) -> Registered:
    """`register_household` inside a transaction that has more to do (an import)."""
    household = Household(
        id=store.new_id(),
        number=command.number or _next_number(store, session),
        village_id=command.village_id,
        address=command.address,
        phone=command.phone,
        declared_size=command.declared_size,
        categories=command.categories,
        notes=command.notes,
        source=command.source,
        registered_on=command.registered_on,
    )
    if command.consent is not None:
        household.consent = GIVEN
        household.consent_on = command.registered_on
        household.consent_by = store.actor
        household.consent_purpose = command.consent.purpose
        household.consent_sharing = command.consent.sharing
    session.add(household)
    people = [_person(store.new_id(), household.id, member) for member in command.members]
    session.add_all(people)
    return Registered(household.id, household.number, tuple(person.id for person in people))


def add_member(store: Store, household_id: str, member: NewMember) -> str:
    """Adds a person to a household on file; returns the new id. Raises NameMissing."""
    if not member.name.strip():
        raise NameMissing
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        person = _person(store.new_id(), household_id, member)
        session.add(person)
    return person.id


def add_people(
    store: Store, session: Session, household_id: str, members: Iterable[NewMember]
) -> tuple[str, ...]:
    """`add_member` for several, inside a transaction that has more to do (an import)."""
    people = [_person(store.new_id(), household_id, member) for member in members]
    session.add_all(people)
    return tuple(person.id for person in people)


def _person(person_id: str, household_id: str, member: NewMember) -> Person:
    return Person(
        id=person_id,
        household_id=household_id,
        name=" ".join(member.name.split()),
        relationship=member.relationship,
        sex=member.sex,
        birth_date=member.birth_date,
        birth_precision=member.birth_precision,
        document_type=member.document_type,
        document_no=member.document_no,
        document_verified=member.document_verified,
        phone=member.phone,
        categories=member.categories,
        notes=member.notes,
    )


def _next_number(store: Store, session: Session) -> str:
    """A number people can say: this laptop's three digits and a count. Another laptop may use the
    same; the household's id is what tells them apart."""
    setting = session.get(Setting, _COUNTER)
    if setting is None:
        setting = Setting(key=_COUNTER, value="0")
        session.add(setting)
    setting.value = str(int(setting.value) + 1)
    return f"{device_mark(store.device_id)}-{int(setting.value):05d}"
