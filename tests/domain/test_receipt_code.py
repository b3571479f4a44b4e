"""A receipt's code: round trips, strictness, several parts, and no forgery once it is checked."""

import random
import uuid
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import receipt_code
from app.domain.digit_code import CodeKind, head, to_digits
from app.domain.receipt_code import CodeLine, ReceiptRecord, joined, read_code, write_codes
from app.errors import (
    CodeMalformed,
    CodeNewer,
    CodeOfAnotherKind,
    CodePartMissing,
    QafilaError,
    ReceiptTooLong,
)
from app.keys import signing

KEY = bytes(range(32))
PUBLIC = signing.public_key(KEY)
SIGN = partial(signing.sign, KEY)
VERIFY = partial(signing.verify, PUBLIC)
HANDED_AT = 1_795_340_000_123

RECORD = ReceiptRecord(
    aid_record_id=str(uuid.UUID(int=(HANDED_AT << 80) | (7 << 76) | (2 << 62) | 12345)),
    device="0a1b2c3d4e5f",
    receipt_no=128,
    handed_at=HANDED_AT,
    day="2026-11-22",
    convoy_id="0199c000-0000-7000-8000-000000000001",
    household_id="0199c000-0000-7000-8000-000000000002",
    person_id="0199c000-0000-7000-8000-000000000003",
    lines=(CodeLine(1, 1000), CodeLine(12, 2500)),
)

uuids = st.uuids().map(str)
numbers = st.integers(1, 2**63 - 1)
records = st.builds(
    ReceiptRecord,
    aid_record_id=uuids,
    device=st.binary(min_size=6, max_size=6).map(bytes.hex),
    receipt_no=numbers,
    handed_at=st.integers(-(2**48), 2**49),
    day=st.integers(0, 0xFFFF).map(lambda n: str(date(2000, 1, 1) + timedelta(days=n))),
    convoy_id=st.none() | uuids,
    household_id=uuids,
    person_id=st.none() | uuids,
    lines=st.lists(st.builds(CodeLine, numbers, numbers), min_size=1, max_size=6).map(tuple),
)


def unsigned(_message: bytes) -> bytes:
    return bytes(64)


@given(records, st.randoms())
def test_codes_read_back_as_written_in_any_order(record: ReceiptRecord, shuffler: random.Random):
    codes = [read_code(text) for text in write_codes(record, unsigned)]
    shuffler.shuffle(codes)
    assert joined(codes + codes[:1]) == record


@given(records)
def test_reading_and_writing_again_gives_the_same_digits(record: ReceiptRecord):
    for text in write_codes(record, unsigned):
        code = read_code(text)
        written = code.signed.removeprefix(receipt_code.SIGNED_PREFIX)
        assert to_digits(written + code.signature) == text


def test_an_everyday_receipt_takes_the_bytes_the_design_asks_for() -> None:
    (text,) = write_codes(RECORD, SIGN)
    assert len(receipt_code.from_digits(text)) == 147
    assert len(text) <= 364, "a version-10 code holds 364 digits at level Q"


def test_the_signature_is_accepted_and_anothers_is_not() -> None:
    code = read_code(write_codes(RECORD, SIGN)[0])
    other = signing.public_key(bytes(32))
    assert code.is_by(VERIFY)
    assert not code.is_by(partial(signing.verify, other))


def test_arabic_and_persian_digits_and_a_scanners_enter_are_read() -> None:
    (text,) = write_codes(RECORD, SIGN)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"):
        assert read_code(text.translate(str.maketrans("0123456789", digits)) + "\r\n").is_by(VERIFY)


def test_more_lines_than_fit_make_a_second_code() -> None:
    record = replace(RECORD, lines=tuple(CodeLine(200 + n, 1000 * n) for n in range(1, 20)))
    texts = write_codes(record, SIGN)
    codes = [read_code(text) for text in texts]
    assert [(code.part, code.parts) for code in codes] == [(0, 3), (1, 3), (2, 3)]
    assert all(
        len(text) <= 427 and code.is_by(VERIFY) for text, code in zip(texts, codes, strict=True)
    )
    assert joined(reversed(codes)) == record
    with pytest.raises(CodePartMissing) as missing:
        joined(codes[1:])
    assert missing.value.params == {"missing": 1}


def test_codes_of_two_receipts_do_not_join() -> None:
    lines = tuple(CodeLine(200 + n, 1000 * n) for n in range(1, 20))
    first = [read_code(text) for text in write_codes(replace(RECORD, lines=lines), SIGN)]
    other = replace(RECORD, lines=lines, receipt_no=129)
    second = [read_code(text) for text in write_codes(other, SIGN)]
    with pytest.raises(CodeMalformed):
        joined([first[0], second[1], first[2]])
    with pytest.raises(CodeMalformed):
        joined([first[0], second[0]])
    with pytest.raises(CodeMalformed):
        joined([])


def test_a_hand_over_that_no_number_of_codes_holds_is_refused() -> None:
    lines = tuple(CodeLine(10_000 + n, 5_000_000) for n in range(60))
    with pytest.raises(ReceiptTooLong):
        write_codes(replace(RECORD, lines=lines), SIGN)


