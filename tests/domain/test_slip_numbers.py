"""No two laptops print the same number, as far as they can know of each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.short_number import device_mark
from app.domain.slip_code import printed_number, read_printed_number
from app.domain.slip_numbers import BLOCK, PrintedNumbers, next_numbers
from app.errors import SlipNumberMistyped, SlipNumbersUsedUp

HERE = "0000013d" + "0" * 56  # its three digits are 317
OTHER = "00000525" + "1" * 56  # the same three digits


def test_the_laptop_that_planned_the_convoy_has_the_short_numbers() -> None:
    first = next_numbers(40, HERE, [], planned_here=True)
    assert (first.first, first.last) == (1, 40)
    second = next_numbers(4, HERE, [first], planned_here=True)
    assert (second.first, second.last) == (41, 44)


def test_another_laptop_begins_with_its_own_three_digits() -> None:
    assert device_mark(HERE) == device_mark(OTHER) == "317"
    planner = PrintedNumbers("ff" * 32, 1, 40)
    mine = next_numbers(4, HERE, [planner], planned_here=False)
    assert (mine.first, mine.last) == (3_170_001, 3_170_004)


def test_a_block_that_another_laptop_has_begun_is_left_alone() -> None:
    theirs = next_numbers(4, OTHER, [], planned_here=False)
    mine = next_numbers(4, HERE, [theirs], planned_here=False)
    assert mine.first // BLOCK > 1_000


def test_a_full_block_goes_on_in_the_next() -> None:
    known: list[PrintedNumbers] = []
    for _ in range(6):
        known.append(next_numbers(2_000, HERE, known, planned_here=True))
    assert known[4].first == 3_170_001
    numbers = [no for one in known for no in range(one.first, one.last + 1)]
    assert len(numbers) == len(set(numbers)) == 12_000


def test_numbers_end() -> None:
    with pytest.raises(SlipNumbersUsedUp):
        next_numbers(BLOCK, HERE, [], planned_here=True)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 500)), max_size=40),
    st.lists(st.integers(0, 2**32 - 1), min_size=5, max_size=5, unique=True),
)
def test_laptops_that_hear_of_each_other_never_share_a_number(
    printings: list[tuple[int, int]], ids: list[int]
) -> None:
    devices = [f"{one:08x}" + "0" * 56 for one in ids]
    known: list[PrintedNumbers] = []
    for who, sheets in printings:
        known.append(next_numbers(sheets * 4, devices[who], known, planned_here=who == 0))
    ordered = sorted(known, key=lambda one: one.first)
    assert all(one.last < other.first for one, other in pairwise(ordered))


@given(st.integers(1, 0xFFFFFF))
def test_a_printed_number_is_read_back_however_it_is_typed(number: int) -> None:
    printed = printed_number(number)
    plain = printed.replace("-", "")
    assert read_printed_number(printed) == number
    assert read_printed_number(f" {plain.lstrip('0')} ") == number


@pytest.mark.parametrize("typed", ["0042-8", "0024-7", "", "7", "0000-0", "9" * 12, "اثنان"])
def test_a_slip_of_the_pen_is_noticed(typed: str) -> None:
    with pytest.raises(SlipNumberMistyped):
        read_printed_number(typed)
