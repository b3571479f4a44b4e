"""Keys are the same for every way to write a number, and begin as people begin to type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.search_keys import (
    document_key,
    joined_key,
    number_order,
    number_tail,
    phone_beginnings,
    phone_key,
)


@pytest.mark.parametrize(
    "written",
    [
        "01012345678",
        "+201012345678",
        "+20 10 1234-5678",
        "00201012345678",
        "201012345678",
        "1012345678",
        "٠١٠١٢٣٤٥٦٧٨",
        "+20 (0)10 12345678",
    ],
)
def test_every_way_to_write_a_mobile_has_one_key(written: str) -> None:
    assert phone_key(written) == "1012345678"


def test_other_countries_keep_their_code() -> None:
    assert phone_key("+966 50 123 4567") == "966501234567"


def test_a_landline_that_begins_with_20_keeps_it() -> None:
    assert phone_key("20123456") == "20123456"


mobiles = st.from_regex(r"1[0125][0-9]{8}", fullmatch=True)


@given(mobiles, st.sampled_from(["0", "+20", "0020", "20", "+20 ", ""]), st.integers(1, 14))
def test_each_digit_typed_of_a_phone_still_leads_to_it(
    mobile: str, prefix: str, typed: int
) -> None:
    key = phone_key(prefix + mobile)
    beginning = (prefix + mobile)[:typed]
    found = phone_beginnings(beginning)
    assert not found or any(key.startswith(begun) for begun in found)
    if typed > len(prefix):
        assert found


def test_nothing_is_looked_up_for_a_bare_country_code() -> None:
    assert phone_beginnings("+20") == ()
    assert phone_beginnings("0") == ()
    assert phone_beginnings("20") == ("20",)


def test_documents_are_folded_and_reasons_are_no_documents() -> None:
    assert document_key("passport", " a-12 34٥ ") == "a12345"
    assert document_key("national_id", "2 980512 01 03456") == "29805120103456"
    assert document_key("none", "lost") == ""


@pytest.mark.parametrize(
    ("number", "tail"),
    [("417-00012", "12"), ("12", ""), ("س 7", "7"), ("0012", "12"), ("ب", ""), ("3/000", "")],
)
def test_the_last_group_of_a_number(number: str, tail: str) -> None:
    assert number_tail(number) == tail


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_sort_as_people_count(one: int, other: int) -> None:
    assert (number_order(f"417-{one}") < number_order(f"417-{other}")) == (one < other)


def test_letters_of_a_number_are_part_of_its_key() -> None:
    assert joined_key("س-12") == joined_key("س 12") == "س12"
