import re

from hypothesis import given
from hypothesis import strategies as st

from app.domain.digits import (
    cell_text,
    is_digits,
    only_digits,
    to_arabic_digits,
    to_ascii_digits,
)


def test_every_kind_of_digit_becomes_ascii() -> None:
    assert to_ascii_digits("٠١٢٣٤٥٦٧٨٩") == "0123456789"
    assert to_ascii_digits("۰۱۲۳۴۵۶۷۸۹") == "0123456789"
    assert to_ascii_digits("０１２３４５６７８９") == "0123456789"
    assert to_ascii_digits("رقم ١٢ و ۳") == "رقم 12 و 3"


def test_digits_of_other_scripts_are_not_taken_for_digits() -> None:
    assert not is_digits("१२३")  # Devanagari, which str.isdigit accepts
    assert not is_digits("٣")
    assert not is_digits("²")
    assert not is_digits("")
    assert not is_digits("12\n")
    assert is_digits("0012")


def test_only_digits_drops_what_stands_between() -> None:
    assert only_digits("+٢٠ (010) 12-34") == "200101234"


def test_cells_keep_whole_numbers_whole() -> None:
    assert cell_text(28203142633578) == "28203142633578"
    assert cell_text(28203142633578.0) == "28203142633578"
    assert cell_text(1.5) == "1.5"
    assert cell_text("  ٠١٠  ") == "٠١٠"
    assert cell_text(None) == ""


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = to_ascii_digits(text)
    assert to_ascii_digits(folded) == folded
    assert len(folded) == len(text)


@given(st.text(alphabet="0123456789 -", min_size=1))
def test_display_digits_are_read_back(text: str) -> None:
    shown = to_arabic_digits(text)
    assert not re.search("[0-9]", shown)
    assert to_ascii_digits(shown) == text
