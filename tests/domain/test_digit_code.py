"""Bytes as one number: a bijection, leading zeros and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.digit_code import from_digits, to_digits
from app.errors import CodeMalformed


@given(st.binary(max_size=200))
def test_every_byte_string_has_its_number(data: bytes) -> None:
    assert from_digits(to_digits(data)) == data


@given(st.from_regex(r"[0-9]{1,60}", fullmatch=True))
def test_every_number_is_of_one_byte_string_or_of_none(digits: str) -> None:
    try:
        data = from_digits(digits)
    except CodeMalformed:
        return
    assert to_digits(data) == digits


def test_length_and_leading_zero_bytes_are_kept() -> None:
    numbers = {to_digits(bytes(length)) for length in range(50)}
    assert len(numbers) == 50
    assert from_digits(to_digits(b"\x00\x00\x07")) == b"\x00\x00\x07"


def test_a_number_beyond_the_limit_is_refused_before_it_is_computed() -> None:
    with pytest.raises(CodeMalformed):
        from_digits("1" + "0" * 1_000_000)
