"""More than a rule allowed: a case, with all its hand-overs, until somebody says what it was."""

from datetime import date

import pytest

from app.db.store import Store
from app.db.tables import AidRecord, HouseholdVerdict, PersonVerdict
from app.domain.permissions import Role
from app.domain.quantity import Quantity
from app.domain.void_reason import VoidReason
from app.errors import CaseSettled, RightMissing
from app.services.day import choose_day
from app.services.doctor import examine
from app.services.exchange.merge import merge_files
from app.services.matching.judged import judged_pairs
from app.services.review.counts import open_counts
from app.services.review.double_aid import (
    Finding,
    decide_double_aid,
    double_aid_cases,
    take_back_decision,
)
from app.services.void import void_hand_over
from tests.support.convoys import BOX, BOX_RULE
from tests.support.laptops import Fleet, give_box, merged, register


def desk(fleet: Fleet, name: str, role: Role = Role.VOLUNTEER) -> Store:
    laptop = fleet.laptop(name, role)
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    return laptop


def given_twice(fleet: Fleet) -> tuple[str, str]:
    """The small convoy's family served at two desks; both hand-overs."""
    found = []
    for name in ("أ", "ب"):
        laptop = desk(fleet, name)
        found.append(give_box(laptop, fleet.convoy.household_id))
        merged(fleet.coordinator, fleet.export(laptop))
    return found[0], found[1]


def judge(
    store: Store, one: str, other: str, decision: str, model: type = HouseholdVerdict
) -> None:
    first, second = sorted((one, other))
    kind = "household" if model is HouseholdVerdict else "person"
    with store.write() as session:
        row = session.get(model, f"{first}.{second}")
        if row is None:
            named = {f"{kind}_a": first, f"{kind}_b": second}
            row = model(id=f"{first}.{second}", **named)
            session.add(row)
        row.decision = decision


def ids(store: Store, *, decided: bool = False) -> list[str]:
    return [case.id for case in double_aid_cases(store, decided=decided).cases]


def test_a_case_shows_both_hand_overs_with_receipt_desk_laptop_and_time(fleet: Fleet) -> None:
    records = given_twice(fleet)
    (case,) = double_aid_cases(fleet.coordinator).cases
    assert case.subject.record_id == fleet.convoy.household_id
    assert [(rule.rule_id, rule.item.id, rule.campaign) for rule in case.rules] == [
        (BOX_RULE, BOX, "إيد واحدة")
    ]
    assert {one.aid_record_id for one in case.hand_overs} == set(records)
    assert {one.author.laptop for one in case.hand_overs} == {"أ", "ب"}
    assert all(one.receipt and one.convoy == "قافلة سوهاج" for one in case.hand_overs)
    assert all(one.quantities == {BOX: Quantity(1000)} for one in case.hand_overs)
    assert case.decision is None
    assert examine(fleet.coordinator).findings == ()


def test_a_decision_closes_it_can_be_taken_back_and_a_further_hand_over_opens_it(
    fleet: Fleet,
) -> None:
    given_twice(fleet)
    (case,) = ids(fleet.coordinator)
    decide_double_aid(fleet.coordinator, case, Finding.MISTAKE, " بطاقتان ")
    assert ids(fleet.coordinator) == []
    (decided,) = double_aid_cases(fleet.coordinator, decided=True).cases
    assert decided.decision is not None
    assert (decided.decision.finding, decided.decision.note) == (Finding.MISTAKE, "بطاقتان")
    assert decided.decision.by
    take_back_decision(fleet.coordinator, case)
    assert ids(fleet.coordinator) == [case]
    with pytest.raises(CaseSettled):
        take_back_decision(fleet.coordinator, case)
    decide_double_aid(fleet.coordinator, case, Finding.ALLOWED)
    laptop = desk(fleet, "ج")
    give_box(laptop, fleet.convoy.household_id)
    assert merge_files(fleet.coordinator, [fleet.export(laptop)]).totals.double_aid == 1
    (larger,) = double_aid_cases(fleet.coordinator).cases
    assert larger.id != case
    assert len(larger.hand_overs) == 3


def test_voiding_one_ends_the_case(fleet: Fleet) -> None:
    first, _ = given_twice(fleet)
    (case,) = ids(fleet.coordinator)
    void_hand_over(fleet.coordinator, first, next(iter(VoidReason)))
    assert ids(fleet.coordinator) == []
    with pytest.raises(CaseSettled):
        decide_double_aid(fleet.coordinator, case, Finding.MISTAKE)
    assert examine(fleet.coordinator).findings == ()


def test_two_families_found_to_be_one_are_one_in_double_aid(fleet: Fleet) -> None:
    laptop = desk(fleet, "أ")
    first, second, third = (register(laptop, f"أسرة {number}") for number in range(3))
    for household in (first, second, third):
        give_box(laptop, household)
    merged(fleet.coordinator, fleet.export(laptop))
    store = fleet.coordinator
    assert ids(store) == []
    judge(store, first, second, "same")
    (case,) = double_aid_cases(store).cases
    assert case.subject.record_id == min(first, second)
    judge(store, second, third, "same")
    (larger,) = double_aid_cases(store).cases
    assert len(larger.hand_overs) == 3
    assert open_counts(store).contradictions == 0
    judge(store, first, third, "different")
    found = judged_pairs(store).verdicts[0]
    assert {found.said.one.record_id, found.said.other.record_id} == {first, third}
    assert len(found.against) == 2
    assert open_counts(store).contradictions == 1
    judge(store, first, second, "")
    assert open_counts(store).contradictions == 0
    (smaller,) = double_aid_cases(store).cases
    assert len(smaller.hand_overs) == 2
    judge(store, second, third, "different")
    assert ids(store) == []
    assert examine(store).findings == ()


def test_one_person_in_two_families_is_one_for_a_rule_per_person(fleet: Fleet) -> None:
    laptop = desk(fleet, "أ")
    people = []
    for number in range(2):
        household = register(laptop, f"مريض {number}")
        people.append(f"person-{number}")
        with laptop.write() as session:
            line = {"item": BOX, "campaign": "campaign", "rule": BOX_RULE, "quantity": 1000}
            line |= {"ration": 1000, "person": people[-1]}
            session.add(
                AidRecord(
                    id=laptop.new_id(),
                    convoy_id=fleet.convoy.today.convoy_id,
                    household_id=household,
                    day="2025-11-22",
                    lines=(line,),
                )
            )
    merged(fleet.coordinator, fleet.export(laptop))
    assert ids(fleet.coordinator) == []
    judge(fleet.coordinator, *people, "same", PersonVerdict)
    (case,) = double_aid_cases(fleet.coordinator).cases
    assert (case.subject.record_type, case.subject.record_id) == ("person", "person-0")
    assert examine(fleet.coordinator).findings == ()


def test_a_volunteer_decides_nothing(fleet: Fleet) -> None:
    given_twice(fleet)
    (case,) = ids(fleet.coordinator)
    volunteer = fleet.laptop("ج")
    assert ids(volunteer) == [case]
    with pytest.raises(RightMissing):
        decide_double_aid(volunteer, case, Finding.MISTAKE)
