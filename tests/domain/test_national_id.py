import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate, Precision
from app.domain.national_id import (
    GOVERNORATES,
    IdError,
    IdWarning,
    NationalId,
    Sex,
    check_digits,
    disagreements,
    grouped,
    looks_like_national_id,
    mask,
    read_national_id,
)

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
TODAY = dt.date(2026, 11, 22)


def number(born: dt.date, governorate: str = "26", serial: str = "3357") -> str:
    century = "2" if born.year < 2000 else "3"
    first = f"{century}{born:%y%m%d}{governorate}{serial}"
    return first + str(min(check_digits(first)))


GOOD = number(dt.date(1982, 3, 14))


def test_a_good_number_tells_birth_sex_and_governorate() -> None:
    found = read_national_id(GOOD, today=TODAY)
    assert found.verified
    assert (found.errors, found.warnings) == ((), ())
    assert found.birth_date == dt.date(1982, 3, 14)
    assert found.sex is Sex.MALE
    assert found.governorate is not None
    assert (found.governorate.name_ar, found.governorate.pcode) == ("سوهاج", "EG26")


def test_the_serial_tells_a_woman() -> None:
    woman = number(dt.date(2003, 7, 1), serial="0124")
    assert read_national_id(woman, today=TODAY).sex is Sex.FEMALE
    assert read_national_id(woman, today=TODAY).birth_date == dt.date(2003, 7, 1)


@pytest.mark.parametrize(
    "written",
    [
        GOOD.translate(ARABIC),
        f" {GOOD[0]} {GOOD[1:7]} {GOOD[7:9]} {GOOD[9:]} ",
        f"{GOOD[0]}-{GOOD[1:7]}-{GOOD[7:]}",
    ],
)
def test_however_it_is_written_it_is_the_same_number(written: str) -> None:
    assert read_national_id(written, today=TODAY) == read_national_id(GOOD, today=TODAY)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("", IdError.NOT_DIGITS),
        ("غير موجود", IdError.NOT_DIGITS),
        (GOOD[:-1] + "x", IdError.NOT_DIGITS),
        (GOOD[:-1] + "²", IdError.NOT_DIGITS),
        (GOOD[:-1], IdError.LENGTH),
        (GOOD + "1", IdError.LENGTH),
        ("1" + GOOD[1:], IdError.CENTURY),
        ("4" + GOOD[1:], IdError.CENTURY),
        ("28213142633578", IdError.BIRTH_DATE),
        ("29902292633578", IdError.BIRTH_DATE),
        (number(dt.date(2026, 11, 23)), IdError.FUTURE),
    ],
)
def test_what_cannot_be_right_is_an_error(written: str, error: IdError) -> None:
    found = read_national_id(written, today=TODAY)
    assert found.errors == (error,)
    assert not found.verified
    assert found.birth_date is None


def test_born_today_is_not_in_the_future() -> None:
    assert read_national_id(number(TODAY), today=TODAY).verified


def test_an_unknown_governorate_only_warns() -> None:
    found = read_national_id(number(dt.date(1982, 3, 14), governorate="20"), today=TODAY)
    assert found.warnings == (IdWarning.GOVERNORATE,)
    assert found.verified
    assert found.governorate is None


def test_a_wrong_check_digit_only_warns() -> None:
    wrong = GOOD[:-1] + str((int(GOOD[-1]) + 5) % 10)
    found = read_national_id(wrong, today=TODAY)
    assert found.warnings == (IdWarning.CHECK_DIGIT,)
    assert found.verified


def test_births_abroad_are_known() -> None:
    found = read_national_id(number(dt.date(1990, 1, 1), governorate="88"), today=TODAY)
    assert found.warnings == ()
    assert found.governorate is not None
    assert found.governorate.pcode is None


def test_the_27_governorates_and_abroad_are_named() -> None:
    assert len(GOVERNORATES) == 28
    assert len({place.name_ar for place in GOVERNORATES.values()}) == 28
    assert len({place.name_en for place in GOVERNORATES.values()}) == 28


def weighted(first_13: str) -> int:
    return sum(
        int(digit) * weight
        for digit, weight in zip(first_13, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], strict=True)
    )


@given(st.text(alphabet="0123456789", min_size=13, max_size=13))
def test_both_public_variants_of_the_check_digit_are_accepted(first_13: str) -> None:
    left = 11 - weighted(first_13) % 11
    one = 0 if left >= 10 else left
    other = {10: 0, 11: 1}.get(left, left)
    assert check_digits(first_13) == {one, other}


@pytest.mark.parametrize("first_13", ["", "123456789012", "12345678901234", "١٢٣٤٥٦٧٨٩٠١٢٣"])
def test_check_digits_need_thirteen_ascii_digits(first_13: str) -> None:
    with pytest.raises(ValueError, match="13"):
        check_digits(first_13)


@given(
    st.dates(dt.date(1900, 1, 1), TODAY),
    st.sampled_from(sorted(GOVERNORATES)),
    st.integers(0, 9999),
)
def test_every_number_that_is_made_is_read(born: dt.date, code: str, serial: int) -> None:
    found = read_national_id(number(born, code, f"{serial:04d}"), today=TODAY)
    assert (found.errors, found.warnings) == ((), ())
    assert found.birth_date == born
    assert found.governorate is GOVERNORATES[code]
    assert found.sex is (Sex.MALE if serial % 2 else Sex.FEMALE)


@given(st.text() | st.text(alphabet="0123456789", min_size=14, max_size=14))
def test_anything_typed_is_read(written: str) -> None:
    found = read_national_id(written, today=TODAY)
    assert found.verified == (found.birth_date is not None)


def test_a_form_that_says_otherwise_is_warned_about() -> None:
    known = read_national_id(GOOD, today=TODAY)
    same = PartialDate(dt.date(1982, 3, 14))
    year = PartialDate(dt.date(1982, 1, 1), Precision.YEAR)
    swapped = PartialDate(dt.date(1982, 4, 13))
    assert disagreements(known, birth=same, sex=Sex.MALE) == ()
    assert disagreements(known, birth=year) == ()
    assert disagreements(known) == ()
    assert disagreements(known, birth=swapped) == (IdWarning.BIRTH_DATE_DISAGREES,)
    assert disagreements(known, birth=swapped, sex=Sex.FEMALE) == (
        IdWarning.BIRTH_DATE_DISAGREES,
        IdWarning.SEX_DISAGREES,
    )
    assert disagreements(NationalId("12"), birth=swapped, sex=Sex.FEMALE) == ()


def test_the_desk_tells_an_id_from_a_phone() -> None:
    assert looks_like_national_id(GOOD.translate(ARABIC))
    assert not looks_like_national_id("01071452117")
    assert not looks_like_national_id("1" * 14)
    assert not looks_like_national_id("سعيد")


def test_paper_shows_only_the_last_four() -> None:
    assert mask(GOOD) == "••••••" + GOOD[-4:]
    assert mask("A12") == mask("") == "••••••"


def test_a_number_is_grouped_to_be_read_out() -> None:
    assert grouped("29805120103456") == "2 980512 01 03456"
    assert grouped("123") == "123"
