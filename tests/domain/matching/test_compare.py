"""Two people are compared part by part, and brothers never pass for one."""

import pytest

from app.db.reference import known_names
from app.domain.matching.compare import compare, fathers_lines, supports
from app.domain.matching.facts import PersonFacts, prepare
from app.domain.matching.levels import (
    Birth,
    Contact,
    Document,
    FathersLine,
    Levels,
    OwnName,
    Rarity,
    Sex,
)
from app.domain.names import name_parts

ID = "28001012600123"


def person(name: str = "سعيد أحمد حسن", **known: str) -> PersonFacts:
    return PersonFacts(name, **known)


def levels(one: PersonFacts, other: PersonFacts) -> Levels:
    found = compare(prepare(one), prepare(other), known_names())
    turned = compare(prepare(other), prepare(one), known_names())
    assert found is not None
    assert found == turned
    return found


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("أحمد", "احمد", OwnName.EQUAL),
        ("عبد الله", "عبدالله", OwnName.EQUAL),
        ("السيد", "سيد", OwnName.SPELLING),
        ("أحمد", "اجمد", OwnName.SPELLING),
        ("شحد", "شهد", OwnName.SPELLING),
        ("مصطفى", "مصطى", OwnName.NEAR),
        ("محمودد", "محممود", OwnName.NEAR),
        ("كريمه", "كرينه", OwnName.NEAR),
    ],
)
def test_one_first_name_in_two_hands(one: str, other: str, level: OwnName) -> None:
    found = levels(person(f"{one} أحمد علي"), person(f"{other} أحمد علي"))
    assert found.own_name is level


@pytest.mark.parametrize(
    ("one", "other"),
    [("حسن", "حسين"), ("محمد", "محمود"), ("أحمد", "محمد"), ("سالم", "سليمان"), ("منى", "هدى")],
)
def test_brothers_and_sisters_are_not_compared(one: str, other: str) -> None:
    common = {"phone": "01012345678", "village_id": "EG1", "birth_date": "1990-01-01"}
    first, second = person(f"{one} أحمد علي", **common), person(f"{other} أحمد علي", **common)
    assert compare(prepare(first), prepare(second), known_names()) is None


def test_the_same_number_is_compared_whatever_the_names() -> None:
    known = {"document_type": "national_id", "document_no": ID}
    found = levels(person("منى علي", **known), person("هدى حسن", **known))
    assert (found.own_name, found.document) == (OwnName.APART, Document.EQUAL)


def test_own_name_and_fathers_name_in_the_other_order() -> None:
    found = levels(person("سعيد رمضان علي"), person("رمضان سعيد علي"))
    assert (found.own_name, found.fathers_line) == (OwnName.SWAPPED, FathersLine.ONE)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("أحمد علي حسن", "احمد على حسن", FathersLine.WHOLE),
        ("أحمد علي حسن", "أحمد علي", FathersLine.TWO),
        ("أحمد", "أحمد علي", FathersLine.ONE),
        ("أحمد علي حسن", "أحمد حسن", FathersLine.GAP),
        ("أحمد علي حسن", "أحمد علي رمضان", FathersLine.MOST),
        ("أحمد علي", "أحمد حسن", FathersLine.SOME),
        ("أحمد علي", "رمضان حسن", FathersLine.NONE),
        ("", "أحمد", FathersLine.MISSING),
    ],
)
def test_the_fathers_line_is_one_comparison(one: str, other: str, level: FathersLine) -> None:
    first, second = name_parts(one), name_parts(other)
    assert fathers_lines(first, second, known_names())[0] is level
    assert fathers_lines(second, first, known_names())[0] is level


def test_a_son_named_like_his_father_is_told_from_a_part_left_out() -> None:
    found = levels(person("يوسف شعبان علي"), person("يوسف يوسف شعبان علي"))
    assert found.fathers_line is FathersLine.SHIFTED


