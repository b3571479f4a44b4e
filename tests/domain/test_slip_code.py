"""A paper slip's code and number: read back, and not taken for anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card_code import read_card
from app.domain.digit_code import from_digits, to_digits
from app.domain.short_number import check_digit
from app.domain.slip_code import SlipCode, printed_number, read_slip, write_slip
from app.errors import CodeMalformed, CodeOfAnotherKind

SLIP = SlipCode("0199c000-0000-7000-8000-000000000001", 42)


@given(st.uuids().map(str), st.integers(1, 0xFFFFFF))
def test_a_slip_reads_back(convoy_id: str, slip_no: int) -> None:
    slip = SlipCode(convoy_id, slip_no)
    assert read_slip(write_slip(slip)) == slip


@pytest.mark.parametrize("slip_no", [0, -1, 0x1000000])
def test_a_slip_number_outside_its_three_bytes_is_refused(slip_no: int) -> None:
    with pytest.raises(ValueError, match="between"):
        write_slip(SlipCode(SLIP.convoy_id, slip_no))


def test_a_slip_is_not_a_card_and_a_changed_one_is_none() -> None:
    text = write_slip(SLIP)
    with pytest.raises(CodeOfAnotherKind):
        read_card(text)
    data = from_digits(text)
    for wrong in (data[:-1], data + b"\x00", data[:-5] + b"\x00" + data[-4:]):
        with pytest.raises(CodeMalformed):
            read_slip(to_digits(wrong))


def test_the_printed_number_ends_in_its_check_digit() -> None:
    assert printed_number(42).startswith("0042-")
    assert check_digit(printed_number(42).replace("-", "")) == 0
    assert printed_number(123456).startswith("123456-")
