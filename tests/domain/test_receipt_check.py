"""Codes that were changed in any way are never taken for a receipt of a known laptop."""

import random
from dataclasses import replace

import pytest

from app.domain.receipt_check import (
    ReceiptState,
    ScannedReceipt,
    Signer,
    grouped,
    signed_by,
)
from app.domain.receipt_code import CodeLine, read_code, write_codes
from app.errors import QafilaError
from app.keys import signing
from tests.documents.samples import DEVICE, KEY, PUBLIC, record

OTHER_KEY = bytes(reversed(range(32)))
SIGNERS = (Signer(DEVICE, "لابتوب 1", PUBLIC),)
MUTATIONS = 10_000


def sign(message: bytes) -> bytes:
    return signing.sign(KEY, message)


def state_of(text: str, signers: tuple[Signer, ...] = SIGNERS) -> ReceiptState:
    return signed_by(ScannedReceipt((read_code(text),)), signers, signing.verify).state


def test_a_receipt_is_genuine_for_its_signer_alone() -> None:
    (code,) = write_codes(record(7, 2), sign)
    assert state_of(code) is ReceiptState.GENUINE
    assert state_of(code, ()) is ReceiptState.UNKNOWN
    other = signing.public_key(OTHER_KEY)
    assert state_of(code, (Signer(signing.device_id(other), "", other),)) is ReceiptState.UNKNOWN


def test_a_laptop_whose_id_begins_alike_does_not_stand_in_the_way() -> None:
    (code,) = write_codes(record(7, 2), sign)
    alike = Signer(DEVICE[:12] + "0" * 20, "", signing.public_key(OTHER_KEY))
    assert state_of(code, (alike, *SIGNERS)) is ReceiptState.GENUINE
    assert state_of(code, (alike,)) is ReceiptState.FALSE


def mutated(code: str, chance: random.Random) -> str:
    digits = list(code)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(digits) - 1)
        match chance.randrange(5):
            case 0:
                digits[place] = chance.choice("0123456789")
            case 1:
                digits[place], digits[place + 1] = digits[place + 1], digits[place]
            case 2:
                del digits[place]
            case 3:
                digits.insert(place, chance.choice("0123456789"))
            case _:
                del digits[-chance.randint(1, 20) :]
    return "".join(digits)


def test_no_mutation_of_a_code_is_accepted() -> None:
    chance = random.Random(20261122)
    codes = [write_codes(record(number, 1 + number % 6), sign)[0] for number in range(1, 40)]
    accepted = []
    tried = 0
    while tried < MUTATIONS:
        code = chance.choice(codes)
        changed = mutated(code, chance)
        if changed in codes:
            continue
        tried += 1
        try:
            if state_of(changed) is ReceiptState.GENUINE:
                accepted.append(changed)
        except QafilaError:
            continue
    assert accepted == []


@pytest.mark.parametrize("number", range(1, 100, 7))
def test_another_key_is_never_accepted(number: int) -> None:
    """What another workspace signed in the name of our laptop is false."""
    codes = write_codes(record(number, 2), lambda message: signing.sign(OTHER_KEY, message))
    assert state_of(codes[0]) is ReceiptState.FALSE


def test_parts_of_one_receipt_come_together_in_any_order_and_strangers_stay_apart() -> None:
    long = replace(record(9, 1), lines=tuple(CodeLine(item, 10**12) for item in range(1, 30)))
    parts = [read_code(text) for text in write_codes(long, sign)]
    assert len(parts) > 1
    (single,) = (read_code(text) for text in write_codes(record(10, 1), sign))
    forged = read_code(write_codes(long, lambda message: signing.sign(OTHER_KEY, message))[0])
    found = grouped([parts[-1], single, *parts, forged])
    assert [len(receipt.codes) for receipt in found] == [len(parts), 1, 1]
    whole, alone, false = found
    assert whole.record == long
    assert (whole.missing_parts, alone.missing_parts) == (0, 0)
    states = [signed_by(one, SIGNERS, signing.verify).state for one in (whole, alone, false)]
    assert states == [ReceiptState.GENUINE, ReceiptState.GENUINE, ReceiptState.FALSE]
    (part,) = grouped(parts[:1])
    assert part.missing_parts == len(parts) - 1
    assert part.record.household_id == long.household_id
