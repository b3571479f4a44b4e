"""Fields changed in parallel: seen with all their values, settled, gone once they do not hold."""

from collections.abc import Callable

import pytest

from app.db.store import Store
from app.db.tables import Household, Person, open_conflict
from app.domain.permissions import Role
from app.errors import ConflictSettled, RightMissing, ValueUnfit
from app.services.doctor import examine
from app.services.review.conflicts import (
    ConflictKey,
    FieldKind,
    FromLaptop,
    Latest,
    laptops_in_conflict,
    open_conflicts,
    settle_conflict,
    settle_many,
)
from tests.support.laptops import Fleet, merged
from tests.support.raw import tampered

Edit = Callable[[Household], None]


def edit(store: Store, household_id: str, change: Edit) -> None:
    with store.write() as session:
        household = session.get(Household, household_id)
        assert household is not None
        change(household)


def call(number: str) -> Edit:
    return lambda household: setattr(household, "phone", number)


def edited_apart(fleet: Fleet, one: Edit, other: Edit) -> tuple[Store, Store]:
    """The small convoy's family changed on two laptops that do not know of each other."""
    laptops = fleet.laptop("أ"), fleet.laptop("ب")
    for laptop, change in zip(laptops, (one, other), strict=True):
        edit(laptop, fleet.convoy.household_id, change)
        merged(fleet.coordinator, fleet.export(laptop))
    return laptops


def phone_key(fleet: Fleet) -> ConflictKey:
    return ConflictKey("household", fleet.convoy.household_id, "phone")


def phone_of(fleet: Fleet) -> str:
    with fleet.coordinator.read() as session:
        household = session.get(Household, fleet.convoy.household_id)
        assert household is not None
        return household.phone


def test_both_values_stand_side_by_side_with_who_wrote_them_where(fleet: Fleet) -> None:
    edited_apart(fleet, call("01000000001"), call("01000000002"))
    found = open_conflicts(fleet.coordinator)
    assert found.total == 1
    (conflict,) = found.conflicts
    assert conflict.key == phone_key(fleet)
    assert conflict.kind is FieldKind.PLAIN
    assert conflict.title.named.name_ar == "سعيد أحمد عبدالحميد"
    assert conflict.title.household_id == fleet.convoy.household_id
    assert {(one.value, one.author.laptop) for one in conflict.candidates} == {
        ("01000000001", "أ"),
        ("01000000002", "ب"),
    }
    assert all(one.author.user for one in conflict.candidates)
    (shown,) = [one for one in conflict.candidates if one.shown]
    assert shown.value == phone_of(fleet)


@pytest.mark.parametrize("value", ["01000000001", "01000000002", "01099999999"])
def test_a_choice_settles_it_everywhere(fleet: Fleet, value: str) -> None:
    laptop, _ = edited_apart(fleet, call("01000000001"), call("01000000002"))
    settle_conflict(fleet.coordinator, phone_key(fleet), value)
    assert phone_of(fleet) == value
    assert open_conflicts(fleet.coordinator).total == 0
    assert examine(fleet.coordinator).findings == ()
    with pytest.raises(ConflictSettled):
        settle_conflict(fleet.coordinator, phone_key(fleet), value)
    edit(laptop, fleet.convoy.household_id, call("01000000003"))
    merged(fleet.coordinator, fleet.export(laptop))
    assert open_conflicts(fleet.coordinator).total == 1, "written without knowing of the choice"


def test_a_document_is_one_value_and_an_element_of_a_set_is_one(fleet: Fleet) -> None:
    person_id = fleet.convoy.person_ids[0]
    laptops = fleet.laptop("أ"), fleet.laptop("ب")
    for laptop, number in zip(laptops, ("29001011234567", "29001011234568"), strict=True):
        with laptop.write() as session:
            person = session.get(Person, person_id)
            assert person is not None
            person.document_type, person.document_no = "national_id", number
        merged(fleet.coordinator, fleet.export(laptop))
    (conflict,) = open_conflicts(fleet.coordinator, record_type="person").conflicts
    assert (conflict.kind, conflict.columns) == (
        FieldKind.COMPOSITE,
        ("document_type", "document_no"),
    )
    with pytest.raises(ValueUnfit):
        settle_conflict(fleet.coordinator, conflict.key, ["national_id"])
    with pytest.raises(ValueUnfit):
        settle_conflict(fleet.coordinator, conflict.key, "29001011234567")
    settle_conflict(fleet.coordinator, conflict.key, ["passport", "A123"])
    with fleet.coordinator.read() as session:
        person = session.get(Person, person_id)
        assert person is not None
        assert (person.document_type, person.document_no) == ("passport", "A123")


