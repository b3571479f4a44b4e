"""Correcting a household and its people: only what was changed on the form is written.

Two laptops may correct two fields of one person; a form that wrote back everything it showed would
undo the other's correction.
"""

from dataclasses import dataclass, fields, replace
from typing import TypeVar

from sqlmodel import Session, col, select

from app.db.queries.places import PlaceName, place_named
from app.db.store import Store
from app.db.tables import Household, Person
from app.domain.dates import PartialDate
from app.domain.people import Relationship, document_number, is_verified
from app.domain.permissions import Action
from app.domain.phone import read_phone
from app.errors import HouseholdNotFound, NameMissing, RecordNotFound, VillageMissing
from app.services.day import calendar_day
from app.services.named import cleaned
from app.services.people_list import birth_of
from app.services.rights import require_right


@dataclass(frozen=True)
class HouseholdForm:
    """What can be corrected of a household; an empty `declared_size` is None."""

    number: str = ""
    village_id: str = ""
    address: str = ""
    phone: str = ""
    declared_size: int | None = None
    categories: frozenset[str] = frozenset()
    notes: str = ""


@dataclass(frozen=True)
class PersonForm:
    """What can be corrected of a person. `document_no` is the reason for somebody without a
    document; `active` is false once they no longer belong to the household."""

    name: str = ""
    relationship: str = ""
    sex: str = ""
    birth: PartialDate | None = None
    document_type: str = ""
    document_no: str = ""
    phone: str = ""
    categories: frozenset[str] = frozenset()
    notes: str = ""
    active: bool = True


@dataclass(frozen=True)
class FamilyMember:
    """One of a household's people, with the form that edits them."""

    id: str
    form: PersonForm
    verified: bool


@dataclass(frozen=True)
class Family:
    """A household with all its people, those who left too; the head comes first."""

    household_id: str
    form: HouseholdForm
    place: PlaceName | None
    registered_on: str | None
    source: str
    consent: str
    members: tuple[FamilyMember, ...]


def family_of(store: Store, household_id: str) -> Family:
    """A household and its people as of the last commit. Raises HouseholdNotFound."""
    with store.read() as session:
        household = session.get(Household, household_id)
        if household is None:
            raise HouseholdNotFound
        query = select(Person).where(Person.household_id == household_id).order_by(col(Person.id))
        people = sorted(session.exec(query), key=_rank)
        return Family(
            household_id=household.id,
            form=_household_form(household),
            place=place_named(session, household.village_id),
            registered_on=household.registered_on,
            source=household.source,
            consent=household.consent,
            members=tuple(
                FamilyMember(person.id, _person_form(person), person.document_verified)
                for person in people
            ),
        )


def edit_household(
    store: Store, household_id: str, before: HouseholdForm, after: HouseholdForm
) -> bool:
    """Writes what differs between the form as shown and as left; False when nothing does.

    Raises VillageMissing (a known village was taken away), HouseholdNotFound, RightMissing;
    then nothing is changed.
    """
    after = _tidy_household(after)
    if before.village_id and not after.village_id:
        raise VillageMissing
    changed = _changed(before, after)
    if not changed:
        return False
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        household = session.get(Household, household_id)
        if household is None:
            raise HouseholdNotFound
        for name in changed:
            setattr(household, name, getattr(after, name))
    return True


def edit_person(store: Store, person_id: str, before: PersonForm, after: PersonForm) -> bool:
    """Writes what differs between the form as shown and as left; False when nothing does.

    Raises NameMissing, RecordNotFound, RightMissing; then nothing is changed.
    """
    after = _tidy_person(after)
    if not after.name:
        raise NameMissing
    changed = _changed(before, after)
    if not changed:
        return False
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        person = session.get(Person, person_id)
        if person is None:
            raise RecordNotFound
        for name in changed - {"birth"}:
            setattr(person, name, getattr(after, name))
        _write_derived(store, person, after, changed)
    return True


def add_person(store: Store, household_id: str, form: PersonForm) -> str:
    """Adds somebody to a household and returns their id. Raises NameMissing, HouseholdNotFound,
    RightMissing."""
    form = _tidy_person(form)
    if not form.name:
        raise NameMissing
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        if session.get(Household, household_id) is None:
            raise HouseholdNotFound
        person = Person(id=store.new_id(), household_id=household_id)
        _fill(store, session, person, form)
    return person.id


def _fill(store: Store, session: Session, person: Person, form: PersonForm) -> None:
    every = {field.name for field in fields(PersonForm)}
    for name in every - {"birth"}:
        setattr(person, name, getattr(form, name))
    _write_derived(store, person, form, every)
    session.add(person)


def _write_derived(store: Store, person: Person, form: PersonForm, changed: set[str]) -> None:
    """Columns that have no field of their own on the form."""
    if "birth" in changed:
        person.birth_date = form.birth.day.isoformat() if form.birth else None
        person.birth_precision = form.birth.precision.value if form.birth else ""
    if changed & {"document_type", "document_no"}:
        today = calendar_day(store)
        person.document_verified = is_verified(form.document_type, form.document_no, today)


def _rank(person: Person) -> tuple[bool, bool]:
    return not person.active, person.relationship != Relationship.HEAD


def _household_form(household: Household) -> HouseholdForm:
    return HouseholdForm(
        **{field.name: getattr(household, field.name) for field in fields(HouseholdForm)}
    )


def _person_form(person: Person) -> PersonForm:
    names = {field.name for field in fields(PersonForm)} - {"birth"}
    birth = birth_of(person.birth_date, person.birth_precision)
    return PersonForm(birth=birth, **{name: getattr(person, name) for name in names})


def _tidy_household(form: HouseholdForm) -> HouseholdForm:
    return replace(
        form,
        number=cleaned(form.number),
        address=cleaned(form.address),
        phone=_phone(form.phone),
        notes=form.notes.strip(),
    )


def _tidy_person(form: PersonForm) -> PersonForm:
    return replace(
        form,
        name=cleaned(form.name),
        document_no=document_number(form.document_type, form.document_no),
        phone=_phone(form.phone),
        notes=form.notes.strip(),
    )


def _phone(written: str) -> str:
    phone = read_phone(written)
    return phone.number if phone else ""


_Form = TypeVar("_Form", HouseholdForm, PersonForm)


def _changed(before: _Form, after: _Form) -> set[str]:
    names = (field.name for field in fields(after))
    return {name for name in names if getattr(before, name) != getattr(after, name)}
