"""The short PIN: what it may be, and how long to wait after wrong ones."""

import pytest

from app.domain.pin import is_pin, new_pin, read_pin, seconds_to_wait
from app.errors import PinUnfit
from tests.support.sources import seeded_sources


@pytest.mark.parametrize("typed", ["4821", "٤٨٢١", " 4821 ", "۴۸۲۱"])
def test_any_digits_make_the_same_pin(typed: str) -> None:
    assert read_pin(typed) == "4821"


@pytest.mark.parametrize("typed", ["", "123", "1234567", "12a4", "1111", "٧٧٧٧", "12 34"])
def test_what_is_no_pin_is_refused(typed: str) -> None:
    with pytest.raises(PinUnfit):
        read_pin(typed)


def test_a_passphrase_is_never_taken_for_a_pin() -> None:
    assert is_pin("٤٨٢١")
    assert not is_pin("12345678")
    assert not is_pin("كلمة")


def test_a_first_pin_never_repeats_one_digit() -> None:
    answers = iter([(1111).to_bytes(8), (48).to_bytes(8)])
    assert new_pin(lambda _: next(answers)) == "0048"
    assert read_pin(new_pin(seeded_sources(1).random_bytes))


def test_each_wrong_pin_waits_twice_as_long() -> None:
    assert [seconds_to_wait(failed) for failed in range(5)] == [0, 1, 2, 4, 8]
