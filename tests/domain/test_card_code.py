"""A household's card: reads back, is short, and is not taken for anything else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card_code import CardCode, read_card, write_card
from app.domain.digit_code import from_digits, to_digits
from app.domain.receipt_code import read_code
from app.errors import CodeMalformed, CodeNewer, CodeOfAnotherKind

CARD = CardCode("0199c000-0000-7000-8000-000000000002", 1)


@given(st.uuids().map(str), st.integers(1, 0xFFFF))
def test_a_card_reads_back(household_id: str, card_no: int) -> None:
    card = CardCode(household_id, card_no)
    assert read_card(write_card(card)) == card
    arabic = write_card(card).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert read_card(f"{arabic}\n") == card


def test_it_fits_a_code_of_version_3() -> None:
    assert len(write_card(CARD)) <= 77, "what version 3 holds at level Q"


@pytest.mark.parametrize("card_no", [0, -1, 0x10000])
def test_a_card_number_outside_its_two_bytes_is_refused(card_no: int) -> None:
    with pytest.raises(ValueError, match="between"):
        write_card(CardCode(CARD.household_id, card_no))


def test_a_receipt_and_a_card_are_told_apart() -> None:
    with pytest.raises(CodeOfAnotherKind):
        read_code(write_card(CARD))
    with pytest.raises(CodeOfAnotherKind):
        read_card(to_digits(b"\x11" + bytes(150)))
    with pytest.raises(CodeNewer):
        read_card(to_digits(b"\x22" + bytes(22)))


def test_numbers_that_are_no_cards_are_refused() -> None:
    data = from_digits(write_card(CARD))
    for wrong in (data[:-1], data + b"\x00", data[:1], data[:17] + bytes(2) + data[19:]):
        with pytest.raises(CodeMalformed):
            read_card(to_digits(wrong))


def test_ten_thousand_slips_of_a_digit_find_no_other_family() -> None:
    text = write_card(CARD)
    chance = random.Random(20261122)
    for _ in range(10_000):
        at = chance.randrange(len(text))
        wrong = text[:at] + chance.choice("0123456789".replace(text[at], "")) + text[at + 1 :]
        with pytest.raises((CodeMalformed, CodeNewer, CodeOfAnotherKind)):
            read_card(wrong)