def test_an_element_added_here_and_removed_there_is_told_as_such(fleet: Fleet) -> None:
    def add(household: Household) -> None:
        household.categories |= {"widow"}

    edit(fleet.coordinator, fleet.convoy.household_id, add)

    def remove(household: Household) -> None:
        household.categories -= {"widow"}

    laptops = fleet.laptop("أ"), fleet.laptop("ب")
    edit(laptops[0], fleet.convoy.household_id, remove)
    edit(laptops[1], fleet.convoy.household_id, remove)
    edit(laptops[1], fleet.convoy.household_id, add)
    for laptop in laptops:
        merged(fleet.coordinator, fleet.export(laptop))
    (conflict,) = open_conflicts(fleet.coordinator, field="categories").conflicts
    assert (conflict.kind, conflict.columns, conflict.element) == (
        FieldKind.ELEMENT,
        ("categories",),
        "widow",
    )
    settle_conflict(fleet.coordinator, conflict.key, True)
    with fleet.coordinator.read() as session:
        household = session.get(Household, fleet.convoy.household_id)
        assert household is not None
        assert "widow" in household.categories


def test_many_alike_are_settled_at_once(fleet: Fleet) -> None:
    def moved(number: str, address: str) -> Edit:
        def change(household: Household) -> None:
            household.phone, household.address = number, address

        return change

    one, _ = edited_apart(fleet, moved("01000000001", "١"), moved("01000000002", "٢"))
    keys = [conflict.key for conflict in open_conflicts(fleet.coordinator).conflicts]
    assert [key.field for key in keys] == ["address", "phone"]
    assert {found.name_ar for found in laptops_in_conflict(fleet.coordinator, keys)} == {"أ", "ب"}
    assert settle_many(fleet.coordinator, keys, FromLaptop("nobody")).conflicts == 0
    assert settle_many(fleet.coordinator, keys, FromLaptop(one.device_id)).conflicts == 2
    assert phone_of(fleet) == "01000000001"
    assert settle_many(fleet.coordinator, keys, Latest()).conflicts == 0


def test_what_a_wrong_clock_wrote_is_not_the_latest(fleet: Fleet) -> None:
    now = fleet.coordinator.sources.now()
    one, other = fleet.laptop("أ"), fleet.laptop("ب")
    for laptop, number, at in ((one, "01000000001", now), (other, "01000000002", now + 10**12)):
        object.__setattr__(laptop.sources, "now", lambda at=at: at)
        edit(laptop, fleet.convoy.household_id, call(number))
        merged(fleet.coordinator, fleet.export(laptop))
    object.__setattr__(fleet.coordinator.sources, "now", lambda: now + 1_000)
    assert settle_many(fleet.coordinator, [phone_key(fleet)], Latest()).conflicts == 1
    assert phone_of(fleet) == "01000000001"


def test_a_volunteer_decides_nothing(fleet: Fleet) -> None:
    edited_apart(fleet, call("01000000001"), call("01000000002"))
    volunteer = fleet.laptop("ج", Role.VOLUNTEER)
    assert open_conflicts(volunteer).total == 1
    with pytest.raises(RightMissing):
        settle_conflict(volunteer, phone_key(fleet), "01000000001")
    with pytest.raises(RightMissing):
        settle_many(volunteer, [phone_key(fleet)], Latest())


def test_writing_over_both_ends_a_conflict_and_the_doctor_sees_a_wrong_note(fleet: Fleet) -> None:
    edited_apart(fleet, call("01000000001"), call("01000000002"))
    edit(fleet.coordinator, fleet.convoy.household_id, call("01055555555"))
    assert open_conflicts(fleet.coordinator).total == 0
    tampered(
        fleet.coordinator,
        "INSERT INTO open_conflict VALUES ('household', ?, 'phone', 2)",
        fleet.convoy.household_id,
    )
    (finding,) = examine(fleet.coordinator).findings
    assert finding.where == open_conflict.name
