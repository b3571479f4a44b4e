"""Short numbers: written, read, and every common slip of the hand noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.short_number import ShortNumber, check_digit, parse_short_number, short_number
from app.errors import ShortNumberMistyped

DEVICE = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


@given(st.integers(1, 10**9))
def test_a_short_number_reads_back(receipt_no: int) -> None:
    text = short_number(DEVICE, receipt_no)
    expected = ShortNumber(text[:3], receipt_no)
    assert parse_short_number(text) == expected
    assert parse_short_number(text.replace("-", "")) == expected
    arabic = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert parse_short_number(f"\u200f {arabic} ") == expected


def test_it_looks_as_documented_and_is_the_same_from_the_codes_device_prefix() -> None:
    assert short_number(DEVICE, 128) == "957-0128-8"
    assert short_number(DEVICE[:12], 128) == short_number(DEVICE, 128)


@given(st.integers(1, 10**6))
def test_each_wrong_digit_and_each_swap_of_neighbours_is_noticed(receipt_no: int) -> None:
    digits = short_number(DEVICE, receipt_no).replace("-", "")
    for at, digit in enumerate(digits):
        for other in "0123456789".replace(digit, ""):
            assert check_digit(digits[:at] + other + digits[at + 1 :]) != 0
        if at and digits[at - 1] != digit:
            swapped = digits[: at - 1] + digit + digits[at - 1] + digits[at + 1 :]
            assert check_digit(swapped) != 0


@pytest.mark.parametrize(
    "text", ["", "957-0128-9", "957-012-1", "abc-defg-h", "1" * 19, "957_0128_8"]
)
def test_anything_else_is_mistyped(text: str) -> None:
    with pytest.raises(ShortNumberMistyped):
        parse_short_number(text)


@pytest.mark.parametrize("digits", ["9570000", "95700128"])
def test_numbers_that_are_never_written_are_mistyped(digits: str) -> None:
    with pytest.raises(ShortNumberMistyped):
        parse_short_number(f"{digits}{check_digit(digits)}")
