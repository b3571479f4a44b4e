"""What was typed is told apart: names, numbers, documents with letters, scanned codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card_code import CardCode, write_card
from app.domain.query import ScannedCode, TypedKey, TypedName, TypedNumber, read_query
from app.domain.receipt_code import CodeLine, ReceiptRecord, write_codes
from app.domain.short_number import ShortNumber, short_number

HOUSEHOLD = "0198d2c4-0000-7000-8000-00000000000a"
AID = "0198d2c4-0000-7000-8000-00000000000b"


@pytest.mark.parametrize("text", ["", "   ", "\u200f", "-", "++", "…", "()"])
def test_nothing_to_look_for(text: str) -> None:
    assert read_query(text) is None


def test_a_name_is_folded_into_its_parts() -> None:
    assert read_query("مُحمّد  عبد الرحمٰن أحـمد") == TypedName((("محمد", "عبدالرحمن", "احمد"),))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("نور ا", ("نورا",)),
        ("نور ال", ("نورال",)),
        ("نور الد", ("نورالد",)),
        ("محمد فتح الل", ("محمد", "فتحالل")),
        ("محمد بن", ("محمد",)),
    ],
)
def test_a_name_typed_half_way_is_read_as_it_will_stand_too(
    text: str, reading: tuple[str, ...]
) -> None:
    query = read_query(text)
    assert isinstance(query, TypedName)
    assert reading in query.readings


def test_a_finished_name_has_one_reading() -> None:
    query = read_query("نور الدين علي")
    assert query == TypedName((("نورالدين", "علي"),))


@pytest.mark.parametrize(
    ("text", "digits"),
    [("٢٩٨٠٥", "29805"), ("2 980512 01 03456", "29805120103456"), ("417-00012", "41700012")],
)
def test_digits_are_a_number(text: str, digits: str) -> None:
    query = read_query(text)
    assert isinstance(query, TypedNumber)
    assert query.digits == digits
    assert not query.international


def test_a_number_with_a_plus_is_a_phone_only() -> None:
    query = read_query("+20 10 1234")
    assert query == TypedNumber("20101234", ("101234",), international=True)


def test_a_short_number_is_known_by_its_check_digit() -> None:
    written = short_number("ab12cd34" * 4, 128)
    query = read_query(written)
    assert isinstance(query, TypedNumber)
    assert query.receipt == ShortNumber(written[:3], 128)
    wrong = written[:-1] + str((int(written[-1]) + 1) % 10)
    spoilt = read_query(wrong)
    assert isinstance(spoilt, TypedNumber)
    assert spoilt.receipt is None


def test_letters_and_digits_in_one_word_are_a_document() -> None:
    assert read_query("A1234567") == TypedKey("a1234567")
    assert read_query("123-45C00678") == TypedKey("12345c00678")


def test_a_name_beside_digits_keeps_both() -> None:
    assert read_query("محمد 3456") == TypedName((("محمد",),), "3456", "محمد3456")


def test_a_scanned_card_names_its_household() -> None:
    assert read_query(write_card(CardCode(HOUSEHOLD, 1)) + "\n") == ScannedCode(
        HOUSEHOLD, card_no=1
    )


def test_a_scanned_receipt_names_its_household_and_hand_over() -> None:
    record = ReceiptRecord(
        AID,
        "ab12cd34ef56",
        7,
        1_763_794_800_000,
        "2025-11-22",
        None,
        HOUSEHOLD,
        None,
        (CodeLine(1, 1000),),
    )
    (code,) = write_codes(record, lambda _: bytes(64))
    assert read_query(code) == ScannedCode(HOUSEHOLD, AID)


def test_a_code_cut_short_is_a_long_number() -> None:
    code = write_card(CardCode(HOUSEHOLD, 1))
    assert isinstance(read_query(code[:-1]), TypedNumber)


@given(st.text(max_size=60))
def test_anything_can_be_typed(text: str) -> None:
    query = read_query(text)
    if isinstance(query, TypedName):
        assert all(part and '"' not in part for reading in query.readings for part in reading)
