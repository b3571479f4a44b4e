import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.importing.cells import SourceRow, is_formula, number_text, text_of, whole_number


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (None, ""),
        ("  محمد \n علي ", "محمد علي"),
        ("\u200f٢٨٢\u200e", "٢٨٢"),
        (28203142633578.0, "28203142633578"),
        (1.5, "1.5"),
        (dt.datetime(2026, 10, 15), "2026-10-15"),  # noqa: DTZ001 - as openpyxl has it
        (dt.datetime(2026, 10, 15, 9, 30), "2026-10-15 09:30:00"),  # noqa: DTZ001
        (True, "✓"),
        (False, ""),
        ("#REF!", ""),
        ("a\x00b\x07c", "abc"),
        ("\ud800x", "x"),
    ],
)
def test_a_cell_says_what_it_shows(cell: object, shown: str) -> None:
    assert text_of(cell) == shown


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (28203142633578, "28203142633578"),
        (2.8203142633578e13, "28203142633578"),
        ("2.8203142633578E+13", "28203142633578"),
        ("2,8203142633578e13", "28203142633578"),
        ("٢٨٢٠٣١٤٢٦٣٣٥٧٨", "28203142633578"),
        ("28203142633578.0", "28203142633578"),
        ("1.501746814E+09", "1501746814"),
        ("'01012345678", "01012345678"),
        ("A12-34", "A12-34"),
        ("", ""),
    ],
)
def test_numbers_of_people_keep_their_digits(cell: object, number: str) -> None:
    assert number_text(cell) == number


@pytest.mark.parametrize("cell", ["2.82E+13", "1,5e+09", "2E13"])
def test_digits_that_the_spreadsheet_lost_are_not_made_up(cell: str) -> None:
    assert number_text(cell) is None


@given(st.integers(10**9, 10**15 - 1))
def test_any_id_survives_being_kept_as_a_number(number: int) -> None:
    assert number_text(float(number)) == str(number)
    assert number_text(repr(float(number))) == str(number)
    assert number_text(f"{number:.15E}") == str(number)


@pytest.mark.parametrize(
    ("cell", "count"),
    [(4, 4), ("٤", 4), (4.0, 4), ("4.0", 4), ("", None), ("=SUM(A1)", None), (4.5, None)],
)
def test_counts(cell: object, count: int | None) -> None:
    assert whole_number(cell) == count


def test_formulas_are_told_from_words() -> None:
    assert is_formula('=HYPERLINK("x")')
    assert not is_formula("=")
    assert not is_formula("+20")


@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.datetimes(),
        st.dates(),
        st.times(),
    )
)
def test_every_cell_has_a_text_of_one_line_that_stays_the_same(cell: object) -> None:
    text = text_of(cell)
    assert "\n" not in text
    assert text_of(text) == text
    number_text(cell)
    whole_number(cell)


def test_rows_may_be_shorter_than_the_header() -> None:
    row = SourceRow(3, ("a", None))
    assert row.cell(7) is None
    assert not row.is_blank
    assert SourceRow(4, (None, " ", "\u200f")).is_blank