@pytest.mark.parametrize(
    "changes",
    [
        {"aid_record_id": "not a uuid"},
        {"household_id": "0199C000-0000-7000-8000-000000000002"},
        {"device": "0a1b"},
        {"device": "0A1B2C3D4E5F"},
        {"receipt_no": 0},
        {"receipt_no": 2**63},
        {"day": "1999-12-31"},
        {"day": "20261122"},
        {"lines": ()},
        {"lines": (CodeLine(1, 0),)},
        {"lines": (CodeLine(0, 1000),)},
    ],
)
def test_what_cannot_be_read_back_is_not_written(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the texts are for programmers
        write_codes(replace(RECORD, **changes), SIGN)


def test_a_signer_that_returns_anything_but_64_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="64"):
        write_codes(RECORD, lambda _message: b"short")


def _bytes_of(record: ReceiptRecord) -> bytes:
    return receipt_code.from_digits(write_codes(record, unsigned)[0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "7",
        "-5",
        "+5",
        "1_0",
        "12a",
        "١٢x",
        "2" * 1001,
        "29805120103456",
        "01012345678",
    ],
)
def test_what_is_no_code_is_malformed(text: str) -> None:
    with pytest.raises(CodeMalformed):
        read_code(text)


def test_a_leading_zero_is_not_forgiven() -> None:
    """One receipt has one text, so that a store can find it by its text."""
    with pytest.raises(CodeMalformed):
        read_code("0" + write_codes(RECORD, SIGN)[0])


def test_each_shortened_or_lengthened_record_is_refused_or_another_one() -> None:
    data = _bytes_of(RECORD)
    for cut in range(len(data) - receipt_code.SIGNATURE_BYTES):
        shorter = data[:cut] + bytes(64)
        try:
            code = read_code(to_digits(shorter))
        except CodeMalformed:
            continue
        assert code.record.lines == RECORD.lines[:1]
    with pytest.raises(CodeMalformed):
        read_code(to_digits(data + bytes(64)))


@pytest.mark.parametrize(
    ("first", "error"),
    [
        (head(CodeKind.RECEIPT, 2), CodeNewer),
        (head(CodeKind.RECEIPT, 0), CodeMalformed),
        (head(CodeKind.HOUSEHOLD_CARD, 1), CodeOfAnotherKind),
        (b"\x01", CodeMalformed),
        (b"\xf1", CodeMalformed),
        (b"", CodeMalformed),
    ],
)
def test_kind_and_format_are_told_apart(first: bytes, error: type[QafilaError]) -> None:
    rest = _bytes_of(RECORD)[1:] if first else b""
    with pytest.raises(error):
        read_code(to_digits(first + rest))


def _with_lines(written: bytes) -> str:
    bare = _bytes_of(replace(RECORD, lines=(CodeLine(1, 1),)))
    return to_digits(bare[:-66] + written + bytes(64))


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\x01",
        b"\x00\x01",
        b"\x01\x00",
        b"\x81\x00\x01",
        b"\x01\x81\x80\x00",
        b"\x01\x80",
        b"\x01" + b"\xff" * 9 + b"\x01",
    ],
)
def test_lines_not_in_their_one_form_are_malformed(written: bytes) -> None:
    assert read_code(_with_lines(b"\x01\x01")).record.lines == (CodeLine(1, 1),)
    with pytest.raises(CodeMalformed):
        read_code(_with_lines(written))


def test_a_part_beyond_the_last_is_malformed() -> None:
    data = bytearray(_bytes_of(RECORD))
    data[1] |= 1 << 2
    with pytest.raises(CodeMalformed):
        read_code(to_digits(bytes(data)))


def _mutation(digits: str, chance: random.Random) -> str:
    at, other = chance.randrange(len(digits)), chance.randrange(len(digits))
    low, high = min(at, other), max(at, other)
    return chance.choice(
        [
            digits[:at] + str(chance.randrange(10)) + digits[at + 1 :],
            digits[:low] + digits[low + 1 :],
            digits[:at] + str(chance.randrange(10)) + digits[at:],
            digits[:low] + digits[high:],
            digits[:low] + digits[low:high][::-1] + digits[high:],
            digits[high:] + digits[low:high] + digits[:low],
        ]
    )


def test_ten_thousand_mutations_and_no_forgery() -> None:
    (text,) = write_codes(RECORD, SIGN)
    (foreign,) = write_codes(RECORD, partial(signing.sign, bytes(32)))
    chance = random.Random(20261122)
    parsed = 0
    for _ in range(10_000):
        mutated = _mutation(chance.choice([text, foreign]), chance)
        if mutated == text:
            continue
        try:
            code = read_code(mutated)
        except (CodeMalformed, CodeNewer, CodeOfAnotherKind):
            continue
        parsed += 1
        assert not code.is_by(VERIFY)
    assert parsed > 1000, "too few mutations got as far as the signature to prove anything"
