import datetime as dt

import pytest

from app.db.reference import words_of
from app.domain.dates import PartialDate, Precision
from app.domain.people import (
    SEX_OF,
    DocumentType,
    HouseholdMember,
    HouseholdWarning,
    NoDocument,
    Relationship,
    document_key,
    document_number,
    head_of,
    household_warnings,
    is_child,
    is_verified,
)

DAY = dt.date(2026, 11, 22)
GROWN = PartialDate(dt.date(1980, 1, 1))
CHILD = PartialDate(dt.date(2015, 1, 1))


@pytest.mark.parametrize(
    ("kind", "written", "number"),
    [
        ("national_id", "٢٨٢٠٣١٤ ٢٦-٣٣٥٧٨", "28203142633578"),
        ("national_id", "لا يوجد", "لا يوجد"),
        ("passport", " a-1234 567 ", "A1234567"),
        ("refugee_card", "918-٢٣C00123", "91823C00123"),
        ("none", "lost", "lost"),
        ("none", "28203142633578", ""),
        ("passport", " - ", ""),
    ],
)
def test_a_document_has_one_spelling(kind: str, written: str, number: str) -> None:
    assert document_number(kind, written) == number


def test_a_number_is_a_duplicate_only_within_its_type() -> None:
    assert document_key("passport", "a 123") == document_key("passport", "A-123")
    assert document_key("passport", "A123") != document_key("residence", "A123")
    assert document_key("none", "lost") is None
    assert document_key("", "A123") is None
    assert document_key("passport", "") is None


def test_only_a_national_id_can_be_checked() -> None:
    assert is_verified("national_id", "28203142633578", DAY)
    assert not is_verified("national_id", "28213142633578", DAY)
    assert is_verified("passport", "A123", DAY)
    assert not is_verified("none", "lost", DAY)


@pytest.mark.parametrize(
    ("word_list", "codes"),
    [
        ("relationship", set(Relationship)),
        ("document", set(DocumentType)),
        ("no_document", set(NoDocument)),
        ("sex", set(SEX_OF.values())),
    ],
)
def test_lists_have_words_for_every_code(word_list: str, codes: set[str]) -> None:
    assert set(words_of(word_list).values()) == codes  # type: ignore[arg-type]


def member(
    name: str, relationship: str, birth: PartialDate | None = GROWN, **more: str
) -> HouseholdMember:
    return HouseholdMember(name, relationship, birth=birth, **more)  # type: ignore[arg-type]


def warnings(*members: HouseholdMember) -> set[HouseholdWarning]:
    return set(household_warnings(members, DAY))


def test_a_woman_may_head_a_household() -> None:
    assert warnings(member("m", "head", sex="f"), member("s", "son", CHILD, sex="m")) == set()
    assert warnings() == set()


def test_heads_are_one() -> None:
    assert warnings(member("a", "wife"), member("b", "son")) == {HouseholdWarning.NO_HEAD}
    assert warnings(member("a", "head"), member("b", "head")) == {HouseholdWarning.SEVERAL_HEADS}


def test_children_alone() -> None:
    alone = member("a", "head", CHILD)
    expected = {HouseholdWarning.CHILD_HEADS, HouseholdWarning.GUARDIAN_MISSING}
    assert warnings(alone) == expected
    guarded = member("a", "head", CHILD, guardian_id="g")
    assert warnings(guarded) == {HouseholdWarning.CHILD_HEADS}
    assert warnings(alone, member("b", "mother")) == {HouseholdWarning.CHILD_HEADS}


def test_a_relationship_tells_a_sex() -> None:
    head = member("h", "head")
    assert warnings(head, member("w", "wife", sex="m")) == {HouseholdWarning.SEX_DISAGREES}
    assert warnings(head, member("w", "wife", sex="f"), member("x", "wife")) == set()
    assert warnings(head, member("w", "cousin", sex="m"), member("x", "", sex="f")) == set()


def test_a_child_is_certainly_one() -> None:
    assert is_child(CHILD, DAY)
    assert not is_child(None, DAY)
    assert not is_child(PartialDate(dt.date(2008, 1, 1), Precision.YEAR), DAY)
    assert is_child(PartialDate(dt.date(2008, 11, 23)), DAY)
    assert not is_child(PartialDate(dt.date(2008, 11, 22)), DAY)


def test_someone_stands_for_every_household() -> None:
    child, wife, head = member("c", "son", CHILD), member("w", "wife"), member("h", "head")
    assert head_of([child, wife, head], DAY) is head
    assert head_of([child, wife], DAY) is wife
    assert head_of([child], DAY) is child
    assert head_of([], DAY) is None
