import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import (
    OLDEST_AGE,
    PartialDate,
    Precision,
    age_on,
    age_range,
    find_date,
    from_age,
    is_possible_birth,
    parse_date,
    years_before,
)

TODAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "12/5/1998",
        "12/05/1998",
        "١٢-٥-١٩٩٨",
        "12.5.1998",
        "12 5 1998",
        " 12 / 5 / 1998 م",
        "1998-05-12",
        "1998/5/12",
        "19980512",
        19980512,
        "12 مايو 1998",
        "12 May 1998",
        "12/5/98",
        "\u200f12/5/1998\u200f",
        "1998-05-12 00:00:00",
        "1998-05-12T09:30:00",
        dt.datetime(1998, 5, 12, 9, 30, tzinfo=dt.UTC),
        dt.date(1998, 5, 12),
        35927,
        35927.4,
    ],
)
def test_one_day_in_many_hands(written: object) -> None:
    assert parse_date(written, latest=TODAY) == PartialDate(dt.date(1998, 5, 12))


@pytest.mark.parametrize(
    ("written", "first", "precision"),
    [
        ("5/1998", dt.date(1998, 5, 1), Precision.MONTH),
        ("1998-05", dt.date(1998, 5, 1), Precision.MONTH),
        ("مايو 1998", dt.date(1998, 5, 1), Precision.MONTH),
        ("١٩٩٨", dt.date(1998, 1, 1), Precision.YEAR),
        (1998, dt.date(1998, 1, 1), Precision.YEAR),
        (1998.0, dt.date(1998, 1, 1), Precision.YEAR),
    ],
)
def test_less_than_a_day_is_kept_as_such(
    written: object, first: dt.date, precision: Precision
) -> None:
    assert parse_date(written) == PartialDate(first, precision)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "غير معروف",
        None,
        True,
        "31/02/1998",
        "32/1/1998",
        "05/24/1998",
        "12/13/1998",
        "29/2/1999",
        "12/5",
        "1/1/1380",
        "0001-01-01",
        "23/11/2026",
        "2027",
        44,
        "44",
        3.5,
        float("nan"),
        float("inf"),
        10**30,
        28203142633578,
        "28203142633578",
        "12 ربيع 1998",
    ],
)
def test_the_impossible_and_the_unclear_are_not_guessed(written: object) -> None:
    assert parse_date(written, latest=TODAY) is None


def test_a_short_year_is_the_latest_possible() -> None:
    assert parse_date("22/11/26", latest=TODAY) == PartialDate(TODAY)
    assert parse_date("23/11/26", latest=TODAY) == PartialDate(dt.date(1926, 11, 23))
    assert parse_date("1/1/05", latest=TODAY) == PartialDate(dt.date(2005, 1, 1))
    assert parse_date("1/1/05") is None


def test_a_year_that_has_begun_is_not_in_the_future() -> None:
    assert parse_date("2026", latest=TODAY) == PartialDate(dt.date(2026, 1, 1), Precision.YEAR)


def test_a_date_is_found_in_a_title() -> None:
    assert find_date("اليوم: الخميس ١٥/١٠/٢٠٢٦") == PartialDate(dt.date(2026, 10, 15))
    assert find_date("كشف 2026-10-15 قافلة") == PartialDate(dt.date(2026, 10, 15))
    assert find_date("كشف رقم 115/10/20261") is None
    assert find_date("قافلة شاملة") is None


def test_ages_follow_the_birthday() -> None:
    birth = PartialDate(dt.date(1982, 3, 14))
    assert age_range(birth, dt.date(2026, 3, 13)) == (43, 43)
    assert age_range(birth, dt.date(2026, 3, 14)) == (44, 44)
    assert age_on(birth, dt.date(1980, 1, 1)) == 0
    leap = PartialDate(dt.date(2004, 2, 29))
    assert age_on(leap, dt.date(2026, 2, 28)) == 21
    assert age_on(leap, dt.date(2026, 3, 1)) == 22


def test_a_year_leaves_two_ages_open() -> None:
    birth = PartialDate(dt.date(1966, 1, 1), Precision.YEAR)
    assert age_range(birth, TODAY) == (59, 60)
    assert age_range(birth, dt.date(2026, 12, 31)) == (60, 60)
    month = PartialDate(dt.date(1966, 11, 1), Precision.MONTH)
    assert age_range(month, TODAY) == (59, 60)
    assert age_range(month, dt.date(2026, 11, 30)) == (60, 60)


def test_births_are_possible_within_a_life() -> None:
    assert is_possible_birth(PartialDate(TODAY), TODAY)
    assert not is_possible_birth(PartialDate(TODAY + dt.timedelta(days=1)), TODAY)
    assert is_possible_birth(PartialDate(dt.date(2026, 1, 1), Precision.YEAR), TODAY)
    assert not is_possible_birth(PartialDate(dt.date(1899, 1, 1)), TODAY)


@pytest.mark.parametrize("age", [-1, OLDEST_AGE + 1])
def test_what_is_no_age_is_an_error(age: int) -> None:
    with pytest.raises(ValueError, match="age"):
        from_age(age, TODAY)


@given(st.integers(0, OLDEST_AGE), st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31)))
def test_a_told_age_is_the_age_on_that_day(age: int, on: dt.date) -> None:
    birth = from_age(age, on)
    assert birth.precision is Precision.AGE
    assert age_range(birth, on) == (age, age)
    assert is_possible_birth(birth, on)


@given(DAYS)
def test_written_days_are_read_back(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == PartialDate(day)
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == PartialDate(day)
    assert parse_date((day - dt.date(1899, 12, 30)).days if day.year > 1910 else day)


@given(DAYS, st.sampled_from(Precision), DAYS)
def test_the_true_day_lies_within_and_so_does_the_age(
    day: dt.date, precision: Precision, on: dt.date
) -> None:
    partial = PartialDate(day, precision)
    first, last = partial.days
    assert first <= day <= last
    assert (last - first).days <= 365
    least, greatest = age_range(partial, on)
    assert 0 <= least <= age_on(partial, on) <= greatest <= least + 1
    assert partial.agrees_with(PartialDate(day))


@given(DAYS, DAYS)
def test_whole_days_agree_only_with_themselves(one: dt.date, other: dt.date) -> None:
    assert PartialDate(one).agrees_with(PartialDate(other)) == (one == other)


@given(st.text() | st.floats() | st.integers())
def test_anything_written_is_read_or_left(written: object) -> None:
    found = parse_date(written, latest=TODAY)
    assert found is None or found.days[0] <= TODAY


@given(DAYS, st.integers(0, 100))
def test_years_before_is_a_birthday(day: dt.date, years: int) -> None:
    earlier = years_before(day, years)
    assert (earlier.year, earlier.month) == (day.year - years, day.month)
