"""Only what was changed on a form is written, and nothing half-written."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from app.db.journal import changes_of
from app.db.store import Store
from app.domain.dates import PartialDate, Precision
from app.errors import HouseholdNotFound, NameMissing, RecordNotFound, VillageMissing
from app.services.edit_people import (
    Family,
    HouseholdForm,
    PersonForm,
    add_person,
    edit_household,
    edit_person,
    family_of,
)
from app.services.find import find
from tests.support.convoys import small_convoy


@pytest.fixture
def family(store: Store) -> Family:
    return family_of(store, small_convoy(store).household_id)


def last_fields(store: Store, record_type: str, record_id: str) -> set[str]:
    with store.read() as session:
        return set(changes_of(session.connection(), record_type, record_id)[-1].values)


def count_changes(store: Store) -> int:
    from sqlalchemy import func

    from app.db.tables import journal

    with store.read() as session:
        return session.connection().scalar(select(func.count()).select_from(journal)) or 0


def test_the_head_comes_first_and_those_who_left_last(store: Store, family: Family) -> None:
    head, wife = family.members
    assert head.form.relationship == "head"
    edit_person(store, head.id, head.form, replace(head.form, active=False))
    again = family_of(store, family.household_id)
    assert [one.id for one in again.members] == [wife.id, head.id]
    assert not again.members[1].form.active


def test_only_the_changed_field_of_a_person_is_journalled(store: Store, family: Family) -> None:
    wife = family.members[1]
    after = replace(wife.form, name="  منى   علي حسين ", phone="+20 101 234 5678")
    assert edit_person(store, wife.id, wife.form, after)
    assert last_fields(store, "person", wife.id) == {"name", "phone"}
    edited = family_of(store, family.household_id).members[1].form
    assert (edited.name, edited.phone) == ("منى علي حسين", "01012345678")
    assert [one.name for one in find(store, "حسين").matches] == ["منى علي حسين"]


def test_a_field_changed_elsewhere_meanwhile_stays(store: Store, family: Family) -> None:
    wife = family.members[1]
    edit_person(store, wife.id, wife.form, replace(wife.form, notes="first"))
    edit_person(store, wife.id, wife.form, replace(wife.form, phone="01112345678"))
    edited = family_of(store, family.household_id).members[1].form
    assert (edited.notes, edited.phone) == ("first", "01112345678")


def test_a_document_is_judged_again_when_it_is_corrected(store: Store, family: Family) -> None:
    wife = family.members[1]
    with_id = replace(wife.form, document_type="national_id", document_no="٢٩٠٠١٠١٢٦٠٠١٢٢")
    edit_person(store, wife.id, wife.form, with_id)
    member = family_of(store, family.household_id).members[1]
    assert (member.form.document_no, member.verified) == ("29001012600122", True)
    edit_person(store, wife.id, member.form, replace(member.form, document_no="2900101"))
    assert not family_of(store, family.household_id).members[1].verified


def test_a_birth_date_keeps_its_precision(store: Store, family: Family) -> None:
    wife = family.members[1]
    born = PartialDate(dt.date(1990, 1, 1), Precision.YEAR)
    edit_person(store, wife.id, wife.form, replace(wife.form, birth=born))
    assert last_fields(store, "person", wife.id) == {"birth"}
    assert family_of(store, family.household_id).members[1].form.birth == born


def test_a_household_changes_only_where_it_was_changed(store: Store, family: Family) -> None:
    after = replace(family.form, address="خلف الجامع", categories=frozenset({"widow"}))
    assert edit_household(store, family.household_id, family.form, after)
    assert last_fields(store, "household", family.household_id) == {
        "address",
        "categories:widow",
    }
    assert family_of(store, family.household_id).form == after


def test_saving_an_unchanged_form_writes_nothing(store: Store, family: Family) -> None:
    before = count_changes(store)
    wife = family.members[1]
    assert not edit_household(store, family.household_id, family.form, family.form)
    assert not edit_person(store, wife.id, wife.form, replace(wife.form, name=wife.form.name + " "))
    assert count_changes(store) == before


def test_somebody_new_belongs_to_the_household(store: Store, family: Family) -> None:
    form = PersonForm(name="ليلى سعيد", relationship="daughter", document_type="none")
    person_id = add_person(store, family.household_id, replace(form, document_no="child"))
    found = family_of(store, family.household_id).members[-1]
    assert (found.id, found.form.name, found.form.document_no) == (person_id, form.name, "child")


def test_what_cannot_be_saved_changes_nothing(store: Store, family: Family) -> None:
    before = count_changes(store)
    wife = family.members[1]
    with pytest.raises(NameMissing):
        edit_person(store, wife.id, wife.form, replace(wife.form, name=" "))
    with pytest.raises(NameMissing):
        add_person(store, family.household_id, PersonForm())
    with pytest.raises(VillageMissing):
        edit_household(store, family.household_id, family.form, replace(family.form, village_id=""))
    with pytest.raises(RecordNotFound):
        edit_person(store, "nobody", wife.form, replace(wife.form, notes="x"))
    with pytest.raises(HouseholdNotFound):
        edit_household(store, "none", HouseholdForm(), HouseholdForm(notes="x"))
    with pytest.raises(HouseholdNotFound):
        add_person(store, "none", PersonForm(name="x"))
    with pytest.raises(HouseholdNotFound):
        family_of(store, "none")
    assert count_changes(store) == before