def test_rare_names_say_more() -> None:
    common, rare = person("محمد أحمد محمد"), person("بيشوي قلدس أبادير")
    assert levels(common, common).rarity is Rarity.VERY_COMMON
    assert levels(rare, rare).rarity is Rarity.VERY_RARE


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("1990-05-12", "day"), ("1990-05-12", "day"), Birth.DAY),
        (("1990-05-12", "day"), ("1990-01-01", "year"), Birth.YEAR),
        (("1990-05-12", "day"), ("1990-12-05", "day"), Birth.SLIP),
        (("1990-05-12", "day"), ("1991-05-12", "day"), Birth.SLIP),
        (("1990-01-01", "year"), ("1992-01-01", "year"), Birth.NEAR),
        (("1990-05-12", "day"), ("1991-08-30", "day"), Birth.APART),
        (("1990-01-01", "year"), ("1995-01-01", "year"), Birth.APART),
        (("", ""), ("1995-01-01", "year"), Birth.MISSING),
        (("nonsense", "day"), ("1995-01-01", "year"), Birth.MISSING),
    ],
)
def test_birth_dates_agree_as_far_as_they_are_known(
    one: tuple[str, str], other: tuple[str, str], level: Birth
) -> None:
    first = person(birth_date=one[0], birth_precision=one[1])
    second = person(birth_date=other[0], birth_precision=other[1])
    assert levels(first, second).birth is level


def test_a_number_tells_the_birth_date_of_one_side_only() -> None:
    numbered = person(document_type="national_id", document_no=ID)
    assert levels(numbered, person(birth_date="1980-01-01")).birth is Birth.DAY
    assert levels(numbered, numbered).birth is Birth.MISSING
    impossible = person(document_type="national_id", document_no="28013012600123")
    assert levels(impossible, person(birth_date="1980-01-01")).birth is Birth.MISSING


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("01012345678", "v"), ("+201012345678", "v"), Contact.PHONE_AND_PLACE),
        (("01012345678", "v"), ("01012345678", "w"), Contact.PHONE),
        (("01012345678", "v"), ("01012345687", "v"), Contact.NEAR_PHONE),
        (("01012345678", "v"), ("01099999999", "v"), Contact.PLACE_ONLY),
        (("01012345678", "v"), ("", "v"), Contact.PLACE),
        (("", "v"), ("", ""), Contact.UNKNOWN),
        (("01012345678", "v"), ("01099999999", "w"), Contact.APART),
    ],
)
def test_phone_and_village_are_one_comparison(
    one: tuple[str, str], other: tuple[str, str], level: Contact
) -> None:
    first = person(phone=one[0], village_id=one[1])
    second = person(phone=other[0], village_id=other[1])
    assert levels(first, second).contact is level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("national_id", ID), ("national_id", ID), Document.EQUAL),
        (("national_id", ID), ("national_id", "28001012600132"), Document.ONE_SLIP),
        (("national_id", ID), ("national_id", "28001012600"), Document.APART),
        (("national_id", ID), ("national_id", "28001012601124"), Document.TWO_SLIPS),
        (("national_id", ID), ("passport", ID), Document.MISSING),
        (("national_id", ID), ("none", "lost"), Document.MISSING),
        (("none", "lost"), ("none", "lost"), Document.MISSING),
    ],
)
def test_numbers_are_compared_within_their_type(
    one: tuple[str, str], other: tuple[str, str], level: Document
) -> None:
    first = person(document_type=one[0], document_no=one[1])
    second = person(document_type=other[0], document_no=other[1])
    assert levels(first, second).document is level


def test_sexes() -> None:
    assert levels(person(sex="m"), person(sex="f")).sex is Sex.APART
    assert levels(person(sex="m"), person()).sex is Sex.MISSING


def test_only_what_nothing_speaks_against_speaks_for_others() -> None:
    one = person(birth_date="1990-01-01", sex="m")
    assert supports(levels(one, one))
    assert not supports(levels(one, person(birth_date="1950-01-01")))
    assert not supports(levels(one, person(sex="f")))
    assert not supports(levels(one, person("سعيد رمضان عوض")))


def test_nobody_is_compared_with_somebody_without_a_name() -> None:
    assert compare(prepare(person("")), prepare(person("")), known_names()) is None
