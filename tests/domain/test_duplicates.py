import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate, Precision
from app.domain.duplicates import Difference, Likeness, PersonFacts, compare

BORN = PartialDate(dt.date(1982, 3, 14))
MAN = PersonFacts(
    "سعيد أحمد عبدالحميد",
    "national_id",
    "28203142633578",
    "01501746814",
    BORN,
    "m",
    "EG260101",
    "h1",
)
NAMED = PersonFacts("سعيد أحمد عبدالحميد")


def test_the_same_document_is_enough() -> None:
    found = compare(MAN, PersonFacts("منى علي", "national_id", "٢٨٢٠٣١٤٢٦٣٣٥٧٨", sex="f"))
    assert found.likely
    assert found.alike == (Likeness.DOCUMENT,)
    assert found.different == (Difference.SEX,)


def test_a_number_of_another_kind_of_document_says_nothing() -> None:
    found = compare(MAN, replace(NAMED, document_type="passport", document_no=MAN.document_no))
    assert found == compare(MAN, NAMED)
    assert not found.likely


@pytest.mark.parametrize(
    ("shared", "likely"),
    [
        ({}, False),
        ({"phone": "01501746814"}, True),
        ({"birth": BORN}, True),
        ({"village_id": "EG260101"}, True),
        ({"household_id": "h1"}, True),
        ({"phone": "01501746815", "village_id": "EG260102"}, False),
    ],
)
def test_the_same_name_needs_something_beside_it(shared: dict[str, object], likely: bool) -> None:
    spelled = replace(NAMED, name="سعيد احمد عبد الحميد", **shared)
    assert compare(MAN, spelled).likely is likely


def test_two_parts_and_a_village_are_too_little() -> None:
    short = PersonFacts("محمد أحمد", village_id="v")
    assert not compare(short, short).likely
    assert compare(replace(short, phone="010"), replace(short, phone="010")).likely


def test_brothers_are_not_one() -> None:
    brother = replace(MAN, name="محمد أحمد عبدالحميد", document_no="", birth=None)
    found = compare(MAN, brother)
    assert not found.likely
    assert Likeness.PHONE in found.alike


def test_a_shorter_name_needs_phone_or_birth_date() -> None:
    short = PersonFacts("سعيد أحمد")
    assert compare(MAN, replace(short, phone=MAN.phone)).likely
    assert compare(MAN, replace(short, birth=BORN)).likely
    assert not compare(MAN, replace(short, village_id=MAN.village_id, household_id="h1")).likely
    assert Likeness.NAME_BEGINS in compare(MAN, short).alike
    assert not compare(MAN, PersonFacts("سعيد", phone=MAN.phone)).likely


@pytest.mark.parametrize(
    ("against", "difference"),
    [
        ({"sex": "f"}, Difference.SEX),
        ({"birth": PartialDate(dt.date(1990, 1, 1))}, Difference.BIRTH_DATE),
    ],
)
def test_what_speaks_against_it(against: dict[str, object], difference: Difference) -> None:
    other = replace(NAMED, phone=MAN.phone, **against)
    found = compare(MAN, other)
    assert found.different == (difference,)
    assert not found.likely


def test_a_mistyped_id_does_not_hide_a_likeness() -> None:
    mistyped = replace(MAN, document_no="28203142633579", household_id="h2")
    found = compare(MAN, mistyped)
    assert found.likely
    assert found.different == (Difference.DOCUMENT,)


def test_a_year_agrees_with_its_days() -> None:
    year = PartialDate(dt.date(1982, 1, 1), Precision.YEAR)
    found = compare(MAN, replace(NAMED, birth=year, phone=MAN.phone))
    assert found.likely
    assert (Likeness.BIRTH_DATE in found.alike, found.different) == (False, ())


def test_nothing_known_is_nothing_shared() -> None:
    assert compare(PersonFacts(""), PersonFacts("")).alike == ()
    nameless = PersonFacts("", phone="010", birth=BORN, village_id="v", household_id="h")
    assert not compare(nameless, nameless).likely


PEOPLE = st.builds(
    PersonFacts,
    name=st.sampled_from(["", "سعيد أحمد", "سعيد أحمد علي", "محمد أحمد علي"]),
    document_type=st.sampled_from(["", "national_id", "passport", "none"]),
    document_no=st.sampled_from(["", "1", "2", "lost"]),
    phone=st.sampled_from(["", "010", "011"]),
    birth=st.sampled_from([None, BORN, PartialDate(BORN.day, Precision.YEAR)]),
    sex=st.sampled_from(["", "m", "f"]),
    village_id=st.sampled_from(["", "v"]),
    household_id=st.sampled_from(["", "h"]),
)


@given(PEOPLE, PEOPLE)
def test_the_comparison_is_mutual_and_has_reasons(one: PersonFacts, other: PersonFacts) -> None:
    found = compare(one, other)
    assert found == compare(other, one)
    assert not found.likely or {Likeness.DOCUMENT, Likeness.NAME, Likeness.NAME_BEGINS} & set(
        found.alike
    )
